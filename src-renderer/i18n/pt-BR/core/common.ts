/** What more than one room of the core says, and words that stand in its sentences as values. */
export const common = {
  'Check the path.': 'Verifique o caminho.',
  'Check the path and its permissions.': 'Verifique o caminho e suas permissões.',
  'Check the permissions of the file and of the folders above it.':
    'Verifique as permissões do arquivo e das pastas acima dele.',
  'Give the path of the .wasm file itself.': 'Indique o caminho do próprio arquivo .wasm.',
  'Install Paralelo again; in a checkout, `npm run workloads` builds the twins anew.':
    'Instale o Paralelo de novo; em um checkout, `npm run workloads` recompila os gêmeos.',
  'Paralelo is closing.': 'O Paralelo está sendo fechado.',
  'Run it again.': 'Execute de novo.',
  'Run it again; if it repeats, report it with this message.':
    'Execute de novo; se o erro se repetir, relate-o com esta mensagem.',
  'Wait until it has ended, or stop it; then export it.':
    'Espere até que termine, ou pare-o; depois exporte-o.',
  'Wait until it has ended, or stop it; then it is whole.':
    'Espere até que termine, ou pare-o; então estará completo.',
  '{{id}} has not ended.': '{{id}} não terminou.',
  '{{path}} cannot be read ({{code}}).': '{{path}} não pode ser lido ({{code}}).',
  '{{path}} is a directory.': '{{path}} é um diretório.',
  '{{path}} is not an absolute path.': '{{path}} não é um caminho absoluto.',
  '{{path}} is not a regular file.': '{{path}} não é um arquivo comum.',
  'There is no file {{path}}.': 'Não existe o arquivo {{path}}.',
  'There is no runtime called {{id}} here.': 'Não há aqui um runtime chamado {{id}}.',
  'it is not JSON': 'não é JSON',

  and: 'e',
  or: 'ou',
  none: 'nenhum',
  yes: 'sim',
  no: 'não',

  // What is done with an instance, and how it is.
  stop: 'parar',
  restart: 'reiniciar',
  pause: 'pausar',
  unpause: 'retomar',
  kill: 'matar',
  remove: 'remover',
  created: 'criado',
  running: 'em execução',
  paused: 'pausado',
  restarting: 'reiniciando',
  removing: 'sendo removido',
  dead: 'morto',
  starting: 'iniciando',
  healthy: 'saudável',
  unhealthy: 'não saudável',

  // Limits.
  memory: 'memória',
  CPU: 'CPU',
  cpus: 'CPU',
  processes: 'processos',
  pids: 'processos',
  time: 'tempo',
  fuel: 'combustível',
} as const satisfies Record<string, string>;
