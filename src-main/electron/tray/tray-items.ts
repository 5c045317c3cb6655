import type { MenuItemConstructorOptions } from 'electron';
import { formatBytes } from '../../contract/index.js';
import type { HostSample } from '../../contract/index.js';
import type { MenuWords } from '../menu/words.js';

interface TrayWays {
  show: () => void;
  stopAll: () => void;
}

/** The load of the machine, as far as it could be read: `CPU 31 %`, `Memory 4.1 GiB of 23.5 GiB`. */
export function loadLines(words: MenuWords, host: HostSample | undefined): string[] {
  if (host === undefined) return [];
  const { cpuPercent, memoryUsedBytes, memoryTotalBytes } = host;
  const memory =
    memoryUsedBytes === undefined
      ? []
      : [
          words.memory
            .replace('{used}', formatBytes(memoryUsedBytes))
            .replace('{total}', formatBytes(memoryTotalBytes)),
        ];
  return [...(cpuPercent === undefined ? [] : [`CPU ${cpuPercent.toFixed(0)} %`]), ...memory];
}

export function trayItems(
  words: MenuWords,
  host: HostSample | undefined,
  { show, stopAll }: TrayWays,
): MenuItemConstructorOptions[] {
  const liveRuns = host?.liveRuns ?? 0;
  return [
    ...loadLines(words, host).map((label) => ({ label, enabled: false })),
    { label: words.liveRuns.replace('{count}', String(liveRuns)), enabled: false },
    { type: 'separator' },
    { label: words.stopAll, enabled: liveRuns > 0, click: stopAll },
    { label: words.show, click: show },
    { type: 'separator' },
    { role: 'quit', label: words.quit },
  ];
}
