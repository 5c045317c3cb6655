export const experimentsLimits = {
  'Wall time: the twin spin, which never ends by itself, and how long after the limit its end was seen; the limit counts from the request.':
    'Tempo de relógio: o gêmeo spin, que nunca termina sozinho, e quanto depois do limite seu fim foi visto; o limite conta a partir da requisição.',
  'Fuel: the same under a budget. Each engine counts in a unit of its own, so only how and when it ended is told. How much of it a program uses that ends by itself no runtime tells apart from the output: Wasmtime’s command line says nothing of it, WasmEdge writes it to the guest’s own stdout, and V8 cannot count.':
    'Combustível: o mesmo com um orçamento. Cada motor conta em uma unidade própria, por isso só se diz como e quando terminou. Quanto dele gasta um programa que termina sozinho nenhum runtime diz à parte da saída: a linha de comando do Wasmtime não diz nada, o WasmEdge o escreve na própria stdout do convidado, e o V8 não sabe contar.',
  'Memory: the twin grow to twice the limit in steps of 256 KiB, each written to; what it had said it held when it was refused or killed.':
    'Memória: o gêmeo grow até o dobro do limite, em passos de 256 KiB, cada um gravado; o que ele disse ter quando foi recusado ou morto.',
  'CPU: spin for one second; CPU time by wall time in its last 0.9 s.':
    'CPU: spin por um segundo; tempo de CPU por tempo de relógio em seus últimos 0,9 s.',
  'Throttled: the periods of the quota in which it ran out, and how long the loop was kept from running, in the same part (cpu.stat of its cgroup). A loop of one thread uses up a quota below one core in every period, and then waits for the rest of it; where others keep the cores busy it waits for these as well, which is no throttling.':
    'Contido: os períodos da cota em que ela se esgotou e quanto tempo o laço ficou impedido de executar, na mesma parte (cpu.stat do seu cgroup). Um laço de uma thread esgota uma cota abaixo de um núcleo em cada período e então espera pelo resto dele; onde outros ocupam os núcleos ele espera também por estes, o que não é contenção.',
  'Processes: as many at once as the limit lets be made, the first one included. A module of WASI preview 1 has no call for it.':
    'Processos: tantos ao mesmo tempo quantos o limite deixa criar, contando o primeiro. Um módulo de WASI preview 1 não tem chamada para isso.',
  'Every limit is tried alone, each runtime and limit a contender of its own, interleaved; a limit that a runtime cannot hold is not run but said.':
    'Cada limite é testado sozinho, cada par de runtime e limite como um concorrente próprio, intercalados; um limite que um runtime não consegue impor não é executado, mas dito.',

  'Ended after its wall-time limit by': 'Atraso após o limite de tempo de relógio',
  'Out of fuel after': 'Sem combustível após',
  'Memory limit less what the guest held': 'Limite de memória menos o que o convidado tinha',
  'Share of one core that a busy loop had': 'Parte de um núcleo que um laço ocupado teve',
  'Periods in which the CPU quota ran out': 'Períodos em que a cota de CPU se esgotou',
  'Time for which the CPU quota kept it from running':
    'Tempo em que a cota de CPU o impediu de executar',
  Throttled: 'Contido',
  '{{periods}} of periods and {{time}} of the time; expected {{allPeriods}} and {{allTime}}':
    '{{periods}} dos períodos e {{time}} do tempo; esperado {{allPeriods}} e {{allTime}}',
  'used up: of less no runtime tells': 'esgotado: de menos, nenhum runtime diz',
  'Processes at once': 'Processos ao mesmo tempo',
  cores: 'núcleos',

  'What each limit does': 'O que cada limite faz',
  Asked: 'Pedido',
  Seen: 'Visto',
  Difference: 'Diferença',
  '{{number}} cores': '{{number}} núcleos',
  '{{number}} processes': '{{number}} processos',
  '{{number}} units': '{{number}} unidades',
  'the guest held {{bytes}}': 'o convidado tinha {{bytes}}',
  'timed out after {{time}}': 'tempo esgotado após {{time}}',
  'out of fuel after {{time}}': 'sem combustível após {{time}}',
  'nobody can hold it here': 'ninguém consegue impô-lo aqui',

  'Its CPU time could not be read often enough.':
    'Seu tempo de CPU não pôde ser lido com a frequência necessária.',
  'The memory limit of {{runtime}} could not be seen: {{Why}}':
    'O limite de memória de {{runtime}} não pôde ser visto: {{Why}}',
  'The time limit of {{runtime}} could not be seen: {{Why}}':
    'O limite de tempo de {{runtime}} não pôde ser visto: {{Why}}',
  'The fuel limit of {{runtime}} could not be seen: {{Why}}':
    'O limite de combustível de {{runtime}} não pôde ser visto: {{Why}}',
  'The cpus limit of {{runtime}} could not be seen: {{Why}}':
    'O limite de CPU de {{runtime}} não pôde ser visto: {{Why}}',
  'The pids limit of {{runtime}} could not be seen: {{Why}}':
    'O limite de processos de {{runtime}} não pôde ser visto: {{Why}}',
  'Run it alone with `paralelo run` and that limit to see what it does.':
    'Execute-o sozinho com `paralelo run` e esse limite para ver o que faz.',
} as const satisfies Record<string, string>;
