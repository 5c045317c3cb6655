/** What is said of the Wasm processes of this machine that the lab watches and did not start. */
export const runtimesProcesses = {
  'Processes of this machine': 'Processos desta máquina',
  'Wasm processes are found on Linux only: this system does not show the memory and the files of its processes as Linux does.':
    'Processos Wasm só são encontrados no Linux: este sistema não mostra a memória e os arquivos dos processos como o Linux.',
  'Containers and the runs of this lab are shown all the same.':
    'Contêineres e as execuções deste laboratório são mostrados mesmo assim.',
  'The processes of this machine cannot be listed: {{path}} cannot be read.':
    'Os processos desta máquina não podem ser listados: {{path}} não pode ser lido.',
  'Mount /proc, or start Paralelo where it is mounted.':
    'Monte /proc, ou inicie o Paralelo onde ele está montado.',

  // What is done with one.
  'A Wasm process cannot be asked to {{Action}}: nobody keeps it as an engine keeps a container.':
    'Não é possível {{Action}} um processo Wasm: ninguém o mantém como um motor mantém um contêiner.',
  'It can be stopped (SIGTERM) and killed (SIGKILL).':
    'Ele pode ser parado (SIGTERM) e morto (SIGKILL).',
  '{{process}} is still there {{seconds}} s after {{signal}}.':
    '{{process}} ainda existe {{seconds}} s depois de {{signal}}.',
  'It ignores the signal or is still busy ending: wait, or kill it.':
    'Ele ignora o sinal ou ainda está terminando: espere, ou mate-o.',
  'The kernel waits for it in a device or a file system; look at its state with `ps`.':
    'O kernel espera por ele em um dispositivo ou sistema de arquivos; veja seu estado com `ps`.',
  '{{process}} belongs to another user: {{signal}} is not allowed (EPERM).':
    '{{process}} pertence a outro usuário: {{signal}} não é permitido (EPERM).',
  'Ask its owner, or run Paralelo as that user or as root.':
    'Peça ao dono, ou execute o Paralelo como esse usuário ou como root.',
  '{{signal}} could not be sent to {{process}} ({{code}}).':
    '{{signal}} não pôde ser enviado a {{process}} ({{code}}).',
  'Try it again.': 'Tente de novo.',
  '{{process}} has ended already.': '{{process}} já terminou.',
  'Nothing is left to do: it will be off the list in a moment.':
    'Não há mais nada a fazer: logo sairá da lista.',

  // As a run of the lab.
  'It cannot be opened as a run of the lab: {{Why}}':
    'Não pode ser aberto como uma execução do laboratório: {{Why}}',
  'The lab runs no guests in {{runtime}}.': 'O laboratório não executa convidados em {{runtime}}.',
  'Its command line does not name the file of a module.':
    'Sua linha de comando não indica o arquivo de um módulo.',
  '{{path}} is code compiled ahead of time, not a module.':
    '{{path}} é código compilado antecipadamente, não um módulo.',
  'Choose its module in the Lab by hand.': 'Escolha o módulo dele no Laboratório à mão.',
  'What {{Script}} gives the guest in {{runtime}}: arguments, directories, functions.':
    'O que {{Script}} dá ao convidado em {{runtime}}: argumentos, diretórios, funções.',
  'its own code': 'seu próprio código',
  'The option {{option}}.': 'A opção {{option}}.',
  'The container it runs in, whose files have these paths only inside.':
    'O contêiner em que executa, cujos arquivos só têm estes caminhos dentro dele.',
  'Its standard input.': 'A entrada padrão.',

  // Its logs.
  'Its output goes to {{path}}, which may not be read.':
    'Sua saída vai para {{path}}, que não há permissão para ler.',
  'Run Paralelo as a user who may read that file.':
    'Execute o Paralelo como um usuário que pode ler esse arquivo.',
  'Nobody keeps its output: it goes to {{Where}}.':
    'Ninguém guarda sua saída: ela vai para {{Where}}.',
  'Read it there, or start the program with its output in a file (`> out.log 2>&1`): then it is shown here.':
    'Leia-a lá, ou inicie o programa com a saída em um arquivo (`> out.log 2>&1`): então ela é mostrada aqui.',
  'nowhere (/dev/null)': 'lugar nenhum (/dev/null)',
  'a terminal ({{path}})': 'um terminal ({{path}})',
  'a pipe': 'um pipe',
  'a pipe to {{process}}': 'um pipe para {{process}}',
  'a socket': 'um socket',
  'the device {{path}}': 'o dispositivo {{path}}',
  'the named pipe {{path}}': 'o pipe nomeado {{path}}',
  'nowhere: it is closed': 'lugar nenhum: está fechada',
  'where only its owner and root can see': 'onde só o dono e o root podem ver',

  // Its walls.
  'no sandbox for files': 'sem sandbox para arquivos',
  'wasm3 grants the directory it runs in, and “../” leads out of it to all that the user may reach.':
    'O wasm3 concede o diretório em que executa, e “../” leva dele a tudo o que o usuário pode alcançar.',
  'The runtime follows symbolic links out of a granted directory.':
    'O runtime segue links simbólicos para fora de um diretório concedido.',
  'all of the environment': 'todas as variáveis de ambiente',
  'The guest sees every environment variable of the process around it.':
    'O convidado vê toda variável de ambiente do processo em volta dele.',
  'network granted': 'rede concedida',
  'The runtime was told to give the guest the network of the process around it.':
    'O runtime recebeu a ordem de dar ao convidado a rede do processo em volta dele.',
  'Runs as user 0: every file of the host is open to it.':
    'Executa como usuário 0: todo arquivo do hospedeiro está aberto a ele.',
  'Runs as the unprivileged user {{word}}.': 'Executa como o usuário sem privilégios {{word}}.',
  'Its module cannot be read: {{Why}}': 'O módulo dele não pode ser lido: {{Why}}',
  'Which module it runs is not told: the command line of {{runtime}} names no module.':
    'Não se sabe que módulo executa: a linha de comando de {{runtime}} não indica um módulo.',
  'Which module it runs is not told: the command line of {{runtime}} names {{path}}, which is no file.':
    'Não se sabe que módulo executa: a linha de comando de {{runtime}} indica {{path}}, que não é um arquivo.',
  'Inspect the module’s file itself, if you know where it is.':
    'Inspecione o próprio arquivo do módulo, se você souber onde está.',
  '{{path}} is not there any more, may not be read, or is too large.':
    '{{path}} não existe mais, não há permissão para lê-lo, ou é grande demais.',
  'Run Paralelo as a user who may read it, or inspect the file itself.':
    'Execute o Paralelo como um usuário que pode lê-lo, ou inspecione o próprio arquivo.',
  'What {{Who}} gives its guest does not stand on the command line.':
    'O que {{Who}} dá ao seu convidado não está na linha de comando.',
  'the script in {{runtime}}': 'o script em {{runtime}}',
  'the script {{path}} in {{runtime}}': 'o script {{path}} em {{runtime}}',
  'Read its script or its manifest: until then count on everything that its process may reach.':
    'Leia o script ou o manifesto dele: até lá, conte com tudo o que o processo dele pode alcançar.',
  'What the kernel shows of process {{pid}} could not be read.':
    'O que o kernel mostra do processo {{pid}} não pôde ser lido.',
  'Run Paralelo as the same user, or as root.':
    'Execute o Paralelo como o mesmo usuário, ou como root.',
  'Process {{pid}} has ended.': 'O processo {{pid}} terminou.',
  'Choose one that still runs.': 'Escolha um que ainda esteja em execução.',

  // Its configuration, beside the words that it shares with a container's.
  'Command line': 'Linha de comando',
  Path: 'Caminho',
  Runtime: 'Runtime',
  Module: 'Módulo',
  Output: 'Saída',
  Container: 'Contêiner',
  Name: 'Nome',
  Executable: 'Executável',
  Size: 'Tamanho',
  Kind: 'Tipo',
  component: 'componente',
  'core module': 'módulo core',
  Imports: 'Importações',
  'from {{number}} to {{most}}': 'de {{number}} a {{most}}',
  'from {{number}} to no declared maximum': 'de {{number}}, sem máximo declarado',
  '{{number}} more': 'mais {{number}}',
} as const satisfies Record<string, string>;
