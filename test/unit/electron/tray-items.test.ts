import { describe, expect, it } from 'vitest';
import { MENU_WORDS } from '../../../src-main/electron/menu/words.js';
import { trayItems } from '../../../src-main/electron/tray/tray-items.js';

const ways = { show: () => undefined, stopAll: () => undefined };
const host = {
  ...{ atIso: '2026-01-01T00:00:00Z', cpuPercent: 31.4, liveRuns: 2 },
  ...{ memoryUsedBytes: 4 * 1024 ** 3, memoryTotalBytes: 16 * 1024 ** 3 },
};
const labels = (given: Parameters<typeof trayItems>[1]): (string | undefined)[] =>
  trayItems(MENU_WORDS.en, given, ways).map(({ label }) => label);

describe('the tray', () => {
  it('says the load and how many runs are live', () => {
    expect(labels(host).slice(0, 3)).toEqual([
      ...['CPU 31 %', 'Memory 4.0 GiB of 16.0 GiB', 'Live runs: 2'],
    ]);
  });

  it('says nothing of what could not be read', () => {
    const { cpuPercent, memoryUsedBytes, ...unread } = host;
    expect([cpuPercent, memoryUsedBytes]).toHaveLength(2);
    expect(labels(unread)[0]).toBe('Live runs: 2');
    expect(labels(undefined)[0]).toBe('Live runs: 0');
  });

  it('stops all runs only while there are some', () => {
    const stop = (liveRuns: number) =>
      trayItems(MENU_WORDS['pt-BR'], { ...host, liveRuns }, ways).find(
        ({ label }) => label === 'Parar todas as execuções',
      );
    expect([stop(0)?.enabled, stop(1)?.enabled]).toEqual([false, true]);
  });
});
