import type { Command } from 'commander';
import { LEAST_PRIVILEGES } from '../contract/index.js';
import type { Limits, Privileges, RunRequest, Workload } from '../contract/index.js';
import { collect, count, size, time, wrong } from './flag-values.js';
import { addGrantFlags, toGrants } from './grant-flags.js';
import type { GrantFlags } from './grant-flags.js';

/** The flags of a run, as commander gives them. */
export interface RunFlags extends GrantFlags {
  memory?: string;
  cpus?: string;
  pidsLimit?: string;
  timeout?: string;
  fuel?: string;
  platform?: string;
  period: string;
  bestEffort?: true;
  traceCalls?: true;
  capAdd: string[];
  readOnly: string;
  securityOpt: string[];
  json?: true;
  ndjson?: true;
}

/** Adds the flags of CLI.md; the same for every command that runs something. */
export function addRunFlags(command: Command): Command {
  command
    .option('--memory <size>', 'most memory, such as 64m')
    .option('--cpus <n>', 'most cores, such as 0.5')
    .option('--pids-limit <n>', 'most processes')
    .option('--timeout <time>', 'wall time from the request, such as 10s')
    .option('--fuel <n>', 'most fuel, where the runtime counts it');
  return addGrantFlags(command)
    .option('--platform <platform>', 'of the image, such as linux/arm64; default: the engine’s own')
    .option('--period <time>', 'sampling period', '100ms')
    .option('--best-effort', 'warn about a limit that cannot be enforced instead of refusing')
    .option('--trace-calls', 'count the calls of each import (v8), for the record of --json')
    .option('--cap-add <name>', 'a capability the container keeps (repeatable)', collect, [])
    .option('--read-only <bool>', 'whether the root file system is read-only', 'true')
    .option(
      '--security-opt <option>',
      'seccomp=unconfined, no-new-privileges=false (repeatable)',
      collect,
      [],
    )
    .option('--json', 'print one JSON document on stdout and nothing else')
    .option('--ndjson', 'print one event a line');
}

/** A request from flags. Throws LabError `bad-request` that names the flag. */
export function toRunRequest(runtime: string, workload: Workload, flags: RunFlags): RunRequest {
  return {
    runtime,
    workload,
    limits: toLimits(flags),
    grants: toGrants(flags),
    privileges: toPrivileges(flags),
    periodMs: time('--period', flags.period),
    ...(flags.platform === undefined ? {} : { platform: flags.platform }),
    bestEffort: flags.bestEffort === true,
    ...(flags.traceCalls === true ? { traceCalls: true } : {}),
  };
}

function toLimits(flags: RunFlags): Limits {
  return {
    ...(flags.memory === undefined ? {} : { memoryBytes: size('--memory', flags.memory) }),
    ...(flags.cpus === undefined ? {} : { cpus: count('--cpus', flags.cpus, false) }),
    ...(flags.pidsLimit === undefined
      ? {}
      : { pids: count('--pids-limit', flags.pidsLimit, true) }),
    ...(flags.timeout === undefined ? {} : { timeoutMs: time('--timeout', flags.timeout) }),
    ...(flags.fuel === undefined ? {} : { fuel: count('--fuel', flags.fuel, true) }),
  };
}

function toPrivileges(flags: RunFlags): Privileges {
  const options = flags.securityOpt.map((option) => option.replace(':', '='));
  for (const option of options) {
    if (!/^(seccomp=(unconfined|default)|no-new-privileges(=(true|false))?)$/.test(option)) {
      throw wrong('--security-opt', option, 'seccomp=unconfined or no-new-privileges=false');
    }
  }
  if (!/^(true|false)$/.test(flags.readOnly)) {
    throw wrong('--read-only', flags.readOnly, 'true or false');
  }
  return {
    ...LEAST_PRIVILEGES,
    capAdd: flags.capAdd.map((name) => name.toUpperCase().replace(/^CAP_/, '')),
    readOnlyRoot: flags.readOnly === 'true',
    noNewPrivileges: !options.includes('no-new-privileges=false'),
    seccomp: options.includes('seccomp=unconfined') ? 'unconfined' : 'default',
  };
}
