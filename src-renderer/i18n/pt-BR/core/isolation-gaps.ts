/** What of a profile could not be read, what was used so far, and the groups of a module’s imports. */
export const isolationGaps = {
  'It does not run: what was asked for is all there is to see.':
    'Não está em execução: o que foi pedido é tudo o que há para ver.',
  'Start it to see what the kernel enforces.': 'Inicie-o para ver o que o kernel impõe.',
  'Its process is not one of this machine: the engine runs on another one or in a virtual machine.':
    'Seu processo não é desta máquina: o motor executa em outra ou em uma máquina virtual.',
  'Run Paralelo where the engine is, to see what its kernel enforces.':
    'Execute o Paralelo onde o motor está, para ver o que o kernel dele impõe.',
  'It ended while it was read: what was asked for is all there is to see.':
    'Terminou enquanto era lido: o que foi pedido é tudo o que há para ver.',
  'Start it again to see what the kernel enforces.':
    'Inicie-o de novo para ver o que o kernel impõe.',
  'The OCI runtime still prepares its process, which is not yet confined as the program will be.':
    'O runtime OCI ainda prepara seu processo, que não está confinado como o programa estará.',
  'Look again in a moment.': 'Olhe de novo em um momento.',
  'The engine’s answer about it is not in a form that this version of Paralelo knows.':
    'A resposta do motor sobre ele não está em uma forma que esta versão do Paralelo conhece.',
  'Update Paralelo, or report it with the answer of `docker inspect`.':
    'Atualize o Paralelo, ou relate com a resposta de `docker inspect`.',
  'Its cgroup cannot be seen from here: which limits are in force, and their use, is not told.':
    'Seu cgroup não pode ser visto daqui: quais limites estão em vigor, e seu uso, não se sabe.',
  'Run Paralelo on the machine itself, not in a container, and not below another cgroup.':
    'Execute o Paralelo na própria máquina, não em um contêiner, e não abaixo de outro cgroup.',
  'It has more than {{amount}} mounts: those that show nothing of the host may be left out.':
    'Tem mais de {{amount}} montagens: as que não mostram nada do hospedeiro podem faltar.',
  'Mount less of the host into it; all of them are in /proc/PID/mountinfo.':
    'Monte menos do hospedeiro nele; todas estão em /proc/PID/mountinfo.',
  'The kernel does not show this user {{eachThing}} of process {{pid}}.':
    'O kernel não mostra a este usuário {{eachThing}} do processo {{pid}}.',
  'its namespaces': 'seus namespaces',
  'its resource limits': 'seus limites de recursos',
  'its mounts': 'suas montagens',
  'its devices': 'seus dispositivos',
  'Run Paralelo as the user of the container’s process, or as root, to see it.':
    'Execute o Paralelo como o usuário do processo do contêiner, ou como root, para ver.',
  Files: 'Arquivos',
  Sockets: 'Sockets',
  HTTP: 'HTTP',
  'Functions of the host': 'Funções do hospedeiro',
  Process: 'Processo',
  'Arguments and environment': 'Argumentos e ambiente',
  'Standard streams and open files': 'Fluxos padrão e arquivos abertos',
  Clocks: 'Relógios',
  Random: 'Aleatório',
  Scheduling: 'Escalonamento',
  'Memory, tables, types': 'Memória, tabelas, tipos',
  Users: 'Usuários',
  Wrote: 'Escreveu',
  'address-space': 'espaço de endereços',
} as const satisfies Record<string, string>;
