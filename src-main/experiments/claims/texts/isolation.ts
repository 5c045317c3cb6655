import type { ClaimInfo } from '../../../contract/index.js';

/** Section IV.B, isolation: the sandbox and the walls. */
export const ISOLATION: readonly ClaimInfo[] = [
  {
    id: 'P5',
    section: 'IV.B',
    claim: {
      en: 'A module runs in a sandbox and leaves it only through the interfaces that it is given.',
      'pt-BR': 'Um módulo executa em uma sandbox e só sai dela pelas interfaces que recebe.',
    },
    test: {
      en: 'The probes try to read, write, signal, connect and more, with the least that a run has.',
      'pt-BR':
        'As sondas tentam ler, escrever, sinalizar, conectar e mais, com o mínimo que uma execução tem.',
    },
    rule: {
      en: 'Holds when none succeeds in any Wasm runtime; with a caveat when at least 95 % are refused; else not.',
      'pt-BR':
        'Vale quando nenhuma tem êxito em nenhum ambiente Wasm; com ressalva quando ao menos 95 % são recusadas; senão não vale.',
    },
  },
  {
    id: 'P6',
    section: 'IV.B',
    claim: {
      en: 'A module executes deterministically.',
      'pt-BR': 'Um módulo executa de forma determinística.',
    },
    test: {
      en: 'The same module with the same input, at least five times in each runtime; and whether clocks and random numbers are to be had.',
      'pt-BR':
        'O mesmo módulo com a mesma entrada, ao menos cinco vezes em cada ambiente; e se há relógios e números aleatórios.',
    },
    rule: {
      en: 'Does not hold when an output differs; holds with a caveat where clocks or random numbers are given without asking; else holds.',
      'pt-BR':
        'Não vale quando uma saída difere; vale com ressalva onde relógios ou números aleatórios são dados sem pedir; senão vale.',
    },
  },
  {
    id: 'P7',
    section: 'IV.B Isolation',
    claim: {
      en: 'Docker isolates processes, network and file system with namespaces.',
      'pt-BR': 'O Docker isola processos, rede e sistema de arquivos com namespaces.',
    },
    test: {
      en: 'Each namespace of a container with the usual walls is compared with that of the host.',
      'pt-BR':
        'Cada namespace de um contêiner com as paredes usuais é comparado com o do hospedeiro.',
    },
    rule: {
      en: 'Holds when all eight are its own; with a caveat when others than mnt, pid and net are shared; else not.',
      'pt-BR':
        'Vale quando os oito são próprios; com ressalva quando outros que não mnt, pid e net são compartilhados; senão não vale.',
    },
  },
  {
    id: 'P8',
    section: 'IV.B Isolation',
    claim: {
      en: 'Every container has one root file system of its own.',
      'pt-BR': 'Cada contêiner tem um único sistema de arquivos raiz próprio.',
    },
    test: {
      en: 'A container writes a file to its root; the host and a second container of the same image look for it.',
      'pt-BR':
        'Um contêiner escreve um arquivo em sua raiz; o hospedeiro e um segundo contêiner da mesma imagem o procuram.',
    },
    rule: {
      en: 'Holds when it is there inside and nowhere else; else not.',
      'pt-BR': 'Vale quando o arquivo está lá dentro e em nenhum outro lugar; senão não vale.',
    },
  },
  {
    id: 'P9',
    section: 'IV.B Isolation',
    claim: {
      en: 'Linear memory gives bytes and no pointers; references outside of it are caught.',
      'pt-BR': 'A memória linear dá bytes e não ponteiros; referências fora dela são detectadas.',
    },
    test: {
      en: 'The probes read and write outside, call a pointer that points nowhere, and overflow the stack.',
      'pt-BR':
        'As sondas leem e escrevem fora dela, chamam um ponteiro que não aponta a nada e estouram a pilha.',
    },
    rule: {
      en: 'Holds when every runtime refuses all four; with a caveat when only reading and writing outside is refused by all; else not.',
      'pt-BR':
        'Vale quando todos os ambientes recusam as quatro; com ressalva quando só leitura e escrita fora são recusadas por todos; senão não vale.',
    },
  },
  {
    id: 'P10',
    section: 'IV.B Isolation',
    claim: {
      en: 'The runtime decides, through imports and grants, which functions of WASI a module can use.',
      'pt-BR':
        'O ambiente decide, por importações e concessões, quais funções de WASI um módulo pode usar.',
    },
    test: {
      en: 'A file is read without and with its directory granted; a call that the interface does not have is made.',
      'pt-BR':
        'Um arquivo é lido sem e com seu diretório concedido; uma chamada que a interface não tem é feita.',
    },
    rule: {
      en: 'Holds when the grant decides in every runtime and the unknown call is refused; with a caveat when one of both; else not.',
      'pt-BR':
        'Vale quando a concessão decide em todos os ambientes e a chamada desconhecida é recusada; com ressalva quando uma das duas; senão não vale.',
    },
  },
  {
    id: 'P11',
    section: 'IV.B Isolation',
    claim: {
      en: 'Beyond the sandbox Wasm has no rules for files: they are the duty of each runtime.',
      'pt-BR': 'Além da sandbox, Wasm não tem regras para arquivos: são dever de cada ambiente.',
    },
    test: {
      en: 'The same attempts on directories in every Wasm runtime.',
      'pt-BR': 'As mesmas tentativas em diretórios em cada ambiente Wasm.',
    },
    rule: {
      en: 'Holds when runtimes differ in any of them; does not when all are alike.',
      'pt-BR':
        'Vale quando os ambientes diferem em alguma delas; não vale quando todos são iguais.',
    },
  },
];
