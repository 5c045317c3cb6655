import { DRAWN } from '../../../src-main/experiments/memory/definitions.js';
import { endsTable, endSentences } from '../../../src-main/experiments/memory/ends.js';
import { givenBackSentences } from '../../../src-main/experiments/memory/given-back.js';
import { growthOf } from '../../../src-main/experiments/memory/growth.js';
import type { Growth } from '../../../src-main/experiments/memory/growth.js';
import { measuresOf } from '../../../src-main/experiments/memory/measures.js';
import { memoryWarnings } from '../../../src-main/experiments/memory/warnings.js';
import { info, thrownBy, told } from './told.js';

const MIB = 1024 ** 2;
const LINE = { slope: 1, intercept: MIB };

function growth(end: Growth['end'], enforcer?: Growth['enforcer']): Growth {
  return {
    ...{ levels: [], peak: {}, end, heldBytes: 96 * MIB, givenBack: { pssBytes: 90 * MIB } },
    lines: { pssBytes: LINE, rssBytes: LINE },
    ...{ thinSteps: 2, steps: 3, overheadMs: 1, ...(enforcer !== undefined && { enforcer }) },
  };
}

/** Every way to end, under a limit and without one, whoever held it; and what is to be doubted. */
export async function memorySeldom(): Promise<string[]> {
  const ends = ['reached', 'memory-refused', 'oom-killed'] as const;
  const held = ['cgroup', 'engine-flag', 'module-maximum', 'v8-flag', 'lab-kill', 'none'] as const;
  const growths = ends.flatMap((end) => held.map((by) => growth(end, by)));
  const all = [...growths, ...ends.map((end) => growth(end))].map((one) => ({
    ...{ runtime: 'v8', info: info('v8'), growths: [one] },
  }));
  const asked = { limitBytes: 96 * MIB };
  const others = [{ info: info('docker:runc', 'container'), growths: [growth('reached')] }];
  const quiet = { paceMs: 100, guardMs: 20 };
  const unseen = {
    outcome: { kind: 'exited', code: 0, reason: '' },
    ...{ samples: [], peak: {}, enforcedBy: {}, durationMs: 1 },
  } as unknown as Parameters<typeof growthOf>[0]['record'];
  return [
    ...[{}, asked].flatMap((limit) => endSentences(all, limit)),
    ...givenBackSentences(all, DRAWN[0]),
    ...measuresOf(growths).map(({ title }) => title),
    ...endsTable(all, asked).rows.flatMap(({ cells }) => [
      String(cells['end']),
      String(cells['by']),
    ]),
    ...told(memoryWarnings([...all, ...others])),
    ...(await thrownBy(() => growthOf({ record: unseen, heard: [], spentMs: 1 }, quiet))),
  ];
}
