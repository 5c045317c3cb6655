/** What no window shows through the catalogue. */
export const NOT_SHOWN: Readonly<Record<string, string>> = {
  'src-main/electron/app-protocol.ts': 'answers of HTTP',
  'src-main/electron/hardening.ts': 'a policy',
  'src-main/electron/guide.ts': 'dialogs of the system',
  'src-main/electron/menu/': 'the menu of the system, in words of its own',
  'src-main/electron/pick-file.ts': 'dialogs of the system',
  'src-main/export/report/': 'files are written in English',
  'src-main/export/text/': 'files are written in English',
  'src-main/lab/claims/report.ts': 'files are written in English',
  'src-main/lab/run-one.ts': 'cannot happen',
  'src-main/lab/scrape/answer.ts': 'answers of HTTP',
  'src-main/runtimes/processes/command-line/grammars.ts': 'words of command lines',
  'src-main/runtimes/v8/host/imports.ts': 'cannot happen',
  'src-main/store/worker/main.ts': 'for who starts it by hand',
};
/** Texts that stay English, and why. */
export const UNTRANSLATED: Readonly<Record<string, string>> = {
  'pid {{1}}': 'the same in both languages',
  'uid {{1}}': 'the same in both languages',
  'it is a directory': 'only the cause of another',
  'the Claims view of Paralelo {{1}}': 'files are written in English',
  'podman system service --time=0': 'a command',
  'sudo systemctl start docker.': 'a command',
  'systemctl --user start docker-desktop.': 'a command',
  'systemctl --user start docker.': 'a command',
  'systemctl --user start podman.socket.': 'a command',
  'There are {{1}}.': 'only who writes names by hand is told, and too many sentences begin so',
};

/** Texts that are put together of others, each with what becomes of them. */
export const COMPOSED: Readonly<
  Record<string, readonly (readonly [said: string, shown: string])[]>
