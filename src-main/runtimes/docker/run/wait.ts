import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import { monotonicMs } from '../../../metrics/clock.js';
import type { Engine } from '../engine/engine.js';

/** The end as the engine told it, or the loss of the engine. */
export type Exit = { lost: false; code: number; atMs: number } | { lost: true; atMs: number };

const WaitSchema = v.object({ StatusCode: v.number() });

/**
 * Resolves when the engine has registered the wait, before the start: a guest that ends at once is
 * not missed; `signal` gives it up, which Podman never answers for a container that never starts. What it
 * resolves to resolves at the guest's end, and never rejects.
 */
export async function waitForExit(
  engine: Engine,
  containerId: string,
  signal: AbortSignal,
): Promise<{ exit: Promise<Exit>; close(): void }> {
  const answer = await engine.client.stream({
    method: 'POST',
    path: `/containers/${containerId}/wait`,
    query: { condition: 'next-exit' },
    signal,
  });
  return { exit: readExit(answer), close: () => answer.destroy() };
}

async function readExit(answer: IncomingMessage): Promise<Exit> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    const atMs = monotonicMs();
    const { StatusCode } = v.parse(WaitSchema, JSON.parse(Buffer.concat(chunks).toString('utf8')));
    return { lost: false, code: StatusCode, atMs };
  } catch {
    return { lost: true, atMs: monotonicMs() };
  }
}
