import { describe, expect, it, vi } from 'vitest';
import { LabError } from '../../../../src-main/contract/index.js';
import type { InstanceLogs, LogLine } from '../../../../src-main/contract/index.js';
import { LogFollowers } from '../../../../src-main/lab/monitor/log-followers.js';
import { FakeInstance } from '../../../support/fake-source.js';

const lines = (count: number): LogLine[] =>
  Array.from({ length: count }, (_, nth) => ({ stream: 'stdout', text: String(nth) }));

function followers() {
  const pushed: InstanceLogs[] = [];
  const logs = new LogFollowers((_, payload) => pushed.push(payload as unknown as InstanceLogs));
  const ended = (logId: string) =>
    vi.waitFor(() => {
      const end = pushed.find((one) => one.logId === logId && (one.ended ?? one.problem));
      expect(end).toBeDefined();
      return end;
    });
  return { logs, pushed, ended };
}

describe('the logs of an instance', () => {
  it('come whole as far back as was asked for, and end', async () => {
    const { logs, pushed, ended } = followers();
    const instance = new FakeInstance('a');
    instance.logLines = lines(9000);
    const logId = logs.open('window', instance, 10_000);
    expect(pushed).toEqual([]);
    expect(await ended(logId)).toMatchObject({ ended: true });
    const texts = pushed.flatMap((push) => push.lines.map(({ text }) => text));
    expect(texts).toEqual(lines(9000).map(({ text }) => text));
    expect(pushed.every(({ skippedLines }) => skippedLines === 0)).toBe(true);
  });

  it('leave out the oldest of what comes faster than it can be shown, and say how many', async () => {
    const { logs, pushed, ended } = followers();
    const instance = new FakeInstance('a');
    instance.logLines = lines(9000);
    await ended(logs.open('window', instance, 0));
    const shown = pushed.flatMap((push) => push.lines);
    const skipped = pushed.reduce((sum, push) => sum + push.skippedLines, 0);
    expect(shown.length + skipped).toBe(9000);
    expect(skipped).toBeGreaterThan(0);
    expect(shown.at(-1)?.text).toBe('8999');
  });

  it('say what is wrong when there are none', async () => {
    const { logs, ended } = followers();
    const instance = new FakeInstance('a');
    instance.logs = () => Promise.reject(new LabError('no-logs', 'It keeps none.', 'Look there.'));
    const end = await ended(logs.open('window', instance, 10));
    expect(end?.problem).toMatchObject({ code: 'no-logs', message: 'It keeps none.' });
    instance.logs = () => Promise.reject(new Error('surprise'));
    expect((await ended(logs.open('window', instance, 10)))?.problem?.code).toBe('no-logs');
  });

  it('stop when they are closed, when their client leaves, and when it opens too many', async () => {
    const { logs, pushed } = followers();
    const signals: AbortSignal[] = [];
    const instance = new FakeInstance('a');
    instance.logs = ({ signal }) => {
      signals.push(signal);
      return new Promise(() => undefined);
    };
    const first = logs.open('window', instance, 10);
    for (let nth = 0; nth < 4; nth += 1) logs.open('window', instance, 10);
    logs.open('other', instance, 10);
    await vi.waitFor(() => expect(signals).toHaveLength(6));
    const stopped = (): number => signals.filter(({ aborted }) => aborted).length;
    expect(stopped()).toBe(1);
    logs.close(first);
    logs.leave('window');
    expect(stopped()).toBe(5);
    logs.closeAll();
    expect(stopped()).toBe(6);
    expect(pushed).toEqual([]);
  });
});
