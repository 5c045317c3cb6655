import { formatBytes } from '../../../contract/index.js';
import type { ClaimEvidence, ExperimentResult, ResultTable } from '../../../contract/index.js';
import { missing } from '../claim.js';
import type { Rule } from '../claim.js';

const SOURCE = 'paralelo bench portability';
const NOT_RUN = missing('Nothing is here that runs a program.');

type Row = ResultTable['rows'][number];

function rowsOf(result: ExperimentResult | undefined, table: string): Row[] {
  return result?.tables.find(({ id }) => id === table)?.rows ?? [];
}

function evidence(row: Row, what: string, value: string, speaks: ClaimEvidence['speaks']) {
  return { of: row.runtime, what, value, source: SOURCE, speaks };
}

const text = (cell: string | number | undefined): string =>
  cell === undefined ? '' : String(cell);

const REFUSED = 'exec format error';
/** As the experiment says that the program ran to its end, whoever saw to it. */
const RAN = 'emulated';

export const P1: Rule = {
  id: 'P1',
  needs: ['portability'],
  judge({ results }) {
    const tried = rowsOf(results.portability, 'platforms').filter(({ cells }) =>
      [REFUSED, RAN].includes(text(cells['outcome'])),
    );
    if (tried.length === 0) {
      return missing(
        'A container engine is needed, in which the image of a twin for another architecture can be started.',
      );
    }
    const isRun = ({ cells }: Row): boolean => cells['outcome'] === RAN;
    const seen = tried.map((row) =>
      evidence(
        row,
        `image for ${text(row.cells['foreign'])} on ${text(row.cells['machine'])}`,
        [isRun(row) ? 'ran' : REFUSED, text(row.cells['by'])].filter(Boolean).join('; '),
        isRun(row) ? 'against' : 'for',
      ),
    );
    const ran = tried.filter(isRun);
    if (ran.length === 0) {
      return {
        verdict: 'holds',
        why: 'An image for another architecture did not run.',
        evidence: seen,
      };
    }
    // `qemu-aarch64: /usr/bin/qemu-aarch64-static`: who is registered for it.
    return ran.every(({ cells }) => text(cells['by']).includes(': /'))
      ? {
          verdict: 'holds-with-caveat',
          why: 'It ran only because an emulator stood in for the architecture.',
          caveat: `${[...new Set(ran.map(({ cells }) => text(cells['by'])))].join(', ')}.`,
          evidence: seen,
        }
      : { verdict: 'does-not-hold', why: 'It ran as it is.', evidence: seen };
  },
};

/** So many have to agree where not all do. */
const MOST = 2 / 3;

export const P2: Rule = {
  id: 'P2',
  needs: ['portability'],
  judge({ results }) {
    const result = results.portability;
    const kinds = new Map(result?.contenders.map(({ runtime, kind }) => [runtime, kind]));
    const wasm = rowsOf(result, 'outputs').filter(({ runtime }) => kinds.get(runtime) === 'wasm');
    if (result === undefined || wasm.length < 2) return missing('Two Wasm runtimes are needed.');
    const groups = new Map<string, Row[]>();
    for (const row of wasm) {
      const printed = `${text(row.cells['sha256'])} ${text(row.cells['end'])}`;
      groups.set(printed, [...(groups.get(printed) ?? []), row]);
    }
    const agreeing = [...groups.values()].sort((one, other) => other.length - one.length)[0] ?? [];
    const dropped = result.dropped.map(({ runtime }) => runtime);
    const others = [
      ...wasm.filter((row) => !agreeing.includes(row)).map(({ runtime }) => runtime),
      ...dropped,
    ];
    const seen = wasm.map((row) =>
      evidence(
        row,
        'what it printed, by SHA-256',
        `${text(row.cells['sha256'])}, ${text(row.cells['end'])}`,
        agreeing.includes(row) ? 'for' : 'against',
      ),
    );
    const hasBrowser = agreeing.some(({ runtime }) => runtime === 'browser');
    const why = `One file printed the same in ${String(agreeing.length)} of ${String(wasm.length + dropped.length)} runtimes.`;
    if (others.length === 0 && hasBrowser) return { verdict: 'holds', why, evidence: seen };
    if (agreeing.length / (wasm.length + dropped.length) < MOST) {
      return { verdict: 'does-not-hold', why, evidence: seen };
    }
    const caveat = [
      ...(others.length === 0 ? [] : [`Not in ${others.join(', ')}.`]),
      ...(hasBrowser ? [] : ['No browser was among them.']),
    ].join(' ');
    return { verdict: 'holds-with-caveat', why, caveat, evidence: seen };
  },
};

