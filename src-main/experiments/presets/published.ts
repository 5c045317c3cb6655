import { containerByWasm, imageByModule, wasmByNative } from './ours.js';
import type { Preset } from './preset.js';

const any = (): boolean => true;
const isCompiled = (runtime: string): boolean =>
  !/interpreter|pulley|^wasmedge$|winch/.test(runtime);
const is =
  (...families: string[]) =>
  (runtime: string): boolean =>
    families.includes(runtime.split(':')[0] ?? '');
const exactly =
  (id: string) =>
  (runtime: string): boolean =>
    runtime === id;

const OTHER_MACHINE = 'Another machine, other versions, another program.';
const NO_CLIENT = 'Ours talks to the engine itself: the time of a docker client is not in it.';
const NO_NETWORK = 'Ours has no network to set up, which takes 0.1 to 0.2 s of a usual start.';

/** Figures as published; each is turned into a ratio, so that two machines can be compared at all. */
export const PRESETS: readonly Preset[] = [
  {
    id: 'jangda-2019',
    source: 'Jangda et al., Not So Fast, USENIX ATC 2019',
    theirs: 'SPEC CPU in Firefox and Chrome against native, x86-64',
    ours: 'the seven kernels of `bench speed`, V8 and the browser against native',
    needs: ['speed'],
    differences: [OTHER_MACHINE, 'SPEC CPU are whole programs; ours are kernels of 20 to 60 ms.'],
    figures: [
      {
        ...{ what: 'computing, browser by native', ratio: 1.55, factor: 1.5 },
        words: '1.55x slower in Chrome, 1.45x in Firefox',
        ours: wasmByNative(is('v8', 'browser')),
      },
    ],
  },
  {
    id: 'gackstatter-2022',
    source: 'Gackstatter, Frangoudis, Dustdar, 2022',
    theirs: 'OpenWhisk with Wasm runtimes against Docker, on low-end edge machines',
    ours: '`bench startup`, the fastest container by the fastest Wasm runtime',
    needs: ['startup'],
    differences: [OTHER_MACHINE, NO_CLIENT, 'No platform of functions stands around ours.'],
    figures: [
      {
        ...{ what: 'cold start, Docker by Wasm', ratio: 200, words: 'up to 99.5 % lower' },
        ours: containerByWasm(any),
      },
    ],
  },
  {
    id: 'eriksson-2021',
    source: 'Eriksson, Grunditz, 2021',
    theirs: 'a Raspberry Pi 3B, C programs in Docker against Wasm',
    ours: '`bench startup`: their jobs were so short that they were all start',
    needs: ['startup'],
    differences: [OTHER_MACHINE, NO_CLIENT, NO_NETWORK],
    figures: [
      {
        ...{ what: 'a short job, Docker by Wasm', ratio: 70, words: 'up to about 70x faster' },
        ours: containerByWasm(any),
      },
    ],
  },
  {
    id: 'kakati-2025',
    source: 'Kakati, Brorsson, 2025',
    theirs: 'containerd with Wasmtime against native images, three boards',
    ours: '`bench portability`: the image and the module of one twin',
    needs: ['portability'],
    differences: [
      OTHER_MACHINE,
      'Ours is an image of one static executable and nothing else: no base image could be smaller.',
      'Their starts go through containerd’s shim for Wasm, which is not measured here.',
    ],
    figures: [
      {
        ...{ what: 'size, image by Wasm', ratio: 1 / 0.27, words: 'the Wasm image is about 27 %' },
        ours: imageByModule,
      },
    ],
  },
  {
    id: 'liu-2025',
    source: 'Liu et al., WebAssembly for container runtime: are we there yet?, 2025',
    theirs: 'Docker Desktop 4.28: native container 688 ms, bare wasmtime 19.6 ms',
    ours: '`bench startup`, the fastest container by wasmtime',
    needs: ['startup'],
    differences: [OTHER_MACHINE, NO_CLIENT, NO_NETWORK, 'Docker Desktop runs its engine in a VM.'],
    figures: [
      {
        ...{
          what: 'time test, container by bare wasmtime',
          ratio: 688 / 19.6,
          words: '688 ms by 19.6 ms',
        },
        ours: containerByWasm(exactly('wasmtime')),
      },
    ],
  },
  {
    id: 'hybridserve',
    source: 'HybridServe, WoSC 11',
    theirs: 'serverless at the edge, containers and Wasm side by side',
    ours: '`bench startup`, `bench speed` and `bench portability`',
    needs: ['startup', 'speed', 'portability'],
    differences: [OTHER_MACHINE, NO_CLIENT, NO_NETWORK, 'Their images carry a language’s runtime.'],
    figures: [
      {
        ...{ what: 'cold start, container by Wasm', ratio: 8.38, words: '8.38x faster' },
        ours: containerByWasm(any),
      },
      {
        ...{ what: 'computing, Wasm by native', ratio: 1.36, factor: 1.5, words: '36 % slower' },
        ours: wasmByNative(isCompiled),
      },
      {
        ...{ what: 'size, image by module', ratio: 100, words: '99 % smaller' },
        ours: imageByModule,
      },
    ],
  },
  {
    ...nothing('atlarge-2025', 'AtLarge, 2025'),
    theirs: 'WAMR within crun on Kubernetes: 11 to 78 % less memory than other Wasm runtimes',
    notComparable: 'It needs a crun that was built with WAMR, on a cluster.',
  },
  {
    ...nothing('runwasi', 'The benchmark of runwasi'),
    theirs: '1000 tasks of the same work through containerd: 329.85 against 84.78 tasks a second',
    notComparable: 'It needs containerd’s shim for Wasm, which this version does not speak to.',
  },
  {
    ...nothing('khvedela-2026', 'khvedela/wasm-docker-gateway, 2026'),
    theirs: 'from exec to the first HTTP 200, N = 60: Docker 3143 ms, wasmtime 190 ms',
    notComparable: 'Its program is a server; no twin listens, since WASI preview 1 cannot.',
  },
  {
    ...nothing('agache-2020', 'Agache et al., Firecracker, NSDI 2020'),
    theirs: 'from the call to /sbin/init, 1 CPU, 128 MiB: 125 ms at most, 5 MiB beside it',
    notComparable: 'It is a virtual machine; no OCI runtime that boots one is measured here.',
  },
];

function nothing(
  id: string,
  source: string,
): Pick<Preset, 'id' | 'source' | 'needs' | 'differences' | 'figures'> {
  return { id, source, needs: [], differences: [], figures: [] };
}
