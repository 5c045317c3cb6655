import type { ContainerProfile } from '../../contract/index.js';
import { closed, counted, cut, from, open, partly, unknown } from './check.js';
import type { ContainerCheck, Finding, GuestCheck } from './check.js';
import { importsOf, isOnlyFile, unknownHostFunctions } from './imports.js';
import { capabilitiesOf, capabilitySource } from './privileges.js';
import type { ToldBasis } from './check.js';

const question = 'network';

/** `none`: its own loopback only. Undefined where it is not told. */
function networkOf(
  { namespaces, network }: ContainerProfile,
  basis: ToldBasis,
): 'host' | 'none' | 'own' | { container: string } | undefined {
  const owner = namespaces.find(({ name }) => name === 'net')?.[basis];
  if (owner?.of === 'host') return 'host';
  if (owner?.of === 'container') return { container: owner.name ?? owner.id.slice(0, 12) };
  if (basis === 'declared') {
    if (network.mode === undefined) return undefined;
    if (network.mode === 'host' || network.mode === 'none') return network.mode;
    const [, container] = /^container:(.+)$/.exec(network.mode) ?? [];
    return container === undefined ? 'own' : { container: container.slice(0, 12) };
  }
  if (owner === undefined || network.interfaces === undefined) return undefined;
  return network.interfaces.some(({ name }) => name !== 'lo') ? 'own' : 'none';
}

const networkNamespace: ContainerCheck = {
  id: 'network-namespace',
  question,
  appliesTo: 'container',
  mechanism: 'network namespace',
  bases: ['declared', 'effective'],
  answer(profile, basis) {
    const source = basis === 'declared' ? 'HostConfig.NetworkMode' : '/proc/PID/ns/net, net/dev';
    const network = networkOf(profile, basis);
    if (network === undefined) {
      return unknown('unknown: its network could not be read', from(source, 'absent'));
    }
    if (network === 'host') {
      return open(
        'yes: it is in the host’s network',
        from(source, 'host'),
        'without --network host',
      );
    }
    if (network === 'none') return closed('no: only its own loopback', from(source, 'none'));
    if (network === 'own') return own(profile, basis, source);
    return partly(`partly: as ${cut(network.container, 30)} can`, from(source, network.container));
  },
};

function own({ network }: ContainerProfile, basis: ToldBasis, source: string): Finding {
  const interfaces = (network.interfaces ?? []).filter(({ name }) => name !== 'lo');
  const value =
    basis === 'declared'
      ? (network.mode ?? '')
      : interfaces.map(({ name, addresses }) => [name, ...addresses].join(' ')).join(', ');
  return partly(
    'partly: outwards, from a network of its own',
    from(source, value),
    '--network none',
  );
}

const EVERY_ADDRESS = new Set(['', '0.0.0.0', '::']);

/** Whether a published port can be reached from other machines. */
export function isOnEveryAddress(hostAddress: string | undefined): boolean {
  return EVERY_ADDRESS.has(hostAddress ?? '');
}

const publishedPorts: ContainerCheck = {
  id: 'published-ports',
  question,
  appliesTo: 'container',
  mechanism: 'port forwarding',
  bases: ['declared'],
  answer({ network: { publishedPorts: ports } }) {
    if (ports.length === 0) return undefined;
    const evidence = ports.slice(0, 40).map((port) => ({
      source: 'HostConfig.PortBindings',
      value: `${port.hostAddress ?? ''}:${port.hostPort ?? '?'} to ${port.containerPort}/${port.protocol}`,
    }));
    const everywhere = ports.filter(({ hostAddress }) => isOnEveryAddress(hostAddress)).length;
    return everywhere > 0
      ? partly(
          `partly: ${counted(everywhere, 'port')} on every address`,
          evidence,
          '-p 127.0.0.1:…',
        )
      : partly(`partly: ${counted(ports.length, 'port')} on one address`, evidence);
  },
};

const networkCapabilities: ContainerCheck = {
  id: 'network-capabilities',
  question,
  appliesTo: 'container',
  mechanism: 'capabilities',
  bases: ['declared', 'effective'],
  answer(profile, basis) {
    const names = capabilitiesOf(profile, basis);
    const network = networkOf(profile, basis);
    if (names === undefined || network === undefined || network === 'none') return undefined;
    const source = capabilitySource(basis);
    if (names.includes('NET_ADMIN')) {
      const evidence = from(source, 'NET_ADMIN');
      return network === 'host'
        ? open('yes: it may change the host’s network', evidence, '--cap-drop NET_ADMIN')
        : partly('partly: it may change its own network', evidence, '--cap-drop NET_ADMIN');
    }
    if (!names.includes('NET_RAW')) return closed('no: no raw packets', from(source, 'no NET_RAW'));
    return partly(
      'partly: it may write raw packets',
      from(source, 'NET_RAW'),
      '--cap-drop NET_RAW',
    );
  },
};

const sockets: GuestCheck = {
  id: 'sockets',
  question,
  appliesTo: 'guest',
  mechanism: 'imports and grants',
  bases: ['declared'],
  answer(guest) {
    const calls = importsOf(guest, 'sockets', 'http');
    const imports = from('imports', calls?.slice(0, 40).join(' ') ?? 'absent');
    if (calls?.length === 0)
      return closed('no: it imports no call for it', from('imports', 'no sockets'));
    if (isOnlyFile(guest)) {
      return calls === undefined
        ? unknown('unknown: its imports could not be read', imports)
        : partly('partly: only what a runtime grants', imports);
    }
    switch (guest.grants?.network) {
      case 'none':
        return closed('no: no network is granted', from('command line', 'none'));
      case 'granted':
        return open('yes: the network is granted', from('command line', 'granted'));
      case undefined:
      case 'unknown':
        return unknown('unknown: its grants cannot be told', [
          ...imports,
          ...from('command line', '?'),
        ]);
    }
  },
};

export const network = [
  networkNamespace,
  networkCapabilities,
  publishedPorts,
  sockets,
  unknownHostFunctions(question),
];
