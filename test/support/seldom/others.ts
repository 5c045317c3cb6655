import type { Environment } from '../../../src-main/contract/index.js';
import { notPrivileged } from '../../../src-main/experiments/isolation/loosened.js';
import { ratiosOf } from '../../../src-main/experiments/results/ratios.js';
import { warningsOf } from '../../../src-main/experiments/results/warnings.js';
import {
  findingsOf,
  speedWarnings,
  wrongWarnings,
} from '../../../src-main/experiments/speed/findings.js';
import { KERNELS } from '../../../src-main/experiments/speed/kernels.js';
import { ableTo, kernelsOf } from '../../../src-main/experiments/speed/lanes.js';
import { timesOf } from '../../../src-main/experiments/speed/times.js';
import { conditionWords, lanesOf } from '../../../src-main/experiments/startup/lanes.js';
import { dropPageCache } from '../../../src-main/experiments/startup/page-cache.js';
import { contender, info, thrownBy, told } from './told.js';

const [KERNEL = { name: 'sieve', title: '', checksum: '' }] = KERNELS;

export async function speedSeldom(): Promise<string[]> {
  const ids = KERNELS.flatMap(({ name }) => [`steady:${name}`, `relative:${name}`]);
  const fast = [contender('native', [1, 1, 1]), contender('v8', [0.1, 0.1, 0.1], ids)];
  const times = ['x', '0000000000000000 1', '', `${KERNEL.checksum} 1`];
  const why = await Promise.all(times.map((stdout) => thrownBy(() => timesOf(stdout, KERNEL))));
  const failures = new Map([['v8 sieve', why.flat().map((one) => ({ run: 1, why: one }))]]);
  return [
    ...KERNELS.map(({ title }) => title),
    ...KERNELS.flatMap((kernel) => findingsOf(fast, [kernel], 'native')),
    ...why.flat(),
    ...told(speedWarnings(fast, 'native')),
    ...told(
      wrongWarnings({
        failures,
        dropped: [],
        warnings: [],
        isPartial: false,
        order: new Map<string, number[]>(),
      }),
    ),
    ...ableTo([info('wasm3')], KERNELS).excluded.map((one) => one.why),
    ...why.flat().map((one) => `sieve: It failed 3 times in a row, last: ${one}`),
    ...(await thrownBy(() => kernelsOf(['no such']))),
  ];
}

export async function startupSeldom(): Promise<string[]> {
  const lanes = lanesOf(
    [info('v8'), info('docker:runc', 'container')],
    ['network', 'new-instance'],
  );
  return [...conditionWords(lanes), ...(await thrownBy(() => dropPageCache('/no/such/folder')))];
}

/** As the experiments compare, and a replay that has not come to its end. */
const WORDS = [
  { does: 'starts', lower: 'faster' },
  { does: 'computes', lower: 'faster' },
  { does: 'came out', lower: 'lower' },
  { does: 'needs', lower: 'less memory before the first byte (PSS)' },
  { does: 'needs', lower: 'less memory for one more instance (PSS)' },
];

/** What any experiment may say of its runs, and the attempts of an engine that may not. */
export function commonSeldom(): string[] {
  const wide = contender('v8', [...Array.from({ length: 8 }, (_, at) => 10 + at / 10), 90, 91]);
  const noise = { before: { load1: 9 }, during: { load1: 9, stealPercent: 12 } };
  const cores = { cores: 2 } as Environment;
  const few = [1, 2].map((count) => Array.from({ length: count }, (_, at) => 10 + at));
  const pairs = [...few, wide.raw].map((raw) => [
    contender('v8', raw),
    contender(
      'wazero',
      raw.map((ms) => ms * 2),
    ),
  ]);
  return [
    ...pairs
      .flatMap((pair) => WORDS.flatMap((words) => ratiosOf(pair, words)))
      .map(({ sentence }) => sentence),
    ...told(warningsOf({ contenders: [contender('v8', [1, 2])], ...noise }, cores)),
    ...told(warningsOf({ contenders: [wide], ...noise }, cores)),
    ...told([notPrivileged('podman:crun', 'It was stopped.')]),
    'It failed 3 times in a row, last: It printed something else than the others.',
  ];
}
