import type { LimitName } from '../../../src-main/contract/index.js';
import type { Words } from '../../i18n/index.js';

/** The words of the Lab that are longer than a label, in one place. */
export const limitTexts: Record<LimitName, Words> = {
  memory: 'How much each guest may have: 64 MiB, 512k, 1g. Empty is no limit.',
  cpus: 'Cores each guest may use: 1, 0.5. Empty is no limit.',
  time: 'Wall time from the request: 500ms, 10 s, 2m. Then it is ended. Empty is no limit.',
  pids: 'Processes and threads the guest may have. Empty is no limit.',
  fuel: 'A number of instructions, where the runtime counts them. Empty is no limit.',
};

export const privilegeTexts = {
  intro: 'For containers. The defaults are the least a program needs; a module has none of these.',
  readOnlyRoot: 'The guest cannot write to its own file system.',
  noNewPrivileges: 'No set-uid program gives it more than it started with.',
  seccomp: 'The engine’s default filter: some 50 rarely needed system calls are refused.',
  capAdd: 'All others are dropped. Names as in NET_RAW, with spaces between.',
  capAddLoose: 'Kept capabilities are root’s powers in parts.',
} as const satisfies Record<string, Words>;

export const panelTexts = {
  start: 'from the request to main(), one start each',
  memory: 'by definition',
  cpu: '% of one core',
} as const satisfies Record<string, Words>;

export const idleTexts = {
  title: 'The same program, as a container and as a Wasm module',
  watch: 'Watch who is first, how each grows, and how each ends.',
  oneLane: 'Choose a second runtime under Lanes to compare.',
  noLane: 'No runtime is chosen: choose one under Lanes.',
  start: 'Who reaches main() first, and where the time goes.',
  output: 'What the program prints appears here.',
} as const satisfies Record<string, Words>;

export const outputTexts = {
  nothing: 'It printed nothing.',
  same: 'All that it wrote to stdout has the same sha256.',
  differs: 'What it wrote to stdout is unlike every other lane’s: sha256 differs.',
} as const satisfies Record<string, Words>;

export const missedText: Words =
  'It ended while this window was not connected: how, is not known here.';

export const readyTexts = {
  limits: 'Ready. Who holds its limits:',
  noLimits: 'Ready, without any limit.',
} as const satisfies Record<string, Words>;
