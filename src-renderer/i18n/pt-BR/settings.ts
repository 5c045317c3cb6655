export const settings = {
  Appearance: 'Aparência',
  Theme: 'Tema',
  'As the system': 'Como o sistema',
  Light: 'Claro',
  Dark: 'Escuro',
  Language: 'Idioma',
  Settings: 'Configurações',
  'Instances and alerts': 'Instâncias e alertas',
  'Restore defaults': 'Restaurar padrões',
  'All settings but the paths of runtimes get their defaults.':
    'Todas as configurações, menos os caminhos de runtimes, voltam ao padrão.',
  Restore: 'Restaurar',
  Cancel: 'Cancelar',

  'A new run in the Lab': 'Uma nova execução no Laboratório',
  'What its fields begin with. An empty limit is no limit; fields that you have changed stay.':
    'Com o que seus campos começam. Um limite vazio é sem limite; campos que você já mudou ficam.',
  'Sampling period': 'Período de amostragem',
  '100 ms': '100 ms',
  'Save defaults': 'Salvar padrões',
  'Saved.': 'Salvo.',
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
  History: 'Histórico',
  'path of history': 'o caminho do histórico',
  'path of settings': 'o caminho das configurações',
  Used: 'Em uso',
  'This lab keeps no history.': 'Este laboratório não guarda histórico.',
  'This lab keeps no settings: they last as long as it runs.':
    'Este laboratório não guarda configurações: elas duram enquanto ele executa.',
  'Another data folder: set `PARALELO_DATA_DIR` and start again.':
    'Outra pasta de dados: defina `PARALELO_DATA_DIR` e inicie de novo.',
} as const satisfies Record<string, string>;
