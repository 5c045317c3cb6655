/** What stands in more than one room. */
export const common = {
  and: 'e',
  '{{count}} core_one': '{{count}} núcleo',
  '{{count}} core_other': '{{count}} núcleos',
  '{{count}} sample a second_one': '{{count}} amostra por segundo',
  '{{count}} sample a second_other': '{{count}} amostras por segundo',
  'a sample every {{period}}': 'uma amostra a cada {{period}}',
  '{{percent}} of a core': '{{percent}} de um núcleo',
  Memory: 'Memória',
  CPU: 'CPU',
  'It was not found.': 'Não foi encontrado.',
} as const satisfies Record<string, string>;
