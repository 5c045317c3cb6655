import { formatBytes, formatDuration } from '../../../contract/index.js';
import type {
  CapabilitySets,
  IdMapping,
  LimitWall,
  LimitValue,
  NamespaceOwner,
  SeccompState,
  Told,
} from '../../../contract/index.js';

/** Both where they differ; undefined where neither is told. */
export function both<T>(
  { declared, effective }: Told<T>,
  show: (value: T) => string,
): string | undefined {
  const asked = declared === undefined ? undefined : show(declared);
  const shown = effective === undefined ? undefined : show(effective);
  if (shown === undefined) return asked && `${asked} (declared)`;
  return asked === undefined || asked === shown ? shown : `${shown}; declared: ${asked}`;
}

export function ownerWords(owner: NamespaceOwner): string {
  if (owner.of !== 'container') return owner.of === 'own' ? 'own' : 'the host’s';
  return `that of ${owner.name ?? owner.id.slice(0, 12)}`;
}

export function capabilityWords(sets: CapabilitySets): string {
  const { effective, bounding, ambient } = sets;
  const shown = effective.length === 0 ? 'none' : effective.join(' ');
  const more = bounding.filter((name) => !effective.includes(name));
  return [
    shown,
    more.length > 0 ? `; can be gained: ${more.join(' ')}` : '',
    ambient.length > 0 ? `; ambient: ${ambient.join(' ')}` : '',
  ].join('');
}

export function seccompWords({ mode, filters }: SeccompState): string {
  if (mode !== 'filter' || filters === undefined) return mode;
  return `${filters} ${filters === 1 ? 'filter' : 'filters'}`;
}

export function mapWords(map: readonly IdMapping[]): string {
  return map
    .slice(0, 4)
    .map(({ inside, outside, count }) => `${inside} is ${outside} outside (${count})`)
    .join(', ');
}

export function limitWords({ unit, declared, effective, now, hits, heldBy }: LimitWall): string {
  const show = (value: LimitValue): string => valueWords(value, unit);
  const parts = [
    both(
      {
        ...(declared !== undefined && { declared }),
        ...(effective !== undefined && { effective }),
      },
      show,
    ),
  ];
  if (now !== undefined) parts.push(`now ${show(now)}`);
  if (hits !== undefined) parts.push(hits === 0 ? 'never hit' : `hit ${hits} times`);
  if (heldBy !== undefined) parts.push(`held by ${heldBy}`);
  return parts.filter((part) => part !== undefined).join(', ');
}

export function valueWords(value: LimitValue, unit: LimitWall['unit']): string {
  if (value === 'unlimited') return value;
  if (unit === 'bytes') return formatBytes(value);
  if (unit === 'ms') return formatDuration(value);
  return `${Math.round(value * 100) / 100} ${unit === 'fuel' ? 'units of fuel' : unit}`;
}
