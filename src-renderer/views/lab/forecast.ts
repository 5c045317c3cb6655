import type { LimitName, Limits, RuntimeInfo } from '../../../src-main/contract/index.js';
import { list } from '../../text/format.js';
import type { FormValues } from './form-values.js';

const LIMIT_KEYS: Record<LimitName, keyof Limits> = {
  memory: 'memoryBytes',
  cpus: 'cpus',
  pids: 'pids',
  time: 'timeoutMs',
  fuel: 'fuel',
};
const LIMIT_WORDS: Record<LimitName, string> = {
  memory: 'memory limit',
  cpus: 'CPU limit',
  pids: 'process limit',
  time: 'time limit',
  fuel: 'fuel limit',
};

/** What must be known before the run: a limit or a grant that one of the lanes does not have. */
export interface Forecast {
  field: 'memory' | 'cpus' | 'time' | 'pids' | 'fuel' | 'network' | 'volumes' | 'env' | 'stdinPath';
  message: string;
}

const FIELDS: Record<LimitName, Forecast['field']> = {
  memory: 'memory',
  cpus: 'cpus',
  pids: 'pids',
  time: 'time',
  fuel: 'fuel',
};

export function forecast(
  limits: Limits,
  values: FormValues,
  runtimes: readonly RuntimeInfo[],
): Forecast[] {
  const chosen = runtimes.filter(({ id }) => values.lanes.includes(id));
  const notes: Forecast[] = [];
  for (const limit of Object.keys(LIMIT_KEYS) as LimitName[]) {
    if (limits[LIMIT_KEYS[limit]] === undefined) continue;
    const without = chosen.filter((runtime) => runtime.limits[limit] === 'none');
    if (without.length === 0) continue;
    notes.push({
      field: FIELDS[limit],
      message: `${names(without)} cannot hold the ${LIMIT_WORDS[limit]}: ${runs(without)} without it.`,
    });
  }
  return [...notes, ...grantNotes(values, chosen)];
}

function grantNotes(values: FormValues, chosen: readonly RuntimeInfo[]): Forecast[] {
  const asked: [string, Forecast['field'], boolean, string][] = [
    ['network', 'network', values.network !== 'none', 'no network'],
    ['directories', 'volumes', values.volumes.trim() !== '', 'no directories to grant'],
    ['environment', 'env', values.env.trim() !== '', 'no environment'],
    ['stdin', 'stdinPath', values.stdinPath.trim() !== '', 'no standard input'],
  ];
  return asked.flatMap(([grant, field, isAsked, lack]) => {
    const without = chosen.filter((runtime) => runtime.grants[grant] === 'none');
    if (!isAsked || without.length === 0) return [];
    return [
      {
        field,
        message: `${names(without)} ${without.length === 1 ? 'has' : 'have'} ${lack}: ${runs(without)} without.`,
      },
    ];
  });
}

function names(runtimes: readonly RuntimeInfo[]): string {
  return list(runtimes.map(({ name }) => name));
}

function runs(runtimes: readonly RuntimeInfo[]): string {
  return runtimes.length === 1 ? 'it runs' : 'they run';
}
