import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEAST_PRIVILEGES } from '../../../../src-main/contract/index.js';
import type { Privileges } from '../../../../src-main/contract/index.js';
import { checkPrivileges } from '../../../../src-main/runtimes/docker/prepare/privileges.js';
import type { Engine } from '../../../../src-main/runtimes/docker/index.js';
import { theEngine, thePodman } from '../../../support/docker/engine.js';
import { prepare, run, twin } from '../../../support/docker/run.js';
import { uncovered } from '../../../support/uncovered.js';

let docker: Engine;
let podman: Engine | undefined;

beforeAll(async () => {
  docker = await theEngine();
  podman = await thePodman();
});
afterAll(() => {
  docker.client.close();
  podman?.client.close();
});

const asked = (some: Partial<Privileges>) => ({ privileges: { ...LEAST_PRIVILEGES, ...some } });
const labels = (facts: { id: string; label: string }[]) =>
  Object.fromEntries(facts.map(({ id, label }) => [id, label]));

describe('a container among the processes of the host', () => {
  it('sees them, and its facts say so', async () => {
    const wishes = asked({ hostProcesses: true });
    const mine = String(process.pid);
    const { prepared, observer } = await run(docker, seeing(mine), wishes);
    expect(observer.stdout).toContain('allowed list-processes');
    expect(labels(prepared.isolation)['namespaces']).not.toEqual(
      labels((await prepare(docker, seeing(mine))).isolation)['namespaces'],
    );
  });

  it('is not what a container is unless it is asked for', async () => {
    const { observer } = await run(docker, seeing(String(process.pid)));
    expect(observer.stdout).toContain('refused list-processes');
  });
});

describe('a privileged container', () => {
  it('is declared as such: all capabilities, no filter, a root to write to, the devices', async () => {
    const facts = labels(
      (await prepare(docker, twin('hello'), asked({ privileged: true }))).isolation,
    );
    expect(facts).toMatchObject({
      capabilities: 'all capabilities',
      seccomp: 'no seccomp',
      'root-filesystem': 'writable root',
      'host-devices': 'host devices all',
    });
  });

  it('has no filter before it and can write to /proc/sys', async () => {
    if (podman === undefined) return;
    const workload = twin('probe', 'try', 'write-proc-sys', '/proc/sys/vm/swappiness');
    const { observer } = await run(podman, workload, asked({ privileged: true }));
    expect(observer.stdout).toContain('Seccomp=0');
    expect(observer.stdout).toContain('allowed write-proc-sys');
  });

  it('is refused with the words of an engine that cannot start one', async () => {
    const started = run(docker, twin('hello'), asked({ privileged: true }));
    const refusal = await started.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (refusal === undefined)
      uncovered('a privileged container that is refused', 'it starts here');
    else expect(refusal).toMatchObject({ code: 'engine-refused' });
  });
});

describe('a runtime of modules behind an engine', () => {
  it('refuses privileges that a module cannot have', () => {
    const oci = docker.facts.ociRuntimes[0];
    if (oci === undefined) throw new Error('an engine without a runtime');
    const wasm = { ...oci, kind: { ...oci.kind, wasm: true as const } };
    const check = (some: Partial<Privileges>) => () =>
      checkPrivileges(wasm, { ...asked(some) } as Parameters<typeof checkPrivileges>[1]);
    expect(check({ privileged: true })).toThrow('it has no privileges');
    expect(check({ hostProcesses: true })).toThrow('it has no privileges');
    expect(check({})).not.toThrow();
  });
});

function seeing(pid: string) {
  return twin('probe', 'try', 'list-processes', pid, 'vitest');
}
