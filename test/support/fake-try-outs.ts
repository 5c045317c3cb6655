import type { Phase, TryOut } from '../../src-main/contract/index.js';

/** First starts as one saw them, in milliseconds to main(). */
const STARTS_MS: Record<string, [Phase['name'], number][]> = {
  'docker:runc': [
    ['create', 62],
    ['start', 169],
  ],
  'docker:crun': [
    ['create', 58],
    ['start', 97],
  ],
  'podman:crun': [
    ['create', 121],
    ['start', 88],
  ],
  'podman:runc': [
    ['create', 124],
    ['start', 151],
  ],
  v8: [
    ['spawn', 38],
    ['load', 0.2],
    ['compile', 0.5],
    ['instantiate', 0.3],
  ],
  browser: [
    ['spawn', 9.4],
    ['compile', 0.6],
    ['instantiate', 0.4],
  ],
  'wasmtime:aot': [
    ['spawn', 5.1],
    ['load', 0.9],
  ],
  'wasmtime:winch': [
    ['spawn', 5.2],
    ['compile', 2.3],
  ],
  'wasmtime:pulley': [
    ['spawn', 5.2],
    ['compile', 9.9],
  ],
  wasmtime: [
    ['spawn', 5.3],
    ['compile', 12.8],
  ],
  wazero: [
    ['spawn', 6.1],
    ['compile', 17.2],
  ],
  'wazero:cached': [['spawn', 6.2]],
  'wazero:interpreter': [['spawn', 5.5]],
  wasmer: [
    ['spawn', 14.2],
    ['compile', 21.4],
  ],
  'wasmer:singlepass': [
    ['spawn', 14.1],
    ['compile', 4.8],
  ],
  wasm3: [['spawn', 1.4]],
};

export function fakeTryOut(id: string): TryOut {
  const start = STARTS_MS[id];
  if (start === undefined) {
    return {
      outcome: {
        kind: 'failed-to-start',
        reason: 'It ended with code 1: "error: unknown flag --mapdir".',
        errorCode: 'host-failed',
        hint: 'Check that this build has WASI.',
      },
      phases: [],
      durationMs: 3.2,
      warnings: [],
    };
  }
  let startMs = 0;
  const phases = [...start, ['main', 1.1] as const].map(([name, durationMs]): Phase => {
    const phase: Phase = { name, startMs, durationMs, bound: BOUNDS[name] ?? 'its end' };
    startMs += durationMs;
    return phase;
  });
  const reason = 'It ended by itself with exit code 0.';
  return {
    outcome: { kind: 'exited', code: 0, reason },
    phases,
    durationMs: startMs + 0.8,
    firstOutputMs: startMs,
    warnings: [],
  };
}

const BOUNDS: Partial<Record<Phase['name'], string>> = {
  create: 'the engine has made the container',
  start: 'its process has entered main()',
  spawn: 'the process reads the module',
  load: 'the module is read',
  compile: 'the module is compiled',
  instantiate: 'its imports are linked',
  main: 'the guest has ended',
};
