/** What is said of the container engines themselves: where they are, why one does not answer, what its OCI runtimes are. */
export const runtimesEngine = {
  // Which one, and why not.
  'No container engine was found on this machine.':
    'Nenhum motor de contêineres foi encontrado nesta máquina.',
  'Install Docker Engine (on Debian or Ubuntu: sudo apt-get install docker.io), or see https://docs.docker.com/engine/install/.':
    'Instale o Docker Engine (no Debian ou Ubuntu: sudo apt-get install docker.io), ou veja https://docs.docker.com/engine/install/.',
  'Install and open Docker Desktop, Colima or Podman Desktop.':
    'Instale e abra o Docker Desktop, o Colima ou o Podman Desktop.',
  'Install and open Docker Desktop or Podman Desktop.':
    'Instale e abra o Docker Desktop ou o Podman Desktop.',
  'Install Docker or Podman.': 'Instale o Docker ou o Podman.',
  'Another engine of its kind, at {{Address}}, is used.':
    'Outro motor do mesmo tipo, em {{Address}}, é usado.',
  'another address': 'outro endereço',
  'To use this one, start Paralelo with DOCKER_HOST={{address}}.':
    'Para usar este, inicie o Paralelo com DOCKER_HOST={{address}}.',
  '"{{address}}" is not the address of a container engine.':
    '"{{address}}" não é o endereço de um motor de contêineres.',
  'Write it as unix:///path/to/docker.sock, tcp://host:2375 or ssh://user@host.':
    'Escreva-o como unix:///caminho/para/docker.sock, tcp://máquina:2375 ou ssh://usuário@máquina.',
  'The docker context "{{name}}" is in use, but there is no such context.':
    'O contexto do docker "{{name}}" está em uso, mas esse contexto não existe.',
  'List them with docker context ls and choose one with docker context use.':
    'Liste-os com docker context ls e escolha um com docker context use.',
  'DOCKER_TLS_VERIFY is set, but there is no readable ca.pem in {{folder}}.':
    'DOCKER_TLS_VERIFY está definida, mas não há um ca.pem legível em {{folder}}.',
  'Put ca.pem, cert.pem and key.pem there, or name their folder in DOCKER_CERT_PATH.':
    'Coloque ali ca.pem, cert.pem e key.pem, ou indique a pasta deles em DOCKER_CERT_PATH.',
  'What answers at {{address}} is not a container engine.':
    'O que responde em {{address}} não é um motor de contêineres.',
  'Check the address (DOCKER_HOST, docker context).':
    'Verifique o endereço (DOCKER_HOST, docker context).',
  'No container engine listens at {{address}}.':
    'Nenhum motor de contêineres escuta em {{address}}.',
  'This user may not use the container engine at {{address}}.':
    'Este usuário não tem permissão para usar o motor de contêineres em {{address}}.',
  'Use your own Podman: systemctl --user start podman.socket.':
    'Use seu próprio Podman: systemctl --user start podman.socket.',
  'Add yourself to its group with: sudo usermod -aG docker {{user}}, then log out and in again; or use rootless Docker (dockerd-rootless-setuptool.sh install).':
    'Entre no grupo dele com: sudo usermod -aG docker {{user}}, depois saia da sessão e entre de novo; ou use o Docker rootless (dockerd-rootless-setuptool.sh install).',
  'The container engine at {{address}} is not running.':
    'O motor de contêineres em {{address}} não está em execução.',
  'start it on that machine.': 'inicie-o naquela máquina.',
  'open Docker Desktop, or start your engine.': 'abra o Docker Desktop, ou inicie seu motor.',
  'The container engine at {{address}} accepts connections but does not answer.':
    'O motor de contêineres em {{address}} aceita conexões, mas não responde.',
  'Restart it: {{How}}': 'Reinicie-o: {{How}}',
  'The container engine at {{address}} cannot be reached: {{Why}}.':
    'O motor de contêineres em {{address}} não pode ser alcançado: {{Why}}.',
  'Check that it runs and that the address is right (DOCKER_HOST, docker context).':
    'Verifique se ele está em execução e se o endereço está certo (DOCKER_HOST, docker context).',
  'it has ended its stream of events': 'ele encerrou seu fluxo de eventos',

  // By ssh.
  'The key of {{host}} is not the one that this machine knows.':
    'A chave de {{host}} não é a que esta máquina conhece.',
  'If the machine was set up anew, remove its old key with ssh-keygen -R; otherwise do not connect.':
    'Se a máquina foi reinstalada, remova a chave antiga com ssh-keygen -R; caso contrário, não se conecte.',
  'This machine does not know the key of {{host}}.':
    'Esta máquina não conhece a chave de {{host}}.',
  'Connect once with ssh {{login}}, and check the key that it shows.':
    'Conecte-se uma vez com ssh {{login}} e confira a chave que ele mostra.',
  '{{host}} does not let this user in: no key fits, and a password is not asked for.':
    '{{host}} não deixa este usuário entrar: nenhuma chave serve, e não se pede senha.',
  'Make ssh {{login}} work without a password (ssh-copy-id, ssh-add).':
    'Faça ssh {{login}} funcionar sem senha (ssh-copy-id, ssh-add).',
  'There is no machine called {{host}}.': 'Não há uma máquina chamada {{host}}.',
  'Check the name, or the Host lines of ~/.ssh/config.':
    'Verifique o nome, ou as linhas Host de ~/.ssh/config.',
  '{{host}} cannot be reached through ssh.': '{{host}} não pode ser alcançado por ssh.',
  'Check that it runs, and that ssh {{login}} works.':
    'Verifique se está em execução e se ssh {{login}} funciona.',
  'There is no docker or podman command on {{host}} that can pass a connection on.':
    'Não há em {{host}} um comando docker ou podman que possa repassar uma conexão.',
  'Install the command over there (docker 18.09 or newer), on the PATH of a login without a terminal.':
    'Instale o comando lá (docker 18.09 ou mais novo), no PATH de um login sem terminal.',
  'The user over there may not use the container engine of {{host}}.':
    'O usuário de lá não tem permissão para usar o motor de contêineres de {{host}}.',
  'Add that user to the group docker over there.': 'Adicione esse usuário ao grupo docker lá.',
  'The container engine of {{host}} is not running.':
    'O motor de contêineres de {{host}} não está em execução.',
  'Start it over there.': 'Inicie-o lá.',
  'There is no ssh program on this machine.': 'Não há um programa ssh nesta máquina.',
  'Install it (on Debian or Ubuntu: sudo apt-get install openssh-client).':
    'Instale-o (no Debian ou Ubuntu: sudo apt-get install openssh-client).',
  'ssh to {{host}} ended: {{Why}}.': 'O ssh para {{host}} terminou: {{Why}}.',
  'ssh ended with {{Code}}': 'o ssh terminou com {{Code}}',
  'a signal': 'um sinal',
  'Check that ssh {{login}} docker version works.':
    'Verifique se ssh {{login}} docker version funciona.',

  // By TLS.
  'The certificate of the engine at {{address}} is not signed by the authority that this machine trusts for it.':
    'O certificado do motor em {{address}} não é assinado pela autoridade em que esta máquina confia para ele.',
  'Check ca.pem of the docker context (or in DOCKER_CERT_PATH): somebody else may be answering.':
    'Verifique o ca.pem do contexto do docker (ou em DOCKER_CERT_PATH): outro pode estar respondendo.',
  'The certificate of the engine at {{address}} is not valid at this time.':
    'O certificado do motor em {{address}} não é válido neste momento.',
  'Renew it, or set the clock of this machine.': 'Renove-o, ou acerte o relógio desta máquina.',
  'The certificate of the engine at {{address}} is for another name.':
    'O certificado do motor em {{address}} é de outro nome.',
  'Use a name that is in the certificate, or issue one for this address.':
    'Use um nome que esteja no certificado, ou emita um para este endereço.',
  'The engine at {{address}} does not accept the certificate of this client.':
    'O motor em {{address}} não aceita o certificado deste cliente.',
  'Check cert.pem and key.pem of the docker context (or in DOCKER_CERT_PATH).':
    'Verifique cert.pem e key.pem do contexto do docker (ou em DOCKER_CERT_PATH).',
  'The engine at {{address}} speaks TLS only.': 'O motor em {{address}} só fala TLS.',
  'Give its certificates: by a docker context, or DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH.':
    'Indique os certificados: por um contexto do docker, ou com DOCKER_TLS_VERIFY=1 e DOCKER_CERT_PATH.',

  // What its OCI runtimes are.
  'Linux container: namespaces and cgroups': 'Contêiner Linux: namespaces e cgroups',
  'Linux container: namespaces and cgroups, in a user namespace (Sysbox)':
    'Contêiner Linux: namespaces e cgroups, em um namespace de usuário (Sysbox)',
  'user-space kernel (gVisor)': 'kernel em espaço de usuário (gVisor)',
  "System calls go to gVisor's own kernel: numbers and isolation facts read from this machine are those of its sandbox processes around the program.":
    'As chamadas de sistema vão para o kernel do próprio gVisor: números e fatos de isolamento lidos desta máquina são os dos processos da sandbox em volta do programa.',
  'Paralelo does not know this OCI runtime: what isolates its guests is not said.':
    'O Paralelo não conhece este runtime OCI: não se diz o que isola seus convidados.',
  'virtual machine ({{name}})': 'máquina virtual ({{name}})',
  'The program runs on a kernel of its own: numbers and isolation facts read from this machine are those of its virtual machine.':
    'O programa executa em um kernel próprio: números e fatos de isolamento lidos desta máquina são os da máquina virtual.',
  'Wasm inside the engine': 'Wasm dentro do motor',
  'WebAssembly module inside a container engine ({{engine}})':
    'Módulo WebAssembly dentro de um motor de contêineres ({{engine}})',
  "The program is a WebAssembly module that {{engine}} runs inside the engine, in a container's namespaces and cgroup: both walls at once.":
    'O programa é um módulo WebAssembly que {{engine}} executa dentro do motor, nos namespaces e no cgroup de um contêiner: as duas paredes ao mesmo tempo.',
  'Untested: written after the documentation of runwasi and Docker, no machine of the tests has such a shim.':
    'Não testado: escrito conforme a documentação do runwasi e do Docker, nenhuma máquina dos testes tem esse shim.',
  'crun does not run on hybrid cgroups: where this engine runs, cgroup v2 holds the controller {{controllers}} beside cgroup v1.':
    'O crun não executa em cgroups híbridos: onde este motor executa, o cgroup v2 tem o controlador {{controllers}} ao lado do cgroup v1.',
  'Use runc; or boot with systemd.unified_cgroup_hierarchy=1; or start the engine without that hierarchy: unshare -m sh -c "umount /sys/fs/cgroup/unified; exec {{command}}".':
    'Use o runc; ou inicialize a máquina com systemd.unified_cgroup_hierarchy=1; ou inicie o motor sem essa hierarquia: unshare -m sh -c "umount /sys/fs/cgroup/unified; exec {{command}}".',

  // How its runtimes hold limits and grant.
  '{{cgroup}} memory limit ({{file}}), swap included':
    'limite de memória do {{cgroup}} ({{file}}), com swap',
  '{{cgroup}} memory limit ({{file}}), swap not included':
    'limite de memória do {{cgroup}} ({{file}}), sem swap',
  'CPU quota ({{cgroup}} {{file}})': 'cota de CPU ({{cgroup}} {{file}})',
  'the lab ends it (SIGKILL)': 'o laboratório o encerra (SIGKILL)',
  'bind mounts, read-write or read-only': 'bind mounts, leitura e escrita ou somente leitura',
  'environment of the process': 'ambiente do processo',
  'arguments of the process': 'argumentos do processo',
  'network namespace of its own; none by default, or a network of the engine':
    'namespace de rede próprio; nenhuma por padrão, ou uma rede do motor',
  'a file through the attached standard input': 'um arquivo pela entrada padrão conectada',
  'A twin without a network starts in about half the time of docker run --network none: it has the same loopback-only namespace, but Docker sets up no network for it (NetworkDisabled).':
    'Um gêmeo sem rede inicia em cerca de metade do tempo de docker run --network none: tem o mesmo namespace só com loopback, mas o Docker não monta rede para ele (NetworkDisabled).',
  'Its times include a virtual machine or a network.':
    'Seus tempos incluem uma máquina virtual ou uma rede.',
  'The engine has no seccomp: system calls are not filtered.':
    'O motor não tem seccomp: as chamadas de sistema não são filtradas.',
  "The engine's files cannot be read on this machine: its stats stream gives one sample a second.":
    'Os arquivos do motor não podem ser lidos nesta máquina: seu fluxo de estatísticas dá uma amostra por segundo.',
  'For finer samples run Paralelo on the machine of the engine, with a Linux engine of its own.':
    'Para amostras mais finas, execute o Paralelo na máquina do motor, com um motor Linux próprio.',
} as const satisfies Record<string, string>;
