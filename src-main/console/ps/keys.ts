import type { SortKey } from './sort.js';

export type KeyAction =
  | { do: 'quit' }
  | { do: 'reverse' }
  | { do: 'all' }
  | { do: 'sort'; by: SortKey }
  | { do: 'scroll'; pages?: number; lines?: number };

const ACTIONS: Record<string, KeyAction> = {
  q: { do: 'quit' },
  '\u0003': { do: 'quit' },
  r: { do: 'reverse' },
  a: { do: 'all' },
  c: { do: 'sort', by: 'cpu' },
  m: { do: 'sort', by: 'memory' },
  n: { do: 'sort', by: 'name' },
  p: { do: 'sort', by: 'pids' },
  u: { do: 'sort', by: 'uptime' },
  k: { do: 'sort', by: 'kind' },
  s: { do: 'sort', by: 'state' },
  '\u001b[A': { do: 'scroll', lines: -1 },
  '\u001b[B': { do: 'scroll', lines: 1 },
  '\u001b[5~': { do: 'scroll', pages: -1 },
  '\u001b[6~': { do: 'scroll', pages: 1 },
};

/** What the keys in this input ask for, in their order; several may come at once. */
export function keyActions(input: string): KeyAction[] {
  // eslint-disable-next-line no-control-regex -- escape sequences begin with one
  const keys = input.match(/\u001b\[[0-9;]*[A-Za-z~]|[^]/g) ?? [];
  return keys.map((key) => ACTIONS[key.toLowerCase()] ?? ACTIONS[key]).filter(isAction);
}

function isAction(action: KeyAction | undefined): action is KeyAction {
  return action !== undefined;
}
