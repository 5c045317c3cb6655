export const claims = {
  'Open {{id}} in History': 'Abrir {{id}} em Histórico',
  'and {{count}} more record_one': 'e mais {{count}} registro',
  'and {{count}} more record_other': 'e mais {{count}} registros',
  'Records that the evidence is from': 'Registros de onde vem a evidência',
} as const satisfies Record<string, string>;
