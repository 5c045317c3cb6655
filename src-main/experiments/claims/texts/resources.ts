import type { ClaimInfo } from '../../../contract/index.js';

/** Sections III.B and IV.B, resources: memory, time, speed and size. */
export const RESOURCES: readonly ClaimInfo[] = [
  {
    id: 'P12',
    section: 'IV.B Resources',
    claim: {
      en: 'Cgroups limit the CPU and the memory of each container.',
      'pt-BR': 'Cgroups limitam a CPU e a memória de cada contêiner.',
    },
    test: {
      en: 'Guests go for the limits of memory, CPU and processes; the difference to what was asked is measured.',
      'pt-BR':
        'Programas vão contra os limites de memória, CPU e processos; mede-se a diferença ao que foi pedido.',
    },
    rule: {
      en: 'Holds when memory is held within 5 %, CPU within 10 % and processes exactly; with a caveat when two of three; else not.',
      'pt-BR':
        'Vale quando a memória fica em 5 %, a CPU em 10 % e os processos exatos; com ressalva quando dois de três; senão não vale.',
    },
  },
  {
    id: 'P13',
    section: 'IV.B Resources',
    claim: {
      en: 'Linear memory starts at a size and grows on demand up to a maximum.',
      'pt-BR': 'A memória linear começa com um tamanho e cresce sob demanda até um máximo.',
    },
    test: {
      en: 'A guest grows step by step to a limit, and says what it holds.',
      'pt-BR': 'Um programa cresce passo a passo até um limite, e diz o que tem.',
    },
    rule: {
      en: 'Holds when every runtime refuses at the limit and the guest goes on; with a caveat when most do; else not.',
      'pt-BR':
        'Vale quando todos recusam no limite e o programa continua; com ressalva quando a maioria o faz; senão não vale.',
    },
  },
  {
    id: 'P14',
    section: 'IV.B Resources',
    claim: {
      en: 'The system interface, which is the runtime, bounds the time of execution.',
      'pt-BR': 'A interface do sistema, isto é, o ambiente, limita o tempo de execução.',
    },
    test: {
      en: 'A guest that never ends runs under a limit of time and one of fuel.',
      'pt-BR': 'Um programa que nunca termina executa sob um limite de tempo e um de combustível.',
    },
    rule: {
      en: 'Holds when every runtime itself ends it, less than 10 % and 50 ms late; with a caveat when only the lab can in some; else not.',
      'pt-BR':
        'Vale quando todo ambiente o encerra por si, com atraso menor que 10 % e 50 ms; com ressalva quando em alguns só o laboratório pode; senão não vale.',
    },
  },
  {
    id: 'P15',
    section: 'III.B, V',
    claim: {
      en: 'Wasm executes at nearly native speed.',
      'pt-BR': 'Wasm executa em velocidade quase nativa.',
    },
    test: {
      en: 'Seven kernels in every runtime against the same code as a process of this machine.',
      'pt-BR': 'Sete núcleos em cada ambiente contra o mesmo código como processo desta máquina.',
    },
    rule: {
      en: 'Holds when the fastest runtime takes at most 1.5 times as long; with a caveat up to 3 times; else not.',
      'pt-BR':
        'Vale quando o ambiente mais rápido leva no máximo 1,5 vez o tempo; com ressalva até 3 vezes; senão não vale.',
    },
  },
  {
    id: 'P16',
    section: 'III.B',
    claim: {
      en: 'Wasm is efficient in the time it takes to load, and in size.',
      'pt-BR': 'Wasm é eficiente em tempo de carga e em tamanho.',
    },
    test: {
      en: 'Starts of every runtime against those of containers; the module’s size against the image’s.',
      'pt-BR':
        'Partidas de cada ambiente contra as de contêineres; o tamanho do módulo contra o da imagem.',
    },
    rule: {
      en: 'Holds when a runtime without any cache starts faster and the module is smaller; with a caveat when one of both; else not.',
      'pt-BR':
        'Vale quando um ambiente sem cache parte mais rápido e o módulo é menor; com ressalva quando um dos dois; senão não vale.',
    },
  },
];
