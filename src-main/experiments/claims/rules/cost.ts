import type { ClaimEvidence, ContenderResult } from '../../../contract/index.js';
import { missing } from '../claim.js';
import type { Rule } from '../claim.js';
import { sizeEvidence } from './portability.js';

const NEAR = 1.5;
const FAR = 3;

const byMedian = (one: ContenderResult, other: ContenderResult): number =>
  one.median - other.median;

export const P15: Rule = {
  id: 'P15',
  needs: ['speed'],
  judge({ results: { speed } }) {
    const hasNative = speed?.contenders.some(({ kind }) => kind === 'native') === true;
    const wasm = speed?.contenders.filter(({ kind }) => kind === 'wasm').sort(byMedian) ?? [];
    const [fastest] = wasm;
    if (!hasNative || fastest === undefined) {
      return missing(
        'A Wasm runtime, and an executable of the kernels for this machine, are needed.',
      );
    }
    const evidence: ClaimEvidence[] = wasm.map(({ runtime, median, ci95 }) => ({
      of: runtime,
      what: 'time by that of native, geometric mean',
      value: `${median.toPrecision(3)}, 95 % interval ${ci95[0].toPrecision(3)} to ${ci95[1].toPrecision(3)}`,
      source: 'paralelo bench speed',
      speaks: median <= NEAR ? 'for' : 'against',
    }));
    const why = `The fastest, ${fastest.runtime}, takes ${fastest.median.toPrecision(3)} times as long as native.`;
    if (fastest.median <= NEAR) return { verdict: 'holds', why, evidence };
    return fastest.median <= FAR
      ? {
          verdict: 'holds-with-caveat',
          why,
          caveat: `That is more than ${String(NEAR)} times.`,
          evidence,
        }
      : { verdict: 'does-not-hold', why, evidence };
  },
};

/** What was kept or made before the start. */
const isWarm = ({ runtime }: ContenderResult): boolean => /:(cached|aot)$/.test(runtime);

export const P16: Rule = {
  id: 'P16',
  needs: ['startup', 'portability'],
  judge({ results: { startup, portability } }) {
    const size = sizeEvidence(portability);
    const containers =
      startup?.contenders.filter(({ kind }) => kind === 'container').sort(byMedian) ?? [];
    const wasm = startup?.contenders.filter(({ kind }) => kind === 'wasm').sort(byMedian) ?? [];
    const [container] = containers;
    const cold = wasm.find((one) => !isWarm(one));
    if (size === undefined || container === undefined || cold === undefined) {
      return missing('A container engine and a Wasm runtime are needed.');
    }
    const { isSmaller, ...sized } = size;
    const isFaster = cold.ci95[1] < container.ci95[0];
    const evidence: ClaimEvidence[] = [
      sized,
      ...[container, ...wasm].map((one) => ({
        of: one.runtime,
        what: isWarm(one) ? 'start, compiled before' : 'start',
        value: `${one.median.toFixed(1)} ms, 95 % interval ${one.ci95[0].toFixed(1)} to ${one.ci95[1].toFixed(1)}`,
        source: 'paralelo bench startup',
        speaks:
          one === container
            ? ('beside' as const)
            : one.ci95[1] < container.ci95[0]
              ? ('for' as const)
              : ('against' as const),
      })),
    ];
    if (isFaster && isSmaller) {
      return {
        verdict: 'holds',
        why: `${cold.runtime} starts in ${cold.median.toFixed(1)} ms without any cache, ${container.runtime} in ${container.median.toFixed(1)} ms; the module is smaller than the image.`,
        evidence,
      };
    }
    return isFaster || isSmaller
      ? {
          verdict: 'holds-with-caveat',
          why: isFaster ? 'It starts faster.' : 'The module is smaller than the image.',
          caveat: isFaster
            ? 'The module is not smaller than the image.'
            : 'Without a cache it does not start faster.',
          evidence,
        }
      : { verdict: 'does-not-hold', why: 'It neither starts faster nor is it smaller.', evidence };
  },
};

/** OCI runtimes that boot a virtual machine for each container. */
const BOOTS = /:(kata|io\.containerd\.kata|krun|runsc-kvm)/;

const NO_MACHINES = missing(
  'An OCI runtime that boots a virtual machine (kata, krun) is needed in an engine that is here.',
);

export const P17: Rule = {
  id: 'P17',
  needs: ['startup'],
  before: (runtimes) =>
    runtimes.some(({ id, available }) => available && BOOTS.test(id)) ? undefined : NO_MACHINES,
  judge({ results: { startup } }) {
    const containers =
      startup?.contenders.filter(({ kind }) => kind === 'container').sort(byMedian) ?? [];
    const vm = containers.find(({ runtime }) => BOOTS.test(runtime));
    const plain = containers.find(({ runtime }) => !BOOTS.test(runtime));
    if (vm === undefined || plain === undefined) {
      return NO_MACHINES;
    }
    const evidence: ClaimEvidence[] = [plain, vm].map((one) => ({
      of: one.runtime,
      what: 'start',
      value: `${one.median.toFixed(1)} ms, 95 % interval ${one.ci95[0].toFixed(1)} to ${one.ci95[1].toFixed(1)}`,
      source: 'paralelo bench startup',
      speaks: vm.ci95[1] < plain.ci95[0] ? 'against' : one === plain ? 'for' : 'beside',
    }));
    const why = `${plain.runtime} starts in ${plain.median.toFixed(1)} ms, ${vm.runtime} in ${vm.median.toFixed(1)} ms.`;
    if (plain.ci95[1] < vm.ci95[0]) return { verdict: 'holds', why, evidence };
    return plain.ci95[0] <= vm.ci95[1]
      ? { verdict: 'holds-with-caveat', why, caveat: 'Their intervals meet.', evidence }
      : { verdict: 'does-not-hold', why, evidence };
  },
};
