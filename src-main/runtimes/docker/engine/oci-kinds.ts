/** What kind of wall an OCI runtime puts around a program. */
export interface OciKind {
  /** For people, where the name alone does not say it: `runsc (gVisor)`. */
  title?: string;
  /** Absent for one that the lab does not know. */
  mode?: string;
  /** The program is a Wasm module that this shim runs inside the engine, not a Linux executable. */
  wasm?: boolean;
  notes: string[];
}

const LINUX = 'Linux container: namespaces and cgroups';

/** In order: the first that fits. By the name that it is known by, its program or its shim's type. */
const KINDS: readonly { name: RegExp; kind: OciKind }[] = [
  { name: /^crun-(wasm|wasmtime|wasmedge|wamr)/, kind: wasmInside('crun') },
  {
    name: /^(runc|crun|youki|nvidia|nvidia-container-runtime)$/,
    kind: { mode: LINUX, notes: [] },
  },
  {
    name: /sysbox/,
    kind: { mode: `${LINUX}, in a user namespace (Sysbox)`, notes: [] },
  },
  {
    name: /runsc|gvisor/i,
    kind: {
      title: 'gVisor',
      mode: 'user-space kernel (gVisor)',
      notes: [
        "System calls go to gVisor's own kernel: numbers and isolation facts read from this machine are those of its sandbox processes around the program.",
      ],
    },
  },
  { name: /^kata|\.kata/, kind: virtualMachine('Kata') },
  { name: /^krun$/, kind: virtualMachine('libkrun') },
];

const WASM_SHIM = /^io\.containerd\.(wasmtime|wasmedge|wasmer|spin|slight|wws|lunatic)\.v\d+$/;

/** `known` are the ways to name it, best first: its name, its shim's type, its program. */
export function kindOf(...known: (string | undefined)[]): OciKind {
  for (const text of known) {
    const name = text?.split('/').at(-1);
    if (name === undefined) continue;
    const wasm = WASM_SHIM.exec(name)?.[1];
    if (wasm !== undefined) return wasmInside(wasm);
    const found = KINDS.find((one) => one.name.test(name));
    if (found !== undefined) return found.kind;
  }
  return {
    notes: ['Paralelo does not know this OCI runtime: what isolates its guests is not said.'],
  };
}

function virtualMachine(by: string): OciKind {
  return {
    title: by,
    mode: `virtual machine (${by})`,
    notes: [
      'The program runs on a kernel of its own: numbers and isolation facts read from this machine are those of its virtual machine.',
    ],
  };
}

function wasmInside(engine: string): OciKind {
  return {
    title: 'Wasm inside the engine',
    mode: `WebAssembly module inside a container engine (${engine})`,
    wasm: true,
    notes: [
      `The program is a WebAssembly module that ${engine} runs inside the engine, in a container's namespaces and cgroup: both walls at once.`,
      'Untested: written after the documentation of runwasi and Docker, no machine of the tests has such a shim.',
    ],
  };
}
