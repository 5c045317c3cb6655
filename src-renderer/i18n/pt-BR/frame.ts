/** What stands around the rooms: the bars, the rail, notices, and the fields that all forms are made of. */
export const frame = {
  'The connection to the lab is lost.': 'A conexão com o laboratório foi perdida.',
  'What runs goes on; this window tries again by itself. If it stays so, start Paralelo again.':
    'O que está em execução continua; esta janela tenta de novo sozinha. Se persistir, reinicie o Paralelo.',
  'This part of the window cannot be read.': 'Esta parte da janela não pode ser lida.',
  'Try again, or start Paralelo again: what runs goes on.':
    'Tente de novo ou reinicie o Paralelo: o que está em execução continua.',
  Rooms: 'Salas',
  Lab: 'Laboratório',
  'About Paralelo': 'Sobre o Paralelo',
  'About Paralelo, {{host}}': 'Sobre o Paralelo, {{host}}',
  '{{host}} · MIT licence': '{{host}} · licença MIT',
  'Nothing is sent anywhere, and no server is asked for updates: your system’s package manager brings them, or you install the next version.':
    'Nada é enviado a lugar algum, e nenhum servidor é consultado sobre atualizações: o gerenciador de pacotes do seu sistema as traz, ou você instala a próxima versão.',
  'Licences of what is built in': 'Licenças do que está incluído',
  Licences: 'Licenças',
  'Those of Electron and Chromium lie beside the program of the desktop app.':
    'As do Electron e do Chromium ficam ao lado do programa do aplicativo.',
  '{{what}} copied': 'Copiado: {{what}}',
  'Copy {{what}}': 'Copiar {{what}}',
  loose: 'frouxo',

  'Engines and runtimes': 'Motores e runtimes',
  'WebAssembly runtimes': 'Runtimes WebAssembly',
  '{{number}} Wasm runtimes': '{{number}} runtimes Wasm',
  'Not here': 'Ausentes',
  '{{number}} not here': '{{number}} ausentes',
  '{{name}} not here': '{{name}} ausente',
  'OCI runtimes: {{names}}': 'Runtimes OCI: {{names}}',
  'Not local: its numbers come from the engine’s own statistics.':
    'Não é local: os números vêm das estatísticas do próprio motor.',
  'Connecting…': 'Conectando…',
  'Connection lost': 'Conexão perdida',
  '{{used}} of {{total}}': '{{used}} de {{total}}',

  '{{count}} request/s_one': '{{count}} requisição/s',
  '{{count}} request/s_other': '{{count}} requisições/s',
  'What the daemon of {{name}} spends cannot be seen from here.':
    'Daqui não se vê quanto o daemon do {{name}} gasta.',
  'The daemon of {{name}} uses {{percent}} of a core. It works for everybody on this machine.':
    'O daemon do {{name}} usa {{percent}} de um núcleo. Ele trabalha para todos nesta máquina.',
  'This lab made {{count}} request a second of it._one':
    'Este laboratório lhe fez {{count}} requisição por segundo.',
  'This lab made {{count}} request a second of it._other':
    'Este laboratório lhe fez {{count}} requisições por segundo.',

  tight: 'fechado',
  'partly open': 'parcialmente aberto',
  open: 'aberto',
  'Isolation: as tight as this runtime can be, as far as it is told.':
    'Isolamento: tão fechado quanto este runtime permite, até onde ele informa.',
  'Isolation: {{openness}}. Wider than it could be: {{named}}.':
    'Isolamento: {{openness}}. Mais aberto do que poderia: {{named}}.',
  'Isolation: {{openness}}. Wider than it could be: {{named}} and {{more}} more.':
    'Isolamento: {{openness}}. Mais aberto do que poderia: {{named}} e mais {{more}}.',

  'A size with its unit: 64m, 1.5 GiB.': 'Um tamanho com a unidade: 64m, 1,5 GiB.',
  'More than nothing, or leave it empty for no limit.':
    'Mais que zero, ou deixe vazio para não haver limite.',
  'A time with its unit: 500ms, 10 s, 2m.': 'Um tempo com a unidade: 500ms, 10 s, 2m.',
  'Between {{range}}.': 'Entre {{range}}.',
  '1 ms and 24 h': '1 ms e 24 h',
  '20 ms and 60 s': '20 ms e 60 s',
  'A number of cores: 1, 0.5.': 'Um número de núcleos: 1, 0,5.',
  'Between 0.01 and 4096 cores.': 'Entre 0,01 e 4096 núcleos.',
  'A whole number, 1 or more.': 'Um número inteiro, 1 ou mais.',
  '“{{text}}” is not NAME=value.': '“{{text}}” não é NOME=valor.',
  '“{{text}}” is not host:guest or host:guest:ro.':
    '“{{text}}” não é máquina:convidado nem máquina:convidado:ro.',
  "“{{text}}” is not a capability's name.": '“{{text}}” não é o nome de uma capability.',
  'The text ends in a backslash: write \\\\ for one.':
    'O texto termina em barra invertida: escreva \\\\ para uma.',
  'A {{quote}} is opened and never closed.': 'Um {{quote}} foi aberto e nunca fechado.',
} as const satisfies Record<string, string>;
