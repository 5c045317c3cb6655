import { formatBytes } from '../../contract/index.js';
import type { RuntimeInfo } from '../../contract/index.js';
import { differenceOf } from '../program/difference.js';
import { noneEndedWell } from '../program/judge.js';
import type { Judged } from '../program/judge.js';
import { differenceSentences } from '../program/words.js';
import type { Facts, ImageLooked, ModuleLooked } from './facts.js';

export interface Found {
  runtimes: readonly RuntimeInfo[];
  facts: Facts;
  judged: readonly Judged[];
  /** Nothing is ignored. */
  asPrinted: boolean;
}

/** Plain sentences: the same file, the images, who differs, determinism, sizes, another architecture. */
export function findingsOf(found: Found): string[] {
  const { facts, judged } = found;
  return [
    ...moduleSentence(found),
    ...containerSentence(found),
    ...differenceSentences(judged),
    ...determinism(judged),
    ...(facts.module === undefined ? [] : strippedSentences(facts.module, found)),
    ...[...facts.images].flatMap(([id, looked]) => platformSentences(id, looked)),
  ];
}

function moduleSentence(found: Found): string[] {
  const { runtimes, facts, judged } = found;
  const { module } = facts;
  const all = runtimes.filter(({ kind }) => kind === 'wasm');
  const own = judged.filter(({ runtime }) => all.some(({ id }) => id === runtime));
  if (module === undefined || own.length === 0) return [];
  const { content, sizes } = module;
  const file = `One file of ${formatBytes(sizes.bytes)}, sha256 ${content.sha256}, ${printedTheSame(judged)}`;
  return [`${file} ${amongAll(own, all.length)} Wasm runtimes and modes${howCompared(found)}.`];
}

function containerSentence(found: Found): string[] {
  const { runtimes, judged } = found;
  const all = runtimes.filter(({ kind }) => kind === 'container');
  const own = judged.filter(({ runtime }) => all.some(({ id }) => id === runtime));
  // That the first is the same as itself says nothing.
  if (own.every(({ runtime, reference }) => runtime === reference)) return [];
  return [
    `As an image it ${printedTheSame(judged)} ${amongAll(own, all.length)} container runtimes${howCompared(found)}.`,
  ];
}

function printedTheSame(judged: readonly Judged[]): string {
  return noneEndedWell(judged)
    ? 'ended well nowhere, and until then printed the same'
    : 'printed the same';
}

/** `12 B in 19 of 20` */
function amongAll(own: readonly Judged[], all: number): string {
  const same = own.filter(({ difference }) => difference === undefined);
  const sizes = new Set(same.map(({ first }) => first.printed.bytes));
  const [bytes] = sizes;
  const printed = sizes.size === 1 && bytes !== undefined ? `${String(bytes)} bytes ` : '';
  return `${printed}in ${String(same.length)} of ${String(all)}`;
}

function howCompared({ judged: [first], asPrinted }: Found): string {
  if (first === undefined) return '';
  const ignored = !asPrinted && first.first.printed.rest !== undefined;
  return ` (compared with ${first.reference}${ignored ? ', without what is to be ignored' : ''})`;
}

function determinism(judged: readonly Judged[]): string[] {
  const repeated = judged.filter(({ runs }) => runs > 1);
  const same = repeated.filter(({ outputs }) => outputs === 1);
  if (repeated.length === 0) return [];
  const runs = [...new Set(repeated.map((one) => one.runs))];
  const times = runs.length === 1 ? `${String(runs[0])} times` : 'each time';
  return [
    `${String(same.length)} of ${String(repeated.length)} contenders printed the same ${times}.`,
  ];
}

function strippedSentences(
  { sizes: { bytes, stripped }, stripped: ran }: ModuleLooked,
  { judged, asPrinted }: Found,
): string[] {
  if (stripped === undefined) return [];
  if (stripped.bytes === bytes) {
    return [`The module has no custom sections: stripped it is the same ${String(bytes)} bytes.`];
  }
  const size = `Without its custom sections the module has ${String(stripped.bytes)} bytes instead of ${String(bytes)}`;
  if (!stripped.isValid) return [`${size}, and is not valid: this is to be looked into.`];
  const whole = judged.find(({ runtime }) => runtime === ran?.runtime);
  if (ran === undefined || whole === undefined) return [`${size}, and is still valid.`];
  const isSame =
    ran.seen.end === whole.first.end &&
    differenceOf(ran.seen.printed, whole.first.printed, asPrinted) === undefined;
  return [
    `${size}, is still valid, and ${isSame ? 'does the same' : 'does something else'} in ${ran.runtime}.`,
  ];
}

function platformSentences(id: string, { facts, foreign }: ImageLooked): string[] {
  const { platform, enginePlatform } = facts;
  const own =
    platform === undefined || !platform.startsWith('linux/') || isSame(platform, enginePlatform)
      ? []
      : [`The image is for ${platform}, and the engine of ${id} runs ${enginePlatform}.`];
  if (foreign === undefined) return own;
  const by = foreign.by === undefined ? '' : ` (${foreign.by})`;
  const said: Record<string, string> = {
    emulated: `ran in ${id} on ${enginePlatform}: it was emulated${by}`,
    'exec format error': `did not run in ${id} on ${enginePlatform}: exec format error${by}`,
  };
  const what = said[foreign.outcome] ?? `could not be tried in ${id}: ${foreign.outcome}`;
  return [...own, `The image of the same twin for ${foreign.platform} ${what}.`.replace('..', '.')];
}

/** A variant is of the same architecture. */
function isSame(platform: string, enginePlatform: string): boolean {
  return platform === enginePlatform || platform.startsWith(`${enginePlatform}/`);
}
