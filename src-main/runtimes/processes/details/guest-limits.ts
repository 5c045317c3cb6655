import type { LimitWall, ModuleWalls } from '../../../contract/index.js';
import { Options } from '../command-line/options.js';
import type { Subject } from '../subject.js';

/** Families whose limits are all on their command line. */
const TOLD = new Set('wasmtime wasmer wasmedge wazero wamr wasm3 wabt lucet'.split(' '));
const UNITS_MS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};
const ADDRESSABLE_32 = 2 ** 32;

/** What the guest may use at most, as far as the module and the command line tell. */
export function guestLimits(
  subject: Subject,
  module: ModuleWalls | undefined,
  linearBytes: number | undefined,
): LimitWall[] {
  const { line, runtimeId } = subject;
  const memory = memoryLimit(subject, module);
  const now = linearBytes === undefined ? {} : { now: linearBytes };
  const memories: LimitWall[] =
    memory === undefined && linearBytes === undefined
      ? []
      : [{ name: 'memory', unit: 'bytes', ...memory, ...now }];
  if (!TOLD.has(runtimeId)) return memories;
  const options = new Options(line.others);
  return [
    ...memories,
    flagged('time', 'ms', timeMs(runtimeId, options)),
    flagged('fuel', 'fuel', count(options.value('fuel', 'gas-limit'))),
  ];
}

function flagged(name: 'time' | 'fuel', unit: 'ms' | 'fuel', value: number | undefined): LimitWall {
  return value === undefined
    ? { name, unit, declared: 'unlimited' }
    : { name, unit, declared: value, heldBy: 'engine-flag' };
}

/** Of all memories together: of each the lower of its own maximum and the engine's cap. */
function memoryLimit(
  { line, runtime }: Subject,
  module: ModuleWalls | undefined,
): Pick<LimitWall, 'declared' | 'heldBy'> | undefined {
  const cap = line.memoryLimitBytes;
  const flag = runtime.needsMemory === true ? 'v8-flag' : 'engine-flag';
  if (module === undefined) return cap === undefined ? undefined : { declared: cap, heldBy: flag };
  let sum = 0;
  let isCapped = false;
  let isDeclared = module.memories.length > 0;
  for (const { maximumBytes, is64Bit } of module.memories) {
    const own = maximumBytes ?? (is64Bit ? Infinity : ADDRESSABLE_32);
    if (cap !== undefined && cap < own) isCapped = true;
    else if (maximumBytes === undefined) isDeclared = false;
    sum += Math.min(own, cap ?? Infinity);
  }
  if (!Number.isFinite(sum)) return { declared: 'unlimited' };
  const heldBy = isCapped ? flag : isDeclared ? 'module-maximum' : 'address-space';
  return { declared: sum, heldBy };
}

function timeMs(runtimeId: string, options: Options): number | undefined {
  const text = options.value('timeout', 'wasm-timeout', 'time-limit');
  if (text === undefined) return undefined;
  const isInMs = runtimeId === 'wasmedge' || runtimeId === 'wamr' || runtimeId === 'lucet';
  const value = durationMs(text, isInMs ? 1 : 1000);
  // wazero: 0 is none.
  return value === 0 ? undefined : value;
}

/** `1500`, `1s`, `1h30m`; undefined where it is not understood. */
function durationMs(text: string, bareMs: number): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * bareMs;
  if (!/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)].reduce(
    (sum, [, number = '', unit = '']) => sum + Number(number) * (UNITS_MS[unit] ?? 0),
    0,
  );
}

function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
