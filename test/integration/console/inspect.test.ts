import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type {
  IsolationProfile,
  Openness,
  QuestionId,
  WireError,
} from '../../../src-main/contract/index.js';
import { TestContainers } from '../../support/containers.js';
import type { Started } from '../../support/containers.js';
import { GROW } from '../../support/processes/guests.js';
import { CLI, ROOT, paralelo } from '../../support/paralelo.js';
import { uncovered } from '../../support/uncovered.js';

/** What --privileged gives, but for a capability that the machine itself may lack and then refuses all for. */
const ALMOST_PRIVILEGED = {
  CapAdd: ['ALL'],
  CapDrop: ['SYS_RESOURCE'],
  SecurityOpt: ['seccomp=unconfined'],
  MaskedPaths: [],
  ReadonlyPaths: [],
};

const containers = new TestContainers();
let plain: Started;
let mighty: Started;
let isPrivileged = true;
let folder: string;
let sleeping: ChildProcess;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paralelo-inspect-'));
  sleeping = spawn('sleep', ['600'], { stdio: 'ignore' });
  await containers.prepare();
  plain = await containers.start(['/spin', '--forever'], { NanoCpus: 1e8 });
  mighty = await containers
    .start(['/spin', '--forever'], { NanoCpus: 1e8, Privileged: true })
    .catch(() => {
      isPrivileged = false;
      uncovered(
        'paralelo inspect of a container that runs with --privileged',
        'This machine may not give all capabilities.',
      );
      return containers.start(['/spin', '--forever'], { NanoCpus: 1e8, ...ALMOST_PRIVILEGED });
    });
});
afterAll(async () => {
  sleeping.kill('SIGKILL');
  rmSync(folder, { recursive: true });
  await containers.removeAll();
});

