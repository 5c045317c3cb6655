import type { RunDefaults, RuntimeInfo, TwinInfo } from '../../../src-main/contract/index.js';
import { remember } from '../../state/recent.js';
import { joinArgs } from '../../text/args.js';
import { forecast } from './forecast.js';
import { valuesOfDefaults } from './form-of-runs.js';
import { planRun } from './form-plan.js';
import { FIRST_VALUES, MOST_LANES } from './form-values.js';
import type { FieldName, FormValues } from './form-values.js';

/** The fields of the Lab, and what they mean for the runtimes that are here. */
export class LabForm {
  readonly values = $state({ ...FIRST_VALUES });
  readonly #here: RuntimeInfo[];
  #defaults: Partial<FormValues> = FIRST_VALUES;
  #choseLanes = false;
  readonly plan = $derived.by(() => planRun(this.values, this.#here));
  readonly notes = $derived.by(() => forecast(this.plan.limits, this.values, this.#here));

  constructor(
    runtimes: () => RuntimeInfo[],
    private readonly twins: () => readonly TwinInfo[],
  ) {
    this.#here = $derived(runtimes().filter(({ available }) => available));
  }

  get here(): readonly RuntimeInfo[] {
    return this.#here;
  }

  error(...fields: FieldName[]): string | undefined {
    return fields.map((field) => this.plan.errors[field]).find((error) => error !== undefined);
  }

  note(...fields: string[]): string | undefined {
    return this.notes.find(({ field }) => fields.includes(field))?.message;
  }

  /** The fields that nobody has touched take these. */
  useDefaults(defaults: RunDefaults): void {
    const fresh = valuesOfDefaults(defaults);
    const untouched = Object.entries(fresh).filter(
      ([name]) => this.values[name as FieldName] === this.#defaults[name as FieldName],
    );
    Object.assign(this.values, Object.fromEntries(untouched));
    this.#defaults = fresh;
  }

  chooseTwin(name: string): void {
    this.values.program = 'twin';
    this.values.twin = name;
    const twin = this.twins().find((known) => known.name === name);
    this.values.twinArgs = joinArgs(twin?.exampleArgs ?? []);
  }

  chooseOwn(): void {
    this.values.program = 'own';
  }

  chooseOwnModule(path: string): void {
    this.chooseOwn();
    this.values.modulePath = path;
    this.values.moduleArgs = '';
  }

  chooseOwnImage(ref: string): void {
    this.chooseOwn();
    this.values.image = ref;
    this.values.imageArgs = '';
  }

  /** What a run or a request had, lanes included. */
  take(values: Partial<FormValues>): void {
    Object.assign(this.values, values);
    this.#choseLanes ||= values.lanes !== undefined;
  }

  /** Lanes stand in the order of the runtimes, whichever was chosen first. */
  addLane(runtime: string): void {
    this.#choseLanes = true;
    if (this.values.lanes.length >= MOST_LANES) return;
    const place = (lane: string): number => this.#here.findIndex(({ id }) => id === lane);
    this.values.lanes = [...this.values.lanes, runtime].sort((a, b) => place(a) - place(b));
  }

  removeLane(runtime: string): void {
    this.#choseLanes = true;
    const at = this.values.lanes.lastIndexOf(runtime);
    if (at >= 0) this.values.lanes = this.values.lanes.filter((_, index) => index !== at);
  }

  removeAll(runtime: string): void {
    this.#choseLanes = true;
    this.values.lanes = this.values.lanes.filter((lane) => lane !== runtime);
  }

  /** Of the user's own program, for the next time. */
  rememberOwn(): void {
    const { program, image, modulePath } = this.values;
    if (program !== 'own') return;
    remember('images', image);
    remember('modules', modulePath);
  }

  /** Another family beside the only lane, where there is one: two are a comparison. */
  addSecondLane(): void {
    const [only] = this.values.lanes;
    if (only === undefined || this.values.lanes.length > 1) return;
    const other = this.#here.find(({ id }) => id.split(':')[0] !== only.split(':')[0]);
    if (other !== undefined) this.addLane(other.id);
  }

  /**
   * Until somebody has chosen lanes they are the first container and the first Wasm runtime that are here, also
   * when one of them is found later. A runtime that went away takes its lanes with it.
   */
  followMachine(here: readonly RuntimeInfo[]): void {
    const isHere = (lane: string): boolean => here.some(({ id }) => id === lane);
    const chosen = this.#choseLanes ? this.values.lanes.filter(isHere) : [];
    const lanes = chosen.length > 0 ? chosen : firstLanes(here);
    if (lanes.join() !== this.values.lanes.join()) this.values.lanes = lanes;
  }
}

function firstLanes(here: readonly RuntimeInfo[]): string[] {
  return (['container', 'wasm'] as const).flatMap((kind) => {
    const found = here.find((runtime) => runtime.kind === kind);
    return found === undefined ? [] : [found.id];
  });
}
