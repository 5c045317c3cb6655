export const settings = {
  Appearance: 'Aparência',
  Theme: 'Tema',
  'As the system': 'Como o sistema',
  Light: 'Claro',
  Dark: 'Escuro',
  Language: 'Idioma',
} as const satisfies Record<string, string>;
