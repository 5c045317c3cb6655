import type { Instance, RuntimeKind } from '../../../../src-main/contract/index.js';
import type { SparkSource } from '../../../charts/spark.js';
import { themeVersion } from '../../../charts/theme.svelte.js';
import { readTheme } from '../../../charts/types.js';
import type { ChartTheme } from '../../../charts/types.js';
import { isAlive, originOf } from '../../../state/instance-store.js';
import type { Instances } from '../../../state/instances.svelte.js';
import type { Machine } from '../../../state/machine.svelte.js';
import { visibleName } from '../../../text/escape.js';
import { columnsFor } from '../columns.js';
import type { Figures } from '../figures.js';
import { definitionFor } from '../memory-choice.js';
import type { Preferences } from '../preferences.svelte.js';
import type { Rows } from '../rows.svelte.js';
import { ABSENT } from '../words.js';
import type { TableContext } from './context.js';

/** Idle programs wake now and then: below this a curve of CPU stays flat, in percent of a core. */
const LEAST_CPU_TOP = 10;
/** As in table.css. */
const DIMMED = 0.65;
const USUAL_PX = 1240;

/** Follows the system's going light or dark. */
function themeNow(): ChartTheme | undefined {
  return themeVersion() < 0 ? undefined : readTheme(document.documentElement);
}

/** The table's context on the live state. */
export class LiveContext implements TableContext {
  /** As `bind:clientWidth` measures it. */
  widthPx = $state(0);

  constructor(
    private readonly instances: Instances,
    private readonly machine: Machine,
    private readonly rows: Rows,
    readonly preferences: Preferences,
  ) {}

  readonly columns = $derived.by(() => columnsFor(this.widthPx === 0 ? USUAL_PX : this.widthPx));
  readonly #silent = $derived.by(() =>
    this.instances.origins.filter(({ problem }) => problem !== undefined).map(({ id }) => id),
  );

  get cores(): number | undefined {
    return this.machine.info?.environment.cores;
  }

  /** The lab takes the times: this is when it last looked at its machine. */
  readonly nowMs = $derived.by(() =>
    this.machine.host === undefined ? Date.now() : Date.parse(this.machine.host.atIso),
  );

  figures(instance: Instance): Figures {
    return this.rows.figures(instance);
  }

  /** The curves' colours, as the page has them now: asked of it for each curve, it would lay itself out first. */
  readonly #colors = $derived.by((): Record<RuntimeKind, string> => {
    const theme = themeNow();
    return { container: theme?.color('--c1') ?? '', wasm: theme?.color('--w1') ?? '' };
  });

  curve(instance: Instance): SparkSource {
    const { id, kind } = instance;
    const ofCpu = this.preferences.curveOf === 'cpu';
    return {
      ring: this.instances.track(id)?.ring,
      series: ofCpu ? 'cpuPercent' : definitionFor(kind, this.preferences.memory),
      color: this.#colors[kind],
      opacity: this.isDimmed(instance) ? DIMMED : 1,
      nowMs: this.instances.latestMs,
      gapMs: Math.max(3500, 3.5 * this.instances.periodMs),
      leastTop: ofCpu ? LEAST_CPU_TOP : 1,
    };
  }

  isDimmed(instance: Instance): boolean {
    return !isAlive(instance) || this.#silent.includes(originOf(instance));
  }

  runtimeName(id: string | undefined): string {
    if (id === undefined) return ABSENT;
    return visibleName(this.machine.runtimes.find((runtime) => runtime.id === id)?.name ?? id);
  }
}
