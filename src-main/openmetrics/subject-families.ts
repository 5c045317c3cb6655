import type { MemoryName, Sample } from '../contract/index.js';
import type { Family, Point } from './family.js';
import type { Subject } from './subject.js';

/** What is in use, by definition. The maximum and the limit are families of their own: they are no use of memory. */
const DEFINITIONS: Readonly<Record<Exclude<MemoryName, 'linearMaxBytes' | 'limitBytes'>, string>> =
  {
    cgroupBytes: 'cgroup',
    workingSetBytes: 'working_set',
    anonBytes: 'anon',
    rssBytes: 'rss',
    pssBytes: 'pss',
    privateDirtyBytes: 'private_dirty',
    linearBytes: 'linear',
  };

type Told = Omit<Family, 'points'>;
const SIMPLE: readonly (Told & { read: (sample: Sample) => number | undefined })[] = [
  {
    ...{ name: 'paralelo_linear_memory_max_bytes', type: 'gauge', unit: 'bytes' },
    help: 'How far the linear memory may grow: the smaller of the module maximum and the limit.',
    read: ({ memory }) => memory.linearMaxBytes,
  },
  {
    ...{ name: 'paralelo_memory_limit_bytes', type: 'gauge', unit: 'bytes' },
    help: 'The memory limit in force, as the kernel or the engine shows it.',
    read: ({ memory }) => memory.limitBytes,
  },
  {
    ...{ name: 'paralelo_cpu_seconds', type: 'counter', unit: 'seconds' },
    help: 'User and system time since the start: of the cgroup of a container, of the host process of a module.',
    read: ({ cpuTimeMs }) => (cpuTimeMs === undefined ? undefined : cpuTimeMs / 1000),
  },
  {
    ...{ name: 'paralelo_cpu_periods', type: 'counter' },
    help: 'Periods of the CPU quota in which it ran.',
    read: ({ periods }) => periods,
  },
  {
    ...{ name: 'paralelo_cpu_throttled_periods', type: 'counter' },
    help: 'Periods in which the CPU quota ran out.',
    read: ({ throttledPeriods }) => throttledPeriods,
  },
  {
    ...{ name: 'paralelo_cpu_throttled_seconds', type: 'counter', unit: 'seconds' },
    help: 'For how long the CPU quota kept it from running, summed over the cores.',
    read: ({ throttledMs }) => (throttledMs === undefined ? undefined : throttledMs / 1000),
  },
  {
    ...{ name: 'paralelo_pids', type: 'gauge' },
    help: 'Processes and threads, as the kernel counts them against a pids limit.',
    read: ({ pids }) => pids,
  },
  {
    ...{ name: 'paralelo_network_received_bytes', type: 'counter', unit: 'bytes' },
    help: 'Received over the network interfaces of its own.',
    read: ({ rxBytes }) => rxBytes,
  },
  {
    ...{ name: 'paralelo_network_sent_bytes', type: 'counter', unit: 'bytes' },
    help: 'Sent over the network interfaces of its own.',
    read: ({ txBytes }) => txBytes,
  },
  {
    ...{ name: 'paralelo_block_read_bytes', type: 'counter', unit: 'bytes' },
    help: 'Read from block devices.',
    read: ({ readBytes }) => readBytes,
  },
  {
    ...{ name: 'paralelo_block_written_bytes', type: 'counter', unit: 'bytes' },
    help: 'Written to block devices.',
    read: ({ writtenBytes }) => writtenBytes,
  },
];

/** What could not be read of one is absent, and so is a family that nobody has. */
export function subjectFamilies(subjects: readonly Subject[]): Family[] {
  return [
    {
      ...{ name: 'paralelo_running', type: 'gauge' },
      help: '1 while it runs, 0 while it is paused, stopped or being started.',
      points: subjects.flatMap((subject) =>
        subject.isRunning === undefined
          ? []
          : [{ labels: labelsOf(subject), value: subject.isRunning ? 1 : 0 }],
      ),
    },
    {
      ...{ name: 'paralelo_memory_bytes', type: 'gauge', unit: 'bytes' },
      help: 'Memory by definition; two definitions are never to be added up.',
      points: memoryPoints(subjects),
    },
    ...SIMPLE.map(({ read, ...told }) => ({ ...told, points: pointsOf(subjects, read) })),
  ];
}

/** One definition after the other: the points of one metric stand together. */
function memoryPoints(subjects: readonly Subject[]): Point[] {
  return Object.entries(DEFINITIONS).flatMap(([name, definition]) =>
    pointsOf(subjects, ({ memory }) => memory[name as keyof typeof DEFINITIONS], { definition }),
  );
}

function pointsOf(
  subjects: readonly Subject[],
  read: (sample: Sample) => number | undefined,
  more: Point['labels'] = {},
): Point[] {
  return subjects.flatMap((subject) => {
    const { sample, atMs } = subject;
    const value = sample === undefined ? undefined : read(sample);
    if (value === undefined) return [];
    const labels = { ...labelsOf(subject), ...more };
    return [{ labels, value, ...(atMs === undefined ? {} : { atMs }) }];
  });
}

function labelsOf({ id, name, kind, runtime, engine }: Subject): Point['labels'] {
  return { id, name, kind, runtime, engine };
}
