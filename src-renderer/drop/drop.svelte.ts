import { toWireError } from '../../src-main/contract/index.js';
import type { Client, EngineInfo, WireError } from '../../src-main/contract/index.js';
import type { Machine } from '../state/machine.svelte.js';
import type { History } from '../state/history.svelte.js';
import { pathOfFile } from '../transport/file-path.js';
import { kindOf, kindOfType, loadLine } from './dropped.js';
import type { DroppedKind } from './dropped.js';

/** What came of it; the words are the component's. */
export type DropOutcome =
  | { is: 'chosen' | 'no-path' | 'other'; name: string }
  /** `path` is absent where a browser does not tell it. */
  | { is: 'image'; name: string; path?: string; line: string }
  | { is: 'loading' | 'loaded'; name: string; engine: string; refs?: readonly string[] }
  | { is: 'not-loaded'; name: string; problem: WireError };

/** Files that are dragged over the window, and what becomes of those that are dropped. */
export class Drop {
  /** Set while files are over the window: what they are, as far as the system tells. */
  over = $state.raw<readonly (DroppedKind | undefined)[]>();
  outcome = $state.raw<DropOutcome>();
  #depth = 0;

  constructor(
    private readonly machine: Machine,
    private readonly history: History,
    private readonly client: Client,
    private readonly goTo: (hash: string) => void,
  ) {}

  readonly onEnter = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.#depth += 1;
    const items = [...(event.dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file');
    this.over = items.map(({ type }) => kindOfType(type));
  };

  readonly onOver = (event: DragEvent): void => {
    if (hasFiles(event)) event.preventDefault();
  };

  /** Also from one element of the page into another. */
  readonly onLeave = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    this.#depth = Math.max(0, this.#depth - 1);
    if (this.#depth === 0) this.over = undefined;
  };

  readonly onDrop = (event: DragEvent): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.#depth = 0;
    this.over = undefined;
    const [file] = event.dataTransfer?.files ?? [];
    if (file !== undefined) void this.#take(file);
  };

  /** Has the engine load it, and chooses what came of it as the program of the container lanes. */
  async load(name: string, path: string, engine: EngineInfo): Promise<void> {
    this.outcome = { is: 'loading', name, engine: engine.name };
    try {
      const { refs } = await this.client.request('images.load', { engine: engine.id, path });
      this.outcome = { is: 'loaded', name, engine: engine.name, refs };
      void this.machine.loadImages();
      this.goTo(`#lab?image=${encodeURIComponent(refs[0] ?? '')}`);
    } catch (thrown) {
      this.outcome = { is: 'not-loaded', name, problem: toWireError(thrown) };
    }
  }

  async #take(file: File): Promise<void> {
    const { name } = file;
    this.outcome = undefined;
    switch (kindOf(name)) {
      case 'module':
        this.outcome = this.#takeModule(file);
        return;
      case 'bundle':
        // History says what came of it.
        this.goTo('#history');
        await this.history.exchange.import(file);
        return;
      case 'image':
        this.outcome = {
          ...{ is: 'image', name },
          ...pathIn(file),
          line: loadLine(this.machine.engines, pathOfFile(file) ?? name),
        };
        return;
      case 'other':
        this.outcome = { is: 'other', name };
    }
  }

  #takeModule(file: File): DropOutcome {
    const path = pathOfFile(file);
    if (path === undefined) return { is: 'no-path', name: file.name };
    this.goTo(`#lab?module=${encodeURIComponent(path)}`);
    return { is: 'chosen', name: file.name };
  }
}

function pathIn(file: File): { path?: string } {
  const path = pathOfFile(file);
  return path === undefined ? {} : { path };
}

/** Text that is dragged from one field into another is none of ours. */
function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}
