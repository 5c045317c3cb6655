import { CAPABILITY_NAMES, ENGINE_DEFAULT_CAPABILITIES } from './capabilities.js';
import type { HostConfig } from './inspect.js';

/** containers-common since 2020 (containers.conf(5), default_capabilities). */
const NOT_OF_PODMAN = new Set(['NET_RAW', 'MKNOD', 'AUDIT_WRITE']);

/** What the engine gives unless told otherwise. */
export function defaultCapabilities(engine: string): string[] {
  const all = [...ENGINE_DEFAULT_CAPABILITIES];
  return engine === 'podman' ? all.filter((name) => !NOT_OF_PODMAN.has(name)) : all;
}

/** The default, less what was dropped, plus what was added; `ALL` stands for every one. In the order of their numbers. */
export function declaredCapabilities(config: HostConfig, defaults: readonly string[]): string[] {
  if (config.Privileged === true) return [...CAPABILITY_NAMES];
  const added = config.CapAdd.map(withoutPrefix);
  const dropped = config.CapDrop.map(withoutPrefix);
  const start = added.includes('ALL') ? CAPABILITY_NAMES : dropped.includes('ALL') ? [] : defaults;
  const kept = [...start, ...added].filter((name) => name !== 'ALL' && !dropped.includes(name));
  return inOrder(kept);
}

/** Each once, by number; a name that is not known comes last. */
export function inOrder(names: readonly string[]): string[] {
  const order = new Map<string, number>(CAPABILITY_NAMES.map((name, number) => [name, number]));
  const at = (name: string) => order.get(name) ?? CAPABILITY_NAMES.length;
  return [...new Set(names)].sort((a, b) => at(a) - at(b));
}

/** Docker 20.10 writes `CAP_NET_RAW` where the request said `NET_RAW`. */
export function withoutPrefix(name: string): string {
  return name.toUpperCase().replace(/^CAP_/, '');
}
