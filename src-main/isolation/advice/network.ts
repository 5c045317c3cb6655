import { isOnEveryAddress } from '../checks/network.js';
import { MOST_SAID, saidIf } from './rule.js';
import { hasUsedNetwork } from './used.js';
import type { ContainerRule } from './rule.js';

const FIRST_ORDINARY_PORT = 1024;

function suffix(protocol: string): string {
  return protocol === 'tcp' ? '' : `/${protocol}`;
}

const everyAddress: ContainerRule = {
  id: 'every-address',
  appliesTo: 'container',
  severity: 'notable',
  against: 'benchmark',
  benchmark: '5.14',
  about: ({ network: { publishedPorts } }) =>
    publishedPorts
      .filter(({ hostAddress }) => isOnEveryAddress(hostAddress))
      // The same port on IPv4 and on IPv6 is one flag.
      .filter(
        (port, at, all) =>
          all.findIndex(
            (one) => one.hostPort === port.hostPort && one.protocol === port.protocol,
          ) === at,
      )
      .slice(0, MOST_SAID)
      .map(({ hostPort, containerPort, protocol }) => ({
        message: `Port ${hostPort ?? containerPort} is open to whoever reaches this machine, past many a firewall’s rules.`,
        change: `-p 127.0.0.1:${hostPort ?? ''}:${containerPort}${suffix(protocol)}`,
      })),
};

const privilegedPorts: ContainerRule = {
  id: 'privileged-ports',
  appliesTo: 'container',
  severity: 'minor',
  against: 'benchmark',
  benchmark: '5.8',
  about: ({ network: { publishedPorts } }) =>
    publishedPorts
      .filter(({ hostPort }) => hostPort !== undefined && hostPort < FIRST_ORDINARY_PORT)
      .slice(0, MOST_SAID)
      .map(({ hostPort = 0, containerPort, protocol }) => ({
        message: `Port ${hostPort} is one that only root may listen on: clients take what answers there for the machine’s own service.`,
        change: `-p ${hostPort + 8000}:${containerPort}${suffix(protocol)}`,
      })),
};

const defaultBridge: ContainerRule = {
  id: 'default-bridge',
  appliesTo: 'container',
  severity: 'minor',
  against: 'benchmark',
  benchmark: '5.30',
  about: ({ network: { mode } }) =>
    saidIf(
      mode === 'default' || mode === 'bridge',
      'It is on the default bridge, together with every container that names no other network.',
      '--network NAME of its own (`docker network create NAME`), or --network none',
    ),
};

const unusedNetwork: ContainerRule = {
  id: 'unused-network',
  appliesTo: 'container',
  severity: 'minor',
  against: 'least-privilege',
  about: (profile) =>
    saidIf(
      profile.network.interfaces?.some(({ name }) => name !== 'lo') === true &&
        hasUsedNetwork(profile) === false,
      'It is in a network, and so far it opened and took no connection, sent no datagram, and listens nowhere.',
      '--network none',
    ),
};

export const network = [unusedNetwork, everyAddress, privilegedPorts, defaultBridge];
