import { formatBytes, formatDuration } from '../../contract/index.js';
import { median } from '../statistics/index.js';
import { DEFINITIONS } from './definitions.js';
import type { Ladder } from './ladder.js';
import { marginalOf } from './measures.js';

export interface Climbed {
  runtime: string;
  ladders: readonly Ladder[];
}

/** What each one more took, and how far it came, in words. */
export function sentencesOf({ runtime, ladders }: Climbed): string[] {
  if (ladders.length === 0) return [];
  return [...costOf(runtime, ladders), ...timesOf(runtime, ladders), ...endsOf(runtime, ladders)];
}

function costOf(runtime: string, ladders: readonly Ladder[]): string[] {
  const own = marginal(ladders, 'pss');
  const all = marginal(ladders, 'pss-all');
  const fall = marginal(ladders, 'available');
  if (own === undefined) return [];
  const names = [...new Set(ladders.flatMap(({ besides }) => besides))].join(', ');
  const beside =
    all === undefined || names === '' ? '' : `, ${formatBytes(all)} with ${names} beside it`;
  const machine = fall === undefined ? '' : `; ${fallText(fall)}`;
  return [
    `${runtime}: one more instance takes ${formatBytes(own)} of PSS in its own processes${beside}${machine}.`,
  ];
}

/** Everything on the machine moves it: what is not above nothing tells nothing. */
function fallText(bytes: number): string {
  return bytes > 0
    ? `the machine had ${formatBytes(bytes)} less free for each`
    : 'the fall of free memory was lost in what else the machine did';
}

function timesOf(runtime: string, ladders: readonly Ladder[]): string[] {
  const most = median(ladders.map(({ startsMs }) => startsMs.length));
  const first = formatDuration(median(ladders.flatMap(({ startsMs }) => startsMs[0] ?? [])));
  const last = formatDuration(median(ladders.flatMap(({ startsMs }) => startsMs.at(-1) ?? [])));
  const teardown = formatDuration(median(ladders.map(({ teardownMs }) => teardownMs)));
  return [
    `${runtime}: the first instance held after ${first}, number ${String(most)} after ${last}; ending all of them took ${teardown}.`,
  ];
}

/** Only of those that did not come to their end; one sentence for each reason. */
function endsOf(runtime: string, ladders: readonly Ladder[]): string[] {
  const early = ladders.filter(({ end }) => end.kind !== 'all');
  const reasons = [...new Set(early.map(({ end }) => end.why ?? ''))];
  return reasons.map((why) => {
    const own = early.filter(({ end }) => (end.why ?? '') === why);
    const counts = [...new Set(own.map(({ startsMs }) => startsMs.length))].join(', ');
    return `${runtime} came to ${counts} instances and no further (${String(own.length)} of ${String(ladders.length)} times): ${why}`;
  });
}

function marginal(ladders: readonly Ladder[], id: string): number | undefined {
  const definition = DEFINITIONS.find((one) => one.id === id);
  const values = ladders.flatMap((ladder) =>
    definition === undefined ? [] : (marginalOf(ladder, definition.of) ?? []),
  );
  return values.length === 0 ? undefined : median(values);
}
