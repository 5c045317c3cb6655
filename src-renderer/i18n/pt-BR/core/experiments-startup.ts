export const experimentsStartup = {
  'Each run is a start of the twin hello.': 'Cada execução é uma inicialização do gêmeo hello.',
  'Each run is a start of your own program, all of its work included, and its output is compared with that of the first contender.':
    'Cada execução é uma inicialização do seu próprio programa, com todo o trabalho dele, e sua saída é comparada com a do primeiro concorrente.',
  'A start lasts from the request until its end was seen; the image is there, and the module checked, before the request.':
    'Uma inicialização dura da requisição até seu fim ser visto; a imagem já está lá, e o módulo já foi verificado, antes da requisição.',
  'The request is, of a Wasm guest and of the empty process, the fork of its process (where the lab’s launcher tells it); of a container, when its engine is asked.':
    'A requisição é, para um convidado Wasm e para o processo vazio, o fork do seu processo (onde o lançador do laboratório informa isso); para um contêiner, o momento em que seu motor é chamado.',
  'The runtime’s id says what is warm: plain is compiled anew for each run, :cached is read from the compile cache, :aot was compiled beforehand.':
    'O id do runtime diz o que já está aquecido: o simples é compilado de novo a cada execução, :cached é lido do cache de compilação, :aot foi compilado antes.',
  'Contenders run one at a time, interleaved in blocks of one each, in an order drawn from the seed; an empty process runs among them.':
    'Os concorrentes executam um por vez, intercalados em blocos de um de cada, em ordem sorteada pela semente; um processo vazio executa entre eles.',
  'Nothing is sampled during a run. Medians with percentile bootstrap intervals; outliers (modified z-score over 3.5) are kept.':
    'Nada é amostrado durante uma execução. Medianas com intervalos bootstrap por percentis; valores discrepantes (escore z modificado acima de 3,5) são mantidos.',
  'Before each start what is not written is written, and the kernel forgets what it holds of files.':
    'Antes de cada inicialização, o que falta gravar é gravado, e o kernel esquece o que guarda de arquivos.',
  '“network”: the container is put into the engine’s default network, which has to be set up; plain ones have none.':
    '“network”: o contêiner entra na rede padrão do motor, que precisa ser montada; os simples não têm rede.',
  '“new-instance”: one process of V8 is up and has compiled the module; a new instance of it is made, runs and is kept. No process, no wall of its own.':
    '“new-instance”: um processo do V8 está no ar e já compilou o módulo; uma nova instância dele é criada, executa e é mantida. Sem processo, sem parede própria.',

  create: 'criar',
  start: 'iniciar',
  spawn: 'lançar',
  load: 'carregar',
  compile: 'compilar',
  instantiate: 'instanciar',
  main: 'main',
  exit: 'sair',
  'Create the container': 'Criar o contêiner',
  'Start the container': 'Iniciar o contêiner',
  'Start the runtime’s process': 'Iniciar o processo do runtime',
  'Load the module': 'Carregar o módulo',
  Compile: 'Compilar',
  Instantiate: 'Instanciar',
  'The program itself': 'O próprio programa',
  'See its end': 'Ver seu fim',
  'From the request to the end': 'Da requisição ao fim',
  'Of a container that was created before': 'De um contêiner criado antes',
  'Until the program begins': 'Até o programa começar',

  'Parts of a container’s start phase are told by the times of files that the engine and its OCI runtime leave behind, read once the guest was seen to run; the kernel cuts these times to its tick, 1 to 10 ms. Where a part was not seen, its neighbour has its time.':
    'As partes da fase de início de um contêiner vêm dos horários de arquivos que o motor e seu runtime OCI deixam, lidos quando o convidado foi visto em execução; o kernel corta esses horários no seu tique, de 1 a 10 ms. Onde uma parte não foi vista, a vizinha fica com o tempo dela.',
  'Of the start: from where {{SaidFrom}} until {{SaidTo}}':
    'Do início: de quando {{SaidFrom}} até que {{SaidTo}}',
  'it is asked for': 'é pedido',
  'its bundle is written': 'seu bundle é gravado',
  'the OCI runtime is begun': 'o runtime OCI é iniciado',
  'its cgroup is made': 'seu cgroup é criado',
  'namespaces and root are made': 'namespaces e raiz são criados',
  'the program is begun': 'o programa é iniciado',
  'it is seen to run': 'é visto em execução',
  '{{eachRuntime}}: in {{count}} starts not every part was seen.':
    '{{eachRuntime}}: em {{count}} inicializações nem toda parte foi vista.',

  '{{low}} starts {{number}}x faster than {{high}} by the medians of {{Runs}}, too few for a 95 % interval':
    '{{low}} inicia {{number}}x mais rápido que {{high}} pelas medianas de {{Runs}}, de menos para um intervalo de 95 %',
  '{{low}} starts {{number}}x faster than {{high}}, 95 % interval {{numberFrom}} to {{numberTo}}':
    '{{low}} inicia {{number}}x mais rápido que {{high}}, intervalo de 95 %: {{numberFrom}} a {{numberTo}}',
  'It printed something else than the others.': 'Imprimiu algo diferente dos outros.',
  'The page cache could not be emptied: {{Why}}.':
    'O cache de páginas não pôde ser esvaziado: {{Why}}.',
  'Run Paralelo as root on the machine itself, or measure with a warm page cache.':
    'Execute o Paralelo como root na própria máquina, ou meça com o cache de páginas aquecido.',
} as const satisfies Record<string, string>;
