/** What the engines say that are programs of this machine: how they compile, what holds their guests, what to know. */
export const runtimesCommand = {
  // Whether they are here.
  'No program called {{Names}} was found.': 'Nenhum programa chamado {{Names}} foi encontrado.',
  '{{path}}, as the settings say, is not an executable file.':
    '{{path}}, indicado nas configurações, não é um arquivo executável.',
  '{{path}} does not answer like {{engine}}.': '{{path}} não responde como {{engine}}.',
  '`npm run runtimes -- install bun`, or the installer of bun.com.':
    '`npm run runtimes -- install bun`, ou o instalador de bun.com.',
  '`npm run runtimes -- install deno`, or the installer of deno.com.':
    '`npm run runtimes -- install deno`, ou o instalador de deno.com.',
  '`npm run runtimes -- install wasmedge`, or the installer of wasmedge.org.':
    '`npm run runtimes -- install wasmedge`, ou o instalador de wasmedge.org.',
  '`npm run runtimes -- install wasmer`, or the installer of wasmer.io.':
    '`npm run runtimes -- install wasmer`, ou o instalador de wasmer.io.',
  '`npm run runtimes -- install wasmtime`, or the installer of wasmtime.dev.':
    '`npm run runtimes -- install wasmtime`, ou o instalador de wasmtime.dev.',
  '`npm run runtimes -- install wazero`, or `go install github.com/tetratelabs/wazero/cmd/wazero@latest`.':
    '`npm run runtimes -- install wazero`, ou `go install github.com/tetratelabs/wazero/cmd/wazero@latest`.',
  'Build wasm-interp of WebAssembly/wabt with -DWITH_WASI=ON: the packages of distributions lack WASI.':
    'Compile o wasm-interp de WebAssembly/wabt com -DWITH_WASI=ON: os pacotes das distribuições não têm WASI.',
  'Build iwasm from the sources of bytecodealliance/wasm-micro-runtime, or take one of its releases.':
    'Compile o iwasm a partir dos fontes de bytecodealliance/wasm-micro-runtime, ou use uma de suas versões publicadas.',
  'Build it from the sources of wasm3/wasm3, or take a package of your distribution.':
    'Compile-o a partir dos fontes de wasm3/wasm3, ou use um pacote da sua distribuição.',
  'It is retired since 2020 and needs sources of that time; Wasmtime succeeded it.':
    'Está aposentado desde 2020 e precisa de fontes daquela época; o Wasmtime o sucedeu.',

  // How they execute.
  'JavaScriptCore, in tiers: interpreter, then compiled':
    'JavaScriptCore, em camadas: interpretador, depois compilado',
  'V8 {{version}}, in tiers': 'V8 {{version}}, em camadas',
  'V8, in tiers': 'V8, em camadas',
  'LLVM, compiled ahead of time': 'LLVM, compilado antecipadamente',
  'LLVM, compiled at each start': 'LLVM, compilado a cada início',
  'Cranelift, compiled once, then from its cache':
    'Cranelift, compilado uma vez, depois do seu cache',
  'Winch, a compiler that is fast to compile': 'Winch, um compilador que compila depressa',
  'Pulley, a portable interpreter': 'Pulley, um interpretador portável',
  '{{compiler}}, compiled at each start': '{{compiler}}, compilado a cada início',
  '{{compiler}}, compiled ahead of time': '{{compiler}}, compilado antecipadamente',
  'compiled ahead of time by lucetc': 'compilado antecipadamente pelo lucetc',
  'compiled ahead of time by wamrc': 'compilado antecipadamente pelo wamrc',
  'compiled at each start': 'compilado a cada início',
  'compiled once, then from its cache': 'compilado uma vez, depois do seu cache',
  'as built: interpreter or JIT': 'como foi compilado: interpretador ou JIT',
  interpreter: 'interpretador',

  // What holds a limit, or why nothing does.
  'refuses growth beyond it (-W max-memory-size)':
    'recusa crescimento além dele (-W max-memory-size)',
  'refuses growth beyond it (--max-heap-size)': 'recusa crescimento além dele (--max-heap-size)',
  'refuses growth beyond it (--memory-page-limit)':
    'recusa crescimento além dele (--memory-page-limit)',
  'interrupts the guest (-W timeout); code is compiled with checks for it':
    'interrompe o convidado (-W timeout); o código é compilado com verificações para isso',
  'interrupts the guest (--time-limit)': 'interrompe o convidado (--time-limit)',
  'ends the guest (--timeout)': 'encerra o convidado (--timeout)',
  'closes the module (-timeout)': 'fecha o módulo (-timeout)',
  'counts instructions (-W fuel); code is compiled with counters for it':
    'conta instruções (-W fuel); o código é compilado com contadores para isso',
  'counts gas (--gas-limit)': 'conta gás (--gas-limit)',
  'the lab lowers the memory maximum in a copy of the module':
    'o laboratório reduz o máximo de memória em uma cópia do módulo',
  'the module imports its memory': 'o módulo importa sua memória',
  'its WASI has no read-only directories': 'sua WASI não tem diretórios somente leitura',
  'its WASI wants write access to every directory':
    'sua WASI exige permissão de escrita em todo diretório',
  'its command line has no read-only directories':
    'sua linha de comando não tem diretórios somente leitura',
  'its command line has no option for it': 'sua linha de comando não tem opção para isso',
  'its command line cannot give a directory another path in the guest':
    'sua linha de comando não pode dar a um diretório outro caminho no convidado',
  'this build cannot name one (--map-dir)': 'esta compilação não pode nomear um (--map-dir)',
  'it always grants the folder it runs in, and no other':
    'concede sempre a pasta em que executa, e nenhuma outra',

  // What to know of them.
  '{{engine}}: know this': '{{engine}}: saiba disto',
  'Bun’s WASI is written in JavaScript and is not documented as a sandbox: do not grant a directory to a module you do not trust.':
    'A WASI do Bun é escrita em JavaScript e não é documentada como sandbox: não conceda um diretório a um módulo em que você não confia.',
  'Deno calls its WASI experimental.': 'O Deno chama sua WASI de experimental.',
  'Retired, and without fixes since 2020: not for modules that you do not trust.':
    'Aposentado e sem correções desde 2020: não serve para módulos em que você não confia.',
  'WAMR only warns of an import that it does not have, and fails when it is called; the lab refuses such a module before.':
    'O WAMR só avisa de uma importação que não tem, e falha quando ela é chamada; o laboratório recusa antes um módulo assim.',
  'No sandbox: with its simple WASI a guest reads and writes whatever the user may, through "../". Never run a module in it that you do not trust.':
    'Sem sandbox: com sua WASI simples um convidado lê e grava tudo o que o usuário pode, por "../". Nunca execute nele um módulo em que você não confia.',
  'WasmEdge writes its own messages to the guest’s stdout or stderr, whichever its version uses.':
    'O WasmEdge grava suas próprias mensagens no stdout ou no stderr do convidado, conforme a versão.',
  'wazero follows symbolic links, and "..", out of a granted directory: do not grant one to a module you do not trust.':
    'O wazero segue links simbólicos, e "..", para fora de um diretório concedido: não conceda um a um módulo em que você não confia.',

  // What they compile ahead of a run.
  '{{engine}} could not compile {{path}}: {{words}}':
    '{{engine}} não conseguiu compilar {{path}}: {{words}}',
  'Run it in a mode that does not compile ahead, to see what it says there.':
    'Execute-o em um modo que não compila antecipadamente, para ver o que ele diz.',
  '{{name}}, which compiles for {{engine}}, is not here.':
    '{{name}}, que compila para {{engine}}, não está disponível.',
  '{{path}} could not be written: {{why}}.': '{{path}} não pôde ser gravado: {{why}}.',
  'Make room and check the permissions of the cache folder, or remove it: everything in it can be made again.':
    'Libere espaço e verifique as permissões da pasta de cache, ou remova-a: tudo nela pode ser refeito.',

  // How a guest ends.
  'A guest that writes these words and exits with this code by itself would look the same.':
    'Um convidado que escrevesse essas palavras e saísse com esse código por si mesmo pareceria igual.',
  '{{engine}} ended it at its wall-time limit ({{name}}: "{{words}}").':
    '{{engine}} o encerrou no limite de tempo de relógio ({{name}}: "{{words}}").',
  'It used up its fuel ({{engine}}: "{{words}}").':
    'Gastou todo o seu combustível ({{engine}}: "{{words}}").',
  'The guest exited with a code above 125, which Wasmtime does not pass on: its process ended with 1.':
    'O convidado saiu com um código acima de 125, que o Wasmtime não repassa: seu processo terminou com 1.',
  '{{engine}} did not start it: {{words}}': '{{engine}} não o iniciou: {{words}}',
  'Read what the engine says; run it in another runtime to see whether it is the module.':
    'Leia o que o motor diz; execute-o em outro runtime para ver se o problema é o módulo.',
  '{{engine}} was ended by {{Signal}}: it crashed, or somebody signalled it.':
    '{{engine}} foi encerrado por {{Signal}}: travou, ou alguém lhe enviou um sinal.',
  '{{engine}} was ended by {{signal}} (signal {{number}}): it crashed, or somebody signalled it.':
    '{{engine}} foi encerrado por {{signal}} (sinal {{number}}): travou, ou alguém lhe enviou um sinal.',

  // What the phases include.
  'until the process of the engine is there': 'até o processo do motor existir',
  'until the guest wrote for the first time: seen from outside, the engine’s loading, compiling and instantiating are in it, and what the guest did before it wrote':
    'até o convidado escrever pela primeira vez: visto de fora, inclui o carregamento, a compilação e a instanciação do motor, e o que o convidado fez antes de escrever',
  'until the process of the engine ended; begins with the first output':
    'até o processo do motor terminar; começa com a primeira saída',
  'until the process of the engine ended: the guest wrote nothing, so that loading, compiling, instantiating and its main cannot be told apart from outside':
    'até o processo do motor terminar: o convidado nada escreveu, então carregar, compilar, instanciar e seu main não se distinguem de fora',
} as const satisfies Record<string, string>;
