import type { AttemptResult, ClaimEvidence, IsolationMatrix } from '../../../contract/index.js';
import { missing } from '../claim.js';
import type { Judged, Rule } from '../claim.js';

const SOURCE = 'paralelo bench isolation';
/** So many of a hundred attempts have to fail for a sandbox that leaks to be one. */
const MOST_PERCENT = 95;
const NO_MATRIX = missing('No Wasm runtime is here in which the probes could be tried.');

type Of = Pick<AttemptResult, 'set'> & { attempts: readonly string[] };

/** Of Wasm runtimes, those that were tried. */
function wasmResults(matrix: IsolationMatrix, { set, attempts }: Of): AttemptResult[] {
  const wasm = new Set(matrix.runtimes.filter(({ kind }) => kind === 'wasm').map(({ id }) => id));
  return matrix.results.filter(
    (result) =>
      wasm.has(result.runtime) &&
      result.set === set &&
      attempts.includes(result.attempt) &&
      result.verdict !== 'not-tried',
  );
}

function evidenceOf(
  { runtime, attempt, set, verdict, says }: AttemptResult,
  speaks: ClaimEvidence['speaks'],
): ClaimEvidence {
  return {
    of: runtime,
    what: `${attempt}, ${set}`,
    value: `${verdict}: ${says}`,
    source: `${SOURCE} --attempts ${attempt}`,
    speaks,
  };
}

const names = (results: readonly AttemptResult[]): string =>
  [...new Set(results.map(({ runtime, attempt }) => `${attempt} in ${runtime}`))].join(', ');

export const P4: Rule = {
  id: 'P4',
  needs: ['matrix', 'probe'],
  judge({ matrix, probe }) {
    if (matrix === undefined || probe === undefined) return NO_MATRIX;
    const tried = wasmResults(matrix, { set: 'loosened', attempts: ['fork', 'exec'] });
    if (tried.length === 0) return NO_MATRIX;
    const allowed = tried.filter(({ verdict }) => verdict === 'allowed');
    const calls = probe.importGroups
      .flatMap(({ imports }) => imports)
      .filter(({ name }) => /^(proc_(fork|exec|spawn)|fork|exec)/.test(name ?? ''));
    const imported: ClaimEvidence = {
      of: 'probe.wasm',
      what: 'imports that make a process',
      value: calls.length === 0 ? 'none' : calls.map(({ name }) => name).join(', '),
      source: 'paralelo inspect probe.wasm',
      speaks: calls.length === 0 ? 'for' : 'against',
    };
    const evidence = [
      imported,
      ...tried.map((one) => evidenceOf(one, one.verdict === 'allowed' ? 'against' : 'for')),
    ];
    return allowed.length === 0 && calls.length === 0
      ? {
          verdict: 'holds',
          why: 'No import makes a process, and no runtime let one be made.',
          evidence,
        }
      : { verdict: 'does-not-hold', why: `A process could be made: ${names(allowed)}.`, evidence };
  },
};

const ESCAPES = [
  ...['read-outside', 'symlink-out-absolute', 'symlink-out-relative', 'symlink-out-folder'],
  ...['dotdot-out', 'write-read-only', 'write-outside', 'list-processes', 'signal-host', 'ptrace'],
  ...['parent-environment', 'tcp-connect', 'bind-port', 'raw-socket', 'dns', 'engine-socket'],
  ...['mount', 'load-module', 'write-proc-sys', 'write-sys', 'read-kcore', 'read-dev-mem'],
];

export const P5: Rule = {
  id: 'P5',
  needs: ['matrix'],
  judge({ matrix }) {
    const tried =
      matrix === undefined ? [] : wasmResults(matrix, { set: 'default', attempts: ESCAPES });
    if (tried.length === 0) return NO_MATRIX;
    const allowed = tried.filter(({ verdict }) => verdict === 'allowed');
    const percent = (100 * (tried.length - allowed.length)) / tried.length;
    const evidence: ClaimEvidence[] = [
      {
        what: 'attempts to leave the sandbox that failed',
        value: `${String(tried.length - allowed.length)} of ${String(tried.length)}`,
        source: SOURCE,
        speaks: 'for',
      },
      ...allowed.map((one) => evidenceOf(one, 'against')),
    ];
    if (allowed.length === 0) {
      return { verdict: 'holds', why: 'No attempt left the sandbox of any runtime.', evidence };
    }
    const why = `${percent.toFixed(1)} % of the attempts failed.`;
    return percent >= MOST_PERCENT
      ? { verdict: 'holds-with-caveat', why, caveat: `These got out: ${names(allowed)}.`, evidence }
      : { verdict: 'does-not-hold', why, evidence };
  },
};

