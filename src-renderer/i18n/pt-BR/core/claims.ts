/** What the rules of the claims say (`src-main/experiments/claims/rules`): why, caveats, what is missing, evidence. */
export const claims = {
  'IV.B Isolation': 'IV.B Isolamento',
  'IV.B Resources': 'IV.B Recursos',
  'Nothing is here that runs a program.': 'Não há aqui nada que execute um programa.',
  'A container engine is needed, and none answers here.':
    'É preciso um motor de contêineres, e nenhum responde aqui.',
  'A container engine is needed, in which the image of a twin for another architecture can be started.':
    'É preciso um motor de contêineres em que a imagem de um gêmeo para outra arquitetura possa ser iniciada.',
  'Two Wasm runtimes are needed.': 'São precisos dois runtimes Wasm.',
  'A container engine and V8 are needed.': 'São precisos um motor de contêineres e o V8.',
  'A container engine is needed.': 'É preciso um motor de contêineres.',
  'A Wasm runtime that can hold a limit of memory is needed.':
    'É preciso um runtime Wasm que possa manter um limite de memória.',
  'A Wasm runtime is needed.': 'É preciso um runtime Wasm.',
  'None of wasmtime, wasmer and Lucet is here.': 'Nenhum de wasmtime, wasmer e Lucet está aqui.',
  'At least half of {{claims}} have to be tested first.':
    'Pelo menos metade de {{claims}} precisa ser testada antes.',
  'A container engine whose processes are on this machine is needed.':
    'É preciso um motor de contêineres cujos processos estejam nesta máquina.',
  'A container engine whose containers can write to their root is needed.':
    'É preciso um motor de contêineres cujos contêineres possam gravar em sua raiz.',
  'No Wasm runtime is here in which the probes could be tried.':
    'Não há aqui runtime Wasm em que as sondas pudessem ser tentadas.',
  'Two Wasm runtimes of different makers are needed to differ.':
    'São precisos dois runtimes Wasm de fabricantes diferentes para que difiram.',
  'A Wasm runtime, and an executable of the kernels for this machine, are needed.':
    'São precisos um runtime Wasm e um executável dos kernels para esta máquina.',
  'A container engine and a Wasm runtime are needed.':
    'São precisos um motor de contêineres e um runtime Wasm.',
  'An OCI runtime that boots a virtual machine (kata, krun) is needed in an engine that is here.':
    'É preciso um runtime OCI que inicie uma máquina virtual (kata, krun) em um motor que esteja aqui.',
  'This version speaks to no cluster. It needs one with a container Pod and a Wasm Pod (a RuntimeClass) of the same work.':
    'Esta versão não fala com nenhum cluster. É preciso um com um Pod de contêiner e um Pod Wasm (uma RuntimeClass) do mesmo trabalho.',
  'An image for another architecture did not run.':
    'Uma imagem para outra arquitetura não executou.',
  'It ran only because an emulator stood in for the architecture.':
    'Executou só porque um emulador fez as vezes da arquitetura.',
  'It ran as it is.': 'Executou como é.',
  'image for {{foreign}} on {{machine}}': 'imagem para {{foreign}} em {{machine}}',
  'ran; {{by}}': 'executou; {{by}}',
  ran: 'executou',
  'what it printed, by SHA-256': 'o que imprimiu, por SHA-256',
  'One file printed the same in {{some}} of {{all}} runtimes.':
    'Um arquivo imprimiu o mesmo em {{some}} de {{all}} runtimes.',
  'Not in {{names}}. No browser was among them.':
    'Não em {{names}}. Nenhum navegador estava entre eles.',
  'Not in {{names}}.': 'Não em {{names}}.',
  'No browser was among them.': 'Nenhum navegador estava entre eles.',
  'size of the module, and of the image alone': 'tamanho do módulo, e da imagem sozinha',
  'memory of one more instance: in a shared process of V8, and as a container':
    'memória de mais uma instância: em um processo compartilhado do V8, e como contêiner',
  'The module is smaller than the image, and one more instance lighter than one more container.':
    'O módulo é menor que a imagem, e mais uma instância é mais leve que mais um contêiner.',
  'The module is smaller than the image.': 'O módulo é menor que a imagem.',
  'One more instance is lighter than one more container.':
    'Mais uma instância é mais leve que mais um contêiner.',
  'One more instance is not lighter than one more container.':
    'Mais uma instância não é mais leve que mais um contêiner.',
  'The module is not smaller than the image.': 'O módulo não é menor que a imagem.',
  'Neither size nor memory is smaller.': 'Nem o tamanho nem a memória é menor.',
  'imports that make a process': 'importações que criam um processo',
  'No import makes a process, and no runtime let one be made.':
    'Nenhuma importação cria um processo, e nenhum runtime deixou criar um.',
  'A process could be made: {{names}}.': 'Um processo pôde ser criado: {{names}}.',
  'attempts to leave the sandbox that failed': 'tentativas de sair da sandbox que falharam',
  'No attempt left the sandbox of any runtime.':
    'Nenhuma tentativa saiu da sandbox de nenhum runtime.',
  '{{percent}} % of the attempts failed.': '{{percent}} % das tentativas falharam.',
  'These got out: {{names}}.': 'Estas saíram: {{names}}.',
  'Outside could be reached: {{names}}.': 'O lado de fora pôde ser alcançado: {{names}}.',
  'Every runtime ended a guest that read or wrote outside of its memory.':
    'Todo runtime encerrou um convidado que leu ou escreveu fora de sua memória.',
  'Not so: {{names}}.': 'Não é assim: {{names}}.',
  'The file could be read where its directory was granted and nowhere else; a call that is not offered was refused.':
    'O arquivo pôde ser lido onde seu diretório foi concedido e em nenhum outro lugar; uma chamada não oferecida foi recusada.',
  'The grant decides.': 'A concessão decide.',
  'A call that is not offered is refused.': 'Uma chamada não oferecida é recusada.',
  'A call that is not offered was not refused everywhere.':
    'Uma chamada não oferecida não foi recusada em todo lugar.',
  'A grant did not decide in every runtime.': 'Uma concessão não decidiu em todo runtime.',
  'Neither the grant nor the imports decided.': 'Nem a concessão nem as importações decidiram.',
  'Runtimes differ in {{attempts}}.': 'Os runtimes diferem em {{attempts}}.',
  'All runtimes that are here do the same.': 'Todos os runtimes aqui fazem o mesmo.',
  'different outputs of {{runs}} runs': 'saídas diferentes em {{runs}} execuções',
  'Outputs differ in {{names}}.': 'As saídas diferem em {{names}}.',
  'The same input gave the same output each time, in every runtime.':
    'A mesma entrada deu a mesma saída todas as vezes, em todo runtime.',
  'Clocks and random numbers are there without asking: a program that uses them differs each time.':
    'Relógios e números aleatórios estão lá sem pedir: um programa que os usa difere a cada vez.',
  'allowed in {{names}}': 'permitido em {{names}}',
  'could not be read': 'não pôde ser lido',
  'its own ({{inode}})': 'próprio ({{inode}})',
  'that of the host': 'o do hospedeiro',
  'that of the container': 'o do contêiner',
  'Shared with the host: {{names}}.': 'Compartilhados com o hospedeiro: {{names}}.',
  'Mounts, processes and network are its own.': 'Montagens, processos e rede são próprios.',
  'All of its namespaces are its own.': 'Todos os seus namespaces são próprios.',
  'a file written to the root of a container': 'um arquivo gravado na raiz de um contêiner',
  'the container {{Inside}}, the host {{Host}}, a second container {{Second}}':
    'o contêiner {{Inside}}, o hospedeiro {{Host}}, um segundo contêiner {{Second}}',
  'sees it': 'o vê',
  'does not see it': 'não o vê',
  'two containers of one image': 'dois contêineres de uma imagem',
  'What one container wrote was nowhere else.':
    'O que um contêiner gravou não estava em nenhum outro lugar.',
  'What one container wrote was elsewhere too.':
    'O que um contêiner gravou estava também em outro lugar.',
  'limit of {{What}}': 'limite de {{What}}',
  '{{some}} left of {{all}}': '{{some}} restantes de {{all}}',
  'Memory, CPU and processes were held at their limits.':
    'Memória, CPU e processos foram mantidos em seus limites.',
  'Not held as asked: {{eachLimit}}.': 'Não mantido como pedido: {{eachLimit}}.',
  'Two of the three limits were held as asked.':
    'Dois dos três limites foram mantidos como pedido.',
  'how it ended at the limit': 'como terminou no limite',
  '{{some}} of {{all}} runtimes refused to grow beyond the limit, and the guest went on.':
    '{{some}} de {{all}} runtimes recusaram crescer além do limite, e o convidado seguiu.',
  'Not so in {{names}}.': 'Não é assim em {{names}}.',
  'end under a limit of time, and of fuel': 'fim sob um limite de tempo, e de combustível',
  'Not ended, or too late, in {{names}}.': 'Não encerrado, ou tarde demais, em {{names}}.',
  'A guest that never ends was ended in every runtime.':
    'Um convidado que nunca termina foi encerrado em todo runtime.',
  'Only from outside, by the lab: {{names}}.': 'Só por fora, pelo laboratório: {{names}}.',
  'time by that of native, geometric mean': 'tempo em relação ao nativo, média geométrica',
  '{{median}}, 95 % interval {{low}} to {{high}}':
    '{{median}}, intervalo de 95 % de {{low}} a {{high}}',
  '{{median}} ms, 95 % interval {{low}} to {{high}}':
    '{{median}} ms, intervalo de 95 % de {{low}} a {{high}}',
  'The fastest, {{runtime}}, takes {{times}} times as long as native.':
    'O mais rápido, {{runtime}}, leva {{times}} vezes o tempo do nativo.',
  'That is more than {{times}} times.': 'Isso é mais de {{times}} vezes.',
  'start, compiled before': 'início, compilado antes',
  start: 'início',
  '{{one}} starts in {{ms}} ms without any cache, {{other}} in {{otherMs}} ms; the module is smaller than the image.':
    '{{one}} inicia em {{ms}} ms sem cache algum, {{other}} em {{otherMs}} ms; o módulo é menor que a imagem.',
  'It starts faster.': 'Inicia mais rápido.',
  'Without a cache it does not start faster.': 'Sem cache não inicia mais rápido.',
  'It neither starts faster nor is it smaller.': 'Não inicia mais rápido nem é menor.',
  '{{one}} starts in {{ms}} ms, {{other}} in {{otherMs}} ms.':
    '{{one}} inicia em {{ms}} ms, {{other}} em {{otherMs}} ms.',
  'Their intervals meet.': 'Seus intervalos se tocam.',
  'a start of hello': 'um início de hello',
  'not here': 'não está aqui',
  '{{names}} did not run it.': '{{names}} não o executou.',
  '{{one}} and {{other}} ran it outside of the web.':
    '{{one}} e {{other}} o executaram fora da web.',
  '{{name}} ran it outside of the web.': '{{name}} o executou fora da web.',
  'Lucet was retired; Wasmtime succeeded it.': 'O Lucet foi aposentado; o Wasmtime o sucedeu.',
  '{{runtime}} is not here.': '{{runtime}} não está aqui.',
  'Today there are also {{others}}.': 'Hoje há também {{others}}.',
  'Lucet was retired; Wasmtime succeeded it. Today there are also {{others}}.':
    'O Lucet foi aposentado; o Wasmtime o sucedeu. Hoje há também {{others}}.',
  'Lucet was retired; Wasmtime succeeded it. {{runtime}} is not here.':
    'O Lucet foi aposentado; o Wasmtime o sucedeu. {{runtime}} não está aqui.',
  '{{runtime}} is not here. Today there are also {{others}}.':
    '{{runtime}} não está aqui. Hoje há também {{others}}.',
  'Lucet was retired; Wasmtime succeeded it. {{runtime}} is not here. Today there are also {{others}}.':
    'O Lucet foi aposentado; o Wasmtime o sucedeu. {{runtime}} não está aqui. Hoje há também {{others}}.',
  '{{some}} of {{all}} of what viability needs hold here.':
    '{{some}} de {{all}} do que a viabilidade precisa vale aqui.',
  'Most of it is there now.': 'A maior parte já existe agora.',
  holds: 'vale',
  'holds-with-caveat': 'vale com ressalva',
  'does-not-hold': 'não vale',
} as const satisfies Record<string, string>;
