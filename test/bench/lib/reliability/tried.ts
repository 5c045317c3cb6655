/** What `npm test` tries on real files, disks and processes each time. `title` is the test's, word for word. */
export interface Tried {
  what: string;
  outcome: string;
  file: string;
  title: string;
}

const STORE = 'test/integration/store';

export const TRIED: readonly Tried[] = [
  {
    what: 'A process that records is killed (SIGKILL), 10 rounds',
    outcome:
      'The file opens and is sound, all that was acknowledged is there, what had not ended is marked interrupted',
    file: `${STORE}/killed.test.ts`,
    title:
      'can be killed at any moment: what was acknowledged is there, the rest is marked interrupted',
  },
  {
    what: 'An experiment is killed after 17 and after 42 runs',
    outcome: 'Every run that had ended is in its result, in the order in which they ran',
    file: 'test/integration/experiments/killed.test.ts',
    title:
      'has the values of every run that had ended, in their order, when it is killed after %i of them',
  },
  {
    what: 'The power fails, 8 moments, each also with a torn log',
    outcome: 'The file opens and is sound',
    file: `${STORE}/killed.test.ts`,
    title:
      'leaves at any moment a file and a log that make sense, whole or with the end of the log torn off',
  },
  {
    what: 'A command is killed while a container and a module run',
    outcome: 'The next start removes the container; no process of it is left',
    file: 'test/integration/console/killed.test.ts',
    title: 'leaves nothing behind once the next one has started',
  },
  {
    what: 'The desktop app is killed while something runs',
    outcome: 'The next start removes what it left behind',
    file: 'test/e2e/electron/closing.spec.ts',
    title: 'what a killed app left behind is removed at the next start',
  },
  {
    what: 'The disk is full (a tmpfs of 2 MiB)',
    outcome:
      'It is said; what comes is held in memory and written as soon as there is room; the file is sound',
    file: `${STORE}/bad-disk.test.ts`,
    title: 'that is full says so, keeps what comes in memory, and writes it when there is room',
  },
  {
    what: 'The disk is full under a lab that runs something',
    outcome: 'It samples on; the whole record is there later',
    file: `${STORE}/bad-disk.test.ts`,
    title: 'goes on sampling, says that it waits, and has all of it once there is room',
  },
  {
    what: 'The disk stays full until the end',
    outcome: 'What could not be written is counted as lost',
    file: `${STORE}/bad-disk.test.ts`,
    title: 'that stays full loses what it could not write, and counts it',
  },
  {
    what: 'The folder may not be written (mounted read-only)',
    outcome: 'It is said; recording begins once it may be',
    file: `${STORE}/bad-disk.test.ts`,
    title: 'that may not be written says so, and records once it may',
  },
  {
    what: 'Half of the file is overwritten',
    outcome: 'It is set aside under a name that is told, byte for byte; a new one is begun',
    file: `${STORE}/opening.test.ts`,
    title: 'that is damaged is set aside by a name, and a new one is begun',
  },
  {
    what: 'The file is no database',
    outcome: 'The same; never over what was set aside before',
    file: `${STORE}/opening.test.ts`,
    title: 'that is no database at all is set aside too, and never over what was set aside before',
  },
  {
    what: 'The file is of a newer Paralelo',
    outcome:
      'It is refused and stays as it is, byte for byte; nothing is recorded, and that is said',
    file: `${STORE}/opening.test.ts`,
    title: 'of a newer Paralelo is refused and stays as it is',
  },
  {
    what: 'The file is of an older Paralelo',
    outcome: 'It is brought up to date with all that is in it; a copy of before is kept',
    file: `${STORE}/opening.test.ts`,
    title: 'of version 1 is brought up to date with all that was in it, and kept beside as it was',
  },
  {
    what: 'Two processes write to one file',
    outcome: 'Both are recorded, and each hears of the other',
    file: `${STORE}/killed.test.ts`,
    title: 'may write beside another one, and each hears that the other did',
  },
  {
    what: 'The desktop app is started twice',
    outcome: 'The second launch ends; its window is one of the first process',
    file: 'test/e2e/electron/second-launch.spec.ts',
    title: 'a second launch',
  },
  {
    what: 'The clock is set back by an hour while a run is under way',
    outcome: 'Its times go on, and all of it is recorded',
    file: 'test/integration/lab/clock.test.ts',
    title: 'bends no run that is under way: its times go on, and all of it is recorded',
  },
  {
    what: 'The clock is set back by an hour between two starts',
    outcome: 'Nothing is hidden, removed or taken for interrupted',
    file: 'test/integration/lab/clock.test.ts',
    title: 'hides nothing that was recorded before it, and takes nothing for interrupted',
  },
  {
    what: 'The clock is set back by an hour while an instance is recorded',
    outcome: 'Its recording stays in one piece',
    file: 'test/integration/lab/clock.test.ts',
    title: 'leaves the recording of an instance in one piece',
  },
];
