export const lab = {
  'main was not reached': 'main não foi alcançada',
  'What to run': 'O que executar',
  'Your own': 'O seu',
  'your program': 'seu programa',
  'One C source, built as a container image and as a Wasm module':
    'Um código-fonte em C, compilado como imagem de contêiner e como módulo Wasm',
  'An image for the containers, a module for Wasm.':
    'Uma imagem para os contêineres, um módulo para o Wasm.',
  'Split as a shell would.': 'Separados como num shell.',
  'Split as a shell would; nothing is expanded.': 'Separados como num shell; nada é expandido.',
  choose: 'escolher',
  'Image for the container lanes': 'Imagem para as raias de contêiner',
  'It must be on the engine already: nothing is pulled inside a start.':
    'Já precisa estar no motor: nada é baixado durante uma inicialização.',
  'Command and arguments': 'Comando e argumentos',
  'Module for the Wasm lanes': 'Módulo para as raias Wasm',
  'A core module for WASI preview 1, by its path on this machine.':
    'Um módulo core para WASI preview 1, pelo caminho nesta máquina.',
  'Choose a file…': 'Escolher um arquivo…',
  'Choose a program.': 'Escolha um programa.',
  'The container lanes need an image.': 'As raias de contêiner precisam de uma imagem.',
  'The Wasm lanes need a module.': 'As raias Wasm precisam de um módulo.',
  'How much each guest may have: 64 MiB, 512k, 1g. Empty is no limit.':
    'Quanto cada convidado pode ter: 64 MiB, 512k, 1g. Vazio é sem limite.',
  'Cores each guest may use: 1, 0.5. Empty is no limit.':
    'Núcleos que cada convidado pode usar: 1, 0,5. Vazio é sem limite.',
  'Wall time from the request: 500ms, 10 s, 2m. Then it is ended. Empty is no limit.':
    'Tempo de relógio desde a requisição: 500ms, 10 s, 2m. Depois ele é encerrado. Vazio é sem limite.',
  'Processes and threads the guest may have. Empty is no limit.':
    'Processos e threads que o convidado pode ter. Vazio é sem limite.',
  'A number of instructions, where the runtime counts them. Empty is no limit.':
    'Um número de instruções, onde o runtime as conta. Vazio é sem limite.',
  'More limits': 'Mais limites',
  'Sample every': 'Amostra a cada',
  'Between 20 ms and 60 s. Each reading costs a little of the host, never of the guest.':
    'Entre 20 ms e 60 s. Cada leitura custa um pouco da máquina, nunca do convidado.',
  '{{pids}} pids': '{{pids}} pids',
  'fuel {{fuel}}': 'combustível {{fuel}}',
  'every {{period}}': 'a cada {{period}}',

  'What the guest may reach. Nothing, unless it is listed here.':
    'O que o convidado pode alcançar. Nada, a menos que esteja listado aqui.',
  'network {{name}}': 'rede {{name}}',
  '{{count}} volume_one': '{{count}} volume',
  '{{count}} volume_other': '{{count}} volumes',
  '{{count}} variable_one': '{{count}} variável',
  '{{count}} variable_other': '{{count}} variáveis',
  'none, bridge, or a network the engine knows.': 'none, bridge ou uma rede que o motor conheça.',
  Volumes: 'Volumes',
  '/home/me/data:/data:ro': '/home/eu/dados:/dados:ro',
  'One host:guest a line; :ro makes it read-only.':
    'Um máquina:convidado por linha; :ro deixa somente leitura.',
  'NAME=value': 'NOME=valor',
  'One NAME=value a line.': 'Um NOME=valor por linha.',
  'Standard input from': 'Entrada padrão de',
  '/path/to/file': '/caminho/do/arquivo',

  Privileges: 'Privilégios',
  least: 'mínimos',
  '{{count}} loosened_one': '{{count}} afrouxado',
  '{{count}} loosened_other': '{{count}} afrouxados',
  'For containers. The defaults are the least a program needs; a module has none of these.':
    'Para contêineres. Os padrões são o mínimo de que um programa precisa; um módulo não tem nada disto.',
  'Read-only root': 'Raiz somente leitura',
  'The guest cannot write to its own file system.':
    'O convidado não pode gravar no próprio sistema de arquivos.',
  'No set-uid program gives it more than it started with.':
    'Nenhum programa set-uid lhe dá mais do que tinha ao começar.',
  'Seccomp filter': 'Filtro seccomp',
  'The engine’s default filter: some 50 rarely needed system calls are refused.':
    'O filtro padrão do motor: umas 50 chamadas de sistema raras são recusadas.',
  'Capabilities kept': 'Capabilities mantidas',
  'All others are dropped. Names as in NET_RAW, with spaces between.':
    'Todas as outras são retiradas. Nomes como NET_RAW, separados por espaços.',
  'Kept capabilities are root’s powers in parts.':
    'Capabilities mantidas são partes dos poderes do root.',
  'Docker’s default 14': 'As 14 padrão do Docker',
  'Least privilege': 'Privilégio mínimo',

  Lanes: 'Raias',
  'Up to {{number}} at once; the same one twice is fine.':
    'Até {{number}} de uma vez; o mesmo pode se repetir.',
  'Choose at least one runtime.': 'Escolha pelo menos um runtime.',
  '{{number}} lanes at most.': 'No máximo {{number}} raias.',
  'One {{name}} lane less': 'Uma raia de {{name}} a menos',
  'Lanes with {{name}}': 'Raias com {{name}}',
  'One more {{name}} lane': 'Mais uma raia de {{name}}',

  'Run again': 'Executar de novo',
  'Run all lanes at once · Ctrl+Enter': 'Executar todas as raias juntas · Ctrl+Enter',
  'Stop every lane · Esc or Ctrl+.': 'Parar todas as raias · Esc ou Ctrl+.',

  'No container engine was found on this machine.':
    'Nenhum motor de contêineres foi encontrado nesta máquina.',
  'Install Docker Engine or Podman; until then the Wasm lanes work.':
    'Instale o Docker Engine ou o Podman; até lá, as raias Wasm funcionam.',
  'Look again': 'Procurar de novo',

  'memory limit': 'limite de memória',
  'CPU limit': 'limite de CPU',
  'process limit': 'limite de processos',
  'time limit': 'limite de tempo',
  'fuel limit': 'limite de combustível',
  '{{names}} cannot hold the {{limit}}: it runs without it.':
    '{{names}} não consegue impor o {{limit}}: executa sem ele.',
  '{{names}} cannot hold the {{limit}}: they run without it.':
    '{{names}} não conseguem impor o {{limit}}: executam sem ele.',
  '{{names}} has no network: it runs without.': '{{names}} não tem rede: executa sem ela.',
  '{{names}} have no network: they run without.': '{{names}} não têm rede: executam sem ela.',
  '{{names}} has no directories to grant: it runs without.':
    '{{names}} não tem diretórios a conceder: executa sem eles.',
  '{{names}} have no directories to grant: they run without.':
    '{{names}} não têm diretórios a conceder: executam sem eles.',
  '{{names}} has no environment: it runs without.':
    '{{names}} não tem variáveis de ambiente: executa sem elas.',
  '{{names}} have no environment: they run without.':
    '{{names}} não têm variáveis de ambiente: executam sem elas.',
  '{{names}} has no standard input: it runs without.':
    '{{names}} não tem entrada padrão: executa sem ela.',
  '{{names}} have no standard input: they run without.':
    '{{names}} não têm entrada padrão: executam sem ela.',
} as const satisfies Record<string, string>;
