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
  'Instances and alerts': 'Instâncias e alertas',
  'Restore defaults': 'Restaurar padrões',
  'All settings but the paths of runtimes get their defaults.':
    'Todas as configurações, menos os caminhos de runtimes, voltam ao padrão.',
  Restore: 'Restaurar',

  'A new run in the Lab': 'Uma nova execução no Laboratório',
  'What its fields begin with. An empty limit is no limit; fields that you have changed stay.':
    'Com o que seus campos começam. Um limite vazio é sem limite; campos que você já mudou ficam.',
  '100 ms': '100 ms',
  'Save defaults': 'Salvar padrões',
  'A time between 20 ms and 60 s: 100 ms.': 'Um tempo entre 20 ms e 60 s: 100 ms.',

  'Scrape endpoint': 'Endpoint de coleta',
  'The live numbers as OpenMetrics text, for a Prometheus of this machine: no other machine reaches it. While nobody scrapes, nothing is read for it.':
    'Os números ao vivo como texto OpenMetrics, para um Prometheus desta máquina: nenhuma outra máquina o alcança. Enquanto ninguém coleta, nada é lido para ele.',
  'Open it while Paralelo runs': 'Abri-lo enquanto o Paralelo estiver em execução',
  'Whoever uses this machine can read there what runs on it.':
    'Quem usa esta máquina pode ler ali o que está em execução nela.',
  Port: 'Porta',
  'A whole number, 1024 to 65535.': 'Um número inteiro, de 1024 a 65535.',
  'Use this port': 'Usar esta porta',
  'This lab has no window of its own and does not open it.':
    'Este laboratório não tem janela própria e não o abre.',
  address: 'o endereço',
  'It is closed.': 'Está fechado.',

  'Paths of runtimes': 'Caminhos de runtimes',
  'Programs that you chose; all others are looked for in PATH and the usual folders.':
    'Programas que você escolheu; todos os outros são procurados em PATH e nas pastas usuais.',
  'Forget the path of {{family}}': 'Esquecer o caminho de {{family}}',
  Forget: 'Esquecer',
  'None is chosen.': 'Nenhum foi escolhido.',
  'Choose one in Runtimes': 'Escolher um em Runtimes',

  Data: 'Dados',
  'path of history': 'o caminho do histórico',
  'path of settings': 'o caminho das configurações',
  'This lab keeps no history.': 'Este laboratório não guarda histórico.',
  'This lab keeps no settings: they last as long as it runs.':
    'Este laboratório não guarda configurações: elas duram enquanto ele executa.',
  'The data folder is named by `PARALELO_DATA_DIR`: it cannot be chosen here.':
    'A pasta de dados é definida por `PARALELO_DATA_DIR`: não pode ser escolhida aqui.',
  'You chose the data folder.': 'A pasta de dados foi escolhida por você.',
  'The data folder is the usual one.': 'A pasta de dados é a habitual.',
  'From the next start on: {{path}}, with a copy of this history.':
    'A partir do próximo início: {{path}}, com uma cópia deste histórico.',
  'From the next start on: {{path}}, with what is there or a new history.':
    'A partir do próximo início: {{path}}, com o que estiver lá ou um histórico novo.',
  'Data folder from the next start on': 'Pasta de dados a partir do próximo início',
  'It is made where there is none. What is in the folder of now stays there until you remove it.':
    'É criada se não existir. O que está na pasta atual fica lá até você remover.',
  'What becomes of the history': 'O que acontece com o histórico',
  'Take the history along': 'Levar o histórico junto',
  'Begin a new one there, or go on with the one that is there':
    'Começar um novo lá, ou continuar com o que estiver lá',
  'Use it from the next start on': 'Usar a partir do próximo início',
  'Another data folder…': 'Outra pasta de dados…',
} as const satisfies Record<string, string>;
