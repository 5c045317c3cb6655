import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HistoryPage, StoreState } from '../../../src-main/contract/index.js';
import { expect, test } from '../support/electron.js';

let dataDir: string;
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'paralelo-e2e-data-'));
});
test.afterEach(() => rm(dataDir, { recursive: true, force: true }));

test('what ran in one window is there in the next one', async ({ launchApp }) => {
  const env = { PARALELO_DATA_DIR: dataDir };
  const first = await launchApp({ env });
  const recorded = await first.page.evaluate(async () => {
    const ended = new Promise<string>((resolve) => {
      window.paralelo.onPush((name, json) => {
        if (name === 'runs.ended') resolve((JSON.parse(json) as { id: string }).id);
      });
    });
    const workload = { kind: 'twin', ref: 'hello' };
    await window.paralelo.invoke('comparisons.start', { lanes: [{ runtime: 'v8', workload }] });
    return await ended;
  });
  await first.app.close();

  const { page } = await launchApp({ env });
  const ask = (name: string) =>
    page.evaluate(
      async (request) =>
        ((await window.paralelo.invoke(request, {})) as { result: unknown }).result,
      name,
    );
  await expect.poll(async () => ((await ask('store.state')) as StoreState).condition).toBe('ready');
  const { entries } = (await ask('history.list')) as HistoryPage;
  expect(entries).toMatchObject([{ id: recorded, kind: 'run', outcome: 'exited' }]);
});
