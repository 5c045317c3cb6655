import type { Address } from './address.js';
import { SshFailure } from './ssh.js';

interface Meaning {
  says: RegExp;
  why: (host: string) => string;
  hint: (login: string) => string;
}

/** What OpenSSH and the engine's command say on standard error. In order: the first that fits. */
const MEANINGS: readonly Meaning[] = [
  {
    says: /REMOTE HOST IDENTIFICATION HAS CHANGED/i,
    why: (host) => `The key of ${host} is not the one that this machine knows.`,
    hint: () =>
      'If the machine was set up anew, remove its old key with ssh-keygen -R; otherwise do not connect.',
  },
  {
    says: /host key verification failed/i,
    why: (host) => `This machine does not know the key of ${host}.`,
    hint: (login) => `Connect once with ssh ${login}, and check the key that it shows.`,
  },
  {
    says: /permission denied \((?:publickey|password|keyboard|gssapi|hostbased)/i,
    why: (host) =>
      `${host} does not let this user in: no key fits, and a password is not asked for.`,
    hint: (login) => `Make ssh ${login} work without a password (ssh-copy-id, ssh-add).`,
  },
  {
    says: /could not resolve hostname/i,
    why: (host) => `There is no machine called ${host}.`,
    hint: () => 'Check the name, or the Host lines of ~/.ssh/config.',
  },
  {
    says: /connection refused|timed out|no route to host|network is unreachable/i,
    why: (host) => `${host} cannot be reached through ssh.`,
    hint: (login) => `Check that it runs, and that ssh ${login} works.`,
  },
  {
    says: /(docker|podman): (command )?not found|unknown command|is not a docker command/i,
    why: (host) => `There is no docker or podman command on ${host} that can pass a connection on.`,
    hint: () =>
      'Install the command over there (docker 18.09 or newer), on the PATH of a login without a terminal.',
  },
  {
    says: /permission denied.*(docker|podman)|dial unix.*permission denied/i,
    why: (host) => `The user over there may not use the container engine of ${host}.`,
    hint: () => 'Add that user to the group docker over there.',
  },
  {
    says: /cannot connect to the docker daemon|failed to open the raw stream|no such file|dial unix/i,
    why: (host) => `The container engine of ${host} is not running.`,
    hint: () => 'Start it over there.',
  },
];

/** Undefined when it is not ssh that failed. */
export function sshUnreachable(
  { ssh }: Address,
  thrown: unknown,
): { why: string; hint: string } | undefined {
  if (ssh === undefined) return undefined;
  if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') {
    return {
      why: 'There is no ssh program on this machine.',
      hint: 'Install it (on Debian or Ubuntu: sudo apt-get install openssh-client).',
    };
  }
  if (!(thrown instanceof SshFailure)) return undefined;
  const { host, user } = ssh;
  const login = user === undefined ? host : `${user}@${host}`;
  const meaning = MEANINGS.find(({ says }) => says.test(thrown.words));
  if (meaning === undefined) {
    return {
      why: `ssh to ${host} ended: ${thrown.message}.`,
      hint: `Check that ssh ${login} docker version works.`,
    };
  }
  return { why: meaning.why(host), hint: meaning.hint(login) };
}
