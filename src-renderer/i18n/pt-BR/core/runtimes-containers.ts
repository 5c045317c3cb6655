/** What is said of a container that the lab runs: before it is made, why its engine refused it, how it ended. */
export const runtimesContainers = {
  // Before it is made.
  'A container runs an image, not a WebAssembly module.':
    'Um contêiner executa uma imagem, não um módulo WebAssembly.',
  'Give an image (--image REF) or a twin, or choose a Wasm runtime for this module.':
    'Indique uma imagem (--image REF) ou um gêmeo, ou escolha um runtime Wasm para este módulo.',
  '"{{ref}}" is not the name of an image.': '"{{ref}}" não é o nome de uma imagem.',
  'Write it as name, name:tag or registry/name:tag.':
    'Escreva-o como nome, nome:etiqueta ou registro/nome:etiqueta.',
  '{{engine}} does not have the image {{ref}}, and its registry cannot be reached: {{words}}':
    '{{engine}} não tem a imagem {{ref}}, e o registro dela não pode ser alcançado: {{words}}',
  'Go online or configure a proxy for the engine, or load the image (docker load).':
    'Conecte-se à internet ou configure um proxy para o motor, ou carregue a imagem (docker load).',
  '{{file}} is no image: {{Why}}.': '{{file}} não é uma imagem: {{Why}}.',
  'it is not a tar': 'não é um tar',
  'it is not a file': 'não é um arquivo',
  'The tar {{path}} cannot be read: {{words}}': 'O tar {{path}} não pode ser lido: {{words}}',
  'Is it still there, and may you read it?': 'Ele ainda está lá, e você pode lê-lo?',
  '{{engine}} did not load {{file}}: {{Why}}': '{{engine}} não carregou {{file}}: {{Why}}',
  'there is no image in it': 'não há imagem nele',
  'Give it what docker save or podman save writes. The tar of a file system alone (docker export) is for docker import.':
    'Dê-lhe o que docker save ou podman save grava. O tar só de um sistema de arquivos (docker export) é para docker import.',
  'There is no engine {{engine}} that could load it.':
    'Não há um motor {{engine}} que possa carregá-la.',
  'Start it, or choose another one.': 'Inicie-o, ou escolha outro.',
  'There is no image {{ref}}: {{engine}} does not have it, and pulling it failed: {{Why}}':
    'Não existe a imagem {{ref}}: {{engine}} não a tem, e baixá-la falhou: {{Why}}',
  'it was pulled, but is not there': 'foi baixada, mas não está lá',
  'Check its name and tag; for a private registry log in first (docker login).':
    'Verifique o nome e a etiqueta; para um registro privado, autentique-se antes (docker login).',
  'The image is for {{image}}, the engine runs on {{engine}}: it is emulated or fails.':
    'A imagem é para {{image}}, o motor executa em {{engine}}: ela é emulada ou falha.',
  'Use an image for {{engine}}: emulated times and memory say nothing about the program.':
    'Use uma imagem para {{engine}}: tempos e memória emulados nada dizem sobre o programa.',
  '{{engine}} took the image of {{twin}}, but does not have it.':
    '{{engine}} aceitou a imagem de {{twin}}, mas não a tem.',
  '{{engine}} took the image of {{twin}} for {{platform}}, but does not have it.':
    '{{engine}} aceitou a imagem de {{twin}} para {{platform}}, mas não a tem.',
  'Try again; if it repeats, check the disk space of the engine.':
    'Tente de novo; se o erro se repetir, verifique o espaço em disco do motor.',
  '{{twin}} is not built for {{architecture}}.': '{{twin}} não é compilado para {{architecture}}.',
  'It is built for {{Architectures}}.': 'É compilado para {{Architectures}}.',
  '"{{path}}" is not a place in the container for a volume.':
    '"{{path}}" não é um lugar no contêiner para um volume.',
  'Give an absolute path other than / (--volume HOST:GUEST).':
    'Indique um caminho absoluto diferente de / (--volume MÁQUINA:CONVIDADO).',
  'There is no {{path}} to give to the container.': 'Não existe {{path}} para dar ao contêiner.',
  'Make it first: the engine would make it as root.': 'Crie-o antes: o motor o criaria como root.',
  'There is no {{path}} for standard input.': 'Não existe {{path}} para a entrada padrão.',
  'Check the path (--stdin FILE).': 'Verifique o caminho (--stdin ARQUIVO).',
  '{{path}} cannot be read as standard input.': '{{path}} não pode ser lido como entrada padrão.',
  'Give a file that you may read (--stdin FILE).':
    'Indique um arquivo que você tem permissão para ler (--stdin ARQUIVO).',
  '{{engine}} has no network called "{{network}}".':
    '{{engine}} não tem uma rede chamada "{{network}}".',
  'List the networks with docker network ls, or use none or bridge.':
    'Liste as redes com docker network ls, ou use none ou bridge.',
  '{{runtime}} runs a WebAssembly module: it has no privileges that could be given.':
    '{{runtime}} executa um módulo WebAssembly: ele não tem privilégios que se possam dar.',
  'Leave them out, or choose a runtime of Linux containers.':
    'Deixe-os de fora, ou escolha um runtime de contêineres Linux.',

  // Its limits.
  '{{memory}} of memory is below the minimum of {{engine}}, {{least}}.':
    '{{memory}} de memória é menos que o mínimo de {{engine}}, {{least}}.',
  'Allow at least {{least}} (--memory 6m).': 'Permita pelo menos {{least}} (--memory 6m).',
  'The {{Name}} limit cannot be enforced here: {{Why}}.':
    'O limite de {{Name}} não pode ser imposto aqui: {{Why}}.',
  'The process limit cannot be enforced here: {{Why}}.':
    'O limite de processos não pode ser imposto aqui: {{Why}}.',
  'The process limit is not enforced: {{Why}}.': 'O limite de processos não é imposto: {{Why}}.',
  'Leave that limit out, or run with best effort (--best-effort) to record it as a warning.':
    'Deixe esse limite de fora, ou execute com o melhor possível (--best-effort) para registrá-lo como aviso.',
  'The {{Name}} limit is not enforced: {{Why}}.': 'O limite de {{Name}} não é imposto: {{Why}}.',
  'Read the result as if that limit had not been given.':
    'Leia o resultado como se esse limite não tivesse sido dado.',
  'the engine cannot limit memory on this kernel':
    'o motor não consegue limitar a memória neste kernel',
  'the engine cannot limit CPU time on this kernel':
    'o motor não consegue limitar o tempo de CPU neste kernel',
  'the engine has {{cores}} CPUs and refuses a higher limit':
    'o motor tem {{cores}} CPUs e recusa um limite maior',
  'the engine cannot limit processes on this kernel':
    'o motor não consegue limitar os processos neste kernel',
  'a container has no fuel: machine code is not counted':
    'um contêiner não tem combustível: código de máquina não é contado',
  'This kernel does not account for swap: beyond its memory limit the guest may swap.':
    'Este kernel não contabiliza swap: além do limite de memória o convidado pode usar swap.',
  'Boot with swapaccount=1, or turn swap off (sudo swapoff -a), to see the limit bite.':
    'Inicialize a máquina com swapaccount=1, ou desative o swap (sudo swapoff -a), para ver o limite agir.',

  // Why its engine refused it.
  '{{engine}} refused: {{words}}': '{{engine}} recusou: {{words}}',
  'Change what it names, and run again.': 'Mude o que ele aponta e execute de novo.',
  '{{What}}. {{engine}} says: {{words}}': '{{What}}. {{engine}} diz: {{words}}',
  'The program is not for the architecture of this engine':
    'O programa não é para a arquitetura deste motor',
  'Use an image that was built for this machine, or install its emulation (binfmt, qemu-user-static).':
    'Use uma imagem compilada para esta máquina, ou instale a emulação (binfmt, qemu-user-static).',
  'The image does not exist for the architecture of this engine':
    'A imagem não existe para a arquitetura deste motor',
  'Use an image that was built for this machine.': 'Use uma imagem compilada para esta máquina.',
  'The memory limit is below what the engine accepts':
    'O limite de memória está abaixo do que o motor aceita',
  'Give it more memory.': 'Dê-lhe mais memória.',
  'The limits are too low for the container to be started at all':
    'Os limites são baixos demais para que o contêiner sequer inicie',
  'Give it more memory or more processes.': 'Dê-lhe mais memória ou mais processos.',
  'Allow more processes (--pids-limit).': 'Permita mais processos (--pids-limit).',
  'The engine has fewer CPUs than the limit': 'O motor tem menos CPUs que o limite',
  'Choose a CPU limit that this machine has.': 'Escolha um limite de CPU que esta máquina tenha.',
  'The command is not in the image': 'O comando não está na imagem',
  'Check the command after --, or give none to run what the image runs by itself.':
    'Verifique o comando depois de --, ou não indique nenhum para executar o que a imagem executa por si.',
  'The command is not executable': 'O comando não é executável',
  'Choose a command that is a program, or set its execute permission in the image.':
    'Escolha um comando que seja um programa, ou dê-lhe permissão de execução na imagem.',
  'A directory cannot be given to the container': 'Um diretório não pode ser dado ao contêiner',
  'Check that it exists on the machine of the engine, and that the engine may share it.':
    'Verifique se ele existe na máquina do motor e se o motor tem permissão para compartilhá-lo.',
  'There is no such capability on this engine': 'Não existe essa capability neste motor',
  'Use a name of capabilities(7) without CAP_, such as NET_RAW.':
    'Use um nome de capabilities(7) sem CAP_, como NET_RAW.',
  'There is no such network': 'Essa rede não existe',
  'List the networks with docker network ls.': 'Liste as redes com docker network ls.',
  'This OCI runtime does not run on the hybrid cgroups of this machine':
    'Este runtime OCI não executa nos cgroups híbridos desta máquina',
  'Use runc, or boot with systemd.unified_cgroup_hierarchy=1.':
    'Use o runc, ou inicialize a máquina com systemd.unified_cgroup_hierarchy=1.',
  'The engine itself may open fewer files or have fewer processes than it gives a container':
    'O próprio motor pode abrir menos arquivos ou ter menos processos do que dá a um contêiner',
  'Raise its own limits (ulimit -n, ulimit -u), or lower default_ulimits in its containers.conf.':
    'Aumente os limites dele (ulimit -n, ulimit -u), ou reduza default_ulimits no seu containers.conf.',
  'The engine does not have this OCI runtime': 'O motor não tem este runtime OCI',
  'See paralelo runtimes for those it has.': 'Veja em paralelo runtimes os que ele tem.',
  'The image is not there': 'A imagem não existe',
  'Pull it first, or check its name.': 'Baixe-a antes, ou verifique o nome.',

  // What its phases include.
  'The engine answered POST /containers/create.': 'O motor respondeu a POST /containers/create.',
  'Output attached, then the first of: the engine answered POST /containers/ID/start, first output, exit.':
    'Saída conectada, depois o primeiro destes: o motor respondeu a POST /containers/ID/start, primeira saída, fim.',
  'The end of the process as the engine recorded it (State.FinishedAt), or the exit reported.':
    'O fim do processo como o motor o registrou (State.FinishedAt), ou o fim informado.',
  'The engine answered POST /containers/ID/wait: the process was gone and cleaned up after.':
    'O motor respondeu a POST /containers/ID/wait: o processo não existia mais e tudo estava limpo.',

  // How it ended.
  'The kernel killed it: it wanted more memory than its limit allows.':
    'O kernel o matou: queria mais memória do que o limite permite.',
  'Ended by the signal {{signal}}.': 'Encerrado pelo sinal {{signal}}.',
  'Exited with code {{code}}.': 'Saiu com o código {{code}}.',
  '{{engine}} at {{Address}} went away while the container ran: how it ended is not known.':
    '{{engine}} em {{Address}} sumiu enquanto o contêiner executava: não se sabe como terminou.',
  'its address': 'seu endereço',
  'Start the engine again: what is left of the container is removed when it is back.':
    'Inicie o motor de novo: o que restou do contêiner é removido quando ele voltar.',
  'The kernel does not take the command as a program for the architecture of this engine: {{words}}':
    'O kernel não aceita o comando como um programa para a arquitetura deste motor: {{words}}',
  'Use an image that was built for this machine; a script needs a first line with its interpreter (#!).':
    'Use uma imagem compilada para esta máquina; um script precisa de uma primeira linha com seu interpretador (#!).',
  'The command needs an interpreter or a loader that is not in the image: {{words}}':
    'O comando precisa de um interpretador ou de um carregador que não está na imagem: {{words}}',
  'Put what its first line (#!) or its dynamic linking names into the image, or link it statically.':
    'Ponha na imagem o que sua primeira linha (#!) ou sua ligação dinâmica aponta, ou ligue-o estaticamente.',
  'The kernel may not execute the command: {{words}}':
    'O kernel não tem permissão para executar o comando: {{words}}',
  'Set its execute permission in the image.': 'Dê-lhe permissão de execução na imagem.',
  'When the engine, containerd and the OCI runtime began stands in folders that only root may read.':
    'Quando o motor, o containerd e o runtime OCI começaram está em pastas que só o root pode ler.',
  'When the engine and its OCI runtime began was not found: their folders are elsewhere, or were gone already.':
    'Quando o motor e seu runtime OCI começaram não foi encontrado: as pastas deles estão em outro lugar, ou já tinham sumido.',
  'The engine runs on another kernel, whose clock is not that of the lab: its start is not split further.':
    'O motor executa em outro kernel, cujo relógio não é o do laboratório: seu início não é dividido mais.',
} as const satisfies Record<string, string>;
