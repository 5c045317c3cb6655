import { LabError, PROBE_SETS } from '../../src-main/contract/index.js';
import type {
  HistoryEntry,
  HistoryFacets,
  HistoryPage,
  HistoryQuery,
  RecordedAttempts,
  RecordedExperiment,
  RecordedRange,
  RecordedRun,
  StoreState,
  TrendRecord,
} from '../../src-main/contract/index.js';
import { resultAfter } from '../../src-main/experiments/results/result-after.js';
import { sideBySide, trendOf } from '../../src-main/experiments/trend/index.js';
import { RUNTIMES } from './fake-machine.js';
import { fakeMatrix } from './fake-matrix.js';
import {
  aRecordedRun,
  aRecording,
  aStartup,
  anInterrupted,
  samplesOfRecording,
  someAttempts,
} from './fake-records.js';

export interface FakeHistoryOptions {
  /** The list never comes. */
  holds?: boolean;
  /** It cannot be read. */
  fails?: boolean;
  isEmpty?: boolean;
  /** The lab keeps no store. */
  isOff?: boolean;
}

const OFF: StoreState = {
  condition: 'off',
  isRecording: false,
  dropped: { samples: 0, records: 0 },
  waiting: { samples: 0, records: 0 },
  notices: [],
};

/** What a lab that only pretends has recorded: the same each time. */
export class FakeHistory {
  readonly experiments: RecordedExperiment[];
  readonly runs: RecordedRun[];
  #entries: HistoryEntry[];

  constructor(readonly options: FakeHistoryOptions = {}) {
    const isEmpty = options.isEmpty === true || options.isOff === true;
    this.experiments = isEmpty ? [] : [...[0, 1, 2, 4, 5, 6, 8, 9].map(aStartup), anInterrupted()];
    this.runs = isEmpty ? [] : [aRecordedRun(0, 'wasmtime'), aRecordedRun(1, 'v8')];
    const all = [...this.experiments, ...this.runs].map(({ entry }): HistoryEntry => entry);
    this.#entries = [...all, ...(isEmpty ? [] : [aRecording(), someAttempts()])].sort(
      (one, other) => (one.atIso < other.atIso ? 1 : -1),
    );
  }

  get storeState(): StoreState | undefined {
    return this.options.isOff === true ? OFF : undefined;
  }

  answer(name: string, params: unknown): unknown {
    const { id = '', ids = [] } = params as { id?: string; ids?: string[] };
    if (this.options.holds === true) return new Promise(() => undefined);
    if (this.options.fails === true) throw damaged();
    switch (name) {
      case 'history.list':
        return this.#list(params as HistoryQuery);
      case 'history.facets':
        return this.#facets();
      case 'history.run':
        return this.runs.find(({ entry }) => entry.id === id);
      case 'history.experiment':
        return this.#experiment(id);
      case 'history.attempts':
        return {
          entry: someAttempts(),
          matrix: fakeMatrix(RUNTIMES, PROBE_SETS),
        } satisfies RecordedAttempts;
      case 'history.trend':
        return this.#trend(id);
      case 'history.compare':
        return sideBySide(
          ids.map((one) => this.#experiment(one)),
          (params as { measure?: string }).measure,
        );
      case 'history.resultAt': {
        const { result } = this.#experiment(id);
        if (result === undefined) throw new Error('no result');
        return { result: resultAfter(result, (params as { counts: number[] }).counts) };
      }
      case 'history.range':
        return { samples: samplesOfRecording() } satisfies RecordedRange;
      case 'history.annotate':
        return this.#annotate(params as Partial<HistoryEntry> & { id: string });
      case 'history.remove':
        this.#entries = this.#entries.filter((entry) => !ids.includes(entry.id));
        return { removed: ids };
      default:
        throw new Error(`The pretended history does not know ${name}.`);
    }
  }

  #list({ kind, text = '' }: HistoryQuery): HistoryPage {
    const fits = this.#entries.filter((entry) => JSON.stringify(entry).includes(text));
    const count = (of: HistoryEntry['kind']): number =>
      fits.filter((one) => one.kind === of).length;
    const entries = fits.filter((entry) => kind === undefined || entry.kind === kind);
    return {
      ...{ entries, total: entries.length },
      counts: {
        run: count('run'),
        experiment: count('experiment'),
        attempts: count('attempts'),
        recording: count('recording'),
      },
    };
  }

  #facets(): HistoryFacets {
    const facet = (values: string[]) =>
      [...new Set(values)].map((value) => ({
        value,
        count: values.filter((one) => one === value).length,
      }));
    return {
      runtimes: facet(['docker:runc', 'wasmtime', 'v8']),
      workloads: facet(['grow']),
      experiments: facet(['startup']),
      outcomes: facet(this.#entries.map(({ outcome }) => outcome)),
      tags: facet(this.#entries.flatMap(({ tags }) => tags)),
    };
  }

  #experiment(id: string): RecordedExperiment {
    const found = this.experiments.find(({ entry }) => entry.id === id);
    if (found === undefined) throw new LabError('unknown-entry', `No ${id}.`, 'List them anew.');
    return found;
  }

  #trend(id: string): unknown {
    const { entry, plan } = this.#experiment(id);
    return trendOf({ entry, plan, records: this.experiments.flatMap(recordOf), left: 0 });
  }

  #annotate(change: Partial<HistoryEntry> & { id: string }): HistoryEntry {
    const known = this.#entries.find(({ id }) => id === change.id);
    if (known === undefined) throw new LabError('unknown-entry', 'It is gone.', 'List them anew.');
    Object.assign(known, change);
    return known;
  }
}

function recordOf({ entry, result }: RecordedExperiment): TrendRecord[] {
  if (result === undefined) return [];
  const { contenders, environment } = result;
  const { id, atIso, outcome } = entry;
  return [{ ...{ id, atIso, outcome, environment }, ...figuresOf(contenders) }];
}

function figuresOf(
  all: NonNullable<RecordedExperiment['result']>['contenders'],
): Pick<TrendRecord, 'measures' | 'contenders'> {
  const measures = all.flatMap((one) => one.measures);
  return {
    measures: measures.map(({ id, title, unit }) => ({ id, title, unit })),
    contenders: all.map(({ runtime, version = '', measures: own }) => ({
      ...{ runtime, version },
      values: own.map(({ id, n, median, ci95 }) => ({ id, n, median, ci95 })),
    })),
  };
}

function damaged(): LabError {
  return new LabError(
    'record-damaged',
    'What is kept of e-1 makes no sense (result: JSON).',
    'The others can be read all the same. Remove this one, or run it again.',
  );
}
