import type { ClaimInfo } from '../../../contract/index.js';

/** Section IV.A: what runs where, and what it takes along. */
export const PORTABILITY: readonly ClaimInfo[] = [
  {
    id: 'P1',
    section: 'IV.A',
    claim: {
      en: 'A container depends on the kernel and the architecture of its host.',
      'pt-BR': 'Um contêiner depende do kernel e da arquitetura do hospedeiro.',
    },
    test: {
      en: 'The image of a twin for another architecture is run, and its outcome read.',
      'pt-BR': 'A imagem de um gêmeo para outra arquitetura é executada, e o resultado é lido.',
    },
    rule: {
      en: 'Holds when it is refused; with a caveat when an emulator ran it; not when it ran as it is.',
      'pt-BR':
        'Vale quando é recusada; com ressalva quando um emulador a executou; não vale quando executou sem mais.',
    },
  },
  {
    id: 'P2',
    section: 'III.B, IV.A',
    claim: {
      en: 'One Wasm binary, compiled once, runs in different systems and runtimes, the browser included.',
      'pt-BR':
        'Um único binário Wasm, compilado uma vez, executa em diferentes sistemas e ambientes, inclusive no navegador.',
    },
    test: {
      en: 'The same file, by its SHA-256, runs in every runtime that is here and in a browser; outputs are compared byte for byte.',
      'pt-BR':
        'O mesmo arquivo, por seu SHA-256, executa em cada ambiente presente e em um navegador; as saídas são comparadas byte a byte.',
    },
    rule: {
      en: 'Holds when all print the same, the browser among them; with a caveat when at least two thirds do; else not.',
      'pt-BR':
        'Vale quando todos imprimem o mesmo, inclusive o navegador; com ressalva quando ao menos dois terços o fazem; senão não vale.',
    },
  },
  {
    id: 'P3',
    section: 'IV.A',
    claim: {
      en: 'Each image carries its own runtime and dependencies, which costs size and memory; Wasm can share them.',
      'pt-BR':
        'Cada imagem embute seu próprio ambiente e dependências, o que custa tamanho e memória; Wasm pode compartilhá-los.',
    },
    test: {
      en: 'The size of an image against that of the module of the same program; the memory of one more instance in a shared process against one more container.',
      'pt-BR':
        'O tamanho de uma imagem contra o do módulo do mesmo programa; a memória de mais uma instância em um processo compartilhado contra mais um contêiner.',
    },
    rule: {
      en: 'Holds when both are smaller in Wasm; with a caveat when one is; else not.',
      'pt-BR': 'Vale quando ambos são menores em Wasm; com ressalva quando um é; senão não vale.',
    },
  },
  {
    id: 'P4',
    section: 'IV.A',
    claim: {
      en: 'WASI follows POSIX, but has no calls for processes, such as fork.',
      'pt-BR': 'WASI segue POSIX, mas não tem chamadas de processo como fork.',
    },
    test: {
      en: 'The imports of the twin probe are read, and it tries to make a process and to run a program.',
      'pt-BR':
        'As importações do gêmeo probe são lidas, e ele tenta criar um processo e executar um programa.',
    },
    rule: {
      en: 'Holds when no import is such a call and no attempt succeeds in any runtime; else not.',
      'pt-BR':
        'Vale quando nenhuma importação é tal chamada e nenhuma tentativa tem êxito em nenhum ambiente; senão não vale.',
    },
  },
];
