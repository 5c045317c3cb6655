export const experimentsSpeed = {
  'Each run is the twin kernel with one of the kernels: one source, one checksum in every world; another checksum counts as a failure.':
    'Cada execução é o gêmeo kernel com um dos núcleos de cálculo: uma só fonte, uma só soma de verificação em cada mundo; outra soma conta como falha.',
  'The guest computes it for half a second, at least twice and at most 20 times, and takes the time of each by the clock of its own world; only differences of that clock are used.':
    'O convidado o calcula por meio segundo, ao menos duas e no máximo 20 vezes, e mede o tempo de cada uma pelo relógio do seu próprio mundo; só diferenças desse relógio são usadas.',
  'The first time is told apart, for a compiler may not be done with it; a run’s value is the median of the times after it. What the start costs is in the whole run.':
    'A primeira vez é contada à parte, pois um compilador pode não ter terminado com ela; o valor de uma execução é a mediana dos tempos depois dela. O custo da inicialização está na execução inteira.',
  'native is the same twin’s executable as a plain process of this machine, made by another compiler (GCC) than the module (Clang): a part of each ratio is theirs.':
    'native é o executável do mesmo gêmeo como processo comum desta máquina, feito por outro compilador (GCC) que o do módulo (Clang): uma parte de cada razão se deve a eles.',
  'Contenders and kernels run one at a time, interleaved, in an order drawn from the seed. Nothing is sampled during a run.':
    'Concorrentes e núcleos de cálculo executam um por vez, intercalados, em ordem sorteada pela semente. Nada é amostrado durante uma execução.',
  'The kernel files works in a directory of the host that is granted to the guest; of the others nothing is granted.':
    'O núcleo de cálculo files trabalha em um diretório da máquina concedido ao convidado; aos outros nada é concedido.',

  'A process of this machine, behind no wall': 'Um processo desta máquina, sem parede alguma',
  'Time by that of native, geometric mean': 'Tempo em relação ao nativo, média geométrica',
  'Time by that of native, by kernel': 'Tempo em relação ao nativo, por núcleo de cálculo',
  '{{Kernel}}, after the first time': '{{Kernel}}, após a primeira vez',
  '{{Kernel}}, by native': '{{Kernel}}, em relação ao nativo',
  '{{Kernel}}, the first time': '{{Kernel}}, a primeira vez',
  '{{Kernel}}, the whole run': '{{Kernel}}, a execução inteira',
  'Sieve of Eratosthenes': 'Crivo de Eratóstenes',
  'SHA-256': 'SHA-256',
  'Product of matrices of doubles': 'Produto de matrizes de doubles',
  Heapsort: 'Heapsort',
  'Parse a document': 'Analisar um documento',
  'Copy memory': 'Copiar memória',
  'Write and read a file': 'Gravar e ler um arquivo',

  '{{low}} computes {{number}}x faster than {{high}} by the medians of {{Runs}}, too few for a 95 % interval':
    '{{low}} calcula {{number}}x mais rápido que {{high}} pelas medianas de {{Runs}}, de menos para um intervalo de 95 %',
  '{{low}} computes {{number}}x faster than {{high}}, 95 % interval {{numberFrom}} to {{numberTo}}':
    '{{low}} calcula {{number}}x mais rápido que {{high}}, intervalo de 95 %: {{numberFrom}} a {{numberTo}}',
  '{{runtime}} takes {{number}} times as long as {{baseline}} ({{Over}}, 95 % interval {{numberFrom}} to {{numberTo}}).':
    '{{runtime}} leva {{number}} vezes o tempo de {{baseline}} ({{Over}}, intervalo de 95 %: {{numberFrom}} a {{numberTo}}).',
  'geometric mean of {{number}} kernels': 'média geométrica de {{number}} núcleos de cálculo',
  'Less than {{most}} ms each time: {{Kernels}}.': 'Menos de {{most}} ms a cada vez: {{Kernels}}.',
  'The machine is faster than this experiment was made for: take these ratios with care.':
    'A máquina é mais rápida do que este experimento previa: use estas razões com cautela.',
  'Faster than {{baseline}}: {{Kernels}}.': 'Mais rápido que {{baseline}}: {{Kernels}}.',
  'Its compiler did better with this code than the one that made the executable, or its library does.':
    'Seu compilador se saiu melhor com este código que o do executável, ou sua biblioteca o faz.',
  '{{lane}} computed something else in {{runs}} of its runs: {{Why}}':
    '{{lane}} calculou algo diferente em {{runs}} de suas execuções: {{Why}}',
  'Do not trust this engine, or this machine’s memory, before you know why.':
    'Não confie neste motor, nem na memória desta máquina, antes de saber por quê.',
  'It printed something else than times: {{line}}': 'Imprimiu algo que não são tempos: {{line}}',
  'Its {{kernel}} came to the checksum {{seen}}, not to {{expected}} as everywhere else.':
    'Seu {{kernel}} chegou à soma de verificação {{seen}}, e não a {{expected}} como em todos os outros.',
  'It computed {{kernel}} not once.': 'Não calculou {{kernel}} nenhuma vez.',
  'It computed {{kernel}} only once.': 'Calculou {{kernel}} só uma vez.',
  '{{kernel}}: It failed {{times}} times in a row, last: {{Why}}':
    '{{kernel}}: falhou {{times}} vezes seguidas, a última: {{Why}}',
  'It grants no directory, which the kernel {{kernel}} works in: leave that kernel out to see the others.':
    'Ele não concede diretório, no qual o núcleo de cálculo {{kernel}} trabalha: deixe-o de fora para ver os outros.',
  'There is no kernel "{{name}}".': 'Não há núcleo de cálculo "{{name}}".',
  '{{runtime}} takes {{number}} times as long as {{baseline}} ({{Over}}, too few runs for an interval).':
    '{{runtime}} leva {{number}} vezes o tempo de {{baseline}} ({{Over}}, execuções de menos para um intervalo).',
} as const satisfies Record<string, string>;
