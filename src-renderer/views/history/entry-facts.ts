import type {
  Environment,
  HistoryEntry,
  Memory,
  RunEntry,
} from '../../../src-main/contract/index.js';
import { t } from '../../i18n/index.js';
import type { Words } from '../../i18n/index.js';
import { formatBytes, shortHash } from '../../text/format.js';

interface Fact {
  name: Words;
  value: string;
  /** Numbers in place of the value, with what they are of. */
  figures?: readonly { text: string; of: string }[];
}

const MEMORY_WORDS: [keyof Memory, string][] = [
  ['cgroupBytes', 'cgroup'],
  ['workingSetBytes', 'working set'],
  ['rssBytes', 'RSS'],
  ['pssBytes', 'PSS'],
  ['linearBytes', 'linear'],
];

/** What is known of an entry without opening it. */
export function factsOf(entry: HistoryEntry): Fact[] {
  return [...ownFacts(entry), ...environmentFacts(entry.environment)];
}

function ownFacts(entry: HistoryEntry): Fact[] {
  switch (entry.kind) {
    case 'run':
      return runFacts(entry);
    case 'experiment':
      return [
        { name: 'Runtimes', value: entry.runtimes.join(', ') },
        ...fact('Program', entry.workload),
      ];
    case 'attempts':
      return [{ name: 'Runtimes', value: entry.runtimes.join(', ') }];
    case 'recording':
      return [
        { name: 'Instance', value: entry.instanceId },
        ...fact('Runtime', entry.runtime),
        ...fact('Program', entry.program),
      ];
  }
}

function runFacts({ runtime, runtimeVersion, workload, peak }: RunEntry): Fact[] {
  const hash = workload.sha256 ?? workload.digest;
  const peaks = MEMORY_WORDS.flatMap(([name, words]) => {
    const bytes = peak?.[name];
    return bytes === undefined ? [] : [{ text: formatBytes(bytes), of: words }];
  });
  return [
    { name: 'Runtime', value: [runtime, runtimeVersion].filter(Boolean).join(' ') },
    { name: 'Program', value: `${workload.kind} ${workload.ref}` },
    ...fact('Arguments', workload.args.join(' ') || undefined),
    ...fact('Hash', hash === undefined ? undefined : shortHash(hash)),
    ...(peaks.length === 0 ? [] : [{ name: 'Peak', value: '', figures: peaks } as const]),
  ];
}

function environmentFacts(environment: Environment | undefined): Fact[] {
  if (environment === undefined) return [];
  const { os, kernel, cpu, cores, memoryBytes, engine, engineVersion, labVersion } = environment;
  return [
    { name: 'System', value: t('{{os}}, kernel {{kernel}}', { os, kernel }) },
    {
      name: 'Machine',
      value: [cpu, t('{{count}} core', { count: cores }), formatBytes(memoryBytes)]
        .filter((part) => part !== undefined)
        .join(', '),
    },
    ...fact('Engine', engine === undefined ? undefined : `${engine} ${engineVersion ?? ''}`.trim()),
    { name: 'Paralelo', value: labVersion },
  ];
}

function fact(name: Words, value: string | undefined): Fact[] {
  return value === undefined ? [] : [{ name, value }];
}
