/** Between the window and its lab. */
export const connection = {
  'The connection to Paralelo was lost.': 'A conexão com o Paralelo foi perdida.',
  'If it does not come back by itself, start `paralelo serve` again and open the new link.':
    'Se ela não voltar sozinha, inicie `paralelo serve` de novo e abra o novo link.',
} as const satisfies Record<string, string>;
