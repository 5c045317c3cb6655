/** What the Lab says before its first run. */
export const firstRun = {
  'Found on this machine': 'Encontrado nesta máquina',
  'nothing that could run a program yet': 'nada ainda que possa executar um programa',
  'It could have more': 'Ela poderia ter mais',
  'the line for {{name}}': 'a linha de {{name}}',
  '{{count}} more in Runtimes_one': 'Mais {{count}} em Runtimes',
  '{{count}} more in Runtimes_other': 'Mais {{count}} em Runtimes',
  'It takes some seconds, and changes nothing on this machine.':
    'Leva alguns segundos e não muda nada nesta máquina.',
  'Start a first comparison': 'Iniciar uma primeira comparação',
  'Do not show this again': 'Não mostrar de novo',
} as const satisfies Record<string, string>;
