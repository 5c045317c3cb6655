/** What is said of containers that are watched: what can be done with them, how they are configured, what a run leaves out. */
export const runtimesInstances = {
  // What is done with one, or asked of it.
  '{{name}} is protected: it has the label {{label}}.':
    '{{name}} é protegido: tem o rótulo {{label}}.',
  'To {{Action}} it, use the command line of its engine, or make it without that label.':
    'Para {{Action}} o contêiner, use a linha de comando do motor, ou crie-o sem esse rótulo.',
  '{{name}} is {{State}}, and its engine does not {{Action}} one that is.':
    '{{name}} está {{State}}, e o motor não aceita {{Action}} um contêiner nesse estado.',
  'To start it, use the command line of its engine, or make it without that label.':
    'Para iniciar o contêiner, use a linha de comando do motor, ou crie-o sem esse rótulo.',
  '{{name}} is exited, and its engine does not {{Action}} one that is.':
    '{{name}} está encerrado, e o motor não aceita {{Action}} um contêiner nesse estado.',
  '{{name}} is {{State}}, and its engine does not start one that is.':
    '{{name}} está {{State}}, e o motor não aceita iniciar um contêiner nesse estado.',
  'Wait until its engine is done with it.': 'Espere até que o motor termine com ele.',
  'Possible now: {{Actions}}.': 'Possível agora: {{Actions}}.',
  'Possible now: start.': 'Possível agora: iniciar.',
  'Possible now: start, {{Actions}}.': 'Possível agora: iniciar, {{Actions}}.',
  '{{name}} is no longer there.': '{{name}} não existe mais.',
  'Look at the list: it may have been made anew under the same name.':
    'Olhe a lista: ele pode ter sido recriado com o mesmo nome.',
  '{{engine}} could not start {{name}}: {{words}}':
    '{{engine}} não conseguiu iniciar {{name}}: {{words}}',
  '{{engine}} could not stop {{name}}: {{words}}':
    '{{engine}} não conseguiu parar {{name}}: {{words}}',
  '{{engine}} could not restart {{name}}: {{words}}':
    '{{engine}} não conseguiu reiniciar {{name}}: {{words}}',
  '{{engine}} could not pause {{name}}: {{words}}':
    '{{engine}} não conseguiu pausar {{name}}: {{words}}',
  '{{engine}} could not unpause {{name}}: {{words}}':
    '{{engine}} não conseguiu retomar {{name}}: {{words}}',
  '{{engine}} could not kill {{name}}: {{words}}':
    '{{engine}} não conseguiu matar {{name}}: {{words}}',
  '{{engine}} could not remove {{name}}: {{words}}':
    '{{engine}} não conseguiu remover {{name}}: {{words}}',
  'Do what it says, then try again.': 'Faça o que ele diz e tente de novo.',
  '{{name}} does not answer.': '{{name}} não responde.',
  'Start it.': 'Inicie-o.',
  '{{engine}} could not read the isolation of {{name}}: {{words}}':
    '{{engine}} não conseguiu ler o isolamento de {{name}}: {{words}}',
  '{{engine}} could not read the configuration of {{name}}: {{words}}':
    '{{engine}} não conseguiu ler a configuração de {{name}}: {{words}}',
  '{{engine}} could not list the processes of {{name}}: {{words}}':
    '{{engine}} não conseguiu listar os processos de {{name}}: {{words}}',
  '{{engine}} could not read the events of {{name}}: {{words}}':
    '{{engine}} não conseguiu ler os eventos de {{name}}: {{words}}',
  '{{engine}} could not read the settings of {{name}}: {{words}}':
    '{{engine}} não conseguiu ler as configurações de {{name}}: {{words}}',
  '{{engine}} could not read the logs of {{name}}: {{words}}':
    '{{engine}} não conseguiu ler os logs de {{name}}: {{words}}',
  '{{engine}} keeps no logs of {{name}} that can be read: its log driver is {{driver}}.':
    '{{engine}} não guarda logs de {{name}} que possam ser lidos: seu driver de log é {{driver}}.',
  'It is a run of the lab: its output is shown there.':
    'É uma execução do laboratório: a saída é mostrada lá.',
  'Make it anew with --log-driver json-file (or local, journald), or look where its driver sends them.':
    'Recrie-o com --log-driver json-file (ou local, journald), ou procure aonde o driver os envia.',
  'was {{word}}': 'era {{word}}',

  // As a run of the lab: what is left out.
  '{{name}} has settings that a run of the lab cannot have: {{why}}':
    '{{name}} tem configurações que uma execução do laboratório não pode ter: {{why}}',
  'Fill in the form of the Lab by hand.': 'Preencha o formulário do Laboratório à mão.',
  'Its image is no longer here under the name {{image}}.':
    'A imagem dele não está mais aqui com o nome {{image}}.',
  '{{image}} means another image now than the one it was made from.':
    '{{image}} agora é outra imagem, não aquela de que ele foi feito.',
  'Its own entry point: {{command}}.': 'O ponto de entrada próprio: {{command}}.',
  'Its user: {{user}}.': 'O usuário: {{user}}.',
  'Its working directory: {{path}}.': 'O diretório de trabalho: {{path}}.',
  'Its network: {{network}}.': 'A rede: {{network}}.',
  'Its published ports: {{ports}}.': 'As portas publicadas: {{ports}}.',
  'Its other networks: {{networks}}.': 'As outras redes: {{networks}}.',
  'Its DNS servers: {{servers}}.': 'Os servidores de DNS: {{servers}}.',
  'Its extra hosts: {{hosts}}.': 'Os hosts extras: {{hosts}}.',
  'Its volume {{name}} at {{path}}.': 'O volume {{name}} em {{path}}.',
  'Its tmpfs at {{path}}.': 'O tmpfs em {{path}}.',
  'Its image {{name}} at {{path}}.': 'A imagem {{name}} em {{path}}.',
  'It is privileged: all capabilities and devices.':
    'É privilegiado: todas as capabilities e todos os dispositivos.',
  'All capabilities: name those that are needed.':
    'Todas as capabilities: indique as que são necessárias.',
  'Its security options: {{options}}.': 'As opções de segurança: {{options}}.',
  'Its shared namespaces: {{namespaces}}.': 'Os namespaces compartilhados: {{namespaces}}.',
  'Its devices: {{devices}}.': 'Os dispositivos: {{devices}}.',
  'Its GPUs or other requested devices.': 'As GPUs ou outros dispositivos solicitados.',
  'Its additional groups: {{groups}}.': 'Os grupos adicionais: {{groups}}.',
  'Its sysctls: {{names}}.': 'Os sysctls: {{names}}.',
  'Swap beyond its memory limit: a run of the lab has none.':
    'O swap além do limite de memória: uma execução do laboratório não tem.',
  'Its memory reservation.': 'A reserva de memória.',
  'Its CPU shares.': 'As cotas relativas de CPU (CPU shares).',
  'Its CPU set: {{cpus}}.': 'O conjunto de CPUs: {{cpus}}.',
  'Its ulimits: {{names}}.': 'Os ulimits: {{names}}.',
  'The size of its shared memory (/dev/shm).': 'O tamanho da memória compartilhada (/dev/shm).',
  'That it is never killed for memory.': 'Que ele nunca seja morto por memória.',
  'Its restart policy: {{policy}}.': 'A política de reinício: {{policy}}.',
  'Its health check.': 'A verificação de saúde.',
  'Its terminal.': 'O terminal.',
  'Its open standard input.': 'A entrada padrão aberta.',
  'Its init process.': 'O processo init.',

  // Its configuration.
  'Image and command': 'Imagem e comando',
  Image: 'Imagem',
  'Image id': 'Id da imagem',
  Platform: 'Plataforma',
  Command: 'Comando',
  'Working directory': 'Diretório de trabalho',
  User: 'Usuário',
  'Host name': 'Nome do host',
  Terminal: 'Terminal',
  'Standard input open': 'Entrada padrão aberta',
  'OCI runtime': 'Runtime OCI',
  'Storage driver': 'Driver de armazenamento',
  'Removed when it ends': 'Removido quando termina',
  'Init process': 'Processo init',
  Limits: 'Limites',
  Memory: 'Memória',
  'Memory and swap': 'Memória e swap',
  unlimited: 'ilimitado',
  'Memory reservation': 'Reserva de memória',
  CPUs: 'CPUs',
  'CPU shares': 'Cotas relativas de CPU',
  'CPU set': 'Conjunto de CPUs',
  Processes: 'Processos',
  'Shared memory (/dev/shm)': 'Memória compartilhada (/dev/shm)',
  'OOM score adjustment': 'Ajuste da pontuação de OOM',
  'OOM kill': 'Morte por OOM',
  off: 'desligado',
  '{{soft}} soft, {{hard}} hard': '{{soft}} flexível, {{hard}} rígido',
  Mounts: 'Montagens',
  '{{mount}}, read-only': '{{mount}}, somente leitura',
  '{{mount}}, read-write': '{{mount}}, leitura e escrita',
  Ports: 'Portas',
  'not published': 'não publicada',
  Networks: 'Redes',
  Mode: 'Modo',
  'no address': 'sem endereço',
  'DNS servers': 'Servidores de DNS',
  'Extra hosts': 'Hosts extras',
  'Restart policy': 'Política de reinício',
  Policy: 'Política',
  'At most': 'No máximo',
  'Restarted so far': 'Reiniciado até agora',
  '{{number}} times': '{{number}} vezes',
  'Health check': 'Verificação de saúde',
  Every: 'A cada',
  'Fails after': 'Falha após',
  'Begins after': 'Começa após',
  'Unhealthy after': 'Não saudável após',
  '{{number}} failures in a row': '{{number}} falhas seguidas',
  Status: 'Situação',
  'Failures in a row': 'Falhas seguidas',
  'Last check at': 'Última verificação em',
  'Last exit code': 'Último código de saída',
  'Last output': 'Última saída',
  Privileges: 'Privilégios',
  Privileged: 'Privilegiado',
  'Read-only root': 'Raiz somente leitura',
  'Capabilities added': 'Capabilities adicionadas',
  'Capabilities dropped': 'Capabilities retiradas',
  'Security options': 'Opções de segurança',
  'Groups added': 'Grupos adicionados',
  Devices: 'Dispositivos',
  'PID namespace': 'Namespace de PID',
  'IPC namespace': 'Namespace de IPC',
  'UTS namespace': 'Namespace de UTS',
  'User namespace': 'Namespace de usuário',
  'Cgroup namespace': 'Namespace de cgroup',
  Logging: 'Logs',
  Driver: 'Driver',
  Environment: 'Variáveis de ambiente',
  '(empty)': '(vazia)',
  Labels: 'Rótulos',
} as const satisfies Record<string, string>;
