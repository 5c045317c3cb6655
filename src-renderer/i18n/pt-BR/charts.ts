export const charts = {
  'Run {{number}}': 'Execução {{number}}',
  'Run {{number}}, outlier': 'Execução {{number}}, valor discrepante',
} as const satisfies Record<string, string>;