const OUTSIDE = ['oob-read', 'oob-write'];
const OTHERS = ['bad-function-pointer', 'stack-overflow'];

export const P9: Rule = {
  id: 'P9',
  needs: ['matrix'],
  judge({ matrix }) {
    const of = (attempts: readonly string[]): AttemptResult[] =>
      matrix === undefined ? [] : wasmResults(matrix, { set: 'default', attempts });
    const [outside, others] = [of(OUTSIDE), of(OTHERS)];
    if (matrix === undefined || outside.length === 0) return NO_MATRIX;
    const native = matrix.results.filter(
      ({ runtime, set, attempt }) =>
        set === 'default' &&
        OUTSIDE.includes(attempt) &&
        matrix.runtimes.some(({ id, kind }) => id === runtime && kind === 'container'),
    );
    const isAllowed = ({ verdict }: AttemptResult): boolean => verdict === 'allowed';
    const [out, other] = [outside.filter(isAllowed), others.filter(isAllowed)];
    const evidence = [
      ...[...outside, ...others].map((one) => evidenceOf(one, isAllowed(one) ? 'against' : 'for')),
      ...native.map((one) => evidenceOf(one, 'beside')),
    ];
    if (out.length > 0) {
      return {
        verdict: 'does-not-hold',
        why: `Outside could be reached: ${names(out)}.`,
        evidence,
      };
    }
    const why = 'Every runtime ended a guest that read or wrote outside of its memory.';
    return other.length === 0
      ? { verdict: 'holds', why, evidence }
      : { verdict: 'holds-with-caveat', why, caveat: `Not so: ${names(other)}.`, evidence };
  },
};

export const P10: Rule = {
  id: 'P10',
  needs: ['matrix'],
  judge({ matrix }) {
    if (matrix === undefined) return NO_MATRIX;
    const of = (set: AttemptResult['set'], attempt: string): AttemptResult[] =>
      wasmResults(matrix, { set, attempts: [attempt] });
    const [without, granted] = [of('default', 'read-outside'), of('loosened', 'read-outside')];
    const unknown = of('default', 'undefined-import');
    if (without.length === 0 || granted.length === 0) return NO_MATRIX;
    const decides =
      without.every(({ verdict }) => verdict !== 'allowed') &&
      granted.every(({ verdict }) => verdict === 'allowed');
    const links = unknown.length > 0 && unknown.every(({ verdict }) => verdict !== 'allowed');
    const evidence = [
      ...without.map((one) => evidenceOf(one, one.verdict === 'allowed' ? 'against' : 'for')),
      ...granted.map((one) => evidenceOf(one, one.verdict === 'allowed' ? 'for' : 'against')),
      ...unknown.map((one) => evidenceOf(one, one.verdict === 'allowed' ? 'against' : 'for')),
    ];
    if (decides && links) {
      return {
        verdict: 'holds',
        why: 'The file could be read where its directory was granted and nowhere else; a call that is not offered was refused.',
        evidence,
      };
    }
    return decides || links
      ? {
          verdict: 'holds-with-caveat',
          why: decides ? 'The grant decides.' : 'A call that is not offered is refused.',
          caveat: decides
            ? 'A call that is not offered was not refused everywhere.'
            : 'A grant did not decide in every runtime.',
          evidence,
        }
      : { verdict: 'does-not-hold', why: 'Neither the grant nor the imports decided.', evidence };
  },
};

const ON_DIRECTORIES = [
  ...['symlink-out-absolute', 'symlink-out-relative', 'symlink-out-folder'],
  ...['dotdot-out', 'write-read-only'],
];

export const P11: Rule = {
  id: 'P11',
  needs: ['matrix'],
  judge({ matrix }): Judged {
    const tried =
      matrix === undefined ? [] : wasmResults(matrix, { set: 'default', attempts: ON_DIRECTORIES });
    const runtimes = new Set(tried.map(({ runtime }) => runtime.split(':')[0]));
    if (runtimes.size < 2)
      return missing('Two Wasm runtimes of different makers are needed to differ.');
    const differing = ON_DIRECTORIES.filter(
      (attempt) =>
        new Set(tried.filter((one) => one.attempt === attempt).map(({ verdict }) => verdict)).size >
        1,
    );
    const isDiffering = differing.length > 0;
    const evidence = tried
      .filter(({ attempt }) => !isDiffering || differing.includes(attempt))
      .map((one) => evidenceOf(one, isDiffering ? 'for' : 'against'));
    return isDiffering
      ? { verdict: 'holds', why: `Runtimes differ in ${differing.join(', ')}.`, evidence }
      : { verdict: 'does-not-hold', why: 'All runtimes that are here do the same.', evidence };
  },
};
