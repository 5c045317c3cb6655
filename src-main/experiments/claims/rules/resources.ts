import { formatBytes } from '../../../contract/index.js';
import type { ClaimEvidence, ContenderResult, ExperimentResult } from '../../../contract/index.js';
import { missing } from '../claim.js';
import type { Rule } from '../claim.js';

const SOURCE = 'paralelo bench limits';
const CLOSE = { memory: 0.05, cpus: 0.1 };
/** An engine may be so late without anybody calling it unlimited. */
const LATE = { share: 0.1, ms: 50 };

function medianOf({ measures }: ContenderResult, id: string): number | undefined {
  return measures.find((measure) => measure.id === id)?.median;
}

function askedOf(
  { plan }: ExperimentResult,
  name: 'memoryBytes' | 'cpus' | 'pids' | 'timeoutMs',
  otherwise: number,
): number {
  return plan.limits[name] ?? otherwise;
}

function told(value: number | undefined, format: (value: number) => string): string {
  return value === undefined ? 'not told,' : format(value);
}

function heldText(bytes: string | number | undefined): string {
  return typeof bytes === 'number' ? formatBytes(bytes) : 'a size that was not told';
}

export const P12: Rule = {
  id: 'P12',
  needs: ['limits'],
  judge({ results: { limits } }) {
    const containers = limits?.contenders.filter(({ kind }) => kind === 'container') ?? [];
    if (limits === undefined || containers.length === 0)
      return missing('A container engine is needed.');
    const memoryBytes = askedOf(limits, 'memoryBytes', 64 * 1024 ** 2);
    const cpus = askedOf(limits, 'cpus', 0.5);
    const pids = askedOf(limits, 'pids', 8);
    const checks = containers.map((contender) => {
      const left = medianOf(contender, 'memory-left');
      const share = medianOf(contender, 'cpu-share');
      const made = medianOf(contender, 'pids');
      const held = {
        memory: left !== undefined && Math.abs(left) <= CLOSE.memory * memoryBytes,
        CPU: share !== undefined && Math.abs(share - Math.min(cpus, 1)) <= CLOSE.cpus * cpus,
        processes: made === pids,
      };
      const seen = {
        memory: `${told(left, formatBytes)} left of ${formatBytes(memoryBytes)}`,
        CPU: `${told(share, (cores) => cores.toFixed(2))} of ${String(cpus)} cores`,
        processes: `${told(made, String)} of ${String(pids)}`,
      };
      return { contender, held, seen };
    });
    const evidence: ClaimEvidence[] = checks.flatMap(({ contender, held, seen }) =>
      (['memory', 'CPU', 'processes'] as const).map((what) => ({
        ...{ of: contender.runtime, what: `limit of ${what}`, value: seen[what], source: SOURCE },
        speaks: held[what] ? ('for' as const) : ('against' as const),
      })),
    );
    const broken = (['memory', 'CPU', 'processes'] as const).filter((what) =>
      checks.some(({ held }) => !held[what]),
    );
    if (broken.length === 0) {
      return {
        verdict: 'holds',
        why: 'Memory, CPU and processes were held at their limits.',
        evidence,
      };
    }
    const why = `Not held as asked: ${broken.join(', ')}.`;
    return broken.length === 1
      ? {
          verdict: 'holds-with-caveat',
          why: 'Two of the three limits were held as asked.',
          caveat: why,
          evidence,
        }
      : { verdict: 'does-not-hold', why, evidence };
  },
};

export const P13: Rule = {
  id: 'P13',
  needs: ['memory'],
  judge({ results: { memory } }) {
    const kinds = new Map(memory?.contenders.map(({ runtime, kind }) => [runtime, kind]));
    const rows = (memory?.tables.find(({ id }) => id === 'ends')?.rows ?? []).filter(
      ({ runtime }) => kinds.get(runtime) === 'wasm',
    );
    if (memory?.plan.limits.memoryBytes === undefined || rows.length === 0) {
      return missing('A Wasm runtime that can hold a limit of memory is needed.');
    }
    const isRefused = (row: (typeof rows)[number]): boolean =>
      row.cells['end'] === 'memory-refused' && row.cells['survived'] === 'yes';
    const runtimes = [...new Set(rows.map(({ runtime }) => runtime))];
    const others = runtimes.filter(
      (id) => !rows.filter(({ runtime }) => runtime === id).every(isRefused),
    );
    const evidence: ClaimEvidence[] = rows.map((row) => ({
      of: row.runtime,
      what: 'how it ended at the limit',
      value: `${String(row.cells['end'])} at ${heldText(row.cells['held'])}, survived: ${String(row.cells['survived'])}`,
      source: 'paralelo bench memory --memory',
      speaks: isRefused(row) ? 'for' : 'against',
    }));
    const why = `${String(runtimes.length - others.length)} of ${String(runtimes.length)} runtimes refused to grow beyond the limit, and the guest went on.`;
    if (others.length === 0) return { verdict: 'holds', why, evidence };
    return others.length < runtimes.length / 2
      ? { verdict: 'holds-with-caveat', why, caveat: `Not so in ${others.join(', ')}.`, evidence }
      : { verdict: 'does-not-hold', why, evidence };
  },
};

export const P14: Rule = {
  id: 'P14',
  needs: ['limits'],
  judge({ results: { limits } }) {
    const wasm = limits?.contenders.filter(({ kind }) => kind === 'wasm') ?? [];
    if (limits === undefined || wasm.length === 0) return missing('A Wasm runtime is needed.');
    const timeoutMs = askedOf(limits, 'timeoutMs', 1000);
    const most = LATE.share * timeoutMs + LATE.ms;
    const rows = limits.tables.find(({ id }) => id === 'limits')?.rows ?? [];
    const holderOf = (runtime: string): string =>
      String(
        rows.find((row) => row.runtime === runtime && row.cells['limit'] === 'time')?.cells['by'] ??
          'nobody',
      );
    const seen = wasm.map((contender) => ({
      runtime: contender.runtime,
      lateMs: medianOf(contender, 'time-late'),
      fuelMs: medianOf(contender, 'fuel-ended'),
      by: holderOf(contender.runtime),
    }));
    const isLate = (one: (typeof seen)[number]): boolean =>
      one.lateMs === undefined || one.lateMs > most;
    const isOutside = ({ by, fuelMs }: (typeof seen)[number]): boolean =>
      by.startsWith('lab') && fuelMs === undefined;
    const evidence: ClaimEvidence[] = seen.map((one) => ({
      of: one.runtime,
      what: 'end under a limit of time, and of fuel',
      value: `${one.lateMs === undefined ? 'not ended' : `${one.lateMs.toFixed(1)} ms late`}, held by ${one.by}; ${one.fuelMs === undefined ? 'no fuel' : `out of fuel after ${one.fuelMs.toFixed(0)} ms`}`,
      source: SOURCE,
      speaks: isLate(one) || isOutside(one) ? 'against' : 'for',
    }));
    const late = seen.filter(isLate).map(({ runtime }) => runtime);
    if (late.length > 0) {
      return {
        verdict: 'does-not-hold',
        why: `Not ended, or too late, in ${late.join(', ')}.`,
        evidence,
      };
    }
    const outside = seen.filter(isOutside).map(({ runtime }) => runtime);
    const why = 'A guest that never ends was ended in every runtime.';
    return outside.length === 0
      ? { verdict: 'holds', why, evidence }
      : {
          verdict: 'holds-with-caveat',
          why,
          caveat: `Only from outside, by the lab: ${outside.join(', ')}.`,
          evidence,
        };
  },
};
