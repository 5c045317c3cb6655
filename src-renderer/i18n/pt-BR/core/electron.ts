/** What the desktop shell says to its window. */
export const electron = {
  "The request does not come from Paralelo's own page.":
    'A requisição não vem da página do próprio Paralelo.',
  'Close that window and open a new one.': 'Feche essa janela e abra uma nova.',
  'Compatibility runtime Electron {{major}}: for tests and offline machines.':
    'Runtime de compatibilidade Electron {{major}}: para testes e máquinas sem internet.',
} as const satisfies Record<string, string>;
