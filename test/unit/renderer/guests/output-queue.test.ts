import { describe, expect, it } from 'vitest';
import { MOST_OUTPUT_CHUNKS } from '../../../../src-main/contract/index.js';
import type { GuestOutputChunk } from '../../../../src-main/contract/index.js';
import { OutputQueue } from '../../../../src-renderer/guests/output-queue.js';

const chunk = (base64: string): GuestOutputChunk => ({ stream: 'stdout', base64 });

/** A lab that answers when it is told to. */
function slowLab() {
  const batches: GuestOutputChunk[][] = [];
  const answers: (() => void)[] = [];
  const complaints: string[] = [];
  const queue = new OutputQueue({
    hand: (chunks) => {
      batches.push(chunks);
      return new Promise<void>((resolve) => answers.push(resolve));
    },
    taken: () => undefined,
    broken: (why) => complaints.push(why),
  });
  return { queue, batches, answers, complaints };
}

describe('output on its way to the lab', () => {
  it('goes in order, the next batch only when the lab has the one before', async () => {
    const { queue, batches, answers } = slowLab();
    for (const text of ['a', 'b', 'c']) queue.add(chunk(text));
    expect(batches).toEqual([[chunk('a')]]);
    answers[0]?.();
    await expect.poll(() => batches).toEqual([[chunk('a')], [chunk('b'), chunk('c')]]);
    answers[1]?.();
    await queue.empty();
  });

  it('goes in batches that fit into a message', async () => {
    const { queue, batches, answers } = slowLab();
    for (let count = 0; count <= MOST_OUTPUT_CHUNKS + 1; count += 1) queue.add(chunk('x'));
    answers[0]?.();
    await expect.poll(() => batches.length).toBe(2);
    expect(batches[1]).toHaveLength(MOST_OUTPUT_CHUNKS);
  });

  it('ends at a bound when nobody reads it', () => {
    const { queue, complaints } = slowLab();
    const piece = 'x'.repeat(1024 * 1024);
    for (let count = 0; count < 70; count += 1) queue.add(chunk(piece));
    expect(complaints).toEqual(['It writes faster than the lab reads.']);
  });
});
