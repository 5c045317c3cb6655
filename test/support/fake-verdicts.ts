import type {
  ClaimEvidence,
  ClaimGathering,
  ClaimId,
  ClaimNeed,
  ClaimResult,
  ClaimVerdict,
} from '../../src-main/contract/index.js';
import { RULES } from '../../src-main/experiments/claims/index.js';

const WASM = ['v8', 'wasmtime', 'wasmedge', 'wazero'];
const ENGINES = ['docker:runc', 'docker:crun'];

/** As a real machine told them. */
const VERDICTS: Record<ClaimId, [verdict: ClaimVerdict, why: string, caveat?: string]> = {
  P1: ['holds', 'An image for another architecture did not run.'],
  P2: ['holds', 'One file printed the same in 7 of 7 runtimes.'],
  P3: [
    'holds',
    'The module is smaller than the image, and one more instance lighter than one more container.',
  ],
  P4: ['holds', 'No import makes a process, and no runtime let one be made.'],
  P5: [
    'holds-with-caveat',
    '97.3 % of the attempts failed.',
    'These got out: symlink-out-folder in v8, symlink-out-absolute in wazero, symlink-out-relative in wazero.',
  ],
  P6: [
    'holds-with-caveat',
    'The same input gave the same output each time, in every runtime.',
    'Clocks and random numbers are there without asking: a program that uses them differs each time.',
  ],
  P7: [
    'holds-with-caveat',
    'Mounts, processes and network are its own.',
    'Shared with the host: user, cgroup, time.',
  ],
  P8: ['holds', 'What one container wrote was nowhere else.'],
  P9: [
    'holds-with-caveat',
    'Every runtime ended a guest that read or wrote outside of its memory.',
    'Not so: stack-overflow in wasmedge, <b>named</b> \u202e by it.',
  ],
  P10: ['holds', 'The file could be read where its directory was granted and nowhere else.'],
  P11: ['holds', 'Runtimes differ in symlink-out-absolute, symlink-out-relative.'],
  P12: ['holds-with-caveat', 'Two of the three limits were held.', 'Not held as asked: CPU.'],
  P13: ['holds', '6 of 6 runtimes refused to grow beyond the limit, and the guest went on.'],
  P14: [
    'holds-with-caveat',
    'A guest that never ends was ended in every runtime.',
    'Only from outside, by the lab: v8.',
  ],
  P15: ['does-not-hold', 'The fastest, wasmtime, takes 2.12 times as long as native.'],
  P16: ['holds', 'wazero starts in 20.5 ms without any cache, docker:crun in 204.0 ms.'],
  P17: ['could-not-be-tested', 'An OCI runtime that boots a virtual machine is needed.'],
  P18: ['could-not-be-tested', 'This version speaks to no cluster.'],
  P19: [
    'holds-with-caveat',
    'wasmtime ran it outside of the web.',
    'Lucet was retired; Wasmtime succeeded it.',
  ],
  P20: ['does-not-hold', '8 of 8 of what viability needs hold here.'],
};

export function fakeVerdict(id: ClaimId): ClaimResult {
  const [verdict, why, caveat] = VERDICTS[id];
  const isMissing = verdict === 'could-not-be-tested';
  const needs = RULES.find((rule) => rule.id === id)?.needs ?? [];
  return {
    ...{ id, verdict, why },
    ...(caveat !== undefined && { caveat }),
    ...(isMissing && { missing: why }),
    evidence: isMissing ? [] : evidenceOf(id),
    gathered: needs.map(gatheringOf),
    recordIds: recordsOf(needs),
    testedAtIso: '2026-01-01T12:34:56.000Z',
  };
}

function gatheringOf(what: ClaimNeed): ClaimGathering {
  const isExperiment = !['matrix', 'probe', 'containers', 'rootFiles'].includes(what);
  return {
    what,
    ...(isExperiment && { experimentId: 'e1', runs: 5 }),
    recordIds: recordsOf([what]),
    runtimes: [...ENGINES, ...WASM].map((id) => ({ id, version: '1.2.3' })),
    durationMs: 12_300,
  };
}

/** What an experiment or a look into containers leaves in the history. */
function recordsOf(needs: readonly ClaimNeed[]): string[] {
  return needs
    .filter((what) => !['matrix', 'probe'].includes(what))
    .map((what) => `e-${what.toLowerCase()}01`);
}

function evidenceOf(id: ClaimId): ClaimEvidence[] {
  if (id === 'P9') return WASM.flatMap((of) => OUT_OF_BOUNDS.map((one) => ({ of, ...one })));
  return WASM.map((of, at) => ({
    of,
    what: 'time by that of native, geometric mean',
    value: `1.${String(12 + 7 * at)}, 95 % interval 1.09 to 1.14`,
    source: 'paralelo bench speed',
    speaks: (['for', 'for', 'against', 'beside'] as const)[at % 4] ?? 'for',
  }));
}

/** More than are shown at first, and what a guest said in it. */
const OUT_OF_BOUNDS: Omit<ClaimEvidence, 'of'>[] = ['read', 'write', 'call', 'stack', 'table'].map(
  (what) => ({
    what: `oob-${what}, default`,
    value: `refused: Touch what is outside (Trapped: "<i>memory</i> access \u202eout of bounds").`,
    source: `paralelo bench isolation --attempts oob-${what}`,
    speaks: 'for',
  }),
);
