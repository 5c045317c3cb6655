/** What the lab's own programs are called and say, as their manifest has it. */
export const twins = {
  'Grow memory': 'Crescer a memória',
  'Allocates and touches memory step by step, then holds it; says so when it is refused more. With --free it then frees all and holds on.':
    'Aloca e toca memória passo a passo e depois a mantém; avisa quando mais lhe é recusado. Com --free, libera tudo em seguida e continua.',
  'grow --to SIZE [--step SIZE] [--pace TIME] [--hold TIME] [--no-touch] [--free]':
    'grow --to TAMANHO [--step TAMANHO] [--pace TEMPO] [--hold TEMPO] [--no-touch] [--free]',
  'A growth of its memory was refused: it said how far it came and ended by itself.':
    'Um crescimento da memória foi recusado: ele disse até onde chegou e terminou sozinho.',
  Hello: 'Olá',
  'Prints one line and ends, so that what is measured is the start itself.':
    'Imprime uma linha e termina, para que se meça o próprio início.',
  Kernel: 'Kernel',
  'A tool of the lab: computes one of seven kernels again and again, and says how long each time took and its checksum.':
    'Uma ferramenta do laboratório: calcula um de sete kernels repetidamente e diz quanto cada vez durou e sua soma de verificação.',
  'kernel NAME [--size N] [--for TIME] [--most N] [--directory PATH]':
    'kernel NOME [--size N] [--for TEMPO] [--most N] [--directory CAMINHO]',
  Probe: 'Sonda',
  'A tool of the lab: does the one thing that its first argument names, and says what came of it.':
    'Uma ferramenta do laboratório: faz a única coisa que seu primeiro argumento indica e diz no que deu.',
  'Use the CPU': 'Usar a CPU',
  'Keeps one core busy for a time, or until it is stopped, and prints how often it went round.':
    'Mantém um núcleo ocupado por um tempo, ou até ser parado, e imprime quantas voltas deu.',
  'spin --for TIME | --forever': 'spin --for TEMPO | --forever',
  'Compute a checksum': 'Calcular uma soma de verificação',
  'Does a fixed amount of integer work and prints a checksum that is the same everywhere.':
    'Faz uma quantidade fixa de trabalho com inteiros e imprime uma soma de verificação que é igual em toda parte.',
} as const satisfies Record<string, string>;
