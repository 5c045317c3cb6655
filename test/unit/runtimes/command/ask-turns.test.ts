import { expect, it } from 'vitest';
import { ask } from '../../../../src-main/runtimes/command/ask.js';
import { wasmtime } from '../../../../src-main/runtimes/command/engines/wasmtime.js';

const children = (): number =>
  process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;

it('starts the programs that it asks one a turn of the event loop, so that others are served between', async () => {
  const asks = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`ask${String(n)}`, [String(n)]]));
  const program = { path: '/bin/echo', identity: 'five questions' };
  const more: number[] = [];
  let before = children();
  const answered = { all: false };
  const answers = ask({ ...wasmtime, asks }, program).finally(() => (answered.all = true));
  while (!answered.all) {
    await new Promise((resolve) => void setImmediate(resolve));
    more.push(children() - before);
    before = children();
  }
  expect(Math.max(...more)).toBe(1);
  expect((await answers)['ask5']?.trim()).toBe('5');
});
