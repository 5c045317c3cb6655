import type { LimitWall, Ulimit } from '../../../../src-main/contract/index.js';
import { said, t } from '../../../i18n/index.js';
import type { Source, Words } from '../../../i18n/index.js';
import { inForce, limitText, section, toldColumns, toldLine, words } from './sections.js';
import type { Line, Section } from './sections.js';

const NAMES: Record<LimitWall['name'], Words> = {
  memory: 'Memory',
  swap: 'Memory and swap',
  cpu: 'CPU',
  pids: 'Processes',
  time: 'Time',
  fuel: 'Fuel',
};
const HITS = {
  memory: '{{count}} OOM kill',
  swap: '{{count}} hit',
  cpu: '{{count}} throttled period',
  pids: '{{count}} refused process',
  time: '{{count}} time-out',
  fuel: '{{count}} hit',
} as const satisfies Record<LimitWall['name'], Source>;

export function limitsSection(limits: readonly LimitWall[]): Section {
  const held = limits.filter((limit) => typeof inForce(limit) === 'number').length;
  return section('limits', t('Limits'), {
    columns: toldColumns(),
    summary:
      limits.length === 0
        ? t('none is told')
        : t('{{held}} of {{all}} set', { held, all: limits.length }),
    lines: limits.map(limitLine),
  });
}

function limitLine(limit: LimitWall): Line {
  const { name, unit, now, hits, heldBy } = limit;
  const limited = inForce(limit);
  const share = now !== undefined && typeof limited === 'number' ? now / limited : undefined;
  const note = words(
    now === undefined
      ? undefined
      : t('now {{value}}', { value: limitText(rounded(now, unit), unit) }),
    share === undefined
      ? undefined
      : t('{{percent}} % of it', { percent: (share * 100).toFixed(0) }),
    hits === undefined ? undefined : t(HITS[name], { count: hits }),
    heldBy === undefined ? undefined : t('held by {{who}}', { who: said(heldBy) }),
  );
  return toldLine(t(NAMES[name]), limit, (value) => limitText(value, unit), {
    ...(limited === 'unlimited' && { isLoose: true }),
    ...(note !== undefined && { note }),
    ...(share !== undefined && { share: Math.min(1, share) }),
  });
}

const rounded = (value: number, unit: string): number =>
  unit === 'bytes' ? value : Number(value.toFixed(2));

export function ulimitLines(
  declared: readonly Ulimit[] | undefined,
  effective: readonly Ulimit[] | undefined,
): Line[] {
  const names = [...new Set([...(declared ?? []), ...(effective ?? [])].map(({ name }) => name))];
  const find = (some: readonly Ulimit[] | undefined, name: string): Ulimit | undefined =>
    some?.find((one) => one.name === name);
  return names.map((name) =>
    toldLine(name, told(find(declared, name), find(effective, name)), ({ soft, hard }) =>
      soft === hard
        ? ulimitText(soft)
        : t('{{soft}} to {{hard}}', { soft: ulimitText(soft), hard: ulimitText(hard) }),
    ),
  );
}

const ulimitText = (value: Ulimit['soft']): string =>
  value === 'unlimited' ? t('unlimited') : String(value);

function told(
  declared: Ulimit | undefined,
  effective: Ulimit | undefined,
): { declared?: Ulimit; effective?: Ulimit } {
  return { ...(declared && { declared }), ...(effective && { effective }) };
}
