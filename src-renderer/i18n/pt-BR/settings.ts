export const settings = {
  Appearance: 'Aparência',
  Theme: 'Tema',
  'As the system': 'Como o sistema',
  Light: 'Claro',
  Dark: 'Escuro',
  Language: 'Idioma',
  Recording: 'Gravação',
  'Record what the lab runs': 'Gravar o que o laboratório executa',
  'Off, nothing that begins from now on is written to the history; what is there already stays.':
    'Desligado, nada do que começar a partir de agora é escrito no histórico; o que já está lá fica.',
  'Recordings of instances are thinned out with their age, and sooner where the budget is spent: the lowest, highest and mean of each step stay. Runs, experiments and what is pinned stay whole.':
    'As gravações de instâncias são reduzidas com a idade, e antes disso quando o orçamento acaba: ficam o menor, o maior e o valor médio de cada intervalo. Execuções, experimentos e o que está fixado ficam inteiros.',
  'Size budget': 'Orçamento de espaço',
  'Keep every sample': 'Guardar cada amostra',
  'Keep each second': 'Guardar cada segundo',
  'Keep each 10 seconds': 'Guardar cada 10 segundos',
  'Keep what was removed': 'Guardar o que foi removido',
  'A size of 16 MiB or more: 500 MiB, 2 GiB.': 'Um tamanho de 16 MiB ou mais: 500 MiB, 2 GiB.',
  'Days, more than none: 7 d.': 'Dias, mais que zero: 7 d.',
  'Not shorter than what is kept more finely.': 'Não menos que o que é guardado com mais detalhe.',
  'Kept from now on.': 'Vale a partir de agora.',
  'Save retention': 'Salvar retenção',
  'An icon beside the clock': 'Um ícone ao lado do relógio',
  'Shows the load, and stops all runs of the Lab at once. Some desktops have no place for it and show none.':
    'Mostra a carga e para todas as execuções do Laboratório de uma vez. Alguns desktops não têm lugar para ele e não mostram nada.',
} as const satisfies Record<string, string>;
