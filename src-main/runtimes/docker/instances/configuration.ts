import { formatBytes } from '../../../contract/index.js';
import type { ConfigurationEntry, ConfigurationGroup } from '../../../contract/index.js';
import { boundedText } from './bounds.js';
import { healthGroup } from './configuration-health.js';
import type { Inspected } from './inspected.js';
import { commandOf } from './view.js';

const LONGEST_NAME = 512;
const LONGEST_VALUE = 4096;
const MOST_ENTRIES = 500;

type Lines = [name: string, value: string | undefined][];

/** What its engine says of it, in groups; a group without entries is left out. Values of the environment are shown, as `docker inspect` does. */
export function configurationOf(inspected: Inspected, ociRuntime?: string): ConfigurationGroup[] {
  const groups: [string, Lines][] = [
    ['Image and command', command(inspected, ociRuntime)],
    ['Limits', limits(inspected.HostConfig)],
    ['Mounts', mounts(inspected)],
    ['Ports', ports(inspected)],
    ['Networks', networks(inspected)],
    ['Restart policy', restartPolicy(inspected)],
    ['Health check', healthGroup(inspected)],
    ['Privileges', privileges(inspected.HostConfig)],
    ['Logging', logging(inspected.HostConfig)],
    ['Environment', inspected.Config.Env.map(toVariable)],
    ['Labels', Object.entries(inspected.Config.Labels)],
  ];
  return groups.flatMap(([title, lines]) => {
    const entries = toEntries(lines);
    return entries.length === 0 ? [] : [{ title, entries }];
  });
}

function toEntries(lines: Lines): ConfigurationEntry[] {
  return lines
    .slice(0, MOST_ENTRIES)
    .flatMap(([name, value]) =>
      value === undefined || value === ''
        ? []
        : [{ name: boundedText(name, LONGEST_NAME), value: boundedText(value, LONGEST_VALUE) }],
    );
}

function toVariable(text: string): [string, string] {
  const at = text.indexOf('=');
  // One without a value is there, and empty.
  return at < 0 ? [text, '(empty)'] : [text.slice(0, at), text.slice(at + 1) || '(empty)'];
}

function command(inspected: Inspected, ociRuntime?: string): Lines {
  const { Config, HostConfig, Image, Platform, Driver } = inspected;
  return [
    ['Image', Config.Image],
    ['Image id', Image],
    ['Platform', Platform],
    ['Command', commandOf(inspected).map(quoted).join(' ')],
    ['Working directory', Config.WorkingDir],
    ['User', Config.User],
    ['Host name', Config.Hostname],
    ['Terminal', yes(Config.Tty)],
    ['Standard input open', yes(Config.OpenStdin)],
    ['OCI runtime', ociRuntime ?? HostConfig.Runtime],
    ['Storage driver', Driver],
    ['Removed when it ends', yes(HostConfig.AutoRemove)],
    ['Init process', yes(HostConfig.Init)],
  ];
}

/** For reading, as a shell would need it: what is not plain is in quotes. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function limits(host: Inspected['HostConfig']): Lines {
  return [
    ['Memory', bytes(host.Memory)],
    ['Memory and swap', host.MemorySwap === -1 ? 'unlimited' : bytes(host.MemorySwap)],
    ['Memory reservation', bytes(host.MemoryReservation)],
    ['CPUs', cpusOf(host)?.toString()],
    ['CPU shares', positive(host.CpuShares)],
    ['CPU set', host.CpusetCpus],
    ['Processes', positive(host.PidsLimit)],
    ['Shared memory (/dev/shm)', bytes(host.ShmSize)],
    ['OOM score adjustment', host.OomScoreAdj === 0 ? undefined : host.OomScoreAdj?.toString()],
    ['OOM kill', host.OomKillDisable === true ? 'off' : undefined],
    ...host.Ulimits.map(({ Name, Soft, Hard }): [string, string] => [
      `ulimit ${Name ?? ''}`,
      `${Soft ?? '?'} soft, ${Hard ?? '?'} hard`,
    ]),
  ];
}

/** Cores; undefined without a limit. */
export function cpusOf(host: Inspected['HostConfig']): number | undefined {
  if ((host.NanoCpus ?? 0) > 0) return (host.NanoCpus ?? 0) / 1e9;
  const quota = host.CpuQuota ?? 0;
  // sched-bwc.rst: the period is 100 ms unless said otherwise.
  return quota > 0 ? quota / (host.CpuPeriod || 100_000) : undefined;
}

