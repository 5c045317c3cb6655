export const experimentsPortability = {
  'Every Wasm runtime gets the same file, every container of an engine the same image; each contender’s stdout is compared byte for byte with that of the first contender, and its exit code with that one’s. stderr is not compared.':
    'Cada runtime Wasm recebe o mesmo arquivo, cada contêiner de um motor a mesma imagem; o stdout de cada concorrente é comparado byte a byte com o do primeiro, e seu código de saída com o dele. stderr não é comparado.',
  'Determinism: each contender’s runs are compared with each other by the SHA-256 of all they printed. The fuel used is not covered: a run’s record has none.':
    'Determinismo: as execuções de cada concorrente são comparadas entre si pelo SHA-256 de tudo o que imprimiram. O combustível usado não é coberto: o registro de uma execução não o tem.',
  'What `ignore` matches is taken out of both outputs before they are compared; of an output beyond 1 MiB nothing is taken out, and it is compared by its SHA-256.':
    'O que `ignore` encontra é retirado das duas saídas antes de compará-las; de uma saída acima de 1 MiB nada é retirado, e ela é comparada pelo seu SHA-256.',
  'An image’s size is the Size of its inspect, which each engine counts in its own way; unique is Size less SharedSize of /system/df; layers are those of inspect’s RootFS, their sizes those of its history that are not 0. Compressed is the whole archive of `docker save` by gzip at its default level, for images up to 512 MiB: about what a push sends.':
    'O tamanho de uma imagem é o Size do seu inspect, que cada motor conta a seu modo; único é Size menos SharedSize de /system/df; as camadas são as do RootFS do inspect, e seus tamanhos, os do histórico que não são 0. Comprimido é o arquivo inteiro de `docker save` por gzip no nível padrão, para imagens de até 512 MiB: mais ou menos o que um push envia.',
  'A module’s size is that of its file; stripped is without all custom sections, validated and run once; compressed is the whole file by gzip level 9 and Brotli quality 11.':
    'O tamanho de um módulo é o do seu arquivo; reduzido é sem nenhuma seção custom, validado e executado uma vez; comprimido é o arquivo inteiro por gzip nível 9 e Brotli qualidade 11.',
  'Another architecture: the same twin’s image for one that the engine does not run by itself, asked for by the engine’s platform option and run once. A program of your own is not built anew, so it has none.':
    'Outra arquitetura: a imagem do mesmo gêmeo para uma que o motor não executa por si, pedida pela opção de plataforma do motor e executada uma vez. Um programa seu não é compilado de novo, por isso não a tem.',

  'Bytes on stdout': 'Bytes em stdout',
  'What each printed': 'O que cada um imprimiu',
  Printed: 'Impresso',
  'Same as the first': 'Igual ao primeiro',
  'it is the first': 'é o primeiro',
  'Different outputs': 'Saídas diferentes',
  'First difference at byte': 'Primeira diferença no byte',
  Here: 'Aqui',
  'In the first': 'No primeiro',
  'How large it is': 'Qual o tamanho',
  What: 'O quê',
  Unique: 'Único',
  Layers: 'Camadas',
  Stripped: 'Reduzido',
  gzip: 'gzip',
  Brotli: 'Brotli',
  'image {{ref}}': 'imagem {{ref}}',
  'module {{name}}': 'módulo {{name}}',
  'every Wasm runtime': 'todo runtime Wasm',
  'What it is built for': 'Para que é compilado',
  'Built for': 'Compilado para',
  'any: a module names none': 'qualquer: um módulo não nomeia nenhuma',
  'In its registry': 'No seu registro',
  'The engine runs': 'O motor executa',
  Tried: 'Tentado',
  Outcome: 'Resultado',
  Emulation: 'Emulação',
  emulated: 'emulado',
  'exec format error': 'exec format error',
  'binfmt_misc is not mounted here': 'binfmt_misc não está montado aqui',
  'nothing is registered in binfmt_misc': 'nada está registrado em binfmt_misc',

  'One file of {{size}}, sha256 {{sha256}}, printed the same {{bytes}} bytes in {{same}} of {{all}} Wasm runtimes and modes (compared with {{reference}}).':
    'Um só arquivo de {{size}}, sha256 {{sha256}}, imprimiu os mesmos {{bytes}} bytes em {{same}} de {{all}} runtimes e modos Wasm (comparado com {{reference}}).',
  'One file of {{size}}, sha256 {{sha256}}, printed the same in {{same}} of {{all}} Wasm runtimes and modes (compared with {{reference}}).':
    'Um só arquivo de {{size}}, sha256 {{sha256}}, imprimiu o mesmo em {{same}} de {{all}} runtimes e modos Wasm (comparado com {{reference}}).',
  'One file of {{size}}, sha256 {{sha256}}, printed the same {{bytes}} bytes in {{same}} of {{all}} Wasm runtimes and modes (compared with {{reference}}, without what is to be ignored).':
    'Um só arquivo de {{size}}, sha256 {{sha256}}, imprimiu os mesmos {{bytes}} bytes em {{same}} de {{all}} runtimes e modos Wasm (comparado com {{reference}}, sem o que se deve ignorar).',
  'One file of {{size}}, sha256 {{sha256}}, printed the same in {{same}} of {{all}} Wasm runtimes and modes (compared with {{reference}}, without what is to be ignored).':
    'Um só arquivo de {{size}}, sha256 {{sha256}}, imprimiu o mesmo em {{same}} de {{all}} runtimes e modos Wasm (comparado com {{reference}}, sem o que se deve ignorar).',
  'As an image it printed the same {{bytes}} bytes in {{same}} of {{all}} container runtimes (compared with {{reference}}).':
    'Como imagem, imprimiu os mesmos {{bytes}} bytes em {{same}} de {{all}} runtimes de contêiner (comparado com {{reference}}).',
  'As an image it printed the same in {{same}} of {{all}} container runtimes (compared with {{reference}}).':
    'Como imagem, imprimiu o mesmo em {{same}} de {{all}} runtimes de contêiner (comparado com {{reference}}).',
  'As an image it printed the same {{bytes}} bytes in {{same}} of {{all}} container runtimes (compared with {{reference}}, without what is to be ignored).':
    'Como imagem, imprimiu os mesmos {{bytes}} bytes em {{same}} de {{all}} runtimes de contêiner (comparado com {{reference}}, sem o que se deve ignorar).',
  'As an image it printed the same in {{same}} of {{all}} container runtimes (compared with {{reference}}, without what is to be ignored).':
    'Como imagem, imprimiu o mesmo em {{same}} de {{all}} runtimes de contêiner (comparado com {{reference}}, sem o que se deve ignorar).',
  '{{same}} of {{all}} contenders printed the same {{runs}} times.':
    '{{same}} de {{all}} concorrentes imprimiram o mesmo {{runs}} vezes.',
  '{{same}} of {{all}} contenders printed the same each time.':
    '{{same}} de {{all}} concorrentes imprimiram o mesmo todas as vezes.',
  'The module has no custom sections: stripped it is the same {{bytes}} bytes.':
    'O módulo não tem seções custom: reduzido, tem os mesmos {{bytes}} bytes.',
  'Without its custom sections the module has {{stripped}} bytes instead of {{bytes}}, and is not valid: this is to be looked into.':
    'Sem suas seções custom, o módulo tem {{stripped}} bytes em vez de {{bytes}}, e não é válido: isto deve ser investigado.',
  'Without its custom sections the module has {{stripped}} bytes instead of {{bytes}}, and is still valid.':
    'Sem suas seções custom, o módulo tem {{stripped}} bytes em vez de {{bytes}}, e continua válido.',
  'Without its custom sections the module has {{stripped}} bytes instead of {{bytes}}, is still valid, and does the same in {{runtime}}.':
    'Sem suas seções custom, o módulo tem {{stripped}} bytes em vez de {{bytes}}, continua válido e faz o mesmo em {{runtime}}.',
  'Without its custom sections the module has {{stripped}} bytes instead of {{bytes}}, is still valid, and does something else in {{runtime}}.':
    'Sem suas seções custom, o módulo tem {{stripped}} bytes em vez de {{bytes}}, continua válido e faz algo diferente em {{runtime}}.',
  'The image is for {{platform}}, and the engine of {{runtime}} runs {{own}}.':
    'A imagem é para {{platform}}, e o motor de {{runtime}} executa {{own}}.',
  'The image of the same twin for {{platform}} ran in {{runtime}} on {{own}}: it was emulated.':
    'A imagem do mesmo gêmeo para {{platform}} executou em {{runtime}} sobre {{own}}: foi emulada.',
  'The image of the same twin for {{platform}} ran in {{runtime}} on {{own}}: it was emulated ({{By}}).':
    'A imagem do mesmo gêmeo para {{platform}} executou em {{runtime}} sobre {{own}}: foi emulada ({{By}}).',
  'The image of the same twin for {{platform}} did not run in {{runtime}} on {{own}}: exec format error.':
    'A imagem do mesmo gêmeo para {{platform}} não executou em {{runtime}} sobre {{own}}: exec format error.',
  'The image of the same twin for {{platform}} did not run in {{runtime}} on {{own}}: exec format error ({{By}}).':
    'A imagem do mesmo gêmeo para {{platform}} não executou em {{runtime}} sobre {{own}}: exec format error ({{By}}).',
  'The image of the same twin for {{platform}} could not be tried in {{runtime}}: {{Why}}':
    'A imagem do mesmo gêmeo para {{platform}} não pôde ser testada em {{runtime}}: {{Why}}',
  'It ran {{ran}}, where the first was {{first}}: the program changed meanwhile.':
    'Executou {{ran}}, mas o primeiro era {{first}}: o programa mudou nesse meio-tempo.',
  'Try again.': 'Tente de novo.',
  'One file of {{size}}, sha256 {{sha256}}, ended well nowhere, and until then printed the same in {{same}} of {{all}} Wasm runtimes and modes (compared with {{reference}}).':
    'Um só arquivo de {{size}}, sha256 {{sha256}}, não terminou bem em nenhum e, até então, imprimiu o mesmo em {{same}} de {{all}} runtimes e modos Wasm (comparado com {{reference}}).',
  'One file of {{size}}, sha256 {{sha256}}, ended well nowhere, and until then printed the same in {{same}} of {{all}} Wasm runtimes and modes (compared with {{reference}}, without what is to be ignored).':
    'Um só arquivo de {{size}}, sha256 {{sha256}}, não terminou bem em nenhum e, até então, imprimiu o mesmo em {{same}} de {{all}} runtimes e modos Wasm (comparado com {{reference}}, sem o que se deve ignorar).',
  'As an image it ended well nowhere, and until then printed the same in {{same}} of {{all}} container runtimes (compared with {{reference}}).':
    'Como imagem, não terminou bem em nenhum e, até então, imprimiu o mesmo em {{same}} de {{all}} runtimes de contêiner (comparado com {{reference}}).',
  'As an image it ended well nowhere, and until then printed the same in {{same}} of {{all}} container runtimes (compared with {{reference}}, without what is to be ignored).':
    'Como imagem, não terminou bem em nenhum e, até então, imprimiu o mesmo em {{same}} de {{all}} runtimes de contêiner (comparado com {{reference}}, sem o que se deve ignorar).',
  'One file of {{size}}, sha256 {{sha256}}, ended well nowhere, and until then printed the same {{bytes}} bytes in {{same}} of {{all}} Wasm runtimes and modes (compared with {{reference}}).':
    'Um só arquivo de {{size}}, sha256 {{sha256}}, não terminou bem em nenhum e, até então, imprimiu os mesmos {{bytes}} bytes em {{same}} de {{all}} runtimes e modos Wasm (comparado com {{reference}}).',
  'One file of {{size}}, sha256 {{sha256}}, ended well nowhere, and until then printed the same {{bytes}} bytes in {{same}} of {{all}} Wasm runtimes and modes (compared with {{reference}}, without what is to be ignored).':
    'Um só arquivo de {{size}}, sha256 {{sha256}}, não terminou bem em nenhum e, até então, imprimiu os mesmos {{bytes}} bytes em {{same}} de {{all}} runtimes e modos Wasm (comparado com {{reference}}, sem o que se deve ignorar).',
  'As an image it ended well nowhere, and until then printed the same {{bytes}} bytes in {{same}} of {{all}} container runtimes (compared with {{reference}}).':
    'Como imagem, não terminou bem em nenhum e, até então, imprimiu os mesmos {{bytes}} bytes em {{same}} de {{all}} runtimes de contêiner (comparado com {{reference}}).',
  'As an image it ended well nowhere, and until then printed the same {{bytes}} bytes in {{same}} of {{all}} container runtimes (compared with {{reference}}, without what is to be ignored).':
    'Como imagem, não terminou bem em nenhum e, até então, imprimiu os mesmos {{bytes}} bytes em {{same}} de {{all}} runtimes de contêiner (comparado com {{reference}}, sem o que se deve ignorar).',
  'No contender ended with exit code 0; they ended with: {{Ends}}. That they printed the same says little.':
    'Nenhum concorrente terminou com código de saída 0; terminaram com: {{Ends}}. Terem impresso o mesmo diz pouco.',
  'See what it writes to stderr with `paralelo run`: its arguments, files or variables may be missing.':
    'Veja com `paralelo run` o que ele escreve em stderr: podem faltar argumentos, arquivos ou variáveis.',
} as const satisfies Record<string, string>;
