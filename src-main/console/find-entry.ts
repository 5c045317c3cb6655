import { LabError } from '../contract/index.js';
import type { Client, HistoryEntry } from '../contract/index.js';

/** By its id, or how that begins. Throws LabError `unknown-entry` when none begins so, or several do. */
export async function findEntry(client: Client, text: string): Promise<HistoryEntry> {
  const { entries } = await client.request('history.list', { text, limit: 500 });
  const exact = entries.find(({ id }) => id === text);
  const found = exact === undefined ? entries.filter(({ id }) => id.startsWith(text)) : [exact];
  const [one] = found;
  if (one !== undefined && found.length === 1) return one;
  throw new LabError(
    'unknown-entry',
    found.length === 0
      ? `Nothing recorded is called ${text}.`
      : `${String(found.length)} entries begin with ${text}.`,
    'See `paralelo history` for their ids.',
  );
}
