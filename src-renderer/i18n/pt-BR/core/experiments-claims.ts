/** Why a claim has its verdict, what limits it, what is missing, and what was seen. */
export const experimentsClaims = {
  'IV.B Isolation': 'IV.B Isolamento',
  'IV.B Resources': 'IV.B Recursos',
  holds: 'vale',
  'holds-with-caveat': 'vale com ressalva',
  'does-not-hold': 'não vale',

  'A container engine is needed, and none answers here.':
    'É preciso um motor de contêineres, e nenhum responde aqui.',
  'Nothing is here that runs a program.': 'Não há aqui nada que execute um programa.',
  'No Wasm runtime is here in which the probes could be tried.':
    'Não há aqui nenhum runtime Wasm em que as sondas possam ser testadas.',
  'Two Wasm runtimes of different makers are needed to differ.':
    'São precisos dois runtimes Wasm de fabricantes diferentes para haver diferença.',
  'A Wasm runtime, and an executable of the kernels for this machine, are needed.':
    'São precisos um runtime Wasm e um executável dos núcleos de cálculo para esta máquina.',
  'A container engine and a Wasm runtime are needed.':
    'São precisos um motor de contêineres e um runtime Wasm.',
  'An OCI runtime that boots a virtual machine (kata, krun) is needed in an engine that is here.':
    'É preciso um runtime OCI que inicie uma máquina virtual (kata, krun) em um motor presente.',
  'A container engine is needed, in which the image of a twin for another architecture can be started.':
    'É preciso um motor de contêineres em que a imagem de um gêmeo para outra arquitetura possa ser iniciada.',
  'Two Wasm runtimes are needed.': 'São precisos dois runtimes Wasm.',
  'A container engine and V8 are needed.': 'São precisos um motor de contêineres e o V8.',
  'A container engine is needed.': 'É preciso um motor de contêineres.',
  'A Wasm runtime that can hold a limit of memory is needed.':
    'É preciso um runtime Wasm que consiga impor um limite de memória.',
  'A Wasm runtime is needed.': 'É preciso um runtime Wasm.',
  'This version speaks to no cluster.': 'Esta versão não fala com nenhum cluster.',
  'It needs one with a container Pod and a Wasm Pod (a RuntimeClass) of the same work.':
    'É preciso um com um Pod de contêiner e um Pod Wasm (uma RuntimeClass) do mesmo trabalho.',
  'None of wasmtime, wasmer and Lucet is here.': 'Nem wasmtime, nem wasmer, nem Lucet está aqui.',
  'At least half of {{claims}} have to be tested first.':
    'Ao menos metade de {{claims}} precisa ser testada antes.',
  'A container engine whose processes are on this machine is needed.':
    'É preciso um motor de contêineres cujos processos estejam nesta máquina.',
  'A container engine whose containers can write to their root is needed.':
    'É preciso um motor de contêineres cujos contêineres possam gravar em sua raiz.',

  'No import makes a process, and no runtime let one be made.':
    'Nenhuma importação cria um processo, e nenhum runtime deixou criar um.',
  'A process could be made: {{Attempts}}.': 'Um processo pôde ser criado: {{Attempts}}.',
  'No attempt left the sandbox of any runtime.':
    'Nenhuma tentativa saiu da sandbox de nenhum runtime.',
  '{{number}} % of the attempts failed.': '{{number}} % das tentativas falharam.',
  'These got out: {{Attempts}}.': 'Estas saíram: {{Attempts}}.',
  'Outside could be reached: {{Attempts}}.': 'O exterior pôde ser alcançado: {{Attempts}}.',
  'Every runtime ended a guest that read or wrote outside of its memory.':
    'Todo runtime encerrou um convidado que leu ou gravou fora de sua memória.',
  'Not so: {{Attempts}}.': 'Não foi assim: {{Attempts}}.',
  'The file could be read where its directory was granted and nowhere else; a call that is not offered was refused.':
    'O arquivo pôde ser lido onde seu diretório foi concedido e em nenhum outro lugar; uma chamada que não é oferecida foi recusada.',
  'The grant decides.': 'A concessão decide.',
  'A call that is not offered is refused.': 'Uma chamada que não é oferecida é recusada.',
  'A call that is not offered was not refused everywhere.':
    'Uma chamada que não é oferecida não foi recusada em todos.',
  'A grant did not decide in every runtime.': 'Uma concessão não decidiu em todos os runtimes.',
  'Neither the grant nor the imports decided.': 'Nem a concessão nem as importações decidiram.',
  'Runtimes differ in {{attempts}}.': 'Os runtimes diferem em {{attempts}}.',
  'All runtimes that are here do the same.': 'Todos os runtimes presentes fazem o mesmo.',

  'The fastest, {{runtime}}, takes {{number}} times as long as native.':
    'O mais rápido, {{runtime}}, leva {{number}} vezes o tempo do nativo.',
  'That is more than {{number}} times.': 'Isso é mais que {{number}} vezes.',
  '{{cold}} starts in {{ms}} ms without any cache, {{container}} in {{otherMs}} ms; the module is smaller than the image.':
    '{{cold}} inicia em {{ms}} ms sem nenhum cache, {{container}} em {{otherMs}} ms; o módulo é menor que a imagem.',
  'It starts faster.': 'Inicia mais rápido.',
  'The module is smaller than the image.': 'O módulo é menor que a imagem.',
  'The module is not smaller than the image.': 'O módulo não é menor que a imagem.',
  'Without a cache it does not start faster.': 'Sem cache, não inicia mais rápido.',
  'It neither starts faster nor is it smaller.': 'Nem inicia mais rápido nem é menor.',
  '{{plain}} starts in {{number}} ms, {{vm}} in {{numberVm}} ms.':
    '{{plain}} inicia em {{number}} ms, {{vm}} em {{numberVm}} ms.',
  'Their intervals meet.': 'Seus intervalos se tocam.',

  'An image for another architecture did not run.':
    'Uma imagem para outra arquitetura não executou.',
  'It ran only because an emulator stood in for the architecture.':
    'Só executou porque um emulador fez as vezes da arquitetura.',
  'It ran as it is.': 'Executou como está.',
  'One file printed the same in {{same}} of {{all}} runtimes.':
    'Um só arquivo imprimiu o mesmo em {{same}} de {{all}} runtimes.',
  'Not in {{runtimes}}.': 'Exceto em {{runtimes}}.',
  'No browser was among them.': 'Nenhum navegador estava entre eles.',
  'The module is smaller than the image, and one more instance lighter than one more container.':
    'O módulo é menor que a imagem, e mais uma instância é mais leve que mais um contêiner.',
  'One more instance is lighter than one more container.':
    'Mais uma instância é mais leve que mais um contêiner.',
  'One more instance is not lighter than one more container.':
    'Mais uma instância não é mais leve que mais um contêiner.',
  'Neither size nor memory is smaller.': 'Nem o tamanho nem a memória é menor.',
  'Outputs differ in {{runtimes}}.': 'As saídas diferem em {{runtimes}}.',
  'The same input gave the same output each time, in every runtime.':
    'A mesma entrada deu a mesma saída todas as vezes, em todos os runtimes.',
  'Clocks and random numbers are there without asking: a program that uses them differs each time.':
    'Relógios e números aleatórios estão lá sem pedir: um programa que os usa difere a cada vez.',

  'Memory, CPU and processes were held at their limits.':
    'Memória, CPU e processos foram mantidos em seus limites.',
  'Not held as asked: {{Limits}}.': 'Não mantidos como pedido: {{Limits}}.',
  'Two of the three limits were held as asked.':
    'Dois dos três limites foram mantidos como pedido.',
  '{{held}} of {{all}} runtimes refused to grow beyond the limit, and the guest went on.':
    '{{held}} de {{all}} runtimes recusaram crescer além do limite, e o convidado continuou.',
  'Not so in {{runtimes}}.': 'Não foi assim em {{runtimes}}.',
  'Not ended, or too late, in {{runtimes}}.': 'Não encerrado, ou tarde demais, em {{runtimes}}.',
  'A guest that never ends was ended in every runtime.':
    'Um convidado que nunca termina foi encerrado em todos os runtimes.',
  'Only from outside, by the lab: {{runtimes}}.': 'Só de fora, pelo laboratório: {{runtimes}}.',

  '{{runtimes}} did not run it.': '{{runtimes}} não o executou.',
  '{{first}} and {{second}} and {{third}} ran it outside of the web.':
    '{{first}}, {{second}} e {{third}} o executaram fora da web.',
  '{{first}} and {{second}} ran it outside of the web.':
    '{{first}} e {{second}} o executaram fora da web.',
  '{{runtime}} ran it outside of the web.': '{{runtime}} o executou fora da web.',
  'Lucet was retired; Wasmtime succeeded it.': 'O Lucet foi aposentado; o Wasmtime o sucedeu.',
  'Lucet was retired; Wasmtime succeeded it. {{word}} is not here.':
    'O Lucet foi aposentado; o Wasmtime o sucedeu. {{word}} não está aqui.',
  '{{word}} is not here.': '{{word}} não está aqui.',
  'Today there are also {{runtimes}}.': 'Hoje há também {{runtimes}}.',
  '{{holding}} of {{all}} of what viability needs hold here.':
    '{{holding}} de {{all}} do que a viabilidade exige valem aqui.',
  'Most of it is there now.': 'A maior parte já existe.',

  'Shared with the host: {{names}}.': 'Compartilhados com a máquina: {{names}}.',
  'Mounts, processes and network are its own.': 'Montagens, processos e rede são próprios.',
  'All of its namespaces are its own.': 'Todos os seus namespaces são próprios.',
  'What one container wrote was nowhere else.':
    'O que um contêiner gravou não estava em nenhum outro lugar.',
  'What one container wrote was elsewhere too.':
    'O que um contêiner gravou estava também em outro lugar.',
} as const satisfies Record<string, string>;
