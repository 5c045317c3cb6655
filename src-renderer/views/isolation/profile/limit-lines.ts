import type { LimitWall, Ulimit } from '../../../../src-main/contract/index.js';
import { plural } from '../../../text/format.js';
import { inForce, limitText, section, toldLine, TOLD_COLUMNS, words } from './sections.js';
import type { Line, Section } from './sections.js';

const NAMES: Record<LimitWall['name'], string> = {
  memory: 'Memory',
  swap: 'Memory and swap',
  cpu: 'CPU',
  pids: 'Processes',
  time: 'Time',
  fuel: 'Fuel',
};
const HITS: Record<LimitWall['name'], [string, string]> = {
  memory: ['OOM kill', 'OOM kills'],
  swap: ['hit', 'hits'],
  cpu: ['throttled period', 'throttled periods'],
  pids: ['refused process', 'refused processes'],
  time: ['time-out', 'time-outs'],
  fuel: ['hit', 'hits'],
};

export function limitsSection(limits: readonly LimitWall[]): Section {
  const held = limits.filter((limit) => typeof inForce(limit) === 'number').length;
  return section('limits', 'Limits', {
    columns: TOLD_COLUMNS,
    summary:
      limits.length === 0 ? 'none is told' : `${String(held)} of ${String(limits.length)} set`,
    lines: limits.map(limitLine),
  });
}

function limitLine(limit: LimitWall): Line {
  const { name, unit, now, hits, heldBy } = limit;
  const limited = inForce(limit);
  const share = now !== undefined && typeof limited === 'number' ? now / limited : undefined;
  const [one, many] = HITS[name];
  const note = words(
    now === undefined ? undefined : `now ${limitText(rounded(now, unit), unit)}`,
    share === undefined ? undefined : `${(share * 100).toFixed(0)} % of it`,
    hits === undefined ? undefined : plural(hits, one, many),
    heldBy === undefined ? undefined : `held by ${heldBy}`,
  );
  return toldLine(NAMES[name], limit, (value) => limitText(value, unit), {
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
      soft === hard ? String(soft) : `${String(soft)} to ${String(hard)}`,
    ),
  );
}

function told(
  declared: Ulimit | undefined,
  effective: Ulimit | undefined,
): { declared?: Ulimit; effective?: Ulimit } {
  return { ...(declared && { declared }), ...(effective && { effective }) };
}
