import type { ClaimEvidence, ClaimId, ClaimResult } from '../../../contract/index.js';
import { missing } from '../claim.js';
import type { Judged, Rule } from '../claim.js';

const NO_CLUSTER = missing(
  'This version speaks to no cluster. It needs one with a container Pod and a Wasm Pod (a RuntimeClass) of the same work.',
);

export const P18: Rule = {
  id: 'P18',
  needs: [],
  judge: () => NO_CLUSTER,
  before: () => NO_CLUSTER,
};

const NAMED = ['wasmtime', 'wasmer', 'lucet'];

export const P19: Rule = {
  id: 'P19',
  needs: ['startup'],
  judge({ runtimes, hello }) {
    const here = NAMED.filter((id) => runtimes.some((one) => one.id === id && one.available));
    if (here.length === 0 || hello === undefined)
      return missing('None of wasmtime, wasmer and Lucet is here.');
    const ran = here.filter((id) => hello.get(id)?.ran === true);
    const evidence: ClaimEvidence[] = NAMED.map((id) => {
      const info = runtimes.find((one) => one.id === id);
      return {
        of: id,
        what: 'a start of hello',
        value: hello.get(id)?.says ?? info?.why ?? 'not here',
        source: 'paralelo twin hello',
        speaks: ran.includes(id) ? 'for' : here.includes(id) ? 'against' : 'beside',
      };
    });
    const failing = here.filter((id) => !ran.includes(id));
    if (failing.length > 0) {
      return { verdict: 'does-not-hold', why: `${failing.join(', ')} did not run it.`, evidence };
    }
    const others = runtimes.filter(
      ({ kind, available, id }) =>
        kind === 'wasm' && available && !id.includes(':') && !NAMED.includes(id),
    );
    const why = `${ran.join(' and ')} ran it outside of the web.`;
    const absent = NAMED.filter((id) => !here.includes(id));
    const caveat = [
      ...(absent.includes('lucet') ? ['Lucet was retired; Wasmtime succeeded it.'] : []),
      ...absent.filter((id) => id !== 'lucet').map((id) => `${id} is not here.`),
      ...(others.length === 0
        ? []
        : [`Today there are also ${others.map(({ id }) => id).join(', ')}.`]),
    ].join(' ');
    return caveat === ''
      ? { verdict: 'holds', why, evidence }
      : { verdict: 'holds-with-caveat', why, caveat, evidence };
  },
};

const VIABLE: readonly ClaimId[] = ['P2', 'P5', 'P9', 'P12', 'P13', 'P14', 'P15', 'P16'];

/** Of the verdicts of the others: whether what was missing in 2020 is there now. */
export function judgeSummary(others: readonly Pick<ClaimResult, 'id' | 'verdict'>[]): Judged {
  const seen = VIABLE.flatMap((id) => {
    const one = others.find((other) => other.id === id);
    return one === undefined || one.verdict === 'could-not-be-tested' ? [] : [one];
  });
  if (seen.length < VIABLE.length / 2) {
    return missing(`At least half of ${VIABLE.join(', ')} have to be tested first.`);
  }
  const holding = seen.filter(({ verdict }) => verdict !== 'does-not-hold');
  const evidence: ClaimEvidence[] = seen.map(({ id, verdict }) => ({
    what: id,
    value: verdict,
    source: `paralelo claims ${id}`,
    speaks: verdict === 'does-not-hold' ? 'for' : 'against',
  }));
  const why = `${String(holding.length)} of ${String(seen.length)} of what viability needs hold here.`;
  if (holding.length === seen.length) return { verdict: 'does-not-hold', why, evidence };
  return holding.length > seen.length / 2
    ? { verdict: 'holds-with-caveat', why, caveat: 'Most of it is there now.', evidence }
    : { verdict: 'holds', why, evidence };
}
