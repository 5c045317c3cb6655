/** Of a program of the user's own, and of what programs printed. */
export const experimentsProgram = {
  'trapped ({{signal}})': 'trap ({{signal}})',
  'oom-killed ({{signal}})': 'morto por OOM ({{signal}})',
  'memory-refused ({{signal}})': 'memória recusada ({{signal}})',
  'timed-out ({{signal}})': 'tempo esgotado ({{signal}})',
  'fuel-exhausted ({{signal}})': 'sem combustível ({{signal}})',
  'stopped ({{signal}})': 'parado ({{signal}})',
  '(its end)': '(seu fim)',
  '{{runtime}} printed something else than {{reference}}: beyond what was kept of it.':
    '{{runtime}} imprimiu algo diferente de {{reference}}: além do que foi guardado.',
  '{{runtime}} printed something else than {{reference}}: at byte {{at}}, {{Here}} where that has {{There}}.':
    '{{runtime}} imprimiu algo diferente de {{reference}}: no byte {{at}}, {{Here}} onde o outro tem {{There}}.',
  '{{runtime}} printed something else than {{reference}}: at byte {{at}} of what is left to compare, {{Here}} where that has {{There}}.':
    '{{runtime}} imprimiu algo diferente de {{reference}}: no byte {{at}} do que resta comparar, {{Here}} onde o outro tem {{There}}.',
  '{{runtime}} ended with {{End}}, {{reference}} with {{ReferenceEnd}}.':
    '{{runtime}} terminou com {{End}}, {{reference}} com {{ReferenceEnd}}.',
  '{{runtime}} printed {{outputs}} different outputs in {{runs}} runs.':
    '{{runtime}} imprimiu {{outputs}} saídas diferentes em {{runs}} execuções.',
  'If it is a time, a path or a name of the machine, leave it out with a regular expression (--ignore); else the two are not the same program.':
    'Se for uma hora, um caminho ou um nome da máquina, exclua-o com uma expressão regular (--ignore); senão os dois não são o mesmo programa.',
  'The regular expression of what to ignore took more than two seconds on an output: outputs were compared as they were printed.':
    'A expressão regular do que ignorar levou mais de dois segundos em uma saída: as saídas foram comparadas como foram impressas.',
  'Write it without a repetition in a repetition, such as (a+)+.':
    'Escreva-a sem uma repetição dentro de outra, como (a+)+.',
  'The program is not given as an image, which {{runtimes}} would need.':
    'O programa não foi dado como imagem, de que {{runtimes}} precisaria.',
  'The program is not given as a module, which {{runtimes}} would need.':
    'O programa não foi dado como módulo, de que {{runtimes}} precisaria.',
  'Give it as an image too (--image REF), or choose {{Others}} only (--runtimes).':
    'Dê-o também como imagem (--image REF), ou escolha só {{Others}} (--runtimes).',
  'Give it as a module too (--module PATH), or choose {{Others}} only (--runtimes).':
    'Dê-o também como módulo (--module PATH), ou escolha só {{Others}} (--runtimes).',
  'Wasm runtimes': 'runtimes Wasm',
  containers: 'contêineres',
} as const satisfies Record<string, string>;
