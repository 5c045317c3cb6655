/** What the core says where records are exported and bundles read. What it writes into the files stays English. */
export const exported = {
  'This file is no bundle of Paralelo: {{Why}}.':
    'Este arquivo não é um pacote do Paralelo: {{Why}}.',
  'Choose a .paralelo file, as `paralelo export --format bundle` or the History view makes it.':
    'Escolha um arquivo .paralelo, como o feito por `paralelo export --format bundle` ou pela tela Histórico.',
  'The bundle is damaged: {{Why}}.': 'O pacote está danificado: {{Why}}.',
  'Nothing was imported. Export it again where it comes from, and copy it whole.':
    'Nada foi importado. Exporte-o de novo na origem e copie-o por inteiro.',
  'The bundle is too large: at most {{most}} are read, and at most {{unpacked}} when it is unpacked.':
    'O pacote é grande demais: são lidos no máximo {{most}}, e no máximo {{unpacked}} depois de descompactado.',
  'Nothing was imported. Export fewer entries at once where it comes from.':
    'Nada foi importado. Exporte menos registros de uma vez na origem.',
  'The bundle was made by a newer Paralelo (version {{version}} of bundles, this one knows {{known}}).':
    'O pacote foi feito por um Paralelo mais novo (versão {{version}} de pacotes, este conhece a {{known}}).',
  'Nothing was imported. Install the newer Paralelo and import it there.':
    'Nada foi importado. Instale o Paralelo mais novo e importe-o nele.',
  'it holds other files than it says': 'contém outros arquivos além dos que declara',
  'it has an entry twice': 'contém um registro duas vezes',
  'it has no {{file}}': 'não contém {{file}}',
  'its {{file}} is that of something else': 'seu {{file}} é de outra coisa',
  'its {{file}} makes no sense': 'seu {{file}} não faz sentido',
  'it is not compressed by gzip': 'não está comprimido com gzip',
  'its end is missing': 'falta o final',
  '{{file}} is not what its checksum says': '{{file}} não corresponde à sua soma de verificação',
  '{{file}} is missing': 'falta {{file}}',
  '{{file}} is not what {{manifest}} says': '{{file}} não é o que {{manifest}} diz',
  '{{file}} is not JSON': '{{file}} não é JSON',
  '{{file}} is not expected in it': '{{file}} não era esperado nele',
  'A CSV file is one table: samples of runs, samples of recordings, raw values of experiments, or attempts.':
    'Um arquivo CSV é uma só tabela: amostras de execuções, amostras de gravações, valores brutos de experimentos ou tentativas.',
  'Export each kind by itself, or choose JSON or a bundle.':
    'Exporte cada tipo separadamente, ou escolha JSON ou um pacote.',
  'OpenMetrics text has what was read at a time; {{id}} has no readings.':
    'O texto OpenMetrics tem o que foi lido em um momento; {{id}} não tem leituras.',
  'Choose JSON, CSV or a bundle for it, or export runs and recordings only.':
    'Escolha JSON, CSV ou um pacote para ele, ou exporte só execuções e gravações.',
  '{{id}} has {{rows}} samples: more than the {{most}} that one file takes.':
    '{{id}} tem {{rows}} amostras: mais que as {{most}} que cabem em um arquivo.',
  'Choose a report (HTML or Markdown) or OpenMetrics: those are of all its time, less finely.':
    'Escolha um relatório (HTML ou Markdown) ou OpenMetrics: são de todo o tempo, com menos detalhe.',
  'The file would be larger than {{most}}.': 'O arquivo seria maior que {{most}}.',
  'Export fewer entries at once. Of a long recording a bundle is smaller than a table or JSON, and a report smaller still.':
    'Exporte menos registros de uma vez. De uma gravação longa, um pacote é menor que uma tabela ou JSON, e um relatório é menor ainda.',
} as const satisfies Record<string, string>;
