/** The Lab's lanes and charts: what is seen of runs. */
export const lanes = {
  'Start|noun': 'Inicialização',
  'from the request to main(), one start each': 'da requisição até main(), uma para cada',
  'Who reaches main() first, and where the time goes.':
    'Quem chega primeiro a main(), e onde o tempo é gasto.',
  'main at {{time}}': 'main em {{time}}',
  'at {{moment}}': 'em {{moment}}',
  '{{kind}}: definitions of memory': '{{kind}}: definições de memória',
  'No run yet.': 'Nenhuma execução ainda.',
  '{{label}} not read': '{{label}} não lida',
  '{{label}} up to {{bytes}}': '{{label}} até {{bytes}}',
  '{{name}}: not read.': '{{name}}: não lida.',
  '{{name}}: up to {{percent}} of one core.': '{{name}}: até {{percent}} de um núcleo.',

  'The same program, as a container and as a Wasm module':
    'O mesmo programa, como contêiner e como módulo Wasm',
  'Run starts {{program}} in {{names}} at the same moment, each with {{limit}}.':
    'Executar inicia {{program}} em {{names}} no mesmo instante, cada um com {{limit}}.',
  'Run starts {{program}} in {{names}} at the same moment, each without a limit.':
    'Executar inicia {{program}} em {{names}} no mesmo instante, cada um sem limite.',
  'Run starts {{program}} in {{names}} with {{limit}}.':
    'Executar inicia {{program}} em {{names}} com {{limit}}.',
  'Run starts {{program}} in {{names}}.': 'Executar inicia {{program}} em {{names}}.',
  'Watch who is first, how each grows, and how each ends.':
    'Veja quem chega primeiro, como cada um cresce e como cada um termina.',
  'Choose a second runtime under Lanes to compare.':
    'Escolha um segundo runtime em Raias para comparar.',
  'No runtime is chosen: choose one under Lanes.': 'Nenhum runtime escolhido: escolha um em Raias.',
  'What the program prints appears here.': 'O que o programa imprime aparece aqui.',
  'Ready. Who holds its limits:': 'Pronto. Quem impõe os limites:',
  'Ready, without any limit.': 'Pronto, sem nenhum limite.',
  'not enforced here': 'não imposto aqui',

  Replay: 'Reprodução',
  'Recorded {{when}}': 'Gravada em {{when}}',
  '{{count}} recorded run, aligned at their requests_one':
    '{{count}} execução gravada, alinhada pela requisição',
  '{{count}} recorded run, aligned at their requests_other':
    '{{count}} execuções gravadas, alinhadas pelas requisições',
  'Pause the replay': 'Pausar a reprodução',
  'Play the record': 'Reproduzir o registro',
  'Moment of the record': 'Instante do registro',

  preparing: 'preparando',
  'running|run': 'em execução',
  stopping: 'parando',
  ended: 'encerrado',
  'The image is being made ready; this is not part of the start.':
    'A imagem está sendo preparada; isto não faz parte da inicialização.',
  'The module is being checked; this is not part of the start.':
    'O módulo está sendo verificado; isto não faz parte da inicialização.',
  'It is being started.': 'Está sendo iniciado.',
  'In its start: {{phase}}.': 'Em inicialização: {{phase}}.',
  'It is being ended.': 'Está sendo encerrado.',
  'It runs.': 'Está em execução.',
  'In main() since {{time}} after the request.': 'Em main() desde {{time}} após a requisição.',
  'It ended while this window was not connected: how, is not known here.':
    'Terminou enquanto esta janela estava sem conexão: como, não se sabe aqui.',
  'after {{time}}': 'após {{time}}',
  'ended by {{signal}}': 'encerrado por {{signal}}',
  'exit {{code}}': 'saída {{code}}',
  'memory refused, exit {{code}}': 'memória recusada, saída {{code}}',
  'memory refused, ended by itself': 'memória recusada, terminou sozinho',
  'OOM-killed': 'morto por OOM',
  trapped: 'trap',
  'stopped by the time limit': 'parado pelo limite de tempo',
  'out of fuel': 'sem combustível',
  'stopped by you': 'parado por você',
  'did not start': 'não iniciou',
  'Paralelo ended before it': 'Paralelo encerrou antes',

  'Working set': 'Working set',
  RSS: 'RSS',
  'Linear memory': 'Memória linear',
  peak: 'pico',
  'in all': 'no total',
  At: 'Em',
  Lasted: 'Durou',
  Elapsed: 'Decorrido',
  'Isolation of {{name}}': 'Isolamento de {{name}}',
  'Fewer facts': 'Menos fatos',
  '{{count}} more fact_one': 'Mais {{count}} fato',
  '{{count}} more fact_other': 'Mais {{count}} fatos',
  Output: 'Saída',
  'Output of {{name}}': 'Saída de {{name}}',
  '{{size}} not shown': '{{size}} não mostrados',
  'same output': 'mesma saída',
  'same as {{names}}': 'igual a {{names}}',
  'All that it wrote to stdout has the same sha256.':
    'Tudo o que gravou em stdout tem o mesmo sha256.',
  'What it wrote to stdout is unlike every other lane’s: sha256 differs.':
    'O que gravou em stdout difere de todas as outras raias: o sha256 é outro.',

  'Details of {{name}}: ids, phases, peaks': 'Detalhes de {{name}}: ids, fases, picos',
  'Image id': 'Id da imagem',
  'Module sha256': 'Sha256 do módulo',
  'Stdout sha256': 'Sha256 de stdout',
  'Who holds the limits': 'Quem impõe os limites',
  memory: 'memória',
  cpus: 'cpus',
  pids: 'pids',
  time: 'tempo',
  'fuel|limit': 'combustível',
  'engine-flag': 'opção do motor',
  'module-maximum': 'máximo do módulo',
  'v8-flag': 'opção do V8',
  'lab-kill': 'o laboratório encerra',
  interface: 'a interface',
  'Phases, from the request': 'Fases, desde a requisição',
  lasts: 'em curso',
  Peaks: 'Picos',
  'What the kernel counted of its process until the end (getrusage)':
    'O que o kernel contou do processo até o fim (getrusage)',
  'Its process in all': 'O processo no total',
  'CPU, user': 'CPU, usuário',
  'CPU, system': 'CPU, sistema',
  'RSS at most': 'RSS máximo',
} as const satisfies Record<string, string>;
