/** What isolates a run or an instance, as short labels and sentences (`src-main/isolation/facts`, `module/facts.ts`). */
export const isolationFacts = {
  '{{Detail}} This is the process around the guest; it counts only for a guest that breaks out of {{engine}}.':
    '{{Detail}} Este é o processo em volta do convidado; só conta para um convidado que escape de {{engine}}.',
  '{{own}} of {{all}} namespaces own': '{{own}} de {{all}} namespaces próprios',
  'Own: {{eachOwn}}. Shared with the host: {{eachShared}}. Not known: {{eachUnknown}}.':
    'Próprios: {{eachOwn}}. Compartilhados com o hospedeiro: {{eachShared}}. Não conhecidos: {{eachUnknown}}.',
  'Own: {{eachOwn}}. Shared with the host: {{eachShared}}.':
    'Próprios: {{eachOwn}}. Compartilhados com o hospedeiro: {{eachShared}}.',
  'Own: {{eachOwn}}. Not known: {{eachUnknown}}.':
    'Próprios: {{eachOwn}}. Não conhecidos: {{eachUnknown}}.',
  'Shared with the host: {{eachShared}}. Not known: {{eachUnknown}}.':
    'Compartilhados com o hospedeiro: {{eachShared}}. Não conhecidos: {{eachUnknown}}.',
  'Own: {{eachOwn}}.': 'Próprios: {{eachOwn}}.',
  mount: 'montagem',
  process: 'processo',
  'host name': 'nome do host',
  user: 'usuário',
  'memory {{bytes}}': 'memória {{bytes}}',
  'memory unlimited': 'memória ilimitada',
  'It can take all memory of the host.': 'Pode tomar toda a memória do hospedeiro.',
  'Its cgroup may hold {{bytes}}; beyond that the kernel ends a process of it.':
    'Seu cgroup pode ocupar {{bytes}}; além disso o kernel encerra um processo dele.',
  'CPU unlimited': 'CPU ilimitada',
  'It can use every core of the host.': 'Pode usar todos os núcleos do hospedeiro.',
  'Its cgroup may use {{cores}} cores on average in each scheduling period.':
    'Seu cgroup pode usar em média {{cores}} núcleos em cada período de escalonamento.',
  'pids unlimited': 'pids ilimitados',
  'A fork bomb inside reaches the limit of the host.':
    'Uma fork bomb dentro alcança o limite do hospedeiro.',
  'At most {{amount}} processes and threads.': 'No máximo {{amount}} processos e threads.',
  'no capabilities': 'sem capabilities',
  'all capabilities': 'todas as capabilities',
  'Every system call that needs a capability is refused.':
    'Toda chamada de sistema que precisa de uma capability é recusada.',
  "Root's power over the host is whole: {{amount}} of {{all}} capabilities, SYS_ADMIN among them.":
    'O poder de root sobre o hospedeiro é total: {{amount}} de {{all}} capabilities, SYS_ADMIN entre elas.',
  "Holds {{names}}: the engine's default set or a part of it.":
    'Tem {{names}}: o conjunto padrão do motor ou parte dele.',
  "Holds {{names}}. Beyond the engine's default: {{beyond}}.":
    'Tem {{names}}. Além do padrão do motor: {{beyond}}.',
  '{{Detail}} A set-user-ID program inside could still gain {{names}}.':
    '{{Detail}} Um programa set-user-ID dentro ainda poderia ganhar {{names}}.',
  '1 capability': '1 capability',
  'no seccomp': 'sem seccomp',
  'seccomp strict': 'seccomp estrito',
  'seccomp filter': 'filtro seccomp',
  'No filter stands before the kernel: every system call can be made.':
    'Nenhum filtro está diante do kernel: toda chamada de sistema pode ser feita.',
  'Strict mode: only read, write, exit and sigreturn can be called.':
    'Modo estrito: só read, write, exit e sigreturn podem ser chamadas.',
  'A filter decides which system calls reach the kernel.':
    'Um filtro decide quais chamadas de sistema chegam ao kernel.',
  'A mode that this version of Paralelo does not know.':
    'Um modo que esta versão do Paralelo não conhece.',
  'no new privileges': 'sem novos privilégios',
  'new privileges possible': 'novos privilégios possíveis',
  'Set-user-ID programs and file capabilities give nothing to this process.':
    'Programas set-user-ID e capabilities de arquivo não dão nada a este processo.',
  'A set-user-ID program inside can raise its privileges up to the bounding set.':
    'Um programa set-user-ID dentro pode elevar seus privilégios até o conjunto limitante.',
  'AppArmor unconfined': 'AppArmor sem confinar',
  'SELinux unconfined': 'SELinux sem confinar',
  'AppArmor is on, but puts no profile on this process ({{label}}).':
    'O AppArmor está ligado, mas não põe perfil neste processo ({{label}}).',
  'SELinux is on, but puts no profile on this process ({{label}}).':
    'O SELinux está ligado, mas não põe perfil neste processo ({{label}}).',
  'AppArmor confines this process with {{label}}.':
    'O AppArmor confina este processo com {{label}}.',
  'SELinux confines this process with {{label}}.': 'O SELinux confina este processo com {{label}}.',
  'uid {{inside}} is {{outside}} outside': 'uid {{inside}} é {{outside}} fora',
  'root of the host': 'root do hospedeiro',
  'Runs as user 0 of the host: what escapes the container is root.':
    'Executa como usuário 0 do hospedeiro: o que escapar do contêiner é root.',
  'User {{inside}} inside is user {{outside}} of the host, through a user namespace.':
    'O usuário {{inside}} dentro é o usuário {{outside}} do hospedeiro, por um namespace de usuário.',
  'Runs as the unprivileged user {{uid}}, the same inside and outside.':
    'Executa como o usuário sem privilégios {{uid}}, o mesmo dentro e fora.',
  'root only inside': 'root só dentro',
  'The engine runs in a user namespace: root inside is the user of the host who runs it, and other users inside are unprivileged ones outside.':
    'O motor executa em um namespace de usuário: root dentro é o usuário do hospedeiro que o executa, e outros usuários dentro são sem privilégios fora.',
  'read-only root': 'raiz somente leitura',
  'writable root': 'raiz gravável',
  'The root file system cannot be written.': 'O sistema de arquivos raiz não pode ser gravado.',
  "The root file system can be written; the changes stay in the container's own layer.":
    'O sistema de arquivos raiz pode ser gravado; as mudanças ficam na camada do próprio contêiner.',
  'kernel settings writable': 'ajustes do kernel graváveis',
  'kernel settings read-only': 'ajustes do kernel somente leitura',
  "Mounted writable inside: {{paths}}, through which the host's kernel is configured.":
    'Montados graváveis dentro: {{paths}}, pelos quais o kernel do hospedeiro é configurado.',
  '/proc/sys and /sys are mounted read-only inside.':
    '/proc/sys e /sys estão montados somente leitura dentro.',
  'no network': 'sem rede',
  'network {{names}}': 'rede {{names}}',
  'Only the loopback of its own network namespace.':
    'Só o loopback de seu próprio namespace de rede.',
  'Its own network namespace reaches out through {{names}}.':
    'Seu próprio namespace de rede alcança o exterior por {{names}}.',
  'host network': 'rede do hospedeiro',
  "Shares the host's network: every interface, and every service that listens on its loopback.":
    'Compartilha a rede do hospedeiro: toda interface, e todo serviço que escuta em seu loopback.',
  'no host directories': 'sem diretórios do hospedeiro',
  '{{amount}} host directory': '{{amount}} diretório do hospedeiro',
  '{{amount}} host directories': '{{amount}} diretórios do hospedeiro',
  'No part of the host is mounted into it.': 'Nenhuma parte do hospedeiro está montada nele.',
  'Mounted from the host: {{list}}.': 'Montados do hospedeiro: {{list}}.',
  'host devices all': 'todos os dispositivos do hospedeiro',
  'host devices {{names}}': 'dispositivos do hospedeiro {{names}}',
  'Devices of the host it can open: all.': 'Dispositivos do hospedeiro que pode abrir: todos.',
  'Devices of the host it can open: {{names}}.':
    'Dispositivos do hospedeiro que pode abrir: {{names}}.',
  'WASI preview 1 has no call that opens a connection, and no socket is handed in.':
    'A WASI preview 1 não tem chamada que abra uma conexão, e nenhum socket é entregue.',
  'no processes': 'sem processos',
  'WASI preview 1 has no call that makes, lists or signals another process.':
    'A WASI preview 1 não tem chamada que crie, liste ou sinalize outro processo.',
  'no memory': 'sem memória',
  'The module has no linear memory.': 'O módulo não tem memória linear.',
  'memory {{start}} to {{End}}': 'memória de {{start}} a {{End}}',
  'the engine’s end': 'o fim do motor',
  'Linear memory begins with {{start}} and may grow to {{End}}. Every access is checked against its size; nothing outside it has an address.':
    'A memória linear começa com {{start}} e pode crescer até {{End}}. Cada acesso é verificado contra seu tamanho; nada fora dela tem endereço.',
  'Linear memory begins with {{start}} and may grow to {{End}}. Every access is checked against its size; nothing outside it has an address. It is declared shared (threads).':
    'A memória linear começa com {{start}} e pode crescer até {{End}}. Cada acesso é verificado contra seu tamanho; nada fora dela tem endereço. É declarada compartilhada (threads).',
  'Linear memory begins with {{start}} and may grow to {{End}}: the module declares no maximum and no limit is set. Every access is checked against its size; nothing outside it has an address.':
    'A memória linear começa com {{start}} e pode crescer até {{End}}: o módulo não declara máximo e nenhum limite foi definido. Cada acesso é verificado contra seu tamanho; nada fora dela tem endereço.',
  'Linear memory begins with {{start}} and may grow to {{End}}: the module declares no maximum and no limit is set. Every access is checked against its size; nothing outside it has an address. It is declared shared (threads).':
    'A memória linear começa com {{start}} e pode crescer até {{End}}: o módulo não declara máximo e nenhum limite foi definido. Cada acesso é verificado contra seu tamanho; nada fora dela tem endereço. É declarada compartilhada (threads).',
  '{{amount}} of {{all}} imports not WASI': '{{amount}} de {{all}} importações fora da WASI',
  'Beyond WASI preview 1 the module wants: {{names}}.':
    'Além da WASI preview 1 o módulo quer: {{names}}.',
  'no imports': 'sem importações',
  '1 import, all WASI': '1 importação, da WASI',
  '{{amount}} imports, all WASI': '{{amount}} importações, todas da WASI',
  'The module imports nothing: it can only compute.':
    'O módulo não importa nada: só pode computar.',
  'All that the module can call outside itself: {{names}}.':
    'Tudo o que o módulo pode chamar fora de si: {{names}}.',
  'No directory of the host is granted: no file can be opened at all.':
    'Nenhum diretório do hospedeiro é concedido: nenhum arquivo pode ser aberto.',
  'no directories': 'sem diretórios',
  'The guest can reach {{list}}. {{path}} holds more of the host than a program needs.':
    'O convidado alcança {{list}}. {{path}} contém mais do hospedeiro do que um programa precisa.',
  '1 directory granted': '1 diretório concedido',
  '{{amount}} directories granted': '{{amount}} diretórios concedidos',
  '{{path}} granted': '{{path}} concedido',
  'The guest can reach {{list}}.': 'O convidado alcança {{list}}.',
  'empty environment': 'ambiente vazio',
  '1 environment variable': '1 variável de ambiente',
  '{{amount}} environment variables': '{{amount}} variáveis de ambiente',
  'The guest sees no environment variable of the host.':
    'O convidado não vê variável de ambiente do hospedeiro.',
  'The guest sees {{names}} and no other environment variable.':
    'O convidado vê {{names}} e nenhuma outra variável de ambiente.',
  'a component': 'um componente',
  'WASI 0.2: its memories are inside it, and it shares none with anybody; how many there are is not read.':
    'WASI 0.2: suas memórias estão dentro dele, e não compartilha nenhuma com ninguém; quantas são não se lê.',
  '{{amount}} interfaces imported': '{{amount}} interfaces importadas',
  'It imports nothing: it can only compute.': 'Não importa nada: só pode computar.',
  'All that it can call outside itself: {{names}}.':
    'Tudo o que pode chamar fora de si: {{names}}.',
  'It imports the interfaces of sockets; the runtime grants no address to them.':
    'Importa as interfaces de sockets; o runtime não lhes concede endereço.',
  'It imports no interface that opens a connection.': 'Não importa interface que abra uma conexão.',
} as const satisfies Record<string, string>;
