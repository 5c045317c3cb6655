import type { OwnImage } from './as-run-image.js';
import { boundedText } from './bounds.js';
import type { Inspected } from './inspected.js';

const LONGEST = 200;
/** What Docker gives when nothing is asked; Podman has 65536000. */
const USUAL_SHM_BYTES = new Set([0, 67_108_864, 65_536_000]);
const PRIVATE = /^(|private|shareable|host\.none|default)$/;

/** What a run of the lab cannot have of it, each a short sentence. */
export function whatIsLeftOut(
  inspected: Inspected,
  image: OwnImage | undefined,
  network: string | undefined,
): string[] {
  return [
    ...ofImage(inspected, image),
    ...ofNetwork(inspected, network),
    ...ofMounts(inspected),
    ...ofPrivileges(inspected),
    ...ofLimits(inspected.HostConfig),
    ...ofLife(inspected),
  ].map((sentence) => boundedText(sentence, LONGEST));
}

/** The sentences whose condition is true. */
function when(...sentences: [boolean, string][]): string[] {
  return sentences.flatMap(([isSo, sentence]) => (isSo ? [sentence] : []));
}

function ofImage({ Config }: Inspected, image: OwnImage | undefined): string[] {
  const { Entrypoint, User = '', WorkingDir = '', Image = '' } = Config;
  const entrypoint = Entrypoint.join(' ');
  const isMoved = WorkingDir !== (image?.WorkingDir ?? '') && WorkingDir !== '/';
  return when(
    [image === undefined, `Its image is no longer here under the name ${Image}.`],
    [image?.isSame === false, `${Image} means another image now than the one it was made from.`],
    [entrypoint !== (image?.Entrypoint ?? []).join(' '), `Its own entry point: ${entrypoint}.`],
    [User !== (image?.User ?? ''), `Its user: ${User}.`],
    [isMoved, `Its working directory: ${WorkingDir}.`],
  );
}

function ofNetwork({ HostConfig, NetworkSettings }: Inspected, network: string | undefined) {
  const ports = Object.entries(NetworkSettings.Ports).flatMap(([port, bound]) =>
    (bound?.length ?? 0) > 0 ? [port] : [],
  );
  const others = Object.keys(NetworkSettings.Networks).slice(1);
  return when(
    [network === undefined, `Its network: ${HostConfig.NetworkMode ?? ''}.`],
    [ports.length > 0, `Its published ports: ${ports.join(', ')}.`],
    [others.length > 0, `Its other networks: ${others.join(', ')}.`],
    [HostConfig.Dns.length > 0, `Its DNS servers: ${HostConfig.Dns.join(', ')}.`],
    [HostConfig.ExtraHosts.length > 0, `Its extra hosts: ${HostConfig.ExtraHosts.join(', ')}.`],
  );
}

function ofMounts({ Mounts, HostConfig }: Inspected): string[] {
  const others = Mounts.filter(({ Type }) => Type !== 'bind').map(
    ({ Type, Name, Destination }) =>
      `Its ${Type ?? 'mount'} ${Name ?? ''} at ${Destination ?? '?'}.`,
  );
  const tmpfs = Object.keys(HostConfig.Tmpfs).map((path) => `Its tmpfs at ${path}.`);
  return [...others, ...tmpfs].map((sentence) => sentence.replace(/ {2,}/g, ' '));
}

function ofPrivileges({ HostConfig: host }: Inspected): string[] {
  const profiles = host.SecurityOpt.filter(
    (option) => !/^(no-new-privileges|seccomp[:=]unconfined$)/.test(option),
  ).map((option) => boundedText(option, 60));
  const shared = [host.PidMode, host.IpcMode, host.UTSMode, host.UsernsMode].filter(
    (mode) => !PRIVATE.test(mode ?? ''),
  );
  return when(
    [host.Privileged === true, 'It is privileged: all capabilities and devices.'],
    [host.CapAdd.includes('ALL'), 'All capabilities: name those that are needed.'],
    [profiles.length > 0, `Its security options: ${profiles.join(', ')}.`],
    [shared.length > 0, `Its shared namespaces: ${shared.join(', ')}.`],
    [
      host.Devices.length > 0,
      `Its devices: ${host.Devices.map((one) => one.PathOnHost ?? '?').join(', ')}.`,
    ],
    [host.DeviceRequests.length > 0, 'Its GPUs or other requested devices.'],
    [host.GroupAdd.length > 0, `Its additional groups: ${host.GroupAdd.join(', ')}.`],
    [Object.keys(host.Sysctls).length > 0, `Its sysctls: ${Object.keys(host.Sysctls).join(', ')}.`],
  );
}

function ofLimits(host: Inspected['HostConfig']): string[] {
  const { Memory = 0, MemorySwap = 0, MemoryReservation = 0, CpuShares = 0 } = host;
  const swaps = Memory > 0 && MemorySwap !== Memory;
  return when(
    [swaps, 'Swap beyond its memory limit: a run of the lab has none.'],
    [MemoryReservation > 0, 'Its memory reservation.'],
    [CpuShares > 0, 'Its CPU shares.'],
    [(host.CpusetCpus ?? '') !== '', `Its CPU set: ${host.CpusetCpus ?? ''}.`],
    [
      host.Ulimits.length > 0,
      `Its ulimits: ${host.Ulimits.map(({ Name }) => Name ?? '?').join(', ')}.`,
    ],
    [!USUAL_SHM_BYTES.has(host.ShmSize ?? 0), 'The size of its shared memory (/dev/shm).'],
    [host.OomKillDisable === true, 'That it is never killed for memory.'],
  );
}

function ofLife({ HostConfig, Config }: Inspected): string[] {
  const policy = HostConfig.RestartPolicy?.Name ?? '';
  return when(
    [policy !== '' && policy !== 'no', `Its restart policy: ${policy}.`],
    [(Config.Healthcheck?.Test.length ?? 0) > 0, 'Its health check.'],
    [Config.Tty === true, 'Its terminal.'],
    [Config.OpenStdin === true, 'Its open standard input.'],
    [HostConfig.Init === true, 'Its init process.'],
  );
}
