export const runtimes = {
  '{{here}} of {{count}} runtime here_one': '{{here}} de {{count}} runtime presente',
  '{{here}} of {{count}} runtime here_other': '{{here}} de {{count}} runtimes presentes',
  'A comparison runs in the Lab: a try-out would disturb its numbers.':
    'Uma comparação está em execução no Laboratório: um teste perturbaria seus números.',
  'No runtime is known here. Refresh looks for them again.':
    'Nenhum runtime é conhecido aqui. Atualizar procura de novo.',
  'Looking for engines and runtimes…': 'Procurando motores e runtimes…',

  Refresh: 'Atualizar',
  'Try all': 'Testar todos',
  'Starts hello once in each runtime that is here, one after the other':
    'Inicia hello uma vez em cada runtime presente, um após o outro',
  '{{name}}, {{nth}} of {{all}}': '{{name}}, {{nth}} de {{all}}',
  'Runtimes tried': 'Runtimes testados',
  'Cancelling…': 'Cancelando…',

  'Limits held by': 'Limites impostos por',
  engine: 'motor',
  lab: 'laboratório',
  'no such call': 'chamada inexistente',
  'enforced by the engine': 'imposto pelo motor',
  'enforced by the lab': 'imposto pelo laboratório',
  'cannot be exceeded': 'não pode ser excedido',
  enforced: 'imposto',

  'Every runtime that Paralelo knows, by world and family':
    'Todos os runtimes que o Paralelo conhece, por mundo e família',
  Version: 'Versão',
  Mem: 'Mem',
  'Fuel|short': 'Comb.',
  'Memory limit': 'Limite de memória',
  'CPU limit|title': 'Limite de CPU',
  'Processes limit': 'Limite de processos',
  'Time limit': 'Limite de tempo',
  'Fuel limit': 'Limite de combustível',
  'Directories, Environment, Arguments, Network, Standard input':
    'Diretórios, Variáveis de ambiente, Argumentos, Rede, Entrada padrão',
  'Standard input': 'Entrada padrão',
  'cannot be given': 'não pode ser concedido',
  Caveats: 'Ressalvas',
  'Weaker than a sandbox should be: {{notes}}':
    'Mais fraco do que uma sandbox deveria ser: {{notes}}',
  'First start of hello': '1ª inicialização de hello',
  Try: 'Testar',
  'Try {{name}}': 'Testar {{name}}',
  Where: 'Onde',
  'not local: coarser numbers': 'não é local: números menos finos',
  'command for {{name}}': 'comando para {{name}}',

  'starting…': 'iniciando…',
  'waiting|queue': 'na fila',
  failed: 'falhou',
  'to main()': 'até main()',
  'to its first output': 'até a primeira saída',
  'to its end': 'até o fim',
  output: 'saída',
  end: 'fim',
  'It waits for those before it.': 'Espera pelos que estão antes dele.',
  'hello is being started.': 'hello está sendo iniciado.',
  '{{time}} {{to}}, from the request.': '{{time}} {{to}}, desde a requisição.',
  'First output at {{time}}.': 'Primeira saída em {{time}}.',
  'Ended after {{time}}.': 'Terminou após {{time}}.',
  '{{name}}: {{number}} milliseconds {{to}}.': '{{name}}: {{number}} milissegundos {{to}}.',

  'Not here.': 'Ausente.',
  command: 'comando',
  Address: 'Endereço',
  Path: 'Caminho',
  'On this machine: memory and CPU are read from its cgroup files.':
    'Nesta máquina: memória e CPU são lidas de seus arquivos de cgroup.',
  'Not local: its numbers come from the engine’s own statistics, about one a second.':
    'Não é local: os números vêm das estatísticas do próprio motor, cerca de um por segundo.',
  'Path of the program': 'Caminho do programa',
  'looked for in PATH and the usual folders': 'procurado no PATH e nas pastas usuais',
  'For all its modes. Empty: Paralelo looks for it.':
    'Para todos os seus modos. Vazio: o Paralelo o procura.',
  'Use this path': 'Usar este caminho',
  'Choose…': 'Escolher…',
  'Forget it': 'Esquecer',
  'One start, no measurement: other work on this machine is in it.':
    'Uma só inicialização, não uma medição: inclui outros trabalhos desta máquina.',
} as const satisfies Record<string, string>;
