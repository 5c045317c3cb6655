/** What the runtime `browser` says: of its page, its phases, what holds its guests. */
export const runtimesBrowser = {
  Browser: 'Navegador',
  'in a worker of a page, through a WASI shim': 'em um worker de uma página, por um shim de WASI',
  'worker of its own': 'worker próprio',
  "The guest has a worker (a thread) of its own in the page's process. It shares that process with the page and with other guests, not with the lab.":
    'O convidado tem um worker (uma thread) próprio no processo da página. Ele divide esse processo com a página e com outros convidados, não com o laboratório.',
  "browser's sandbox": 'sandbox do navegador',
  "The page's process runs in the browser's sandbox: no files, no network, few system calls.":
    'O processo da página executa na sandbox do navegador: sem arquivos, sem rede, poucas chamadas de sistema.',
  "no browser's sandbox": 'sem sandbox do navegador',
  'The browser was started without its sandbox (--no-sandbox), which it demands for root: a guest that breaks out of the engine can do what this user can.':
    'O navegador foi iniciado sem sua sandbox (--no-sandbox), o que ele exige para o root: um convidado que escape do motor pode fazer o que este usuário pode.',

  // Where it runs.
  'No window is open.': 'Nenhuma janela está aberta.',
  'Open a window of Paralelo: its page hosts the guests.':
    'Abra uma janela do Paralelo: sua página hospeda os convidados.',
  'No window is open that could host the guest.':
    'Nenhuma janela aberta poderia hospedar o convidado.',
  'Open a window of Paralelo, then run it again.': 'Abra uma janela do Paralelo e execute de novo.',
  'The browser that was to host the guest did not get so far: {{Why}}.':
    'O navegador que hospedaria o convidado não chegou lá: {{Why}}.',
  'it shows no page': 'não mostra nenhuma página',
  'Try the browser by itself, or name another one in PARALELO_CHROMIUM.':
    'Teste o navegador sozinho, ou indique outro em PARALELO_CHROMIUM.',
  'The page that hosted the guest was closed, loaded again or has crashed.':
    'A página que hospedava o convidado foi fechada, recarregada ou travou.',
  'Keep the window open and run again.': 'Mantenha a janela aberta e execute de novo.',
  'The page did not answer when the guest was to be ended.':
    'A página não respondeu quando o convidado devia ser encerrado.',
  'The page ended the worker of the guest.': 'A página encerrou o worker do convidado.',
  'The guest could not be handed to the page: {{Why}}':
    'O convidado não pôde ser entregue à página: {{Why}}',
  '{{What}} has {{size}}; a page is handed {{most}} at most.':
    '{{What}} tem {{size}}; uma página recebe no máximo {{most}}.',
  'The standard input': 'A entrada padrão',
  'The module': 'O módulo',
  'Choose another Wasm runtime for it, such as v8.':
    'Escolha outro runtime Wasm para isso, como o v8.',
  'This page hosts no such guest.': 'Esta página não hospeda esse convidado.',
  'It has ended, or another page hosts it.': 'Ele terminou, ou outra página o hospeda.',
  'The page that was to host the guest is gone.':
    'A página que hospedaria o convidado não existe mais.',
  'Open a window, then run it again.': 'Abra uma janela e execute de novo.',

  // What to know of it.
  'The guest runs in the page that was shown last. When that is closed or loaded again, the guest ends.':
    'O convidado executa na página mostrada por último. Quando ela é fechada ou recarregada, o convidado termina.',
  'Times are those at which the lab hears of it from the page: some milliseconds late.':
    'Os tempos são os do momento em que a página avisa o laboratório: alguns milissegundos de atraso.',
  'The size of the linear memory is that at the last call of WASI; growth between two calls is seen at the next.':
    'O tamanho da memória linear é o da última chamada de WASI; um crescimento entre duas chamadas é visto na seguinte.',
  'CPU and resident memory are those of the page’s process, not of the guest, and are not shown. Paralelo’s own cost includes them.':
    'CPU e memória residente são do processo da página, não do convidado, e não são mostradas. O custo do próprio Paralelo as inclui.',
  'A worker that computes without a call of WASI goes on for up to two seconds after it was terminated.':
    'Um worker que calcula sem chamar a WASI continua por até dois segundos depois de encerrado.',
  'In the window of the desktop app each access of memory is checked by code, in a browser by guard pages: the same module may compute at another speed.':
    'Na janela do aplicativo cada acesso à memória é verificado por código, em um navegador por páginas de guarda: o mesmo módulo pode calcular em outra velocidade.',
  'A module has {{most}} at most.': 'Um módulo tem no máximo {{most}}.',
  'the content of a file, up to {{most}}, or nothing':
    'o conteúdo de um arquivo, até {{most}}, ou nada',
  "the module's own maximum is lowered to it before the page gets the bytes":
    'o máximo do próprio módulo é reduzido a ele antes de a página receber os bytes',
  'a worker is a thread among others of the page, and no cgroup holds it alone':
    'um worker é uma thread entre outras da página, e nenhum cgroup contém só ele',
  'the page terminates the worker': 'a página encerra o worker',
  'its memory is 64-bit': 'sua memória é de 64 bits',
  'the page has no file system of the host': 'a página não tem o sistema de arquivos do hospedeiro',

  // What its phases include.
  'until the first line of the new worker runs, as the lab hears of it from the page':
    'até executar a primeira linha do novo worker, conforme a página avisa o laboratório',
  'until the worker holds the bytes of the module, which the page has asked the lab for, as the lab hears of it from the page':
    'até o worker ter os bytes do módulo, que a página pediu ao laboratório, conforme a página avisa o laboratório',
  'until the engine has compiled the module; functions may be compiled at their first call, as the lab hears of it from the page':
    'até o motor compilar o módulo; funções podem ser compiladas na primeira chamada, conforme a página avisa o laboratório',
  'until the WASI shim is set up and the instance with its memory is there, as the lab hears of it from the page':
    'até o shim de WASI estar montado e a instância existir com sua memória, conforme a página avisa o laboratório',
  'until the worker is gone and its output handed over, as the lab hears of it from the page':
    'até o worker não existir mais e sua saída ser entregue, conforme a página avisa o laboratório',
  'until the worker that was terminated is gone: a browser lets one that computes go on for up to two seconds, as the lab hears of it from the page':
    'até o worker encerrado não existir mais: um navegador deixa um que calcula continuar por até dois segundos, conforme a página avisa o laboratório',
  'until _start returns, exits or traps, as the lab hears of it from the page':
    'até _start retornar, sair ou sofrer um trap, conforme a página avisa o laboratório',
} as const satisfies Record<string, string>;
