import type { Measure, PhaseName } from '../../contract/index.js';
import { measureOf } from '../results/summary.js';
import { partMeasures } from './part-measures.js';
import type { Start } from './start.js';

const PHASES: Record<PhaseName, string> = {
  create: 'Create the container',
  start: 'Start the container',
  spawn: 'Start the runtime’s process',
  load: 'Load the module',
  compile: 'Compile',
  instantiate: 'Instantiate',
  main: 'The program itself',
  exit: 'See its end',
};
const ORDER = Object.keys(PHASES) as PhaseName[];

/** The total first, by which contenders are compared; then until main; then phase by phase. */
export function measuresOf(starts: readonly Start[]): Measure[] {
  const phase = (name: PhaseName): number[] =>
    starts.flatMap(({ phases }) => {
      const own = phases.filter((one) => one.name === name);
      return own.length === 0 ? [] : [own.reduce((sum, { durationMs }) => sum + durationMs, 0)];
    });
  return [
    measureOf(
      'total',
      'From the request to the end',
      'ms',
      starts.map(({ totalMs }) => totalMs),
    ),
    measureOf(
      'start-created',
      'Of a container that was created before',
      'ms',
      starts.flatMap(sinceCreated),
    ),
    measureOf('to-main', 'Until the program begins', 'ms', toMain(starts)),
    ...ORDER.map((name) => measureOf(`phase-${name}`, PHASES[name], 'ms', phase(name))),
    ...partMeasures(starts),
  ].filter((measure) => measure !== undefined);
}

/** A container is created first and started then: what is after its creation is the start of a created one. */
function sinceCreated({ totalMs, phases }: Start): number[] {
  const created = phases.filter(({ name }) => name === 'create');
  return created.map(({ durationMs }) => totalMs - durationMs);
}

function toMain(starts: readonly Start[]): number[] {
  return starts.flatMap(({ toMainMs }) => (toMainMs === undefined ? [] : [toMainMs]));
}
