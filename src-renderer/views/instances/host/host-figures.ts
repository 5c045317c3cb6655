import type { HostSample } from '../../../../src-main/contract/index.js';
import { formatBytes, formatPercent } from '../../../text/format.js';

export interface Meter {
  name: string;
  value: string;
  /** 0 to 1. */
  share: number | undefined;
  sentence: string;
}

/** Memory, swap and disk: what is known of each. */
export function metersOf(host: HostSample): Meter[] {
  return [
    usage('Memory', host.memoryUsedBytes, host.memoryTotalBytes, memorySentence(host)),
    // Without any swap there is nothing to show.
    host.swapTotalBytes === 0
      ? undefined
      : usage('Swap', host.swapUsedBytes, host.swapTotalBytes, ''),
    usage('Disk', host.diskUsedBytes, host.diskTotalBytes, diskSentence(host)),
  ].filter((meter) => meter !== undefined);
}

function usage(
  name: string,
  used: number | undefined,
  total: number | undefined,
  more: string,
): Meter | undefined {
  if (used === undefined || total === undefined || total <= 0) return undefined;
  const whole = `${name}: ${formatBytes(used)} of ${formatBytes(total)}, ${formatPercent((used / total) * 100)}`;
  return {
    name,
    value: `${formatBytes(used)} / ${formatBytes(total)}`,
    share: used / total,
    sentence: more === '' ? whole : `${whole}\n${more}`,
  };
}

function memorySentence({ memoryBy }: HostSample): string {
  return memoryBy === undefined
    ? ''
    : `In working sets of containers: ${formatBytes(memoryBy.containersBytes)}. RSS of Wasm processes: ${formatBytes(memoryBy.wasmBytes)}.`;
}

function diskSentence({
  diskReadBytesPerSecond: read,
  diskWrittenBytesPerSecond: written,
}: HostSample): string {
  const parts = [
    read === undefined ? '' : `read ${formatBytes(read)}/s`,
    written === undefined ? '' : `written ${formatBytes(written)}/s`,
  ].filter((part) => part !== '');
  return parts.length === 0
    ? 'The disk of the root directory.'
    : `The disk of the root directory: ${parts.join(', ')}.`;
}

export interface LoadPart {
  name: string;
  percent: number;
  className: 'containers' | 'wasm' | 'rest';
}

export function loadParts({ load }: HostSample): LoadPart[] | undefined {
  if (load === undefined) return undefined;
  return [
    { name: 'Containers', percent: load.containersPercent, className: 'containers' },
    { name: 'Wasm', percent: load.wasmPercent, className: 'wasm' },
    { name: 'Rest', percent: load.restPercent, className: 'rest' },
  ];
}
