import type { LimitName, Limits, RuntimeInfo } from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import type { Words } from '../../i18n/index.js';
import { list } from '../../text/format.js';
import type { FormValues } from './form-values.js';

const LIMIT_KEYS: Record<LimitName, keyof Limits> = {
  memory: 'memoryBytes',
  cpus: 'cpus',
  pids: 'pids',
  time: 'timeoutMs',
  fuel: 'fuel',
};
const LIMIT_WORDS: Record<LimitName, Words> = {
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
      message: t(
        without.length === 1
          ? '{{names}} cannot hold the {{limit}}: it runs without it.'
          : '{{names}} cannot hold the {{limit}}: they run without it.',
        { names: names(without), limit: t(LIMIT_WORDS[limit]) },
      ),
    });
  }
  return [...notes, ...grantNotes(values, chosen)];
}

const LACKS = {
  network: {
    one: '{{names}} has no network: it runs without.',
    more: '{{names}} have no network: they run without.',
  },
  directories: {
    one: '{{names}} has no directories to grant: it runs without.',
    more: '{{names}} have no directories to grant: they run without.',
  },
  environment: {
    one: '{{names}} has no environment: it runs without.',
    more: '{{names}} have no environment: they run without.',
  },
  stdin: {
    one: '{{names}} has no standard input: it runs without.',
    more: '{{names}} have no standard input: they run without.',
  },
} as const;
type Granted = keyof typeof LACKS;

function grantNotes(values: FormValues, chosen: readonly RuntimeInfo[]): Forecast[] {
  const asked: [Granted, Forecast['field'], boolean][] = [
    ['network', 'network', values.network !== 'none'],
    ['directories', 'volumes', values.volumes.trim() !== ''],
    ['environment', 'env', values.env.trim() !== ''],
    ['stdin', 'stdinPath', values.stdinPath.trim() !== ''],
  ];
  return asked.flatMap(([grant, field, isAsked]) => {
    const without = chosen.filter((runtime) => runtime.grants[grant] === 'none');
    if (!isAsked || without.length === 0) return [];
    const { one, more } = LACKS[grant];
    const message = t(without.length === 1 ? one : more, { names: names(without) });
    return [{ field, message }];
  });
}

function names(runtimes: readonly RuntimeInfo[]): string {
  return list(runtimes.map(({ name }) => name));
}
