/** What every Wasm runtime says (`module`), and V8 in a process of its own. */
export const runtimesModule = {
  // The file of the module.
  '{{name}} ({{id}}) runs WebAssembly modules, not container images.':
    '{{name}} ({{id}}) executa módulos WebAssembly, não imagens de contêiner.',
  'Give a module (--module FILE) or a twin, or choose a container runtime for the image.':
    'Indique um módulo (--module ARQUIVO) ou um gêmeo, ou escolha um runtime de contêineres para a imagem.',
  '{{path}} was changed or removed while the run was prepared.':
    '{{path}} foi alterado ou removido enquanto a execução era preparada.',
  'Wait until it is built, then run it again.':
    'Espere até que esteja compilado e execute de novo.',
  '{{path}} is larger than {{most}}, which is more than is read of a module.':
    '{{path}} é maior que {{most}}, mais do que se lê de um módulo.',
  'Give a smaller module; one without its debug sections often is (`wasm-strip`).':
    'Indique um módulo menor; sem as seções de depuração ele costuma ser (`wasm-strip`).',
  '{{file}} is not the file that Paralelo was built with: its SHA-256 is {{actual}}, not {{expected}}.':
    '{{file}} não é o arquivo com que o Paralelo foi compilado: seu SHA-256 é {{actual}}, não {{expected}}.',
  '{{path}} belongs to Paralelo and cannot be read.':
    '{{path}} pertence ao Paralelo e não pode ser lido.',

  // Limits.
  'The memory of this module cannot be capped from outside: it is 64-bit or has pages of its own size.':
    'A memória deste módulo não pode ser limitada de fora: é de 64 bits ou tem páginas de tamanho próprio.',
  'Choose a runtime with a memory limit of its own, such as wasmtime or v8.':
    'Escolha um runtime com limite de memória próprio, como wasmtime ou v8.',
  'The cgroup for the CPU limit could not be made: {{Why}}.':
    'Não foi possível criar o cgroup para o limite de CPU: {{Why}}.',
  'no writable CPU hierarchy': 'nenhuma hierarquia de CPU com permissão de escrita',
  'Leave the CPU limit out, or say --best-effort to run without it.':
    'Deixe o limite de CPU de fora, ou use --best-effort para executar sem ele.',
  'this user may not make a cgroup with the CPU controller here':
    'este usuário não pode criar aqui um cgroup com o controlador de CPU',
  'a cgroup of its own around the process (CPU quota)':
    'um cgroup próprio em volta do processo (cota de CPU)',
  'WASI preview 1 has no call that makes a process':
    'a WASI preview 1 não tem chamada que crie um processo',
  'the lab ends the process': 'o laboratório encerra o processo',
  'it does not count instructions': 'não conta instruções',
  'it counts for each memory, and the module has {{count}}':
    'vale para cada memória, e o módulo tem {{count}}',
  '{{runtime}} cannot hold the {{Name}} limit: {{Why}}.':
    '{{runtime}} não consegue impor o limite de {{Name}}: {{Why}}.',
  'Leave this limit out, choose another runtime, or say --best-effort to run without it.':
    'Deixe este limite de fora, escolha outro runtime, ou use --best-effort para executar sem ele.',
  'Choose a container or a runtime that holds it to compare under this limit.':
    'Escolha um contêiner ou um runtime que o imponha para comparar sob este limite.',

  // Grants.
  '{{runtime}} cannot give the network "{{network}}": WASI preview 1 has no call that opens a connection.':
    '{{runtime}} não pode conceder a rede "{{network}}": a WASI preview 1 não tem chamada que abra uma conexão.',
  'Leave the network at none, or choose a container runtime.':
    'Deixe a rede em none, ou escolha um runtime de contêineres.',
  '{{runtime}} cannot grant {{What}}: {{Why}}.': '{{runtime}} não pode conceder {{What}}: {{Why}}.',
  'a directory': 'um diretório',
  'a read-only directory': 'um diretório somente leitura',
  'environment variables': 'variáveis de ambiente',
  'Choose another runtime for it.': 'Escolha outro runtime para isso.',
  '{{path}} is not a directory, and WASI preview 1 grants only directories.':
    '{{path}} não é um diretório, e a WASI preview 1 só concede diretórios.',
  'Grant the directory that holds the file.': 'Conceda o diretório que contém o arquivo.',
  'There is no directory {{path}}.': 'Não existe o diretório {{path}}.',
  'There is no readable file {{path}}.': 'Não existe um arquivo legível {{path}}.',
  'Two directories are granted as {{path}}.': 'Dois diretórios são concedidos como {{path}}.',
  'Give each directory a path of its own in the guest.':
    'Dê a cada diretório um caminho próprio no convidado.',
  'preopens of WASI; read-only ones: {{Yes}}': 'preopens da WASI; somente leitura: {{Yes}}',
  'preopens of WASI; read-only ones by refusing the calls that change something (EROFS)':
    'preopens da WASI; somente leitura pela recusa das chamadas que alteram algo (EROFS)',
  'only the variables that are given': 'só as variáveis indicadas',
  'as given': 'como indicados',
  'a file, or nothing': 'um arquivo, ou nada',

  // Its process.
  'The process for the guest could not be started: {{why}}.':
    'O processo para o convidado não pôde ser iniciado: {{why}}.',
  'Check how many processes and open files this user may have (ulimit -u, ulimit -n).':
    'Verifique quantos processos e arquivos abertos este usuário pode ter (ulimit -u, ulimit -n).',
  'process of its own': 'processo próprio',
  'The guest shares a process with no other guest and not with the lab.':
    'O convidado não divide o processo com outro convidado nem com o laboratório.',
  'host process: {{Fact}}': 'processo hospedeiro: {{Fact}}',
  'This is the process around the guest; it counts only for a guest that breaks out of {{engine}}.':
    'Este é o processo em volta do convidado; só conta para um convidado que escape de {{engine}}.',
  'an argument, a path or a variable contains a NUL':
    'um argumento, um caminho ou uma variável contém um NUL',
  'its launcher has ended': 'seu lançador terminou',
  'its pipes are missing': 'faltam seus pipes',

  // How it ends.
  'The guest exited with {{code}}.': 'O convidado saiu com {{code}}.',
  "The guest exited with {{code}} ({{number}} in WASI's 32 bits).":
    'O convidado saiu com {{code}} ({{number}} nos 32 bits da WASI).',
  'The guest trapped ({{words}}).': 'O convidado sofreu um trap ({{words}}).',
  'Trapped: {{Meaning}} ({{words}}).': 'Trap: {{Meaning}} ({{words}}).',
  'the program reached code that must never run (abort, a failed assertion)':
    'o programa chegou a código que nunca deve executar (abort, uma asserção que falhou)',
  'it touched memory outside its linear memory': 'tocou memória fora da sua memória linear',
  'it divided an integer by zero': 'dividiu um inteiro por zero',
  'a division overflowed': 'uma divisão transbordou',
  'it converted a float to an integer that cannot hold it':
    'converteu um número de ponto flutuante em um inteiro que não o comporta',
  'it called through a function pointer that is null or of another type':
    'chamou por um ponteiro de função que é nulo ou de outro tipo',
  'it called through a function pointer that does not exist':
    'chamou por um ponteiro de função que não existe',
  'it touched a table outside its bounds': 'tocou uma tabela fora dos limites',
  'its initial data does not fit into its memory': 'seus dados iniciais não cabem em sua memória',
  'an atomic access was not aligned': 'um acesso atômico não estava alinhado',
  'its calls went deeper than the stack (endless recursion)':
    'suas chamadas foram mais fundo que a pilha (recursão sem fim)',
  'it threw an exception that nobody caught': 'lançou uma exceção que ninguém tratou',
  'The process that hosts the guest was killed (SIGKILL).':
    'O processo que hospeda o convidado foi morto (SIGKILL).',
  'The process that hosts the guest was ended by {{signal}}: it crashed, or somebody signalled it.':
    'O processo que hospeda o convidado foi encerrado por {{signal}}: travou, ou alguém lhe enviou um sinal.',

  // V8.
  'V8 refuses to grow the linear memory beyond it (--wasm-max-mem-pages)':
    'o V8 se recusa a crescer a memória linear além dele (--wasm-max-mem-pages)',
  'The guest host is not built: run `npm run build` in the checkout.':
    'O hospedeiro de convidados não está compilado: execute `npm run build` no checkout.',
  'Each guest runs in a process of its own ({{Inside}}), which the lab can kill at any time.':
    'Cada convidado executa em um processo próprio ({{Inside}}), que o laboratório pode matar a qualquer momento.',
  'Electron {{electron}} as Node {{node}}': 'Electron {{electron}} como Node {{node}}',
  'node:wasi follows symbolic links out of a granted directory, also those that the guest makes: do not grant one to a module you do not trust.':
    'node:wasi segue links simbólicos para fora de um diretório concedido, mesmo os que o convidado cria: não conceda um a um módulo em que você não confia.',
  'The memory limit holds the linear memory; the host process needs about 40 to 60 MiB beside it, and tables are not counted.':
    'O limite de memória vale para a memória linear; o processo hospedeiro precisa de uns 40 a 60 MiB além dela, e tabelas não contam.',
  'V8 compiles functions at their first call: the compile phase does not include them.':
    'O V8 compila funções na primeira chamada: a fase de compilação não as inclui.',
  'symlinks lead out': 'symlinks levam para fora',
  'node:wasi follows symbolic links out of a granted directory: through one, which it may make itself, the guest reads and writes whatever its host process may, also what another grant gives for reading only.':
    'node:wasi segue links simbólicos para fora de um diretório concedido: por um deles, que pode criar, o convidado lê e grava tudo o que seu processo hospedeiro pode, até o que outra concessão dá somente para leitura.',
  'node:wasi follows symbolic links out of a granted directory: through one that is there the guest reads whatever its host process may.':
    'node:wasi segue links simbólicos para fora de um diretório concedido: por um que já exista o convidado lê tudo o que seu processo hospedeiro pode.',
  '{{path}} does not answer like Node or Electron.':
    '{{path}} não responde como o Node ou o Electron.',
  'Give the path of a Node 18 or newer, or leave it out.':
    'Indique o caminho de um Node 18 ou mais novo, ou deixe-o de fora.',
  'The guest host has no channel.': 'O hospedeiro de convidados não tem canal.',
  'The guest host ended with {{code}} before the guest did.':
    'O hospedeiro de convidados terminou com {{code}} antes do convidado.',
  'The guest host ended with {{code}} before the guest did. {{words}}':
    'O hospedeiro de convidados terminou com {{code}} antes do convidado. {{words}}',
  'Build Paralelo again (`npm run build`); if it repeats, report it with this message.':
    'Compile o Paralelo de novo (`npm run build`); se o erro se repetir, relate-o com esta mensagem.',
  'The guest failed in the phase {{stage}}: {{why}}':
    'O convidado falhou na fase {{stage}}: {{why}}',
  'V8 refuses the module: build it again, without experimental features.':
    'O V8 recusa o módulo: compile-o de novo, sem recursos experimentais.',
  'Build the program for WASI preview 1 with a current toolchain.':
    'Compile o programa para WASI preview 1 com ferramentas atuais.',
  'The module or a granted directory is gone: run it again.':
    'O módulo ou um diretório concedido não existe mais: execute de novo.',
  'The machine has not enough memory or address space for the guest.':
    'A máquina não tem memória ou espaço de endereços suficiente para o convidado.',
  'The warm host stopped after {{count}} of {{rounds}} rounds: {{Why}}.':
    'O hospedeiro aquecido parou depois de {{count}} de {{rounds}} rodadas: {{Why}}.',
  'it was ended': 'foi encerrado',
  'Give a module that ends by itself and without a trap, such as the twin hello.':
    'Indique um módulo que termine sozinho e sem trap, como o gêmeo hello.',
  'The process of all instances has ended: {{Why}}.':
    'O processo de todas as instâncias terminou: {{Why}}.',
  'exit code {{code}}': 'código de saída {{code}}',
  '{{twin}} has no executable for {{architecture}}.':
    '{{twin}} não tem executável para {{architecture}}.',
  'Its process ended with {{Why}}.': 'Seu processo terminou com {{Why}}.',

  // What the phases include.
  'until the first line of the guest host runs: a new process and its Node have started':
    'até executar a primeira linha do hospedeiro de convidados: um novo processo e seu Node iniciaram',
  'until the request and the bytes of the module are read':
    'até a requisição e os bytes do módulo serem lidos',
  'until V8 has compiled the module; functions are compiled at their first call':
    'até o V8 compilar o módulo; funções são compiladas na primeira chamada',
  'until WASI is set up and the instance with its memory is there':
    'até a WASI estar montada e a instância existir com sua memória',
  'until _start returns, exits or traps': 'até _start retornar, sair ou sofrer um trap',
  'until the process that hosts the guest is gone':
    'até o processo que hospeda o convidado não existir mais',
} as const satisfies Record<string, string>;
