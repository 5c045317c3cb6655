import { execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RunStatus } from '../../../src-main/contract/index.js';
import { CLI, LAUNCHER, paralelo } from '../../support/paralelo.js';

interface Victim {
  /** By runtime: the container's id, the guest host's pid. */
  instances: Map<string, string>;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

/** A lab with a guest that never ends in each world. */
async function spinning(): Promise<Victim> {
  const args = 'twin spin --runtimes docker:runc,v8 --ndjson -- --forever'.split(' ');
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  const closed = new Promise<number | null>((done) => child.on('close', done));
  const instances = new Map<string, string>();
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const event = JSON.parse(line) as RunStatus & { event: string };
    if (event.event === 'status' && event.state === 'running' && event.instance !== undefined) {
      instances.set(event.runtime, event.instance);
    }
    if (instances.size === 2) break;
  }
  return {
    instances,
    kill: (signal) => {
      child.kill(signal);
      child.stdout.resume();
      return closed;
    },
  };
}

function containerExists(id: string): boolean {
  const ids = execFileSync('docker', ['ps', '-aq', '--no-trunc'], { encoding: 'utf8' });
  return ids.includes(id);
}

/** A zombie whose parent has not looked yet is gone for us. */
function processRuns(pid: string): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function untilGone(pid: string): Promise<void> {
  while (processRuns(pid)) await new Promise((resolve) => setImmediate(resolve));
}

describe('a lab that is killed in the middle of a run', () => {
  it('leaves nothing behind once the next one has started', async () => {
    const victim = await spinning();
    const container = victim.instances.get('docker:runc') ?? '';
    const pid = victim.instances.get('v8') ?? '';
    await victim.kill('SIGKILL');
    expect(containerExists(container)).toBe(true);
    // Where a launcher started it, it hears of that by itself.
    if (LAUNCHER !== undefined) await untilGone(pid);
    else expect(processRuns(pid)).toBe(true);

    await paralelo(['clean', '--json']);
    expect(containerExists(container)).toBe(false);
    expect(processRuns(pid)).toBe(false);
  });

  it('never touches what another living lab runs', async () => {
    const other = await spinning();
    const container = other.instances.get('docker:runc') ?? '';
    const pid = other.instances.get('v8') ?? '';
    await paralelo(['clean', '--json']);
    expect(containerExists(container)).toBe(true);
    expect(processRuns(pid)).toBe(true);
    await other.kill('SIGTERM');
    expect(containerExists(container)).toBe(false);
    expect(processRuns(pid)).toBe(false);
  });
});
