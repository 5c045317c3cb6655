import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../../src-main/runtimes/docker/engine/address.js';
import { sshArguments } from '../../../../src-main/runtimes/docker/engine/ssh-arguments.js';

const argumentsOf = (text: string, engine?: 'docker' | 'podman') => {
  const { ssh } = parseAddress(text, engine);
  return ssh === undefined ? [] : sshArguments(ssh);
};

describe('the ssh command of an address', () => {
  it('names user, port and host apart, asks nothing, and has the host after --', () => {
    const args = argumentsOf('ssh://me@host.example:2222');
    expect(args.slice(args.indexOf('--'))).toEqual([
      ...['--', 'host.example', 'docker', 'system', 'dial-stdio'],
    ]);
    expect(args.join(' ')).toContain('-o BatchMode=yes');
    expect(args.join(' ')).toContain('-l me -p 2222');
  });

  it('takes a socket of the other machine, in the words of its engine', () => {
    const path = 'ssh://me@host/run/podman/podman.sock';
    expect(argumentsOf(path, 'podman').slice(-5)).toEqual([
      ...['podman', '--url', 'unix:///run/podman/podman.sock', 'system', 'dial-stdio'],
    ]);
  });

  it.each([
    'ssh://-oProxyCommand=x',
    'ssh://-oProxyCommand=x/y',
    'ssh://-l@host',
    'ssh://%2DoX@host',
    'ssh://a%20b@host',
    'ssh://a;b@host',
    'ssh://$(x)@host',
    'ssh://host%20-oX',
    'ssh://host;reboot',
    'ssh://me:secret@host',
    'ssh://host/run/x;reboot',
    'ssh://host/run/$(x)',
    'ssh://host?x',
    'ssh://host:99999',
  ])('%s is refused: no part of it reaches ssh or a shell', (text) => {
    expect(() => parseAddress(text)).toThrow(/not the address/);
  });
});
