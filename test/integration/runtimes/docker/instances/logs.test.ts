import { expect, it } from 'vitest';
import { describeEachEngine } from '../../../../support/docker/each-engine.js';
import { readLogs } from '../../../../support/docker/instances.js';
import { rejectionOf } from '../../../../support/refusal.js';

await describeEachEngine(({ engine, plain, seen }) => {
  const ended = async (script: string, wishes = {}) =>
    seen.sink.instance(await plain.start(script, wishes), ({ state }) => state === 'exited');

  it('reads both streams with the time of each line, and ends with the container', async () => {
    const lines = await readLogs(await ended('echo out; echo err >&2'));
    expect(lines.map(({ stream, text }) => `${stream} ${text}`).sort()).toEqual([
      'stderr err',
      'stdout out',
    ]);
    for (const { atIso } of lines)
      expect(Date.parse(atIso ?? '')).toBeGreaterThan(Date.now() - 60_000);
  });

  it('gives only the last lines that were asked for', async () => {
    const found = await ended('for n in 1 2 3 4 5; do echo $n; done');
    expect((await readLogs(found, { tail: 2 })).map(({ text }) => text)).toEqual(['4', '5']);
  });

  it('follows one that runs until nobody wants it any more', async () => {
    const id = await plain.start('echo first; while :; do sleep 0.1; echo more; done');
    const found = await seen.sink.instance(id, ({ state }) => state === 'running');
    const lines = await readLogs(found, { most: 3 });
    expect(lines.slice(0, 3).map(({ text }) => text)).toEqual(['first', 'more', 'more']);
  });

  it('reads the one stream of a terminal, without the carriage returns that it adds', async () => {
    const lines = await readLogs(await ended('echo one; echo two >&2', { config: { Tty: true } }));
    expect(lines.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(new Set(lines.map(({ stream }) => stream))).toEqual(new Set(['stdout']));
  });

  it('keeps characters whole, HTML as text, and an unfinished last line', async () => {
    const text = '<b>é\u202E漢字🦀</b>\u001B[31m';
    const lines = await readLogs(await ended(`printf '%s\\n' '${text}'; printf 'no end'`));
    // Podman 4 puts what has no end behind the line before it.
    const parted = engine.id === 'docker' ? [text, 'no end'] : [`${text}no end`];
    expect(lines.map((line) => line.text)).toEqual(parted);
  });

  it('cuts a line of 40 KB after 16 KB', async () => {
    const id = await plain.start('sleep 1; head -c 40000 /dev/zero; echo; echo after');
    const found = await seen.sink.instance(id, ({ state }) => state === 'running');
    const lines = await readLogs(found);
    expect(lines[0]?.text).toBe('\0'.repeat(16_384));
    expect(lines.at(-1)?.text).toBe('after');
  });

  it('hands over 100 000 lines, no faster than they are taken', async () => {
    const id = await plain.start(
      'sleep 1; n=0; while [ $n -lt 100000 ]; do n=$((n+1)); echo line $n; done',
    );
    const found = await seen.sink.instance(id, ({ state }) => state === 'running');
    let busy = 0;
    const numbers: string[] = [];
    await found.logs({ tail: 1000, signal: new AbortController().signal }, async (lines) => {
      busy += 1;
      expect(busy).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      busy -= 1;
      numbers.push(...lines.map(({ text }) => text));
    });
    expect(numbers).toHaveLength(100_000);
    expect(numbers.at(-1)).toBe('line 100000');
  }, 120_000);

  it('says when there are none to be had', async () => {
    const found = await ended('echo hi', { host: { LogConfig: { Type: 'none', Config: {} } } });
    const refused = await rejectionOf(readLogs(found));
    expect(refused).toMatchObject({ code: 'no-logs' });
    expect(refused.hint).not.toBe('');
  });
});
