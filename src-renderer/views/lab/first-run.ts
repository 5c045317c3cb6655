import type { EngineInfo, RuntimeInfo } from '../../../src-main/contract/index.js';
import { shortVersion } from '../../components/status.js';

interface Found {
  key: string;
  kind: 'container' | 'wasm';
  text: string;
}

interface Missing {
  key: string;
  name: string;
  /** How to get it, in one line. */
  hint: string;
  /** The command in it, where it is one. */
  command: string | undefined;
}

/** More than these are a table: that of Runtimes. */
const MOST_MISSING = 3;

/** What is on this machine, and what could be: families, not each of their variants. */
export function firstLook(
  engines: readonly EngineInfo[],
  runtimes: readonly RuntimeInfo[],
): { found: Found[]; missing: Missing[]; more: number } {
  const wasm = runtimes.filter(({ kind, id }) => kind === 'wasm' && !id.includes(':'));
  // Where no engine answers at all, the notice above says how to get one.
  const others = engines.some(({ available }) => available) ? engines : [];
  const all = [
    ...engines.map((one) => ({ ...one, kind: 'container' as const })),
    ...wasm.map((one) => ({ ...one, kind: 'wasm' as const })),
  ];
  const missing = [...others, ...wasm]
    .filter(({ available }) => !available)
    .flatMap(({ id, name, hint }) =>
      hint === undefined ? [] : [{ key: id, name, hint, command: commandIn(hint) }],
    );
  return {
    found: all
      .filter(({ available }) => available)
      .map(({ id, kind, name, version }) => ({
        ...{ key: id, kind },
        text: `${name} ${shortVersion(version)}`.trim(),
      })),
    missing: missing.slice(0, MOST_MISSING),
    more: Math.max(0, missing.length - MOST_MISSING),
  };
}

function commandIn(hint: string): string | undefined {
  return /`([^`]+)`/.exec(hint)?.[1];
}
