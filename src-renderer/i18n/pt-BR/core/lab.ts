/** What the room `lab` of the core says: its answers to the window, alerts, outcomes. */
export const lab = {
  // Runtimes and programs.
  '{{family}} has no executable to choose.': '{{family}} não tem executável para escolher.',
  'A path can be set for an engine that is a program of this machine: see `paralelo runtimes`.':
    'Um caminho pode ser definido para um motor que é um programa desta máquina: veja `paralelo runtimes`.',
  'No runtime was found on this machine: see `paralelo runtimes`.':
    'Nenhum runtime foi encontrado nesta máquina: veja `paralelo runtimes`.',
  'Choose one of: {{known}}.': 'Escolha um destes: {{known}}.',
  '{{id}} needs a container engine: {{Why}}.':
    '{{id}} precisa de um motor de contêineres: {{Why}}.',
  'none answers here': 'nenhum responde aqui',
  'Start or install an engine, then run again.': 'Inicie ou instale um motor e execute de novo.',
  '{{name}} is not here: {{Why}}.': '{{name}} não está disponível: {{Why}}.',
  'it was not found': 'não foi encontrado',
  'See `paralelo runtimes` for how to get it.': 'Veja em `paralelo runtimes` como obtê-lo.',
  'Give the whole path of the program, such as /usr/local/bin/wasmtime.':
    'Indique o caminho completo do programa, como /usr/local/bin/wasmtime.',
  '{{path}} is a folder.': '{{path}} é uma pasta.',
  'Give the path of the program itself.': 'Indique o caminho do próprio programa.',
  '{{path}} is not an executable file.': '{{path}} não é um arquivo executável.',
  'Make it one with `chmod +x {{path}}`, or give the path of the program itself.':
    'Torne-o executável com `chmod +x {{path}}` ou indique o caminho do próprio programa.',
  '{{path}} cannot be looked at ({{code}}).': '{{path}} não pode ser examinado ({{code}}).',
  'Check the permissions of the folders above it.':
    'Verifique as permissões das pastas acima dele.',
  'A module has no platform: {{id}} cannot run one for {{platform}}.':
    'Um módulo não tem plataforma: {{id}} não pode executar um para {{platform}}.',
  'Leave the platform out; a module is the same file everywhere.':
    'Deixe a plataforma de fora; um módulo é o mesmo arquivo em toda parte.',
  'Give the whole path of the file.': 'Indique o caminho completo do arquivo.',
  '{{ref}} is an image, not a module.': '{{ref}} é uma imagem, não um módulo.',
  'Give a module.': 'Indique um módulo.',

  // Twins.
  'The list of twins (workloads/manifest.json) cannot be used: {{Why}}.':
    'A lista de gêmeos (workloads/manifest.json) não pode ser usada: {{Why}}.',
  'a SHA-256 in lower-case hex': 'um SHA-256 em hexadecimal minúsculo',
  'a file in bin/': 'um arquivo em bin/',
  'an exit code': 'um código de saída',
  'each name once': 'cada nome uma vez',
  'Install Paralelo again; in a checkout, `npm run workloads` makes it anew.':
    'Instale o Paralelo de novo; em um checkout, `npm run workloads` a refaz.',
  'There is no twin called "{{name}}".': 'Não há um gêmeo chamado "{{name}}".',

  // Runs and how they end.
  'Open it again, then run.': 'Abra-o de novo e execute.',
  'There is no live run called {{id}}.': 'Não há uma execução em andamento chamada {{id}}.',
  'It may have ended already.': 'Ela pode já ter terminado.',
  'The run was long: older samples were thinned out. Peaks are exact.':
    'A execução foi longa: as amostras mais antigas foram rareadas. Os picos são exatos.',
  'Sample less often with a longer period (--period).':
    'Amostre com menos frequência, com um período maior (--period).',
  'Stopped on request.': 'Parada a pedido.',
  'Stopped before it was started.': 'Parada antes de ser iniciada.',
  'The lab ended it at its wall-time limit of {{limit}}.':
    'O laboratório encerrou a execução no limite de tempo de relógio de {{limit}}.',
  'The lab ended it {{grace}} after its wall-time limit of {{limit}}: the runtime, which holds that limit itself and counts from its own start, had not yet.':
    'O laboratório encerrou a execução {{grace}} depois do limite de tempo de relógio de {{limit}}: o runtime, que aplica esse limite ele mesmo e conta a partir do próprio início, ainda não o havia feito.',
  'This runtime cannot count the calls of imports: the record has none.':
    'Este runtime não consegue contar as chamadas de importações: o registro não as contém.',
  'Run the same module in v8, which can.': 'Execute o mesmo módulo no v8, que consegue.',
  'The lab ended it: hello did not end within {{patience}}.':
    'O laboratório encerrou a execução: hello não terminou em {{patience}}.',

  // What excludes what.
  'The lab is trying what guests can do, which would disturb a measurement.':
    'O laboratório está testando o que os convidados podem fazer, e isso perturbaria uma medição.',
  'Wait until the matrix is done, or stop it first.':
    'Espere a matriz terminar, ou pare-a primeiro.',
  'An experiment is under way, and this would disturb it.':
    'Há um experimento em andamento, e isto o perturbaria.',
  'Wait until it has ended, or stop it first.': 'Espere até que termine, ou pare-o primeiro.',
  'The lab is testing claims of the paper, which this would disturb.':
    'O laboratório está testando afirmações do artigo, e isto perturbaria os testes.',
  'Wait until they are done, or stop them in the Claims view first.':
    'Espere até que terminem, ou pare-os primeiro na tela Afirmações.',
  'Wait until it is done, or stop it first.': 'Espere até que termine, ou pare-o primeiro.',

  // Claims.
  'The lab is testing claims already, and does so one at a time.':
    'O laboratório já está testando afirmações, e faz isso uma por vez.',
  'No claim has been tested since the lab began, so there is nothing to report.':
    'Nenhuma afirmação foi testada desde o início do laboratório, então não há o que relatar.',
  'Test one or all of them first.': 'Teste uma ou todas elas primeiro.',

  // Experiments.
  'This version has no experiment "{{name}}".': 'Esta versão não tem o experimento "{{name}}".',
  'There are: {{names}}.': 'Existem: {{names}}.',
  '{{count}} experiments are waiting already.': 'Já há {{count}} experimentos na fila.',
  'Stop one, or wait until one has ended.': 'Pare um, ou espere até que um termine.',
  'There is no experiment {{id}}.': 'Não existe o experimento {{id}}.',
  'List them anew.': 'Liste-os de novo.',
  'This experiment has ended.': 'Este experimento terminou.',
  'Start another one.': 'Inicie outro.',

  // Probes.
  'There is no attempt called "{{id}}".': 'Não há uma tentativa chamada "{{id}}".',
  'There is no runtime on this machine to probe.': 'Não há nesta máquina um runtime para sondar.',
  'See `paralelo runtimes` for how to get one.': 'Veja em `paralelo runtimes` como obter um.',
  '{{id}} is not probed: its engine is on another machine, where nothing of the lab’s stands for the host.':
    '{{id}} não é sondado: seu motor está em outra máquina, onde nada do laboratório representa o hospedeiro.',
  'Run paralelo on that machine.': 'Execute o paralelo nessa máquina.',
  'The lab is probing already, and does so one at a time.':
    'O laboratório já está executando sondas, e faz isso uma por vez.',
  'The probes broke off: {{Why}}.': 'As sondas foram interrompidas: {{Why}}.',
  'Run them again; what was found until then is shown.':
    'Execute-as de novo; o que foi encontrado até então é mostrado.',

  // Watched instances and their alerts.
  'The linear memory of {{name}} has grown to {{number}} of at most {{most}}.':
    'A memória linear de {{name}} cresceu até {{number}} de no máximo {{most}}.',
  'Its next growth may be refused: raise the maximum of the module or of the runtime, or find what grows.':
    'O próximo crescimento pode ser recusado: aumente o máximo do módulo ou do runtime, ou descubra o que cresce.',
  '{{name}} has used more than {{percent}} % of its memory limit: {{used}} of {{limit}}.':
    '{{name}} usou mais de {{percent}} % do limite de memória: {{used}} de {{limit}}.',
  '{{name}} has used more than {{percent}} % of its memory limit for {{duration}}: {{used}} of {{limit}}.':
    '{{name}} usou mais de {{percent}} % do limite de memória por {{duration}}: {{used}} de {{limit}}.',
  'Compare its working set with the cgroup memory: page cache is given back first. If the working set is near the limit, raise the limit or find what grows.':
    'Compare o working set com a memória do cgroup: o cache de páginas é devolvido primeiro. Se o working set está perto do limite, aumente o limite ou descubra o que cresce.',
  'The kernel killed a process of {{name}}: its memory limit was reached.':
    'O kernel matou um processo de {{name}}: o limite de memória foi atingido.',
  'Raise its memory limit, or look at the memory chart just before the mark for what grew.':
    'Aumente o limite de memória, ou veja no gráfico de memória, logo antes da marca, o que cresceu.',
  '{{name}} was started {{count}} times within {{duration}}.':
    '{{name}} foi iniciado {{count}} vezes em {{duration}}.',
  'Read the last lines of its logs and its exit code, then stop it or correct what ends it.':
    'Leia as últimas linhas dos logs e o código de saída; depois pare-o ou corrija o que o encerra.',
  'Source {{number}} of instances': 'Fonte {{number}} de instâncias',
  'The logs broke off: {{Why}}.': 'Os logs foram interrompidos: {{Why}}.',
  'Open them again.': 'Abra-os de novo.',
  'That instance is not there any more.': 'Essa instância não existe mais.',
  'Look at the list again: it may have ended, or have been started anew under the same name.':
    'Olhe a lista de novo: ela pode ter terminado, ou ter sido iniciada de novo com o mesmo nome.',

  // Settings and what else is kept.
  'In {{Path}}, the value of {{Names}} makes no sense, so the default is used.':
    'Em {{Path}}, o valor de {{Names}} não faz sentido, então o padrão é usado.',
  'the settings': 'as configurações',
  'Choose it anew in Settings, or correct the file; until then the file stays as it is.':
    'Escolha-o de novo em Configurações, ou corrija o arquivo; até lá o arquivo fica como está.',
  'The settings in {{path}} make no sense, so Paralelo goes on without them.':
    'As configurações em {{path}} não fazem sentido, então o Paralelo segue sem elas.',
  'The file is kept as {{path}}: correct it and move it back, or set the paths again.':
    'O arquivo foi guardado como {{path}}: corrija-o e mova-o de volta, ou defina os caminhos de novo.',
  'The settings in {{path}} cannot be read: {{why}}.':
    'As configurações em {{path}} não podem ser lidas: {{why}}.',
  'Check the permissions of the file; until then Paralelo goes on without settings.':
    'Verifique as permissões do arquivo; até lá o Paralelo segue sem configurações.',
  'The settings in {{path}} cannot be written: {{why}}.':
    'As configurações em {{path}} não podem ser gravadas: {{why}}.',
  'Check the permissions of the folder and the room on its disk, then try again.':
    'Verifique as permissões da pasta e o espaço no disco, e tente de novo.',
  'This Paralelo keeps nothing of what it runs.': 'Este Paralelo não guarda nada do que executa.',
  'Start it as the desktop app, the command line or `paralelo serve`: those do.':
    'Inicie-o como o aplicativo, a linha de comando ou `paralelo serve`: esses guardam.',
  'This lab was not built.': 'Este laboratório não foi compilado.',
  'The licences of what is built into Paralelo could not be read.':
    'As licenças do que está incluído no Paralelo não puderam ser lidas.',
  'In a checkout: npm run build. In an installed app: install it again.':
    'Em um checkout: npm run build. Em um aplicativo instalado: instale-o de novo.',
  'Port {{port}} of 127.0.0.1 cannot be used ({{code}}).':
    'A porta {{port}} de 127.0.0.1 não pode ser usada ({{code}}).',
  'Another program has it, maybe another Paralelo: choose another port.':
    'Outro programa a usa, talvez outro Paralelo: escolha outra porta.',
  'Imported on {{today}} from {{File}}: exported on {{date}} by Paralelo {{version}} on {{system}}, {{arch}}.':
    'Importado em {{today}} de {{File}}: exportado em {{date}} pelo Paralelo {{version}} em {{system}}, {{arch}}.',
  'a bundle': 'um pacote',
  'Nothing is recorded: recording is switched off.': 'Nada é gravado: a gravação está desligada.',
  'Switch it on in Settings, under Recording.': 'Ligue-a em Configurações, em Gravação.',
  '{{runtime}} cannot {{Action}} a guest.': '{{runtime}} não consegue {{Action}} um convidado.',
  'Choose containers.': 'Escolha contêineres.',
  'Check the permissions of that folder and the room on its disk, then choose again.':
    'Verifique as permissões dessa pasta e o espaço em seu disco e escolha de novo.',
  'Choose a folder of your own.': 'Escolha uma pasta sua.',
  'Choose a folder on a disk of this machine.': 'Escolha uma pasta em um disco desta máquina.',
  'Choose an empty folder, or go on with the history that is there: choose it without taking this one along.':
    'Escolha uma pasta vazia, ou continue com o histórico que está lá: escolha-a sem levar este junto.',
  'Choose another folder, or let your user write there.':
    'Escolha outra pasta, ou permita que seu usuário grave nela.',
  'Choose the folder anew, or correct the file.': 'Escolha a pasta de novo, ou corrija o arquivo.',
  'Give the path from the root of the file system.':
    'Informe o caminho a partir da raiz do sistema de arquivos.',
  'PARALELO_DATA_DIR names the data folder ({{path}}), and is obeyed before any choice.':
    'PARALELO_DATA_DIR define a pasta de dados ({{path}}) e vale antes de qualquer escolha.',
  'Start Paralelo without PARALELO_DATA_DIR, then choose.':
    'Inicie o Paralelo sem PARALELO_DATA_DIR e então escolha.',
  'The choice cannot be written to {{path}}: {{Why}}.':
    'A escolha não pode ser gravada em {{path}}: {{Why}}.',
  'The choice of the data folder in {{path}} cannot be read ({{Why}}), so the usual folder is used.':
    'A escolha da pasta de dados em {{path}} não pode ser lida ({{Why}}), então a pasta habitual é usada.',
  'There is a history in {{path}} already, and nothing is written over it.':
    'Já existe um histórico em {{path}}, e nada é gravado sobre ele.',
  'This Paralelo has no data folder of the user.':
    'Este Paralelo não tem pasta de dados do usuário.',
  'a shared folder of VirtualBox': 'uma pasta compartilhada do VirtualBox',
  'it is a file': 'é um arquivo',
  '{{path}} cannot be written to: {{Why}}.': 'Não é possível gravar em {{path}}: {{Why}}.',
  '{{path}} is inside Paralelo itself: the next update would take it away.':
    '{{path}} fica dentro do próprio Paralelo: a próxima atualização o apagaria.',
  '{{path}} is no folder and cannot be made one: {{Why}}.':
    '{{path}} não é uma pasta e não pode ser criada: {{Why}}.',
  '{{path}} is not a whole path.': '{{path}} não é um caminho completo.',
  '{{path}} is on a file system of a network ({{What}}), where the database could be damaged.':
    '{{path}} está em um sistema de arquivos de rede ({{What}}), onde o banco de dados poderia ser danificado.',
  '{{id}} came to no result.': '{{id}} não chegou a um resultado.',
  'Open one that has one.': 'Abra um que tenha.',
  'Paralelo ended before this experiment did: every run that had ended by then is in it, the one under way is not.':
    'O Paralelo terminou antes deste experimento: toda execução que tinha terminado até então está nele, a que estava em andamento não.',
  'Run it again for a whole result.': 'Execute de novo para ter um resultado completo.',
} as const satisfies Record<string, string>;
