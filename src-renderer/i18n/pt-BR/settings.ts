export const settings = {
  Appearance: 'Aparência',
  Theme: 'Tema',
  'As the system': 'Como o sistema',
  Light: 'Claro',
  Dark: 'Escuro',
  Language: 'Idioma',
  'An icon beside the clock': 'Um ícone ao lado do relógio',
  'Shows the load, and stops all runs of the Lab at once. Some desktops have no place for it and show none.':
    'Mostra a carga e para todas as execuções do Laboratório de uma vez. Alguns desktops não têm lugar para ele e não mostram nada.',
} as const satisfies Record<string, string>;
