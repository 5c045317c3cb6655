import type { ContainerProfile } from '../../contract/index.js';
import { known } from '../../metrics/files/kernel-text.js';
import type { Inspect } from '../inspect.js';
import type { Interface } from './interfaces.js';

type Network = ContainerProfile['network'];
type Bindings = Inspect['HostConfig']['PortBindings'];

/** How it is connected. Without a process to look at, its networks' names stand for interfaces. */
export function networkOf(
  document: Inspect | undefined,
  interfaces: Interface[] | undefined,
): Network {
  return known<Network>({
    mode: modeOf(document?.HostConfig.NetworkMode),
    interfaces: interfaces ?? namedNetworks(document),
    publishedPorts: document === undefined ? [] : publishedPorts(document),
  });
}

/** Docker's word `default` means its bridge. */
function modeOf(mode: string | undefined): string | undefined {
  return mode === 'default' ? 'bridge' : mode === '' ? undefined : mode;
}

function namedNetworks(document: Inspect | undefined): Interface[] | undefined {
  const networks = Object.entries(document?.NetworkSettings?.Networks ?? {});
  const found = networks.map(([name, { IPAddress, GlobalIPv6Address }]) => ({
    name,
    addresses: [IPAddress, GlobalIPv6Address].filter((one) => one !== undefined && one !== ''),
  }));
  const connected = found.filter(({ addresses }) => addresses.length > 0) as Interface[];
  return connected.length === 0 ? undefined : connected;
}

/** Those in force; while it does not run, those asked for. */
function publishedPorts({ NetworkSettings, HostConfig }: Inspect): Network['publishedPorts'] {
  const inForce = portsOf(NetworkSettings?.Ports ?? {});
  return inForce.length > 0 ? inForce : portsOf(HostConfig.PortBindings);
}

/** `80/tcp`: null where it is only exposed. A host port of 0 or nothing is one that the engine is yet to choose. */
function portsOf(bindings: Bindings): Network['publishedPorts'] {
  return Object.entries(bindings).flatMap(([port, hosts]) => {
    const [number = '', protocol = 'tcp'] = port.split('/');
    if (!/^\d+$/.test(number)) return [];
    return (hosts ?? []).map(({ HostIp, HostPort }) =>
      known<Network['publishedPorts'][number]>({
        containerPort: Number(number),
        protocol,
        hostAddress: HostIp === '' ? undefined : HostIp,
        hostPort: Number(HostPort ?? 0) > 0 ? Number(HostPort) : undefined,
      }),
    );
  });
}
