export const experimentsDensity = {
  'A run is a ladder: instances of the twin grow are added one by one, each takes its memory, writes to every page of it, says so, and then sleeps. All are ended together, and the next contender follows in an order drawn from the seed.':
    'Uma execução é uma escada: instâncias do gêmeo grow são acrescentadas uma a uma; cada uma toma sua memória, grava em cada página dela, avisa e então dorme. Todas são encerradas juntas, e o próximo concorrente vem em ordem sorteada pela semente.',
  'After each start (of more than 32: twice a doubling) /proc/PID/smaps_rollup of all is read and summed. What one more takes is the slope of the line by Theil and Sen over the count; its interval is over the ladders.':
    'Depois de cada inicialização (acima de 32: duas vezes a cada duplicação), /proc/PID/smaps_rollup de todas é lido e somado. O que mais uma ocupa é a inclinação da reta de Theil e Sen sobre a contagem; seu intervalo é sobre as escadas.',
  'PSS divides a page among all that have it, so each instance takes a part from other processes that run the same program (the lab is a Node as V8’s process is): what they have lost of it since the first instance is taken off, since it is no memory more.':
    'O PSS divide uma página entre todos que a têm, então cada instância tira uma parte de outros processos que executam o mesmo programa (o laboratório é um Node, como o processo do V8): o que eles perderam desde a primeira instância é descontado, pois não é memória a mais.',
  'Own processes are those of the container, or the process of the Wasm runtime. What the engine keeps beside each container (containerd’s shim, conmon) is found as the parent of its first process, and is a number of its own; the daemons and the kernel’s own memory are only in the fall of free memory (MemAvailable, and the pages that the kernel keeps ready in a list of each core), which everything on the machine moves.':
    'Processos próprios são os do contêiner, ou o processo do runtime Wasm. O que o motor mantém ao lado de cada contêiner (o shim do containerd, o conmon) é encontrado como o pai do seu primeiro processo, e é um número à parte; os daemons e a memória do próprio kernel só estão na queda da memória livre (MemAvailable, e as páginas que o kernel mantém prontas em uma lista de cada núcleo), que tudo na máquina altera.',
  'v8:shared-host is one process of V8: its instances share the process, the isolate with its heap, and the compiled code; each has a linear memory and a WASI of its own. Their program has returned from main and its memory is kept, for one thread cannot sleep in many; the others sleep in main.':
    'v8:shared-host é um só processo do V8: suas instâncias compartilham o processo, o isolate com seu heap e o código compilado; cada uma tem memória linear e WASI próprias. Seu programa já voltou de main e sua memória é mantida, pois uma thread não pode dormir em várias; os outros dormem em main.',
  'A start counts from the request until the guest’s line, or the host’s word, was read: nothing is sampled meanwhile. The end of all counts from the wish, told to all at once, until the engine has removed the last; Podman looks only four times a second whether one has ended.':
    'Uma inicialização conta da requisição até a linha do convidado, ou o aviso do hospedeiro, ser lida: nada é amostrado enquanto isso. O fim de todas conta do pedido, feito a todas de uma vez, até o motor remover a última; o Podman só verifica quatro vezes por segundo se uma terminou.',
  'The first alone is told by PSS with the program’s own pages, of which it has the fewer the more processes run that program already. Before each start, and ten times a second, MemAvailable of /proc/meminfo is held against the safety line. A start that fails ends its ladder, whose steps count.':
    'A primeira sozinha é dada por PSS com as páginas do próprio programa, das quais ela tem tanto menos quanto mais processos já executam esse programa. Antes de cada inicialização, e dez vezes por segundo, MemAvailable de /proc/meminfo é comparado com a linha de segurança. Uma inicialização que falha encerra sua escada, cujos passos contam.',

  'PSS, with what the engine keeps beside it': 'PSS, com o que o motor mantém ao lado',
  'PSS of its own processes': 'PSS dos próprios processos',
  'fall of free memory': 'queda da memória livre',
  'private dirty of its own': 'privada suja própria',
  'private dirty, with what the engine keeps beside it':
    'privada suja, com o que o motor mantém ao lado',
  'RSS of its own processes': 'RSS dos próprios processos',
  'its cgroup': 'seu cgroup',
  'One more instance ({{Label}})': 'Mais uma instância ({{Label}})',
  'The first alone ({{Label}})': 'A primeira sozinha ({{Label}})',
  'What the engine keeps beside each (PSS)': 'O que o motor mantém ao lado de cada uma (PSS)',
  'Shared with others, of the RSS of each, at the top':
    'Compartilhado com outros, do RSS de cada uma, no topo',
  'Start of the first, until it holds': 'Início da primeira, até ter sua memória',
  'Start of the last, until it holds': 'Início da última, até ter sua memória',
  'Each start takes longer than the one before by': 'Quanto cada início demora mais que o anterior',
  'End of all, for each': 'Fim de todas, por instância',
  'All together ({{Label}})': 'Todas juntas ({{Label}})',
  'Start of each': 'Início de cada uma',
  Instances: 'Instâncias',
  '{{name}}, all in one process': '{{name}}, todas em um só processo',
  '{{low}} needs {{number}}x less memory for one more instance ({{Label}}) than {{high}} by the medians of {{Runs}}, too few for a 95 % interval':
    '{{low}} precisa de {{number}}x menos memória para mais uma instância ({{Label}}) que {{high}} pelas medianas de {{Runs}}, de menos para um intervalo de 95 %',
  '{{low}} needs {{number}}x less memory for one more instance ({{Label}}) than {{high}}, 95 % interval {{numberFrom}} to {{numberTo}}':
    '{{low}} precisa de {{number}}x menos memória para mais uma instância ({{Label}}) que {{high}}, intervalo de 95 %: {{numberFrom}} a {{numberTo}}',

  'One more instance': 'Mais uma instância',
  'One more, its own (PSS)': 'Mais uma, própria (PSS)',
  'Beside it (PSS)': 'Ao lado (PSS)',
  Together: 'Juntos',
  'Free memory falls by': 'Queda da memória livre',
  Shared: 'Compartilhado',
  'Last start': 'Último início',
  'End, each': 'Fim, cada uma',
  'Kept beside': 'Mantido ao lado',
  'had all': 'teve todas',
  'at the safety line': 'na linha de segurança',
  'one could not be had': 'uma não pôde ser obtida',

  '{{runtime}}: one more instance takes {{own}} of PSS in its own processes.':
    '{{runtime}}: mais uma instância ocupa {{own}} de PSS nos próprios processos.',
  '{{runtime}}: one more instance takes {{own}} of PSS in its own processes, {{all}} with {{names}} beside it.':
    '{{runtime}}: mais uma instância ocupa {{own}} de PSS nos próprios processos, {{all}} com {{names}} ao lado.',
  '{{runtime}}: one more instance takes {{own}} of PSS in its own processes; the machine had {{fall}} less free for each.':
    '{{runtime}}: mais uma instância ocupa {{own}} de PSS nos próprios processos; a máquina teve {{fall}} a menos livres por instância.',
  '{{runtime}}: one more instance takes {{own}} of PSS in its own processes, {{all}} with {{names}} beside it; the machine had {{fall}} less free for each.':
    '{{runtime}}: mais uma instância ocupa {{own}} de PSS nos próprios processos, {{all}} com {{names}} ao lado; a máquina teve {{fall}} a menos livres por instância.',
  '{{runtime}}: one more instance takes {{own}} of PSS in its own processes; the fall of free memory was lost in what else the machine did.':
    '{{runtime}}: mais uma instância ocupa {{own}} de PSS nos próprios processos; a queda da memória livre se perdeu no que mais a máquina fazia.',
  '{{runtime}}: one more instance takes {{own}} of PSS in its own processes, {{all}} with {{names}} beside it; the fall of free memory was lost in what else the machine did.':
    '{{runtime}}: mais uma instância ocupa {{own}} de PSS nos próprios processos, {{all}} com {{names}} ao lado; a queda da memória livre se perdeu no que mais a máquina fazia.',
  '{{runtime}}: the first instance held after {{first}}, number {{most}} after {{last}}; ending all of them took {{teardown}}.':
    '{{runtime}}: a primeira instância teve sua memória após {{first}}, a de número {{most}} após {{last}}; encerrar todas levou {{teardown}}.',
  '{{runtime}} came to {{counts}} instances and no further ({{own}} of {{all}} times): {{Why}}':
    '{{runtime}} chegou a {{counts}} instâncias e não passou disso ({{own}} de {{all}} vezes): {{Why}}',
  'One of the {{held}} that held their memory ended by itself: {{Why}}':
    'Uma das {{held}} que tinham sua memória terminou sozinha: {{Why}}',
  'Its guest was refused the memory that it was to hold.':
    'Seu convidado teve recusada a memória que deveria ter.',
  'It was stopped.': 'Foi parado.',
  'How much memory is free cannot be read here, so no safety line can be held: this needs a Linux of its own.':
    'Não é possível ler aqui quanta memória está livre, então nenhuma linha de segurança pode ser mantida: isto precisa de um Linux próprio.',
  '{{number}} were free, and one more would have left less than {{least}}.':
    '{{number}} estavam livres, e mais uma teria deixado menos de {{least}}.',
  'Only {{free}} were still free.': 'Só {{free}} ainda estavam livres.',

  'The kernel merges equal pages of different processes (KSM is on).':
    'O kernel une páginas iguais de processos diferentes (o KSM está ligado).',
  'Switch it off (0 in /sys/kernel/mm/ksm/run): else idle guests seem smaller the longer they rest.':
    'Desligue-o (0 em /sys/kernel/mm/ksm/run): senão convidados ociosos parecem menores quanto mais descansam.',
  'The machine swapped while instances were added: what is in swap is in no sum.':
    'A máquina usou swap enquanto instâncias eram acrescentadas: o que está em swap não está em nenhuma soma.',
  'Hold fewer instances, or leave more memory free.':
    'Mantenha menos instâncias, ou deixe mais memória livre.',
  '{{runtime}} was stopped at the safety line of free memory, before it had all its instances.':
    '{{runtime}} foi parado na linha de segurança da memória livre, antes de ter todas as suas instâncias.',
  'Ask for fewer, let each hold less, or leave less free.':
    'Peça menos, deixe cada uma ter menos, ou deixe menos livre.',
  '{{runtime}} could not be had as often as was asked for; its steps until then count.':
    '{{runtime}} não pôde ser obtido tantas vezes quantas se pediu; seus passos até então contam.',
  'The findings say why. Limits of the kernel are in `ulimit -a`, kernel.pid_max and vm.max_map_count.':
    'As constatações dizem por quê. Os limites do kernel estão em `ulimit -a`, kernel.pid_max e vm.max_map_count.',
  'The memory of the processes of {{runtime}} could not be read: it has no PSS.':
    'A memória dos processos de {{runtime}} não pôde ser lida: ele não tem PSS.',
  'For processes of other users run Paralelo as root; instances in a browser or behind a VM cannot be seen.':
    'Para processos de outros usuários, execute o Paralelo como root; instâncias em um navegador ou atrás de uma VM não podem ser vistas.',
  'What the engine keeps beside each instance of {{runtime}} could not be read: it is in no sum but the fall of free memory.':
    'O que o motor mantém ao lado de cada instância de {{runtime}} não pôde ser lido: só está na queda da memória livre, em nenhuma outra soma.',
  'Run Paralelo as the user of the engine (root for Docker).':
    'Execute o Paralelo como o usuário do motor (root para o Docker).',
} as const satisfies Record<string, string>;