> = {
  '{{1}} has used more than {{2}} % of its memory limit{{3}}: {{4}} of {{5}}.': [
    [
      'web has used more than 80 % of its memory limit: 1.5 GiB of 1.8 GiB.',
      'web usou mais de 80 % do limite de memória: 1,5 GiB de 1,8 GiB.',
    ],
    [
      'web has used more than 80 % of its memory limit for 10.0 s: 9 B of 10 B.',
      'web usou mais de 80 % do limite de memória por 10,0 s: 9 B de 10 B.',
    ],
  ],
  '{{1}} ended it at its wall-time limit ({{2}}: "{{3}}").{{4}}': [
    [
      'Wasmtime ended it at its wall-time limit (Wasmtime: "interrupt"). A guest that writes these words and exits with this code by itself would look the same.',
      'Wasmtime o encerrou no limite de tempo de relógio (Wasmtime: "interrupt"). Um convidado que escrevesse essas palavras e saísse com esse código por si mesmo pareceria igual.',
    ],
  ],
  'It used up its fuel ({{1}}: "{{2}}").{{3}}': [
    [
      'It used up its fuel (Wasmtime: "all fuel consumed").',
      'Gastou todo o seu combustível (Wasmtime: "all fuel consumed").',
    ],
  ],
  '{{1}} did not start it: {{2}}{{3}}': [
    ['WAMR did not start it: no such import', 'WAMR não o iniciou: no such import'],
  ],
  '{{1}} was ended by {{2}}{{3}}: it crashed, or somebody signalled it.': [
    [
      'Wasmer was ended by SIGSEGV (signal 11): it crashed, or somebody signalled it.',
      'Wasmer foi encerrado por SIGSEGV (sinal 11): travou, ou alguém lhe enviou um sinal.',
    ],
    [
      'Wasmer was ended by a signal: it crashed, or somebody signalled it.',
      'Wasmer foi encerrado por um sinal: travou, ou alguém lhe enviou um sinal.',
    ],
  ],
  'The guest exited with 0.': [['The guest exited with 0.', 'O convidado saiu com 0.']],
  'The guest exited with {{1}}{{2}}.': [
    [
      "The guest exited with 0 (256 in WASI's 32 bits).",
      'O convidado saiu com 0 (256 nos 32 bits da WASI).',
    ],
  ],
  '{{1}} Its times include a virtual machine or a network.': [
    [
      "The engine's files cannot be read on this machine: its stats stream gives one sample a second. Its times include a virtual machine or a network.",
      'Os arquivos do motor não podem ser lidos nesta máquina: seu fluxo de estatísticas dá uma amostra por segundo. Seus tempos incluem uma máquina virtual ou uma rede.',
    ],
  ],
  'There is no {{1}} {{2}}.': [
    ['There is no directory /data.', 'Não existe o diretório /data.'],
    ['There is no readable file /data/in.', 'Não existe um arquivo legível /data/in.'],
  ],
  '{{1}} This is the process around the guest; it counts only for a guest that breaks out of {{2}}.':
    [
      [
        'Runs as user 0: every file of the host is open to it. This is the process around the guest; it counts only for a guest that breaks out of Wasmtime.',
        'Executa como usuário 0: todo arquivo do hospedeiro está aberto a ele. Este é o processo em volta do convidado; só conta para um convidado que escape de Wasmtime.',
      ],
    ],
  '{{1}} is {{2}}.': [
    ['/data/a.wasm is a directory.', '/data/a.wasm é um diretório.'],
    ['/dev/null is not a regular file.', '/dev/null não é um arquivo comum.'],
  ],
  '{{1}}, in a user namespace (Sysbox)': [
    [
      'Linux container: namespaces and cgroups, in a user namespace (Sysbox)',
      'Contêiner Linux: namespaces e cgroups, em um namespace de usuário (Sysbox)',
    ],
  ],
  'Cranelift, compiled ahead of time': [
    ['Cranelift, compiled ahead of time', 'Cranelift, compilado antecipadamente'],
  ],
  'The kernel does not take the command as a program for the architecture of this engine': [
    [
      'The kernel does not take the command as a program for the architecture of this engine: exec /a: exec format error',
      'O kernel não aceita o comando como um programa para a arquitetura deste motor: exec /a: exec format error',
    ],
  ],
  'The command needs an interpreter or a loader that is not in the image': [
    [
      'The command needs an interpreter or a loader that is not in the image: exec /a: no such file',
      'O comando precisa de um interpretador ou de um carregador que não está na imagem: exec /a: no such file',
    ],
  ],
  'The kernel may not execute the command': [
    [
      'The kernel may not execute the command: exec /a: permission denied',
      'O kernel não tem permissão para executar o comando: exec /a: permission denied',
    ],
  ],
  '{{1}} could not {{2}} {{3}}: {{4}}': [
    ['Docker could not stop web: timeout', 'Docker não conseguiu parar web: timeout'],
  ],
  'Its {{1}} {{2}} at {{3}}.': [['Its volume db at /var/db.', 'O volume db em /var/db.']],
  '{{1}} has settings that a run of the lab cannot have: {{2}} {{3}}': [
    [
      'web has settings that a run of the lab cannot have: limits.cpus too many',
      'web tem configurações que uma execução do laboratório não pode ter: limits.cpus too many',
    ],
  ],
  'The lab runs no guests in {{1}} ({{2}}).': [
    [
      'The lab runs no guests in Spin (spin).',
      'O laboratório não executa convidados em Spin (spin).',
    ],
  ],
  'Which module it runs is not told: the command line of {{1}} {{2}}.': [
    [
      'Which module it runs is not told: the command line of Wasmtime names no module.',
      'Não se sabe que módulo executa: a linha de comando de Wasmtime não indica um módulo.',
    ],
    [
      'Which module it runs is not told: the command line of Wasmtime names -, which is no file.',
      'Não se sabe que módulo executa: a linha de comando de Wasmtime indica -, que não é um arquivo.',
    ],
  ],
  'read the isolation of': [
    [
      'Docker could not read the isolation of web: no',
      'Docker não conseguiu ler o isolamento de web: no',
    ],
  ],
  'read the configuration of': [
    [
      'Docker could not read the configuration of web: no',
      'Docker não conseguiu ler a configuração de web: no',
    ],
  ],
  'list the processes of': [
    [
      'Docker could not list the processes of web: no',
      'Docker não conseguiu listar os processos de web: no',
    ],
  ],
  'read the events of': [
    [
      'Docker could not read the events of web: no',
      'Docker não conseguiu ler os eventos de web: no',
    ],
  ],
  'read the settings of': [
    [
      'Docker could not read the settings of web: no',
      'Docker não conseguiu ler as configurações de web: no',
    ],
  ],
  'read the logs of': [
    ['Docker could not read the logs of web: no', 'Docker não conseguiu ler os logs de web: no'],
  ],
  'not a regular file': [['/dev/null is not a regular file.', '/dev/null não é um arquivo comum.']],
  'preopens of WASI; read-only ones: yes': [
    ['preopens of WASI; read-only ones: yes', 'preopens da WASI; somente leitura: sim'],
  ],
  'preopens of WASI; read-only ones: none': [
    ['preopens of WASI; read-only ones: none', 'preopens da WASI; somente leitura: nenhum'],
  ],
};
