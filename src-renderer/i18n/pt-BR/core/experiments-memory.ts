export const experimentsMemory = {
  'Each run is the twin grow, which takes its memory step by step, says so after each, and waits 100 ms; it is sampled every 20 ms.':
    'Cada execução é o gêmeo grow, que toma sua memória passo a passo, avisa depois de cada um e espera 100 ms; ele é amostrado a cada 20 ms.',
  'A sample counts for the step that the guest had last said, and not when the next one may have begun; the level of a step is the median of its samples.':
    'Uma amostra conta para o último passo que o convidado anunciou, e não conta quando o próximo já pode ter começado; o nível de um passo é a mediana de suas amostras.',
  'The line through the levels of a run is that of Theil and Sen. Its slope is the memory for each byte asked; where it meets 0 is what was there before the first byte, for the guest asks at once and nothing before it is at rest.':
    'A reta pelos níveis de uma execução é a de Theil e Sen. Sua inclinação é a memória por byte pedido; onde ela cruza o 0 está o que havia antes do primeiro byte, pois o convidado pede logo de início e nada antes disso está em repouso.',
  'Of a module the process of its runtime is read; of a container its own processes and its cgroup, not what the engine needs beside it.':
    'De um módulo lê-se o processo do seu runtime; de um contêiner, seus próprios processos e seu cgroup, não o que o motor precisa ao lado dele.',
  'After the last step the guest frees all it has, says so, and waits 100 ms more: given back is the level of the last step less that after free. A linear memory cannot shrink (WebAssembly has no such instruction), whatever the allocator inside does.':
    'Depois do último passo, o convidado libera tudo o que tem, avisa e espera mais 100 ms: devolvido é o nível do último passo menos o nível depois de liberar. Uma memória linear não pode encolher (o WebAssembly não tem tal instrução), faça o que fizer o alocador dentro dela.',

  'Before the first byte ({{Label}})': 'Antes do primeiro byte ({{Label}})',
  'For each byte asked ({{Label}})': 'Por byte pedido ({{Label}})',
  'Peak ({{Label}})': 'Pico ({{Label}})',
  'Given back after free ({{Label}})': 'Devolvido após liberar ({{Label}})',
  'Asked for': 'Pedido',
  '{{low}} needs {{number}}x less memory before the first byte ({{Label}}) than {{high}} by the medians of {{Runs}}, too few for a 95 % interval':
    '{{low}} precisa de {{number}}x menos memória antes do primeiro byte ({{Label}}) que {{high}} pelas medianas de {{Runs}}, de menos para um intervalo de 95 %',
  '{{low}} needs {{number}}x less memory before the first byte ({{Label}}) than {{high}}, 95 % interval {{numberFrom}} to {{numberTo}}':
    '{{low}} precisa de {{number}}x menos memória antes do primeiro byte ({{Label}}) que {{high}}, intervalo de 95 %: {{numberFrom}} a {{numberTo}}',

  'How it ended': 'Como terminou',
  Ended: 'Fim',
  Runs: 'Execuções',
  'The guest held': 'O convidado tinha',
  Survived: 'Sobreviveu',
  'Held by': 'Imposto por',
  reached: 'teve tudo',
  '{{runtime}} had all it asked for, at {{held}}: no limit was set ({{own}} of {{all}} runs).':
    '{{runtime}} teve tudo o que pediu, em {{held}}: nenhum limite foi definido ({{own}} de {{all}} execuções).',
  '{{runtime}} had all it asked for, at {{held}}: the limit was {{limit}}, held by {{By}} ({{own}} of {{all}} runs).':
    '{{runtime}} teve tudo o que pediu, em {{held}}: o limite era {{limit}}, imposto por {{By}} ({{own}} de {{all}} execuções).',
  '{{runtime}} was refused more and ended by itself, at {{held}}: no limit was set ({{own}} of {{all}} runs).':
    '{{runtime}} teve mais memória recusada e terminou sozinho, em {{held}}: nenhum limite foi definido ({{own}} de {{all}} execuções).',
  '{{runtime}} was refused more and ended by itself, at {{held}}: the limit was {{limit}}, held by {{By}} ({{own}} of {{all}} runs).':
    '{{runtime}} teve mais memória recusada e terminou sozinho, em {{held}}: o limite era {{limit}}, imposto por {{By}} ({{own}} de {{all}} execuções).',
  '{{runtime}} was killed by the kernel: it did not survive, at {{held}}: no limit was set ({{own}} of {{all}} runs).':
    '{{runtime}} foi morto pelo kernel: não sobreviveu, em {{held}}: nenhum limite foi definido ({{own}} de {{all}} execuções).',
  '{{runtime}} was killed by the kernel: it did not survive, at {{held}}: the limit was {{limit}}, held by {{By}} ({{own}} of {{all}} runs).':
    '{{runtime}} foi morto pelo kernel: não sobreviveu, em {{held}}: o limite era {{limit}}, imposto por {{By}} ({{own}} de {{all}} execuções).',
  '{{runtime}} gave nothing back of {{held}} that its guest had and freed ({{Label}}).':
    '{{runtime}} não devolveu nada de {{held}} que seu convidado tinha e liberou ({{Label}}).',
  '{{runtime}} gave back {{back}} of {{held}} that its guest had and freed ({{Label}}).':
    '{{runtime}} devolveu {{back}} de {{held}} que seu convidado tinha e liberou ({{Label}}).',
  'Fewer than two of its steps were seen by a sample.':
    'Menos de dois de seus passos foram vistos por uma amostra.',

  'A module is counted with the whole process of its runtime, a container without what its engine keeps beside it (shim, daemon, kernel objects).':
    'Um módulo é contado com todo o processo do seu runtime; um contêiner, sem o que seu motor mantém ao lado (shim, daemon, objetos do kernel).',
  'Compare the slopes, or add what the engine’s own processes take before you say that one needs less.':
    'Compare as inclinações, ou some o que os processos do próprio motor ocupam antes de dizer que um precisa de menos.',
  '{{few}} of {{steps}} steps of {{runtime}} were seen by fewer than two samples: a level may be of one moment.':
    '{{few}} de {{steps}} passos de {{runtime}} foram vistos por menos de duas amostras: um nível pode ser de um só momento.',
  'Close what else runs, for the lab came too late to look; or trust the slope, which needs no single step.':
    'Feche o que mais estiver em execução, pois o laboratório chegou tarde para olhar; ou confie na inclinação, que não depende de um passo só.',
  'Not in every run of {{runtime}} could be read: {{Labels}}.':
    'Não pôde ser lido em todas as execuções de {{runtime}}: {{Labels}}.',
  'What a curve lacks was not seen; it is not 0. `paralelo runtimes` says what each one shows.':
    'O que falta em uma curva não foi visto; não é 0. `paralelo runtimes` diz o que cada um mostra.',
} as const satisfies Record<string, string>;
