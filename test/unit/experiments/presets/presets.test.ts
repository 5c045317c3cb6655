import { describe, expect, it } from 'vitest';
import { presetsMarkdown } from '../../../../src-main/console/format/presets.js';
import type { ContenderResult, ExperimentResult } from '../../../../src-main/contract/index.js';
import { PRESETS, comparePreset } from '../../../../src-main/experiments/presets/index.js';
import type { Results } from '../../../../src-main/experiments/presets/index.js';
import { summarise } from '../../../../src-main/experiments/results/summary.js';

function contender(runtime: string, kind: ContenderResult['kind'], about: number): ContenderResult {
  const raw = [0.98, 1, 1.02, 1, 0.99].map((share) => share * about);
  const rest = { title: runtime, unit: '', measures: [], failures: [] };
  return { runtime, kind, raw, ...rest, ...summarise(raw) };
}
const result = (
  contenders: ContenderResult[],
  tables: ExperimentResult['tables'] = [],
): ExperimentResult => ({ contenders, tables }) as unknown as ExperimentResult;

/** So many times as long for a container to start as for wasmtime, and to compute in Wasm as natively. */
const results = (starts: number, speeds: number, sizes: number): Results => ({
  startup: result([
    contender('docker:runc', 'container', 10 * starts),
    contender('docker:crun', 'container', 30 * starts),
    contender('wasmtime', 'wasm', 10),
  ]),
  speed: result([contender('native', 'native', 1), contender('v8', 'wasm', speeds)]),
  portability: result(
    [],
    [
      {
        ...{ id: 'sizes', title: '', columns: [] },
        rows: [
          { runtime: 'docker:runc', cells: { what: 'image a', bytes: 1000 * sizes } },
          { runtime: '', cells: { what: 'module a', bytes: 1000 } },
        ],
      },
    ],
  ),
});
const verdicts = (of: Results) =>
  Object.fromEntries(PRESETS.map((preset) => [preset.id, comparePreset(preset, of).verdict]));

describe('a published figure', () => {
  it('agrees where ours is about as much, each for some results', () => {
    expect(verdicts(results(35, 1.5, 3.7))).toMatchObject({
      'liu-2025': 'agrees',
      'jangda-2019': 'agrees',
      'kakati-2025': 'agrees',
      'eriksson-2021': 'agrees',
      'gackstatter-2022': 'deviates',
      hybridserve: 'deviates',
    });
    expect(verdicts(results(8, 1.4, 100))).toMatchObject({ hybridserve: 'agrees' });
    expect(verdicts(results(200, 1, 1))).toMatchObject({ 'gackstatter-2022': 'agrees' });
  });

  it('deviates where ours is much less or much more', () => {
    for (const other of [results(0.5, 0.1, 0.1), results(1000, 9, 1000)]) {
      const comparable = PRESETS.filter(({ notComparable }) => notComparable === undefined);
      for (const preset of comparable) {
        expect(comparePreset(preset, other).verdict, preset.id).toBe('deviates');
      }
    }
  });

  it('is compared with the fastest container, by the runtime that it names', () => {
    const liu = PRESETS.find(({ id }) => id === 'liu-2025');
    if (liu === undefined) throw new Error('no such preset');
    const [figure] = comparePreset(liu, results(35, 1, 1)).figures;
    expect(figure?.ours).toMatch(/^35\.\dx, 95 % interval .*, docker:runc by wasmtime$/);
    const without = { startup: result([contender('docker:runc', 'container', 9)]) };
    expect(comparePreset(liu, without).verdict).toBe('not-comparable');
  });

  it('is not comparable without results, and says what is missing', () => {
    for (const preset of PRESETS) {
      const { verdict, figures } = comparePreset(preset, {});
      expect(verdict, preset.id).toBe('not-comparable');
      expect(figures.every(({ why }) => why.endsWith('.'))).toBe(true);
    }
  });
});

describe('the document of the presets', () => {
  it('has each with its source, its figures and what differs', () => {
    const text = presetsMarkdown(
      {
        presets: PRESETS.map((preset) => comparePreset(preset, results(35, 1.5, 3.7))),
        experiments: ['startup'],
        environment: { labVersion: '0.1.0', os: 'Debian', kernel: '6', arch: 'x64', cores: 2 },
        ...{ startedAtIso: '2026-11-25T00:00:00Z', durationMs: 1000 },
      } as unknown as Parameters<typeof presetsMarkdown>[0],
      'paralelo bench presets --markdown',
    );
    for (const { id } of PRESETS) expect(text).toContain(`\n## ${id}\n`);
    expect(text).toContain('| time test, container by bare wasmtime | 688 ms by 19.6 ms (35.1x) |');
    expect(text).toContain('not comparable');
  });
});
