import type { Ladder } from '../../../src-main/experiments/density/ladder.js';
import { SafetyLine } from '../../../src-main/experiments/density/safety-line.js';
import { sentencesOf } from '../../../src-main/experiments/density/sentences.js';
import { densityTable } from '../../../src-main/experiments/density/table.js';
import { densityWarnings } from '../../../src-main/experiments/density/warnings.js';
import { thrownBy, told } from './told.js';

const MIB = 1024 ** 2;

function ladder(end: Ladder['end'], besides: string[], fallBytes: number): Ladder {
  const pss = (count: number) => ({ pssBytes: count * MIB });
  const steps = [1, 2, 3].map((count) => ({
    ...{ count, own: pss(count), fallBytes: fallBytes * count },
    ...(besides.length > 0 && { besides: pss(count) }),
  }));
  return { steps, startsMs: [30, 20, 20], teardownMs: 50, end, besides };
}

const why = {
  refused: () => new SafetyLine(MIB, () => MIB).refuses(MIB) ?? '',
  crossed: 'Only 12.0 MiB were still free.',
  lost: 'One of the 3 that held their memory ended by itself: It was stopped.',
};

/** Every way to end, with and without what is kept beside, on a quiet and on a busy machine. */
export async function densitySeldom(): Promise<string[]> {
  const ends: Ladder['end'][] = [
    { kind: 'safety-line', why: why.refused() },
    { kind: 'safety-line', why: why.crossed },
    { kind: 'broke', why: why.lost },
    { kind: 'stopped', why: 'It was stopped.' },
    { kind: 'all' },
  ];
  const all = ends.flatMap((end) =>
    [[], ['conmon']].flatMap((besides) =>
      [-MIB, MIB].map((fall) => ({ runtime: 'v8', ladders: [ladder(end, besides, fall)] })),
    ),
  );
  const blind = ladder({ kind: 'all' }, ['conmon'], MIB);
  blind.steps.forEach((step) => delete step.own.pssBytes);
  const doubts = [...all, { runtime: 'browser', ladders: [blind] }];
  const now = { mergesPages: true, swapUsedBytes: MIB };
  const { rows } = densityTable(all.map((one) => ({ ...one, measures: [] })));
  return [
    ...all.flatMap(sentencesOf),
    ...told(densityWarnings({ all: doubts, before: {}, now })),
    ...rows.map(({ cells }) => String(cells['end'])),
    ...(await thrownBy(() => new SafetyLine(MIB, () => undefined).availableBytes())),
  ];
}