const nameOf = ({ inspect }: Started): string => inspect.Name.replace(/^\//, '');

async function profiles(...subjects: string[]): Promise<IsolationProfile[]> {
  const { code, stdout, stderr } = await paralelo(['inspect', '--json', ...subjects]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const document = JSON.parse(stdout) as IsolationProfile | { profiles: IsolationProfile[] };
  return 'profiles' in document ? document.profiles : [document];
}

function openness(
  profile: IsolationProfile | undefined,
  question: QuestionId,
): (Openness | undefined)[] {
  const answer = profile?.answers.find((one) => one.question === question);
  return [answer?.declared?.openness, answer?.effective?.openness];
}

async function failure(...args: string[]): Promise<{ code: number | null; error: WireError }> {
  const { code, stdout } = await paralelo(['inspect', '--json', ...args]);
  return { code, error: (JSON.parse(stdout) as { error: WireError }).error };
}

describe('paralelo inspect of containers', () => {
  it('makes a privileged one beside a default one plain', async () => {
    const [one, other] = await profiles(nameOf(plain), mighty.id);
    expect(one).toMatchObject({
      kind: 'container',
      name: nameOf(plain),
      state: 'running',
      gaps: [],
    });
    expect(other?.container?.id).toBe(mighty.id);
    expect(openness(one, 'root')).toEqual(['partly', 'partly']);
    expect(openness(other, 'root')).toEqual(['open', 'open']);
    expect(openness(one, 'host-files')).toEqual(['closed', 'closed']);
    expect(openness(other, 'host-files')).toEqual(['open', 'open']);
    expect(openness(one, 'second-wall')[1]).not.toBe('open');
    expect(openness(other, 'second-wall')).toEqual(['open', 'open']);
    const grave = other?.advice.filter(({ severity }) => severity === 'grave').map(({ id }) => id);
    expect(grave).toContain(isPrivileged ? 'privileged' : 'added-capabilities');
    expect(one?.advice.filter(({ severity }) => severity === 'grave')).toEqual([]);
  });

  it('prints both side by side, the questions first', async () => {
    const { code, stdout } = await paralelo(['inspect', nameOf(plain), nameOf(mighty)]);
    expect(code).toBe(0);
    const lines = stdout.split('\n');
    const at = lines.indexOf('What stands behind the first wall?');
    expect(lines[at + 2]).toMatch(/^ {2}effective .*nothing: no system call is filtered$/);
    expect(stdout).toMatch(/→ without --(privileged|cap-add|security-opt)/);
  });

  it('takes the pid of a first process, and the beginning of an id', async () => {
    const [byPid] = await profiles(String(plain.pid));
    expect(byPid?.container?.id).toBe(plain.id);
    const [byId] = await profiles(plain.id.slice(0, 20));
    expect(byId?.container?.pid).toBe(plain.pid);
  });

  it('tells of one that does not run what was asked for, and nothing of the kernel', async () => {
    const stopped = await containers.start(['/spin', '--for', '1ms'], {
      Memory: 2 ** 26,
      MemorySwap: 2 ** 26,
    });
    await stopped.container.wait();
    const [profile] = await profiles(nameOf(stopped));
    expect(profile?.state).toBe('exited');
    expect(openness(profile, 'memory')).toEqual(['closed', undefined]);
    expect(profile?.gaps).not.toEqual([]);
  });

  it('tells of one that was asked to be privileged, also while it does not run', async () => {
    const Image = plain.inspect.Config.Image;
    const HostConfig = { Privileged: true, NetworkMode: 'none' };
    const created = await containers.docker.createContainer({ Image, Cmd: ['/spin'], HostConfig });
    onTestFinished(() => created.remove({ force: true }).then(() => undefined));
    const [profile] = await profiles(created.id);
    expect(openness(profile, 'root')).toEqual(['open', undefined]);
    expect(profile?.advice[0]).toMatchObject({ id: 'privileged', benchmark: '5.5' });
  });
});

describe('paralelo inspect of Wasm', () => {
  it('tells of a process and of what stands behind its sandbox', async () => {
    const args = ['run', '--runtime', 'v8', '--workload', 'spin', '--', '--forever'];
    const other = spawn(process.execPath, [CLI, ...args], { stdio: 'ignore' });
    onTestFinished(() => void other.kill('SIGINT'));
    const pid = await wasmPidBelow(other.pid ?? 0);
    const [profile] = await profiles(String(pid));
    expect(profile).toMatchObject({ kind: 'wasm', runtime: 'v8', state: 'running' });
    expect(profile?.guest?.hostProcess?.pid).toBe(pid);
    const wall = openness(profile, 'second-wall')[1];
    expect(wall).toBe(process.getuid?.() === 0 ? 'open' : 'partly');
  });

  it('tells of a file, without asking any engine', async () => {
    const { code, stdout } = await paralelo(['inspect', '--json', GROW], {
      DOCKER_HOST: 'unix:///nowhere/docker.sock',
    });
    expect(code).toBe(0);
    const profile = JSON.parse(stdout) as IsolationProfile;
    expect(profile).toMatchObject({ kind: 'module', name: 'grow.wasm' });
    expect(openness(profile, 'host-files')).toEqual(['closed', undefined]);
    expect(openness(profile, 'memory')).toEqual(['partly', undefined]);
  });
});

const REFUSED: [what: string, subject: () => string, code: string, exitCode: number][] = [
  ['a name of nothing', () => 'there-is-no-such-thing', 'unknown-instance', 2],
  ['a process of another kind', () => String(sleeping.pid), 'unknown-instance', 2],
  ['no file', () => join(folder, 'none.wasm'), 'file-not-found', 127],
  ['a folder', () => folder, 'not-a-module', 126],
  ['a text', () => join(ROOT, 'package.json'), 'not-a-module', 126],
  ['an empty file', () => put('empty.wasm', ''), 'not-a-module', 126],
  ['half a header', () => put('half.wasm', '\0asm\u0001'), 'not-a-module', 126],
  ['a named pipe', () => pipe('pipe.wasm'), 'not-a-module', 126],
];

describe('paralelo inspect of what it cannot', () => {
  it.each(REFUSED)('refuses %s in words', async (_, subject, errorCode, exitCode) => {
    const { code, error } = await failure(subject());
    expect({ code, errorCode: error.code }).toEqual({ code: exitCode, errorCode });
    expect(error.message).toMatch(/\.$/);
    expect(error.hint).not.toBe('');
  });

  it('refuses the beginning of a name that two have', async () => {
    for (const number of [1, 2]) {
      const name = `paralelo-inspect-${process.pid}-${number}`;
      const Image = plain.inspect.Config.Image;
      const created = await containers.docker.createContainer({ name, Image, Cmd: ['/spin'] });
      onTestFinished(() => created.remove({ force: true }).then(() => undefined));
    }
    const { code, error } = await failure(`paralelo-inspect-${process.pid}`);
    expect({ code, errorCode: error.code }).toEqual({ code: 2, errorCode: 'bad-request' });
    expect(error.message).toContain(`paralelo-inspect-${process.pid}-2 (`);
  });
});

function put(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function pipe(name: string): string {
  const path = join(folder, name);
  execFileSync('mkfifo', [path]);
  return path;
}

/** Of the guest that this process has started, once it is seen. */
async function wasmPidBelow(parent: number): Promise<number> {
  for (;;) {
    const { stdout } = await paralelo(['ps', '--json', '--filter=kind=wasm', '--period=300ms']);
    const { instances } = JSON.parse(stdout) as { instances: { pid: number }[] };
    const found = instances.find(({ pid }) => isBelow(pid, parent));
    if (found !== undefined) return found.pid;
  }
}

/** However many stand between: the launcher of guests, and what forks it. */
function isBelow(pid: number, ancestor: number): boolean {
  const parent = parentOf(pid) ?? 0;
  return parent === ancestor || (parent > 1 && isBelow(parent, ancestor));
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}
