import type { HostSample } from '../../../../src-main/contract/index.js';
import { t } from '../../../i18n/index.js';
import { formatBytes, formatPercent } from '../../../text/format.js';

export interface Meter {
  id: 'Memory' | 'Swap' | 'Disk';
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
  id: Meter['id'],
  used: number | undefined,
  total: number | undefined,
  more: string,
): Meter | undefined {
  if (used === undefined || total === undefined || total <= 0) return undefined;
  const name = t(id);
  const whole = t('{{name}}: {{used}} of {{total}}, {{percent}}', {
    name,
    used: formatBytes(used),
    total: formatBytes(total),
    percent: formatPercent((used / total) * 100),
  });
  return {
    id,
    name,
    value: `${formatBytes(used)} / ${formatBytes(total)}`,
    share: used / total,
    sentence: more === '' ? whole : `${whole}\n${more}`,
  };
}

function memorySentence({ memoryBy }: HostSample): string {
  return memoryBy === undefined
    ? ''
    : t('In working sets of containers: {{containers}}. RSS of Wasm processes: {{wasm}}.', {
        containers: formatBytes(memoryBy.containersBytes),
        wasm: formatBytes(memoryBy.wasmBytes),
      });
}

function diskSentence({
  diskReadBytesPerSecond: read,
  diskWrittenBytesPerSecond: written,
}: HostSample): string {
  const parts = [
    read === undefined ? '' : t('read {{bytes}}/s', { bytes: formatBytes(read) }),
    written === undefined ? '' : t('written {{bytes}}/s', { bytes: formatBytes(written) }),
  ].filter((part) => part !== '');
  return parts.length === 0
    ? t('The disk of the root directory.')
    : t('The disk of the root directory: {{rates}}.', { rates: parts.join(', ') });
}

export interface LoadPart {
  name: string;
  percent: number;
  className: 'containers' | 'wasm' | 'rest';
}

export function loadParts({ load }: HostSample): LoadPart[] | undefined {
  if (load === undefined) return undefined;
  return [
    { name: t('Containers'), percent: load.containersPercent, className: 'containers' },
    { name: 'Wasm', percent: load.wasmPercent, className: 'wasm' },
    { name: t('Rest'), percent: load.restPercent, className: 'rest' },
  ];
}
