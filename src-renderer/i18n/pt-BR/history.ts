export const history = {
  'recorded {{when}}': 'registrado em {{when}}',
  'Recorded result': 'Resultado registrado',
  'It was interrupted before its first value: there is no result.':
    'Foi interrompido antes do primeiro valor: não há resultado.',
  Paralelo: 'Paralelo',
  '{{what}}: {{from}} → {{to}}': '{{what}}: {{from}} → {{to}}',
  'when it ran': 'quando foi executado',
  '{{runtime}}: {{first}} on {{from}}, {{last}} on {{to}}.':
    '{{runtime}}: {{first}} em {{from}}, {{last}} em {{to}}.',
  'Over time: {{title}}': 'Ao longo do tempo: {{title}}',
  'something around it had changed': 'algo em volta tinha mudado',
  'The medians of each time, the newest first': 'As medianas de cada vez, a mais nova primeiro',
  'What had changed before it': 'O que tinha mudado antes',
  'stopped early': 'parado antes do fim',
  'Trend: {{title}}': 'Tendência: {{title}}',
  '{{count}} time that asked the same_one': '{{count}} vez com a mesma pergunta',
  '{{count}} time that asked the same_other': '{{count}} vezes com a mesma pergunta',
  Trend: 'Tendência',
  'Trend over time': 'Tendência ao longo do tempo',
  'Nothing else that was recorded asked the same. Run this plan again: each time is a point here.':
    'Nada mais do que foi registrado fez a mesma pergunta. Execute este plano de novo: cada vez é um ponto aqui.',
  '{{count}} older one is not shown._one': '{{count}} mais antigo não é mostrado.',
  '{{count}} older one is not shown._other': '{{count}} mais antigos não são mostrados.',
  'Medians with their 95 % intervals; a dashed line: what is around it had changed.':
    'Medianas com seus intervalos de 95 %; linha tracejada: o que está em volta tinha mudado.',
  'Each time': 'Cada vez',
  'what the others are held against': 'a referência para os outros',
  'in the same environment': 'no mesmo ambiente',
  'Its plan asked something else of the guests: the ratio is not of the same.':
    'Seu plano pediu outra coisa aos convidados: a razão não é da mesma pergunta.',
  'Medians, and how many times those of the first': 'Medianas, e quantas vezes as do primeiro',
  'not measured': 'não medido',
  'Results side by side': 'Resultados lado a lado',
  '{{count}} result_one': '{{count}} resultado',
  '{{count}} result_other': '{{count}} resultados',
  'Comparison of the results': 'Comparação dos resultados',
  'What is compared': 'O que se compara',
  'Against the first': 'Em relação ao primeiro',
  'Medians with their 95 % intervals, and how many times those of A; ≠ where the interval leaves out 1.':
    'Medianas com seus intervalos de 95 % e quantas vezes as de A; ≠ onde o intervalo exclui 1.',
  'Runs are compared with runs, experiments with experiments.':
    'Execuções se comparam com execuções, experimentos com experimentos.',
  'Recordings are not compared: mark runs, or experiments.':
    'Gravações não se comparam: marque execuções ou experimentos.',
  'Mark a second run to compare.': 'Marque uma segunda execução para comparar.',
  'Mark a second experiment to compare.': 'Marque um segundo experimento para comparar.',
  'At most {{most}} are compared at once.': 'No máximo {{most}} são comparados de uma vez.',
  'Only experiments of one kind are compared.': 'Só se comparam experimentos do mesmo tipo.',
  'One of them still runs.': 'Um deles ainda está em execução.',
  'What is marked': 'O que está marcado',
  '{{count}} entry marked_one': '{{count}} registro marcado',
  '{{count}} entry marked_other': '{{count}} registros marcados',
  'Compare results': 'Comparar resultados',
  'Compare in the Lab': 'Comparar no Laboratório',
  Unmark: 'Desmarcar',
  '{{file}} is made of {{count}} entry._one': '{{file}} contém {{count}} entrada.',
  '{{file}} is made of {{count}} entry._other': '{{file}} contém {{count}} entradas.',
  '{{count}} entry was imported._one': '{{count}} entrada foi importada.',
  '{{count}} entry was imported._other': '{{count}} entradas foram importadas.',
  '{{count}} was here already._one': '{{count}} já estava aqui.',
  '{{count}} was here already._other': '{{count}} já estavam aqui.',
  '{{count}} has another id: one that differs has theirs here._one':
    '{{count}} tem outro id: aqui, uma diferente já tem o dela.',
  '{{count}} has another id: one that differs has theirs here._other':
    '{{count}} têm outro id: aqui, outras diferentes já têm os delas.',
  '{{file}} has {{size}}; a bundle has at most {{most}}.':
    '{{file}} tem {{size}}; um pacote tem no máximo {{most}}.',
  'Export fewer entries at once where it comes from.':
    'Exporte menos entradas de cada vez na origem.',
  'Values come in the order in which they were measured; curves, tables and findings are of all of them, and come at the end.':
    'Os valores vêm na ordem em que foram medidos; curvas, tabelas e conclusões são de todos eles e vêm no fim.',
} as const satisfies Record<string, string>;
