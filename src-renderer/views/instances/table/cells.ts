import { t } from '../../../i18n/index.js';
import { formatBytes, formatBytesBrief, formatPercent } from '../../../text/format.js';
import type { Figures } from '../figures.js';
import { ABSENT } from '../words.js';

const NEAR = 0.9;

export interface Bar {
  text: string;
  aside: string;
  share: number | undefined;
  isNear: boolean;
  /** The whole of it, on hover. */
  sentence: string;
}

/** The number is of one core or of the machine; the bar is always of the machine. */
export function cpuBar(
  percent: number | undefined,
  cores: number | undefined,
  of: 'core' | 'machine',
): Bar {
  if (percent === undefined) return absent(t('Not read yet, or not running.'));
  const ofMachine = cores === undefined ? undefined : percent / cores;
  const shown = of === 'core' ? percent : ofMachine;
  return {
    text: shown === undefined ? ABSENT : formatPercent(shown),
    aside: '',
    share: ofMachine === undefined ? undefined : Math.min(1, ofMachine / 100),
    isNear: false,
    sentence:
      ofMachine === undefined
        ? t('{{percent}} of one core', { percent: formatPercent(percent) })
        : t('{{percent}} of one core, {{ofMachine}} of the machine’s {{cores}} cores', {
            percent: formatPercent(percent),
            ofMachine: formatPercent(ofMachine),
            cores: cores ?? 0,
          }),
  };
}

export function memoryBar(
  { memoryBytes, ceilingBytes }: Pick<Figures, 'memoryBytes' | 'ceilingBytes'>,
  label: string | undefined,
): Bar {
  if (label === undefined) return absent(t('There is no such memory in this kind.'));
  if (memoryBytes === undefined) return absent(t('{{label}}: not read.', { label }));
  const share =
    ceilingBytes === undefined || ceilingBytes <= 0 ? undefined : memoryBytes / ceilingBytes;
  return {
    text: formatBytes(memoryBytes),
    aside: ceilingBytes === undefined ? '' : `/ ${formatBytes(ceilingBytes)}`,
    share: share === undefined ? undefined : Math.min(1, share),
    isNear: share !== undefined && share >= NEAR,
    sentence:
      share === undefined
        ? t('{{label}}: {{bytes}}, no limit known', { label, bytes: formatBytes(memoryBytes) })
        : t('{{label}}: {{bytes}}, {{percent}} of its {{ceiling}}', {
            label,
            bytes: formatBytes(memoryBytes),
            percent: formatPercent(share * 100),
            ceiling: formatBytes(ceilingBytes ?? 0),
          }),
  };
}

function absent(sentence: string): Bar {
  return { text: ABSENT, aside: '', share: undefined, isNear: false, sentence };
}

export function rateText(bytesPerSecond: number | undefined): string {
  return bytesPerSecond === undefined ? ABSENT : formatBytesBrief(bytesPerSecond);
}
