/** What is said while files are dragged onto the window, and after that. */
export const drop = {
  'Drop it anywhere': 'Solte em qualquer lugar',
  'A module (.wasm)': 'Um módulo (.wasm)',
  'becomes the program of the Wasm lanes; nothing is run yet':
    'vira o programa das raias Wasm; nada é executado ainda',
  'cannot be taken from a browser: you are told what to do':
    'não pode vir de um navegador: você é avisado do que fazer',
  'A bundle (.paralelo)': 'Um pacote (.paralelo)',
  'is imported into History; nothing there is overwritten':
    'é importado para o Histórico; nada lá é sobrescrito',
  'An image (.tar)': 'Uma imagem (.tar)',
  'stays where it is: you get the line that loads it into an engine':
    'fica onde está: você recebe a linha que a carrega em um motor',
  'is loaded into an engine once you have said into which':
    'é carregada em um motor, assim que você disser em qual',
  '{{file}} is the program of the Wasm lanes.': '{{file}} é o programa das raias Wasm.',
  '{{file}} is an image: an engine has to load it first.':
    '{{file}} é uma imagem: um motor precisa carregá-la primeiro.',
  'Nothing of it is run by that. It then is the program of the container lanes.':
    'Nada dela é executado com isso. Depois ela é o programa das raias de contêiner.',
  'Load into {{engine}}': 'Carregar no {{engine}}',
  '{{engine}} loads {{file}}…': 'O {{engine}} carrega {{file}}…',
  '{{image}} is in {{engine}}, and is the program of the container lanes.':
    '{{image}} está no {{engine}} e é o programa das raias de contêiner.',
  'Loaded too: {{images}}': 'Carregadas também: {{images}}',
  'Run this line in a terminal, then choose the image in the Lab:':
    'Execute esta linha em um terminal e depois escolha a imagem no Laboratório:',
  'A browser tells no page where {{file}} lies.':
    'Um navegador não diz a página nenhuma onde {{file}} está.',
  'Type its path under Program, Your own, Module; or drop it onto the desktop app.':
    'Digite o caminho em Programa, Seu próprio, Módulo; ou solte-o no aplicativo de desktop.',
  'Paralelo does not know what to do with {{file}}.':
    'O Paralelo não sabe o que fazer com {{file}}.',
  'It takes modules (.wasm), bundles (.paralelo) and images (.tar).':
    'Ele aceita módulos (.wasm), pacotes (.paralelo) e imagens (.tar).',
  'What became of the file': 'O que foi feito do arquivo',
  line: 'linha',
} as const satisfies Record<string, string>;
