import type { RuntimeInfo, Warning } from '../../contract/index.js';
import { expectedOf } from './definitions.js';
import type { Growth } from './growth.js';

const MOST_THIN = 0.1;

/** What to doubt in the curves. */
export function memoryWarnings(
  all: readonly { info: RuntimeInfo; growths: readonly Growth[] }[],
): Warning[] {
  const seen = all.filter(({ growths }) => growths.length > 0);
  return [
    ...seen.flatMap(({ info, growths }) => [...thin(info, growths), ...absent(info, growths)]),
    ...unlike(seen.map(({ info }) => info)),
  ];
}

/** Where containers stand beside modules. */
function unlike(infos: readonly RuntimeInfo[]): Warning[] {
  if (new Set(infos.map(({ kind }) => kind)).size < 2) return [];
  return [
    {
      code: 'engine-not-counted',
      message:
        'A module is counted with the whole process of its runtime, a container without what its engine keeps beside it (shim, daemon, kernel objects).',
      hint: 'Compare the slopes, or add what the engine’s own processes take before you say that one needs less.',
    },
  ];
}

function thin({ id }: RuntimeInfo, growths: readonly Growth[]): Warning[] {
  const sum = (of: 'thinSteps' | 'steps') => growths.reduce((all, growth) => all + growth[of], 0);
  const [few, steps] = [sum('thinSteps'), sum('steps')];
  if (few <= MOST_THIN * steps) return [];
  return [
    {
      code: 'few-samples',
      message: `${String(few)} of ${String(steps)} steps of ${id} were seen by fewer than two samples: a level may be of one moment.`,
      hint: 'Close what else runs, for the lab came too late to look; or trust the slope, which needs no single step.',
    },
  ];
}

function absent({ id, kind }: RuntimeInfo, growths: readonly Growth[]): Warning[] {
  const missing = expectedOf(kind).filter(({ name }) =>
    growths.some(({ lines }) => lines[name] === undefined),
  );
  if (missing.length === 0) return [];
  return [
    {
      code: 'definition-absent',
      message: `Not in every run of ${id} could be read: ${missing.map(({ label }) => label).join(', ')}.`,
      hint: 'What a curve lacks was not seen; it is not 0. `paralelo runtimes` says what each one shows.',
    },
  ];
}
