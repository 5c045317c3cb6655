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
  'A CSV file is one table: samples of runs, or raw values of experiments, not both.':
    'Um arquivo CSV é uma só tabela: amostras de execuções ou valores brutos de experimentos, não ambos.',
  'Export the runs and the experiments by themselves, or choose JSON or a bundle.':
    'Exporte as execuções e os experimentos separadamente, ou escolha JSON ou um pacote.',
  'The file would be larger than {{most}}.': 'O arquivo seria maior que {{most}}.',
  'Export fewer entries at once.': 'Exporte menos registros de uma vez.',
} as const satisfies Record<string, string>;
