import { expect, it } from 'vitest';
import { LabError } from '../../../../src-main/contract/index.js';
import type { Client, HistoryEntry, HistoryPage } from '../../../../src-main/contract/index.js';
import { History } from '../../../../src-renderer/state/history.svelte.js';

type Answer = (params: { offset?: number }) => unknown;

const entry = (id: string): HistoryEntry =>
  ({ id, kind: 'run', tags: [], isPinned: false }) as unknown as HistoryEntry;
const page = (total: number, ...ids: string[]): HistoryPage => ({
  entries: ids.map(entry),
  total,
  counts: { run: total, experiment: 0, attempts: 0, recording: 0 },
});

/** A lab that answers as the test says, and tells what was asked of it. */
class FakeClient {
  readonly asked: string[] = [];
  readonly listeners = new Map<string, (payload: unknown) => void>();
  answers: Record<string, Answer> = {
    'history.list': () => page(0),
    'history.facets': () => ({}),
    'store.state': () => ({}),
  };

  async request(name: string, params: object): Promise<unknown> {
    this.asked.push(name);
    return await this.answers[name]?.(params);
  }

  on(name: string, listener: (payload: unknown) => void): () => void {
    this.listeners.set(name, listener);
    return () => this.listeners.delete(name);
  }

  history(): History {
    return new History(this as unknown as Client);
  }
}

const refusal = new LabError('bad-request', 'It is being recorded.', 'Wait for its end.');
const fail: Answer = () => {
  throw refusal;
};

it('keeps saying why a removal was refused when the list is read again', async () => {
  const client = new FakeClient();
  client.answers['history.remove'] = fail;
  const history = client.history();
  await history.remove(['r-1']);
  expect(client.asked).toContain('history.list');
  expect(history.problem?.message).toBe('It is being recorded.');
});

it('says that it could not be read, until it can', async () => {
  const client = new FakeClient();
  const list = client.answers['history.list'];
  client.answers['history.list'] = fail;
  const history = client.history();
  await history.load();
  expect(history).toMatchObject({ isLoading: false, problem: { code: 'bad-request' } });
  client.answers['history.list'] = list ?? fail;
  await history.load();
  expect(history.problem).toBeUndefined();
});

it('takes no further page of a list that was narrowed meanwhile', async () => {
  const client = new FakeClient();
  const history = client.history();
  client.answers['history.list'] = () => page(2, 'r-1');
  await history.load();
  let answerMore: (next: HistoryPage) => void = () => undefined;
  client.answers['history.list'] = ({ offset }) =>
    offset === 0 ? page(1, 'r-9') : new Promise((resolve) => (answerMore = resolve));
  const more = history.more();
  await history.narrow({ runtime: 'v8' });
  answerMore(page(2, 'r-2'));
  await more;
  expect(history.entries.map(({ id }) => id)).toEqual(['r-9']);
  expect(history.isLoading).toBe(false);
});

it('lists nothing while nobody looks, and what has changed when somebody does', async () => {
  const client = new FakeClient();
  const history = client.history();
  client.listeners.get('history.changed')?.({ ids: ['r-1'] });
  expect(client.asked).toEqual([]);
  history.show(true);
  await expect.poll(() => history.page?.total).toBe(0);
  history.destroy();
  expect(client.listeners.size).toBe(0);
});
