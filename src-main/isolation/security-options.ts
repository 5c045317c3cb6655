import type { HostConfig } from './inspect.js';

/** Options are `name=value`, formerly `name:value`; the last one counts. */
export function optionOf(config: HostConfig, name: string): string | undefined {
  const options = config.SecurityOpt.map((option) => /^([^=:]+)(?:[=:](.*))?$/s.exec(option));
  const found = options.filter((option) => option?.[1] === name).at(-1);
  return found == null ? undefined : (found[2] ?? '');
}

/** The bare word means yes. */
export function asksNoNewPrivileges(config: HostConfig): boolean {
  const value = optionOf(config, 'no-new-privileges');
  return value === '' || value === 'true';
}

/** Docker keeps a profile of one's own as its whole JSON text. */
export function asksSeccomp(config: HostConfig): 'default' | 'unconfined' | 'custom' {
  const value = optionOf(config, 'seccomp');
  if (config.Privileged === true || value === 'unconfined') return 'unconfined';
  return value === undefined || value === '' || value === 'builtin' || value === 'default'
    ? 'default'
    : 'custom';
}
