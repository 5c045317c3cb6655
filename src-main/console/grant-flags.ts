import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Grants, Volume } from '../contract/index.js';
import { collect, wrong } from './flag-values.js';

/** What a guest may reach, as commander gives it. */
export interface GrantFlags {
  env: string[];
  volume: string[];
  network: string;
  stdin?: string;
}

export function addGrantFlags(command: Command): Command {
  return command
    .option('--env <k=v>', 'an environment variable (repeatable)', collect, [])
    .option(
      '--volume <host:guest[:ro]>',
      'a directory the guest may reach (repeatable)',
      collect,
      [],
    )
    .option('--network <name>', 'none, bridge, or another network of the engine', 'none')
    .option('--stdin <file>', 'a file as standard input');
}

/** Throws LabError `bad-request` that names the flag. */
export function toGrants(flags: GrantFlags): Grants {
  return {
    env: Object.fromEntries(flags.env.map(environmentEntry)),
    volumes: flags.volume.map(volume),
    network: flags.network,
    ...(flags.stdin === undefined ? {} : { stdinPath: resolve(flags.stdin) }),
  };
}

function environmentEntry(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  const value = process.env[text];
  if (at === 0 || value === undefined) throw wrong('--env', text, 'NAME=value');
  return [text, value];
}

function volume(text: string): Volume {
  const match = /^(.+?):(\/[^:]*)(?::(ro|rw))?$/.exec(text);
  const [, hostPath, guestPath, mode] = match ?? [];
  if (hostPath === undefined || guestPath === undefined) {
    throw wrong('--volume', text, 'HOST:/GUEST or HOST:/GUEST:ro');
  }
  return { hostPath: resolve(hostPath), guestPath, readOnly: mode === 'ro' };
}