/** Of an image and of the module of the same program. */
function sizes(
  result: ExperimentResult | undefined,
): { image: number; module: number } | undefined {
  const of = (what: string, name: string): number | undefined =>
    rowsOf(result, 'sizes').flatMap(({ cells }) => {
      const { [name]: bytes } = cells;
      return text(cells['what']).startsWith(what) && typeof bytes === 'number' ? [bytes] : [];
    })[0];
  const image = of('image', 'unique') ?? of('image', 'bytes');
  const module = of('module', 'bytes');
  return image === undefined || module === undefined ? undefined : { image, module };
}

export function sizeEvidence(
  result: ExperimentResult | undefined,
): (ClaimEvidence & { isSmaller: boolean }) | undefined {
  const both = sizes(result);
  if (both === undefined) return undefined;
  const isSmaller = both.module < both.image;
  return {
    what: 'size of the module, and of the image alone',
    value: `${formatBytes(both.module)} and ${formatBytes(both.image)}`,
    source: SOURCE,
    speaks: isSmaller ? 'for' : 'against',
    isSmaller,
  };
}

export const P3: Rule = {
  id: 'P3',
  needs: ['portability', 'density'],
  judge({ results: { portability, density } }) {
    const size = sizeEvidence(portability);
    const containers = density?.contenders.filter(({ kind }) => kind === 'container') ?? [];
    const shared = density?.contenders.find(({ runtime }) => runtime === 'v8:shared-host');
    const [least] = [...containers].sort((one, other) => one.median - other.median);
    if (size === undefined || shared === undefined || least === undefined) {
      return missing('A container engine and V8 are needed.');
    }
    const { isSmaller, ...sized } = size;
    const isLighter = shared.ci95[1] < least.ci95[0];
    const memory: ClaimEvidence = {
      what: 'memory of one more instance: in a shared process of V8, and as a container',
      value: `${formatBytes(shared.median)} and ${formatBytes(least.median)} (${least.runtime})`,
      source: 'paralelo bench density',
      speaks: isLighter ? 'for' : 'against',
    };
    const seen = [sized, memory];
    if (isSmaller && isLighter) {
      return {
        verdict: 'holds',
        why: 'The module is smaller than the image, and one more instance lighter than one more container.',
        evidence: seen,
      };
    }
    return isSmaller || isLighter
      ? {
          verdict: 'holds-with-caveat',
          why: isSmaller
            ? 'The module is smaller than the image.'
            : 'One more instance is lighter than one more container.',
          caveat: isSmaller
            ? 'One more instance is not lighter than one more container.'
            : 'The module is not smaller than the image.',
          evidence: seen,
        }
      : { verdict: 'does-not-hold', why: 'Neither size nor memory is smaller.', evidence: seen };
  },
};

const LEAST_RUNS = 5;

export const P6: Rule = {
  id: 'P6',
  needs: ['portability', 'matrix'],
  judge({ results: { portability }, matrix }) {
    const kinds = new Map(portability?.contenders.map(({ runtime, kind }) => [runtime, kind]));
    const rows = rowsOf(portability, 'outputs').filter(
      ({ runtime, cells }) => kinds.get(runtime) === 'wasm' && Number(cells['runs']) >= LEAST_RUNS,
    );
    if (rows.length === 0) return NOT_RUN;
    const isSame = ({ cells }: Row): boolean => cells['outputs'] === 1;
    const seen: ClaimEvidence[] = rows.map((row) =>
      evidence(
        row,
        `different outputs of ${text(row.cells['runs'])} runs`,
        text(row.cells['outputs']),
        isSame(row) ? 'for' : 'against',
      ),
    );
    const differing = rows.filter((row) => !isSame(row)).map(({ runtime }) => runtime);
    if (differing.length > 0) {
      return {
        verdict: 'does-not-hold',
        why: `Outputs differ in ${differing.join(', ')}.`,
        evidence: seen,
      };
    }
    const why = 'The same input gave the same output each time, in every runtime.';
    const given = (matrix?.results ?? []).filter(
      ({ set, attempt, verdict }) =>
        set === 'default' &&
        ['random', 'clock-resolution'].includes(attempt) &&
        verdict === 'allowed',
    );
    if (given.length === 0) return { verdict: 'holds', why, evidence: seen };
    const sources = [...new Set(given.map(({ attempt }) => attempt))];
    return {
      verdict: 'holds-with-caveat',
      why,
      caveat:
        'Clocks and random numbers are there without asking: a program that uses them differs each time.',
      evidence: [
        ...seen,
        ...sources.map((attempt) => ({
          what: attempt,
          value: `allowed in ${[...new Set(given.filter((one) => one.attempt === attempt).map(({ runtime }) => runtime))].join(', ')}`,
          source: 'paralelo bench isolation',
          speaks: 'against' as const,
        })),
      ],
    };
  },
};
