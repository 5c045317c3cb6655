import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../../../src-main/contract/index.js';
import type { InstanceLogs, Transport } from '../../../../src-main/contract/index.js';
import { LogSession } from '../../../../src-renderer/state/log-session.svelte.js';

/** A lab that answers when it is told to. */
class SlowLab implements Transport {
  readonly asked: string[] = [];
  #listener: (name: string, payload: unknown) => void = () => undefined;
  answer: (reply: unknown) => void = () => undefined;

  invoke(name: string, params: unknown): Promise<unknown> {
    this.asked.push(`${name} ${JSON.stringify(params)}`);
    if (name === 'instances.closeLogs') return Promise.resolve({ result: {} });
    return new Promise((answer) => (this.answer = answer));
  }
  send(): void {
    // Nothing is sent.
  }
  onPush(listener: (name: string, payload: unknown) => void): () => void {
    this.#listener = listener;
    return () => (this.#listener = () => undefined);
  }
  push(logs: Partial<InstanceLogs>): void {
    this.#listener('instances.logs', { logId: 'a', lines: [], skippedLines: 0, ...logs });
  }
}

function open(): { lab: SlowLab; session: LogSession; taken: string[] } {
  const lab = new SlowLab();
  const taken: string[] = [];
  const session = new LogSession(new Client(lab), 'x', 10, ({ lines }) =>
    taken.push(...lines.map(({ text }) => text)),
  );
  return { lab, session, taken };
}
const line = (text: string) => ({ lines: [{ stream: 'stdout' as const, text }] });
const closes = (lab: SlowLab): number =>
  lab.asked.filter((one) => one.startsWith('instances.closeLogs')).length;

describe('a log that is followed', () => {
  it('takes what came before its id was known, and nothing of another log', async () => {
    const { lab, session, taken } = open();
    lab.push(line('early'));
    lab.push({ ...line('of another'), logId: 'b' });
    lab.answer({ result: { logId: 'a' } });
    await vi.waitFor(() => expect(session.isOpen).toBe(true));
    lab.push(line('later'));
    lab.push({ ...line('of another'), logId: 'b' });
    expect(taken).toEqual(['early', 'later']);
  });

  it('is closed once, however often it is asked', async () => {
    const { lab, session, taken } = open();
    lab.answer({ result: { logId: 'a' } });
    await vi.waitFor(() => expect(session.isOpen).toBe(true));
    session.close();
    session.close();
    lab.push(line('late'));
    expect(closes(lab)).toBe(1);
    expect(taken).toEqual([]);
  });

  it('is closed when its id arrives, if it was closed before', async () => {
    const { lab, session } = open();
    session.close();
    expect(closes(lab)).toBe(0);
    lab.answer({ result: { logId: 'a' } });
    await vi.waitFor(() => expect(closes(lab)).toBe(1));
    expect(lab.asked[1]).toBe('instances.closeLogs {"logId":"a"}');
    expect(session.isOpen).toBe(false);
  });

  it('says why there is none, and that it has ended', async () => {
    const { lab, session } = open();
    lab.answer({ error: { code: 'no-logs', message: 'None.', hint: 'Look there.' } });
    await vi.waitFor(() => expect(session.problem?.code).toBe('no-logs'));
    const other = open();
    other.lab.answer({ result: { logId: 'a' } });
    await vi.waitFor(() => expect(other.session.isOpen).toBe(true));
    other.lab.push({ ended: true });
    expect(other.session.hasEnded).toBe(true);
  });
});
