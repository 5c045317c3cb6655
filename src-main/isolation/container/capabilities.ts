import type { CapabilitySets, ContainerProfile } from '../../contract/index.js';
import {
  declaredCapabilities,
  defaultCapabilities,
  inOrder,
  withoutPrefix,
} from '../engine-defaults.js';
import type { HostConfig } from '../inspect.js';

/** What it was given and what it holds, against what its engine gives by default. */
export function capabilitiesOf(
  engine: string,
  config: HostConfig | undefined,
  effective: CapabilitySets | undefined,
): ContainerProfile['capabilities'] {
  const defaults = defaultsOf(engine, config, effective);
  const declared = config === undefined ? undefined : declaredCapabilities(config, defaults);
  const held = effective?.effective ?? declared;
  return {
    ...(declared === undefined ? {} : { declared }),
    ...(effective === undefined ? {} : { effective }),
    beyondDefault: held?.filter((name) => !defaults.includes(name)) ?? [],
    belowDefault: held === undefined ? [] : defaults.filter((name) => !held.includes(name)),
  };
}

/**
 * Podman's default is a setting of its machine (containers.conf(5)), which its API does not tell. But in its document
 * CapAdd and CapDrop are the differences between that default and the bounding set (libpod's
 * container_inspect.go), and the kernel shows the latter.
 */
function defaultsOf(
  engine: string,
  config: HostConfig | undefined,
  effective: CapabilitySets | undefined,
): string[] {
  const usual = defaultCapabilities(engine);
  const isTold = config !== undefined && config.Privileged !== true && effective !== undefined;
  if (engine !== 'podman' || !isTold) return usual;
  const added = config.CapAdd.map(withoutPrefix);
  const dropped = config.CapDrop.map(withoutPrefix);
  if (added.includes('ALL') || dropped.includes('ALL')) return usual;
  return inOrder([...effective.bounding.filter((name) => !added.includes(name)), ...dropped]);
}
