import type { Warning } from '../../contract/index.js';
import type { SpareMemory } from '../../metrics/host/spare-memory.js';
import type { Climbed } from './sentences.js';

export interface Doubts {
  all: readonly Climbed[];
  before: SpareMemory;
  now: SpareMemory;
}

/** What to doubt in these numbers. */
export function densityWarnings({ all, before, now }: Doubts): Warning[] {
  return [...aboutMachine(before, now), ...all.flatMap(aboutLadders)];
}

function aboutMachine(before: SpareMemory, now: SpareMemory): Warning[] {
  const swappedBytes = (now.swapUsedBytes ?? 0) - (before.swapUsedBytes ?? 0);
  return [
    ...(now.mergesPages === true
      ? [
          {
            code: 'ksm-on',
            message: 'The kernel merges equal pages of different processes (KSM is on).',
            hint: 'Switch it off (0 in /sys/kernel/mm/ksm/run): else idle guests seem smaller the longer they rest.',
          },
        ]
      : []),
    ...(swappedBytes > 0
      ? [
          {
            code: 'swap-used',
            message:
              'The machine swapped while instances were added: what is in swap is in no sum.',
            hint: 'Hold fewer instances, or leave more memory free.',
          },
        ]
      : []),
  ];
}

function aboutLadders({ runtime, ladders }: Climbed): Warning[] {
  const ends = new Set(ladders.map(({ end }) => end.kind));
  const steps = ladders.flatMap((ladder) => ladder.steps);
  return [
    ...(ends.has('safety-line')
      ? [
          {
            code: 'safety-line',
            message: `${runtime} was stopped at the safety line of free memory, before it had all its instances.`,
            hint: 'Ask for fewer, let each hold less, or leave less free.',
          },
        ]
      : []),
    ...(ends.has('broke')
      ? [
          {
            code: 'ladder-broke',
            message: `${runtime} could not be had as often as was asked for; its steps until then count.`,
            hint: 'The findings say why. Limits of the kernel are in `ulimit -a`, kernel.pid_max and vm.max_map_count.',
          },
        ]
      : []),
    ...(steps.some(({ own }) => own.pssBytes === undefined)
      ? [
          {
            code: 'definition-absent',
            message: `The memory of the processes of ${runtime} could not be read: it has no PSS.`,
            hint: 'For processes of other users run Paralelo as root; instances in a browser or behind a VM cannot be seen.',
          },
        ]
      : []),
    ...(steps.some(({ own, besides }) => own.pssBytes !== undefined && besides === undefined)
      ? [
          {
            code: 'besides-not-counted',
            message: `What the engine keeps beside each instance of ${runtime} could not be read: it is in no sum but the fall of free memory.`,
            hint: 'Run Paralelo as the user of the engine (root for Docker).',
          },
        ]
      : []),
  ];
}
