/** What every experiment says of its runs: ratios, what to doubt, what the instrument costs. */
export const experimentsResults = {
  'No difference was found between {{low}} and {{high}}: ratio {{number}}, 95 % interval {{numberFrom}} to {{numberTo}}':
    'Nenhuma diferença foi encontrada entre {{low}} e {{high}}: razão {{number}}, intervalo de 95 %: {{numberFrom}} a {{numberTo}}',
  '{{low}} came out {{number}}x lower than {{high}}, 95 % interval {{numberFrom}} to {{numberTo}}':
    '{{low}} ficou {{number}}x abaixo de {{high}}, intervalo de 95 %: {{numberFrom}} a {{numberTo}}',
  '{{low}} came out {{number}}x lower than {{high}} by the medians of {{Runs}}, too few for a 95 % interval':
    '{{low}} ficou {{number}}x abaixo de {{high}} pelas medianas de {{Runs}}, de menos para um intervalo de 95 %',
  '{{number}} run': '{{number}} execução',
  '{{number}} runs': '{{number}} execuções',
  'Fewer than {{few}} runs of {{runtimes}}: their intervals cover less than 95 %, and p5 and p95 say little.':
    'Menos de {{few}} execuções de {{runtimes}}: seus intervalos cobrem menos de 95 %, e p5 e p95 dizem pouco.',
  'Give it {{few}} runs at least.': 'Dê a ele pelo menos {{few}} execuções.',
  'Fewer than {{few}} runs of {{runtimes}}: p5 and p95 say little.':
    'Menos de {{few}} execuções de {{runtimes}}: p5 e p95 dizem pouco.',
  'Give it more runs.': 'Dê a ele mais execuções.',
  'More than a tenth of the values stand apart: {{runtimes}}.':
    'Mais de um décimo dos valores destoa: {{runtimes}}.',
  'Look at the raw values: there may be two ways in which it goes, or another program was busy.':
    'Veja os valores brutos: pode haver dois modos de funcionar, ou outro programa estava ocupado.',
  'The machine was busy before it began: load {{number}} on {{cores}} cores.':
    'A máquina estava ocupada antes do começo: carga {{number}} em {{cores}} núcleos.',
  'Close what else runs, and measure again; ratios suffer less than times.':
    'Feche o que mais estiver em execução e meça de novo; as razões sofrem menos que os tempos.',
  'The hypervisor gave {{number}} % of the time to others.':
    'O hipervisor deu {{number}} % do tempo a outros.',
  'Measure on a machine of its own, or trust the ratios more than the times.':
    'Meça em uma máquina dedicada, ou confie mais nas razões que nos tempos.',
  'The machine slept, or its clock was set, during run {{run}} of {{runtime}}: it does not count.':
    'A máquina dormiu, ou seu relógio foi ajustado, durante a execução {{run}} de {{runtime}}: ela não conta.',
  'Keep the machine awake while an experiment runs.':
    'Mantenha a máquina acordada enquanto um experimento executa.',
  'It failed {{times}} times in a row, last: {{Why}}':
    'Falhou {{times}} vezes seguidas, a última: {{Why}}',
  'An empty process': 'Um processo vazio',
  'In the lab, outside the contender': 'No laboratório, fora do concorrente',

  '{{word}} in {{wordRuntime}}': '{{word}} em {{wordRuntime}}',
  nobody: 'ninguém',
  cgroup: 'cgroup',
  'engine-flag': 'opção do motor',
  'module-maximum': 'máximo do módulo',
  'v8-flag': 'opção do V8',
  'lab-kill': 'o laboratório (mata)',
  interface: 'a interface',
  exited: 'terminou',
  trapped: 'trap',
  'oom-killed': 'morto por OOM',
  'memory-refused': 'memória recusada',
  'timed-out': 'tempo esgotado',
  'fuel-exhausted': 'sem combustível',
  stopped: 'parado',
  'failed-to-start': 'não iniciou',
  interrupted: 'interrompido',
} as const satisfies Record<string, string>;