function mounts({ Mounts, HostConfig }: Inspected): Lines {
  return [
    ...Mounts.map((mount): [string, string] => [
      mount.Destination ?? '?',
      [
        `${mount.Type ?? 'mount'} ${mount.Name ?? mount.Source ?? ''}`.trim(),
        mount.RW === false ? 'read-only' : 'read-write',
      ].join(', '),
    ]),
    ...Object.entries(HostConfig.Tmpfs).map(([path, options]): [string, string] => [
      path,
      ['tmpfs', options].filter((part) => part !== '').join(', '),
    ]),
  ];
}

function ports({ NetworkSettings }: Inspected): Lines {
  return Object.entries(NetworkSettings.Ports).map(([port, bindings]) => [
    port,
    bindings === null || bindings.length === 0
      ? 'not published'
      : bindings.map(({ HostIp = '', HostPort = '' }) => `${HostIp}:${HostPort}`).join(', '),
  ]);
}

function networks({ HostConfig, NetworkSettings }: Inspected): Lines {
  return [
    ['Mode', HostConfig.NetworkMode],
    ...Object.entries(NetworkSettings.Networks).map(([name, network]): [string, string] => {
      const { IPAddress, GlobalIPv6Address, MacAddress } = network;
      const known = [IPAddress, GlobalIPv6Address, MacAddress].filter((one) => (one ?? '') !== '');
      return [name, known.length === 0 ? 'no address' : known.join(', ')];
    }),
    ['DNS servers', HostConfig.Dns.join(', ')],
    ['Extra hosts', HostConfig.ExtraHosts.join(', ')],
  ];
}

function restartPolicy({ HostConfig: { RestartPolicy }, RestartCount }: Inspected): Lines {
  const { Name = '', MaximumRetryCount = 0 } = RestartPolicy ?? {};
  return [
    ['Policy', Name === '' ? 'no' : Name],
    ['At most', MaximumRetryCount > 0 ? `${MaximumRetryCount} times` : undefined],
    ['Restarted so far', RestartCount === undefined ? undefined : `${RestartCount} times`],
  ];
}

function privileges(host: Inspected['HostConfig']): Lines {
  return [
    ['Privileged', yes(host.Privileged)],
    ['Read-only root', yes(host.ReadonlyRootfs)],
    ['Capabilities added', host.CapAdd.join(', ')],
    ['Capabilities dropped', host.CapDrop.join(', ')],
    ['Security options', host.SecurityOpt.join(', ')],
    ['Groups added', host.GroupAdd.join(', ')],
    ['Devices', host.Devices.map(({ PathOnHost }) => PathOnHost ?? '?').join(', ')],
    ['PID namespace', host.PidMode],
    ['IPC namespace', host.IpcMode],
    ['UTS namespace', host.UTSMode],
    ['User namespace', host.UsernsMode],
    ['Cgroup namespace', host.CgroupnsMode],
    ...Object.entries(host.Sysctls).map(([name, value]): [string, string] => [
      `sysctl ${name}`,
      value,
    ]),
  ];
}

function logging({ LogConfig }: Inspected['HostConfig']): Lines {
  return [['Driver', LogConfig?.Type], ...Object.entries(LogConfig?.Config ?? {})];
}

function yes(flag: boolean | undefined): string | undefined {
  return flag === true ? 'yes' : undefined;
}

function bytes(count: number | undefined): string | undefined {
  return count === undefined || count <= 0 ? undefined : formatBytes(count);
}

function positive(count: number | undefined): string | undefined {
  return count === undefined || count <= 0 ? undefined : String(count);
}
