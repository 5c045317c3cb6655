/** What a profile’s advice says (`src-main/isolation/advice`): what is so, and what to change. */
export const isolationAdvice = {
  'The engine’s socket is mounted: whoever can write to it starts a privileged container, and a read-only mount does not hinder that.':
    'O socket do motor está montado: quem pode escrever nele inicia um contêiner privilegiado, e uma montagem somente leitura não impede isso.',
  '{{path}} shows it all of the host’s files, read-only.':
    '{{path}} lhe mostra todos os arquivos do hospedeiro, somente leitura.',
  '{{path}} shows it all of the host’s files, and it may write there.':
    '{{path}} lhe mostra todos os arquivos do hospedeiro, e pode escrever lá.',
  '{{path}} shows it a directory of the host’s system, read-only.':
    '{{path}} lhe mostra um diretório do sistema do hospedeiro, somente leitura.',
  '{{path}} shows it a directory of the host’s system, and it may write there.':
    '{{path}} lhe mostra um diretório do sistema do hospedeiro, e pode escrever lá.',
  '{{path}} shows it the host’s /proc, read-only.':
    '{{path}} lhe mostra o /proc do hospedeiro, somente leitura.',
  '{{path}} shows it the host’s /proc, and it may write there.':
    '{{path}} lhe mostra o /proc do hospedeiro, e pode escrever lá.',
  '{{path}} shows it the host’s /sys, read-only.':
    '{{path}} lhe mostra o /sys do hospedeiro, somente leitura.',
  '{{path}} shows it the host’s /sys, and it may write there.':
    '{{path}} lhe mostra o /sys do hospedeiro, e pode escrever lá.',
  '{{path}} shows it the host’s /dev, read-only.':
    '{{path}} lhe mostra o /dev do hospedeiro, somente leitura.',
  '{{path}} shows it the host’s /dev, and it may write there.':
    '{{path}} lhe mostra o /dev do hospedeiro, e pode escrever lá.',
  '{{path}} shows it the host, read-only.': '{{path}} lhe mostra o hospedeiro, somente leitura.',
  '{{path}} shows it the host, and it may write there.':
    '{{path}} lhe mostra o hospedeiro, e pode escrever lá.',
  'What it mounts below {{path}} appears on the host.':
    'O que ele monta abaixo de {{path}} aparece no hospedeiro.',
  'Its programs can be changed from inside, and stay changed as long as it lives.':
    'Seus programas podem ser mudados por dentro, e ficam mudados enquanto ele viver.',
  'Its programs can be changed from inside, and stay changed as long as it lives. So far it wrote nothing there.':
    'Seus programas podem ser mudados por dentro, e ficam mudados enquanto ele viver. Até agora não escreveu nada lá.',
  'Its programs can be changed from inside, and stay changed as long as it lives. So far it wrote 1 path, in {{directories}}.':
    'Seus programas podem ser mudados por dentro, e ficam mudados enquanto ele viver. Até agora escreveu 1 caminho, em {{directories}}.',
  'Its programs can be changed from inside, and stay changed as long as it lives. So far it wrote {{amount}} paths, in {{directories}}.':
    'Seus programas podem ser mudados por dentro, e ficam mudados enquanto ele viver. Até agora escreveu {{amount}} caminhos, em {{directories}}.',
  'It can read and write {{path}} below the file system and its rights.':
    'Pode ler e escrever {{path}} por baixo do sistema de arquivos e de seus direitos.',
  'It can use {{path}} of the host.': 'Pode usar {{path}} do hospedeiro.',
  'What look like secrets are in its environment, for everybody to read who can inspect it: {{names}}.':
    'O que parecem ser segredos está em seu ambiente, à vista de quem puder inspecioná-lo: {{names}}.',
  'The host’s {{path}} is granted: the guest reads there all that its process may read.':
    '{{path}} do hospedeiro é concedido: o convidado lê lá tudo o que seu processo pode ler.',
  'The guest may write to {{path}}.': 'O convidado pode escrever em {{path}}.',
  'Its memory may grow as far as its addresses go: the module declares no maximum, and nothing caps it.':
    'Sua memória pode crescer até onde vão seus endereços: o módulo não declara máximo, e nada a limita.',
  'Nothing ends it when it does not end by itself.': 'Nada o encerra quando não termina sozinho.',
  'It sees all of the environment of its process, secrets included.':
    'Vê todo o ambiente de seu processo, segredos inclusive.',
  'It is in the network of its process, which is the host’s unless that process has one of its own.':
    'Está na rede de seu processo, que é a do hospedeiro a menos que esse processo tenha uma própria.',
  'It imports functions that are not WASI’s, and can do whatever the host wrote into them: {{names}} and {{amount}} more.':
    'Importa funções que não são da WASI, e pode fazer o que o hospedeiro escreveu nelas: {{names}} e mais {{amount}}.',
  'It imports functions that are not WASI’s, and can do whatever the host wrote into them: {{names}}.':
    'Importa funções que não são da WASI, e pode fazer o que o hospedeiro escreveu nelas: {{names}}.',
  'Root runs its process: whatever gets out of the sandbox is root.':
    'Root executa seu processo: o que sair da sandbox é root.',
  'Its process may make every system call: behind the sandbox there is no second wall but its user.':
    'Seu processo pode fazer toda chamada de sistema: atrás da sandbox não há segunda parede além de seu usuário.',
  'No system call is filtered, though nobody asked for that: this engine or kernel has no seccomp.':
    'Nenhuma chamada de sistema é filtrada, embora ninguém tenha pedido isso: este motor ou kernel não tem seccomp.',
  'No system call is filtered: all of the kernel’s interface is open to it.':
    'Nenhuma chamada de sistema é filtrada: toda a interface do kernel está aberta para ele.',
  'AppArmor is here, but no profile confines it.':
    'O AppArmor está aqui, mas nenhum perfil o confina.',
  'SELinux is here, but its label does not confine it.':
    'O SELinux está aqui, mas sua etiqueta não o confina.',
  'Settings of the kernel under /proc/sys are writable: some of them are the host’s own.':
    'Ajustes do kernel sob /proc/sys são graváveis: alguns deles são do próprio hospedeiro.',
  'It sees every process of the host, and may signal those of its user.':
    'Vê todos os processos do hospedeiro e pode sinalizar os de seu usuário.',
  'It is in the host’s network: services that listen on the loopback only are open to it.':
    'Está na rede do hospedeiro: serviços que escutam só no loopback estão abertos para ele.',
  'It shares the host’s shared memory and message queues.':
    'Compartilha a memória compartilhada e as filas de mensagens do hospedeiro.',
  'It shares the host’s name, and with SYS_ADMIN could change it.':
    'Compartilha o nome do hospedeiro, e com SYS_ADMIN poderia mudá-lo.',
  'It may use all of the host’s memory; then the kernel chooses whom to kill.':
    'Pode usar toda a memória do hospedeiro; aí o kernel escolhe quem matar.',
  'It may use all of the host’s memory; then the kernel chooses whom to kill. So far it held {{bytes}} at most.':
    'Pode usar toda a memória do hospedeiro; aí o kernel escolhe quem matar. Até agora ocupou no máximo {{bytes}}.',
  'It may keep every core busy, for ever.': 'Pode manter todos os núcleos ocupados, para sempre.',
  'It may make processes until the host has no number left for another.':
    'Pode criar processos até o hospedeiro não ter mais número para outro.',
  'It may make processes until the host has no number left for another. It has had {{amount}} of them.':
    'Pode criar processos até o hospedeiro não ter mais número para outro. Já teve {{amount}} deles.',
  'It is restarted without end ({{policy}}): one that fails at once keeps the host busy.':
    'É reiniciado sem fim ({{policy}}): um que falha na hora mantém o hospedeiro ocupado.',
  'Each of its processes may open a million files and more.':
    'Cada um de seus processos pode abrir um milhão de arquivos ou mais.',
  'Port {{port}} is open to whoever reaches this machine, past many a firewall’s rules.':
    'A porta {{port}} está aberta a quem alcança esta máquina, apesar das regras de muitos firewalls.',
  'Port {{port}} is one that only root may listen on: clients take what answers there for the machine’s own service.':
    'Só root pode escutar na porta {{port}}: clientes tomam o que responde lá pelo serviço da própria máquina.',
  'It is on the default bridge, together with every container that names no other network.':
    'Está na bridge padrão, junto com todo contêiner que não nomeia outra rede.',
  'It is in a network, and so far it opened and took no connection, sent no datagram, and listens nowhere.':
    'Está em uma rede, e até agora não abriu nem aceitou conexão, não enviou datagrama e não escuta em lugar nenhum.',
  'It is privileged: every capability, every device, no filter of system calls. Root inside is root on the host.':
    'É privilegiado: todas as capabilities, todos os dispositivos, nenhum filtro de chamadas de sistema. Root dentro é root no hospedeiro.',
  'It has {{names}} beyond the engine’s default; {{grave}} amounts to root.':
    'Tem {{names}} além do padrão do motor; {{grave}} equivale a root.',
  'It has {{names}} beyond the engine’s default.': 'Tem {{names}} além do padrão do motor.',
  'NET_RAW lets it write packets under the address of a neighbour; hardly any program needs it.':
    'NET_RAW lhe permite escrever pacotes com o endereço de um vizinho; quase nenhum programa precisa.',
  'It keeps all {{amount}} capabilities that it was given; most programs need none.':
    'Mantém todas as {{amount}} capabilities que recebeu; a maioria dos programas não precisa de nenhuma.',
  'It keeps all {{amount}} capabilities that it was given; most programs need none. Its process holds none now.':
    'Mantém todas as {{amount}} capabilities que recebeu; a maioria dos programas não precisa de nenhuma. Seu processo não tem nenhuma agora.',
  'It keeps all {{amount}} capabilities that it was given; most programs need none. None of its {{processes}} processes holds one now.':
    'Mantém todas as {{amount}} capabilities que recebeu; a maioria dos programas não precisa de nenhuma. Nenhum de seus {{processes}} processos tem uma agora.',
  'It keeps all {{amount}} capabilities that it was given; most programs need none. What it does needs {{names}}; more would show when it asks for it.':
    'Mantém todas as {{amount}} capabilities que recebeu; a maioria dos programas não precisa de nenhuma. O que ele faz precisa de {{names}}; mais apareceria quando pedisse.',
  'A program with the set-user-id bit can gain privileges in it.':
    'Um programa com o bit set-user-id pode ganhar privilégios nele.',
  'It runs as root, and root inside is root outside: whatever gets out of it is root.':
    'Executa como root, e root dentro é root fora: o que sair dele é root.',
  'It was asked to share the host’s user namespace, which takes away the mapping of its users.':
    'Foi pedido que compartilhasse o namespace de usuário do hospedeiro, o que tira o mapeamento de seus usuários.',
  '{{path}} is granted for nothing: the guest opens no file of it (it imports nothing that could).':
    '{{path}} é concedido à toa: o convidado não abre arquivo dele (não importa nada que pudesse).',
  '{{path}} is granted for nothing: the guest opens no file of it (so far it has not).':
    '{{path}} é concedido à toa: o convidado não abre arquivo dele (até agora não abriu).',
  'Variables are granted for nothing: the guest does not read its environment (it imports nothing that could): {{names}}.':
    'Variáveis são concedidas à toa: o convidado não lê seu ambiente (não importa nada que pudesse): {{names}}.',
  'Variables are granted for nothing: the guest does not read its environment (so far it has not): {{names}}.':
    'Variáveis são concedidas à toa: o convidado não lê seu ambiente (até agora não leu): {{names}}.',
  'a file (-v FILE:/run/secrets/NAME:ro) in place of -e {{name}}':
    'um arquivo (-v FILE:/run/secrets/NAME:ro) em vez de -e {{name}}',
  'without :{{propagation}} after {{flag}}': 'sem :{{propagation}} após {{flag}}',
  '{{flag}} in place of {{path}}': '{{flag}} em vez de {{path}}',
  '{{flag}} if it only reads there': '{{flag}} se só lê lá',
  '-Wl,--max-memory=67108864 when it is linked': '-Wl,--max-memory=67108864 ao ser ligado',
  '`timeout 5s` in front of the command': '`timeout 5s` antes do comando',
  'name each variable that it needs (--env NAME=VALUE)':
    'nomeie cada variável de que precisa (--env NAME=VALUE)',
  'without the flag that grants the network': 'sem a opção que concede a rede',
  'build it without them, or read what they do': 'compile sem elas, ou leia o que fazem',
  'run it as another user: `setpriv --reuid 1000 --regid 1000 --clear-groups …`':
    'execute como outro usuário: `setpriv --reuid 1000 --regid 1000 --clear-groups …`',
  'a filter around it: `systemd-run -p SystemCallFilter=@system-service …`, or a container':
    'um filtro em volta: `systemd-run -p SystemCallFilter=@system-service …`, ou um contêiner',
  'an engine with seccomp (`docker info` lists it under Security Options)':
    'um motor com seccomp (`docker info` o lista em Security Options)',
  '--cpus 1, or a lower --cpu-shares': '--cpus 1, ou um --cpu-shares menor',
  '--network NAME of its own (`docker network create NAME`), or --network none':
    '--network NAME própria (`docker network create NAME`), ou --network none',
  '--user 1000:1000, or a user of the image': '--user 1000:1000, ou um usuário da imagem',
  '--cap-drop ALL, then --cap-add only what it asks for':
    '--cap-drop ALL, depois --cap-add só do que pedir',
  'without the flags that set them (--env)': 'sem as opções que as definem (--env)',
  '-W timeout=5s, or -W fuel=1000000000': '-W timeout=5s, ou -W fuel=1000000000',
  '--time-limit 5000, or --gas-limit 1000000000': '--time-limit 5000, ou --gas-limit 1000000000',
} as const satisfies Record<string, string>;
