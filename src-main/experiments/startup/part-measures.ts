import { START_MARKS } from '../../contract/index.js';
import type { Measure, PhasePart, StartMark } from '../../contract/index.js';
import { measureOf } from '../results/summary.js';
import type { Start } from './start.js';

const MARKS: Record<StartMark, string> = {
  asked: 'it is asked for',
  bundle: 'its bundle is written',
  runtime: 'the OCI runtime is begun',
  cgroup: 'its cgroup is made',
  created: 'namespaces and root are made',
  program: 'the program is begun',
  seen: 'it is seen to run',
};

/** Parts of the start phase of a container. Which there are depends on what could be seen: two of one name are of the same two events. */
export function partMeasures(starts: readonly Start[]): (Measure | undefined)[] {
  const all = starts.flatMap(({ phases }) => phases.flatMap(({ parts = [] }) => parts));
  return START_MARKS.flatMap((from) =>
    START_MARKS.map((to) =>
      measureOf(
        `part-${from}-${to}`,
        `Of the start: from where ${MARKS[from]} until ${MARKS[to]}`,
        'ms',
        all.flatMap((part) => lasting(part, from, to)),
      ),
    ),
  );
}

function lasting(part: PhasePart, from: StartMark, to: StartMark): number[] {
  return part.from === from && part.to === to ? [part.durationMs] : [];
}

/** Why not every part was seen, each reason once, with the contenders that it is of. */
export function unseenOf(all: readonly { runtime: string; starts: readonly Start[] }[]): string[] {
  const told = all.flatMap(({ runtime, starts }) =>
    starts.flatMap(({ unseen }) => (unseen === undefined ? [] : [{ runtime, unseen }])),
  );
  return [...new Set(told.map(({ unseen }) => unseen))].map((reason) => {
    const own = told.filter(({ unseen }) => unseen === reason);
    const runtimes = [...new Set(own.map(({ runtime }) => runtime))].join(', ');
    return `${runtimes}: in ${String(own.length)} starts not every part was seen. ${reason}`;
  });
}
