import { MEMORY_DEFINITIONS } from '../../../src-main/contract/index.js';
import type {
  MemoryDefinition,
  MemoryName,
  RuntimeKind,
} from '../../../src-main/contract/index.js';
import { said, t } from '../../i18n/index.js';
import type { RingSeries } from '../../state/sample-ring.js';

/** The definition of memory in the column; `own` is the one that says most of each kind. */
export type MemoryChoice = 'own' | RingSeriesOfMemory;
type RingSeriesOfMemory = Exclude<RingSeries, 'cpuPercent'>;

export const OWN: Record<RuntimeKind, RingSeriesOfMemory> = {
  container: 'workingSetBytes',
  wasm: 'linearBytes',
};
const FINE: readonly MemoryChoice[] = ['rssBytes', 'pssBytes', 'privateDirtyBytes'];

/** What the column can show: limits and maxima stand beside it. */
export const CHOICES: readonly MemoryDefinition[] = MEMORY_DEFINITIONS.filter(
  ({ name }) => name !== 'limitBytes' && name !== 'linearMaxBytes',
);

export function isMemoryChoice(value: unknown): value is MemoryChoice {
  return value === 'own' || CHOICES.some(({ name }) => name === value);
}

/** Undefined where a kind has nothing of that name. */
export function definitionFor(
  kind: RuntimeKind,
  choice: MemoryChoice,
): RingSeriesOfMemory | undefined {
  if (choice === 'own') return OWN[kind];
  return CHOICES.find(({ name }) => name === choice)?.kinds.includes(kind) === true
    ? choice
    : undefined;
}

/** Whether the lab has to read more than it reads anyway. */
export function isFine(choice: MemoryChoice): boolean {
  return FINE.includes(choice);
}

export function labelOf(name: MemoryName): string {
  return said(MEMORY_DEFINITIONS.find((definition) => definition.name === name)?.label ?? name);
}

/** In the column's head. */
export function choiceLabel(choice: MemoryChoice): string {
  return choice === 'own' ? t('working set / linear') : labelOf(choice);
}
