import type { ClaimInfo } from '../../../contract/index.js';

/** What stands around both: virtual machines, clusters, the runtimes of 2020. */
export const SURROUNDINGS: readonly ClaimInfo[] = [
  {
    id: 'P17',
    section: 'III.A',
    claim: {
      en: 'Containers are lighter than virtual machines.',
      'pt-BR': 'Contêineres são mais leves que máquinas virtuais.',
    },
    test: {
      en: 'Where an OCI runtime boots a virtual machine, its start against that of a plain container.',
      'pt-BR':
        'Onde um runtime OCI inicia uma máquina virtual, sua partida contra a de um contêiner comum.',
    },
    rule: {
      en: 'Holds when the plain one starts faster, and their intervals do not meet; with a caveat when they do; else not.',
      'pt-BR':
        'Vale quando o comum parte mais rápido e seus intervalos não se tocam; com ressalva quando se tocam; senão não vale.',
    },
  },
  {
    id: 'P18',
    section: 'IV.C',
    claim: {
      en: 'An orchestrator gives containers, and Wasm beside them, load balancing, handling of faults and monitoring.',
      'pt-BR':
        'Um orquestrador dá a contêineres, e a Wasm ao lado deles, balanceamento de carga, tratamento de falhas e monitoramento.',
    },
    test: {
      en: 'This version speaks to no cluster.',
      'pt-BR': 'Esta versão não fala com nenhum cluster.',
    },
    rule: {
      en: 'Not tested.',
      'pt-BR': 'Não testado.',
    },
  },
  {
    id: 'P19',
    section: 'IV.B',
    claim: {
      en: 'wasmtime, wasmer and Lucet are the runtimes that allow this outside the web.',
      'pt-BR': 'wasmtime, wasmer e Lucet são os ambientes que permitem isso fora da web.',
    },
    test: {
      en: 'Each is looked for, and a program is run in it.',
      'pt-BR': 'Cada um é procurado, e um programa é executado nele.',
    },
    rule: {
      en: 'Holds when all three run; with a caveat when one or two do; does not when one is here and fails.',
      'pt-BR':
        'Vale quando os três executam; com ressalva quando um ou dois; não vale quando um está presente e falha.',
    },
  },
  {
    id: 'P20',
    section: 'V',
    claim: {
      en: 'In 2020, Wasm outside the web was not viable for production yet.',
      'pt-BR': 'Em 2020, Wasm fora da web ainda não era viável para produção.',
    },
    test: {
      en: 'The verdicts of P2, P5, P9, P12 to P16 here and today.',
      'pt-BR': 'Os vereditos de P2, P5, P9 e P12 a P16 aqui e hoje.',
    },
    rule: {
      en: 'Still holds when half of them or fewer hold; with a caveat when not all do; does not any more when all do, caveats included.',
      'pt-BR':
        'Ainda vale quando metade deles ou menos vale; com ressalva quando nem todos; não vale mais quando todos valem, ressalvas incluídas.',
    },
  },
];
