/** What the contract says: what does not fit it, the definitions of memory, the questions of isolation. */
export const contract = {
  'There is no request called "{{name}}".': 'Não há uma requisição chamada "{{name}}".',
  'The window and the lab may be of different versions: restart Paralelo.':
    'A janela e o laboratório podem ser de versões diferentes: reinicie o Paralelo.',
  'Paralelo failed where it should not have: {{Why}}': 'O Paralelo falhou onde não devia: {{Why}}',
  '{{request}}: {{Field}} does not fit: {{Why}}.': '{{request}}: {{Field}} não é válido: {{Why}}.',
  '{{Field}} does not fit: {{Why}}': '{{Field}} não é válido: {{Why}}',
  'the whole': 'o conteúdo',
  'all of it': 'o conteúdo',
  'Correct that field and try again.': 'Corrija esse campo e tente de novo.',

  // Why a value does not fit: the checks of the contract, and those of the library behind them.
  'Invalid {{Kind}}: Expected {{expected}} but received {{received}}':
    '{{Kind}} inválido: esperado {{expected}}, recebido {{received}}',
  type: 'tipo',
  value: 'valor',
  length: 'comprimento',
  format: 'formato',
  integer: 'inteiro',
  'a date of ISO 8601': 'uma data em ISO 8601',
  'a family of runtimes, such as wasmtime': 'uma família de runtimes, como wasmtime',
  'a name without = or NUL': 'um nome sem = nem NUL',
  'a regular expression': 'uma expressão regular',
  'a step of at least a {{most}}th of what is grown to':
    'um passo de pelo menos 1/{{most}} do tamanho final',
  'an id of 8 to 64 letters and digits': 'um identificador de 8 a 64 letras e algarismos',
  'an image, a module, or both': 'uma imagem, um módulo, ou ambos',
  'an object': 'um objeto',
  'at least two steps': 'pelo menos dois passos',
  'at most {{most}} MiB': 'no máximo {{most}} MiB',
  'linux/amd64, linux/arm64 or another of Linux': 'linux/amd64, linux/arm64 ou outra do Linux',
  'no NUL byte': 'nenhum byte NUL',
  'samples in the order of their times': 'amostras na ordem dos seus tempos',
  'results of its own attempts and runtimes, each once':
    'resultados de suas próprias tentativas e runtimes, cada um uma vez',
  'steps in the order of their lengths and times': 'passos na ordem de suas durações e tempos',
  'the lowest, the highest, the mean and the number of the same values':
    'o menor, o maior, a média e o número dos mesmos valores',
  'this experiment takes no program of your own: {{Why}}':
    'este experimento não aceita um programa seu: {{Why}}',
  'its steps are those that the twin grow says': 'os passos são os que o gêmeo grow informa',
  'its kernels are twins that print their own time and checksum':
    'seus kernels são gêmeos que imprimem o próprio tempo e soma de verificação',
  'an instance has to hold a known memory and wait, which a twin does':
    'uma instância tem de ocupar uma memória conhecida e esperar, o que um gêmeo faz',
  'each limit is met by a twin that goes for it':
    'cada limite é enfrentado por um gêmeo que o busca',

  // The definitions of memory.
  'Working set': 'Working set',
  'Cgroup memory without inactive page cache: what `docker stats` shows. usage minus inactive_file.':
    'Memória do cgroup sem o cache de páginas inativo: o que o `docker stats` mostra. usage menos inactive_file.',
  Cgroup: 'Cgroup',
  'All memory charged to the cgroup, page cache and kernel memory included; the limit is held against this. memory.usage_in_bytes or memory.current.':
    'Toda a memória debitada do cgroup, com cache de páginas e memória do kernel; o limite vale para esta. memory.usage_in_bytes ou memory.current.',
  Anonymous: 'Anônima',
  'Memory with no file behind it: heap and stack. total_rss (cgroup v1) or anon (v2) of memory.stat.':
    'Memória sem arquivo por trás: heap e pilha. total_rss (cgroup v1) ou anon (v2) de memory.stat.',
  'Linear memory': 'Memória linear',
  "The size of the module's linear memory, whether it was touched or not. 64 KiB pages.":
    'O tamanho da memória linear do módulo, tenha sido tocada ou não. Páginas de 64 KiB.',
  RSS: 'RSS',
  'Resident pages of the processes, shared ones counted in full in each. Rss of smaps_rollup, or VmRSS of status where that may not be read.':
    'Páginas residentes dos processos, as compartilhadas contadas por inteiro em cada um. Rss de smaps_rollup, ou VmRSS de status onde aquele não pode ser lido.',
  PSS: 'PSS',
  'Resident pages, shared ones divided by how many processes share them. Pss of smaps_rollup.':
    'Páginas residentes, as compartilhadas divididas por quantos processos as compartilham. Pss de smaps_rollup.',
  'Private dirty': 'Privada suja',
  'Pages that only this process has and that it has written: what ending it would give back at once. Private_Dirty of smaps_rollup.':
    'Páginas que só este processo tem e nas quais escreveu: o que seu fim devolveria de imediato. Private_Dirty de smaps_rollup.',
  'Linear maximum': 'Máximo linear',
  'How far the linear memory may grow: the smaller of the module maximum and the limit.':
    'Até onde a memória linear pode crescer: o menor entre o máximo do módulo e o limite.',
  Limit: 'Limite',
  'The memory limit in force as the kernel or the engine shows it.':
    'O limite de memória em vigor, como o kernel ou o motor o mostra.',

  // The questions of isolation.
  'Can it read the host’s files?': 'Pode ler os arquivos do hospedeiro?',
  'Can it see other processes?': 'Pode ver outros processos?',
  'Can it reach the network?': 'Pode alcançar a rede?',
  'Can it exceed its memory?': 'Pode exceder sua memória?',
  'Can it run for ever?': 'Pode executar para sempre?',
  'Can it become root?': 'Pode se tornar root?',
  'What stands behind the first wall?': 'O que há atrás da primeira parede?',

  // What a container has used.
  '{{number}} at most': 'no máximo {{number}}',
  '{{number}} at once': '{{number}} ao mesmo tempo',
  users: 'usuários',
  network: 'rede',
  wrote: 'gravou',
  nothing: 'nada',
  'listens nowhere': 'não escuta em lugar nenhum',
  'listens on {{ports}}': 'escuta em {{ports}}',
  'nothing sent, {{Listens}}': 'nada enviado, {{Listens}}',
  'TCP connections: {{connections}}, datagrams: {{datagrams}}, {{Listens}}':
    'conexões TCP: {{connections}}, datagramas: {{datagrams}}, {{Listens}}',
  '1 path, in {{directories}}': '1 caminho, em {{directories}}',
  '{{number}} paths, in {{directories}}': '{{number}} caminhos, em {{directories}}',
  'what is finer is kept no longer than what is coarser':
    'o que é mais detalhado não é guardado por mais tempo que o menos detalhado',
  'at least one contender': 'pelo menos um concorrente',
} as const satisfies Record<string, string>;
