import type { Command } from 'commander';
import {
  ExperimentPlanSchema,
  LabError,
  fromWireError,
  validate,
} from '../../../contract/index.js';
import type {
  ExperimentName,
  ExperimentPlanInput,
  ExperimentResult,
  PresetsReport,
} from '../../../contract/index.js';
import { PRESETS, comparePreset } from '../../../experiments/presets/index.js';
import type { Preset, Results } from '../../../experiments/presets/index.js';
import type { Lab } from '../../../lab/lab.js';
import { chosenRuntimes } from '../../chosen-runtimes.js';
import { commandLine } from '../../command-line.js';
import { between } from '../../flag-values.js';
import { formatProgress } from '../../format/experiment.js';
import { formatPresets, presetsMarkdown } from '../../format/presets.js';
import { labHere } from '../../lab-here.js';
import { endProgressLine, progressLine } from '../../progress-line.js';
import { printJson, writeOut } from '../../streams.js';

interface PresetFlags {
  runtimes?: string;
  runs: string;
  json?: true;
  markdown?: true;
}

/** Enough for the ratio of two medians. */
const RUNS = '10';

export function presetsCommand(bench: Command): void {
  bench
    .command('presets')
    .argument('[ids...]', `of ${PRESETS.map(({ id }) => id).join(', ')}; default: all`)
    .description('published comparisons, repeated here as far as they can be: agrees or deviates')
    .option('--runtimes <ids>', 'comma-separated; default: all that are here')
    .option('--runs <n>', 'runs of each that count', RUNS)
    .option('--json', 'print one JSON document on stdout and nothing else')
    .option('--markdown', 'print a document for docs/')
    .action(benchPresets);
}

async function benchPresets(ids: string[], flags: PresetFlags): Promise<void> {
  const presets = presetsNamed(ids);
  const runs = between('--runs', flags.runs, 1, 1000);
  const lab = await labHere();
  try {
    const report = await repeat(lab, presets, runs, flags.runtimes);
    if (flags.json === true) printJson(report);
    else {
      writeOut(
        flags.markdown === true ? presetsMarkdown(report, commandLine()) : formatPresets(report),
      );
    }
  } finally {
    await lab.close();
  }
}

function presetsNamed(ids: readonly string[]): readonly Preset[] {
  const unknown = ids.find((id) => !PRESETS.some((preset) => preset.id === id));
  if (unknown !== undefined) {
    throw new LabError(
      'bad-request',
      `There is no preset "${unknown}".`,
      `There are: ${PRESETS.map(({ id }) => id).join(', ')}.`,
    );
  }
  return ids.length === 0 ? PRESETS : PRESETS.filter(({ id }) => ids.includes(id));
}

async function repeat(
  lab: Lab,
  presets: readonly Preset[],
  runs: number,
  wanted: string | undefined,
): Promise<PresetsReport> {
  const began = { atIso: new Date().toISOString(), ms: performance.now() };
  const runtimes = (await chosenRuntimes(lab, wanted)).map(({ id }) => id);
  const experiments = [...new Set(presets.flatMap(({ needs }) => needs))];
  const results: Results = {};
  for (const name of experiments) {
    const result = await carryOut(lab, { experiment: name, runtimes, runs: runsOf(name, runs) });
    if (result !== undefined) results[name] = result;
  }
  return {
    presets: presets.map((preset) => comparePreset(preset, results)),
    experiments,
    environment: await lab.environment(),
    startedAtIso: began.atIso,
    durationMs: performance.now() - began.ms,
  };
}

/** A run of portability says it; one of speed is seven kernels of half a second. */
function runsOf(name: ExperimentName, runs: number): number {
  if (name === 'portability') return 1;
  return name === 'speed' ? Math.min(3, runs) : runs;
}

async function carryOut(
  lab: Lab,
  asked: ExperimentPlanInput,
): Promise<ExperimentResult | undefined> {
  const tell = progressLine();
  const plan = validate(ExperimentPlanSchema, asked, 'bench presets');
  const experiment = lab.experiments.start(plan, {
    status: (status) => tell(`${asked.experiment}: ${formatProgress(status)}`),
    result: () => undefined,
  });
  const result = await experiment.ended;
  endProgressLine();
  const { problem } = experiment.status;
  if (problem !== undefined) throw fromWireError(problem);
  return result;
}
