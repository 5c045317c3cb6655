import type { HostSample } from '../contract/index.js';
import type { Family } from './family.js';
import type { Snapshot } from './subject.js';

type Gauge = Omit<Family, 'points' | 'type'> & { read: (host: HostSample) => number | undefined };

const share = (percent: number | undefined): number | undefined =>
  percent === undefined ? undefined : percent / 100;

const GAUGES: readonly Gauge[] = [
  {
    ...{ name: 'paralelo_host_cpu_ratio', unit: 'ratio' },
    help: 'How busy all cores of the machine were together since the reading before.',
    read: ({ cpuPercent }) => share(cpuPercent),
  },
  {
    ...{ name: 'paralelo_host_memory_used_bytes', unit: 'bytes' },
    help: 'Memory of the machine that is in use.',
    read: ({ memoryUsedBytes }) => memoryUsedBytes,
  },
  {
    ...{ name: 'paralelo_host_memory_size_bytes', unit: 'bytes' },
    help: 'Memory that the machine has.',
    read: ({ memoryTotalBytes }) => memoryTotalBytes,
  },
  {
    ...{ name: 'paralelo_own_cpu_ratio', unit: 'ratio' },
    help: 'What Paralelo itself spends, as a share of one core, since the reading before; its guests not included.',
    read: ({ ownCpuPercent }) => share(ownCpuPercent),
  },
  {
    ...{ name: 'paralelo_own_resident_memory_bytes', unit: 'bytes' },
    help: 'What Paralelo itself keeps resident, all its processes; its guests not included.',
    read: ({ ownRssBytes }) => ownRssBytes,
  },
];

/** The machine, and what the lab itself costs on it. */
export function hostFamilies({ host, labVersion, liveRuns }: Snapshot): Family[] {
  return [
    {
      ...{ name: 'paralelo_lab', type: 'info' },
      help: 'The Paralelo that tells this.',
      points: [{ labels: { version: labVersion }, value: 1 }],
    },
    {
      ...{ name: 'paralelo_live_runs', type: 'gauge' },
      help: 'Runs of this lab that are under way.',
      points: [{ labels: {}, value: liveRuns }],
    },
    ...GAUGES.map(({ read, ...told }): Family => {
      const value = host === undefined ? undefined : read(host);
      return { ...told, type: 'gauge', points: value === undefined ? [] : [{ labels: {}, value }] };
    }),
  ];
}
