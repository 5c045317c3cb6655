import { readFileSync, readdirSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import * as v from 'valibot';
import { LabError, toWireError } from '../../contract/index.js';
import { DEFAULT_SPECIFICATION, Unsupported, parseSpecification } from './specification.js';
import type { Specification } from './specification.js';

/** One `.wasm` and what is expected of it. */
export interface WasiTest {
  /** Its path in the folder, without `.wasm`. */
  name: string;
  wasmPath: string;
  /** As the nearest `manifest.json` above it calls it. */
  suite?: string;
  specification: Specification;
  /** Why it cannot pass anywhere: its `.json` or its `.wasm` is missing or damaged. */
  broken?: string;
  /** Why it cannot be posed here. */
  unsupported?: string;
}

/** More than the public suites have by far: a folder with more is not one of tests. */
const MOST_TESTS = 5000;
const MOST_ENTRIES = 100_000;
const MOST_JSON_BYTES = 1024 ** 2;
const ManifestSchema = v.object({ name: v.string() });

/** The tests below a folder, in the order of their names. Throws LabError for one that holds none, or too much. */
export function readFolder(dir: string, mostTests = MOST_TESTS): WasiTest[] {
  const top = resolve(dir);
  checkFolder(top);
  const tests = new Walk(top, mostTests).tests();
  if (tests.length === 0) {
    throw new LabError(
      'file-not-found',
      `There is no .wasm file in ${top}.`,
      'Give the folder that holds built tests, such as tests/c/testsuite of the branch prod/testsuite-base.',
    );
  }
  return tests;
}

function checkFolder(top: string): void {
  const stats = statSync(top, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) return;
  throw new LabError(
    'file-not-found',
    stats === undefined ? `There is no folder ${top}.` : `${top} is not a folder.`,
    'Give a folder of .wasm tests with a .json beside each.',
  );
}

class Walk {
  #entries = 0;
  readonly #found: WasiTest[] = [];

  constructor(
    private readonly top: string,
    private readonly mostTests: number,
  ) {}

  tests(): WasiTest[] {
    this.#enter(this.top, undefined);
    return this.#found;
  }

  #enter(folder: string, suiteAbove: string | undefined): void {
    const entries = this.#list(folder);
    const names = new Set(entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name));
    const suite = names.has('manifest.json') ? suiteName(join(folder, 'manifest.json')) : undefined;
    const called = suite ?? suiteAbove;
    for (const stem of stemsOf(names)) this.#add(folder, stem, names, called);
    for (const entry of entries) {
      // A link may lead out of the folder, or round in a circle.
      if (entry.isDirectory()) this.#enter(join(folder, entry.name), called);
    }
  }

  #list(folder: string): Dirent[] {
    const entries = readdirSync(folder, { withFileTypes: true });
    this.#entries += entries.length;
    if (this.#entries > MOST_ENTRIES) throw tooLarge(this.top, `${MOST_ENTRIES} files`);
    return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  #add(folder: string, stem: string, names: Set<string>, suite: string | undefined): void {
    if (this.#found.length >= this.mostTests) throw tooLarge(this.top, `${this.mostTests} tests`);
    const wasmPath = join(folder, `${stem}.wasm`);
    this.#found.push({
      name: relative(this.top, join(folder, stem)).split(sep).join('/'),
      wasmPath,
      ...(suite === undefined ? {} : { suite }),
      ...(names.has(`${stem}.wasm`)
        ? specificationOf(folder, stem, names)
        : {
            specification: DEFAULT_SPECIFICATION,
            broken: `There is a ${stem}.json but no ${stem}.wasm beside it.`,
          }),
    });
  }
}

/** A `.json` alone is a test that lost its module, but only where there are modules at all. */
function stemsOf(names: Set<string>): string[] {
  const withEnd = (end: string): string[] =>
    [...names].filter((name) => name.endsWith(end)).map((name) => name.slice(0, -end.length));
  const modules = withEnd('.wasm');
  if (modules.length === 0) return [];
  const described = withEnd('.json').filter((stem) => stem !== 'manifest');
  return [...new Set([...modules, ...described])].sort();
}

function specificationOf(
  folder: string,
  stem: string,
  names: Set<string>,
): Pick<WasiTest, 'specification' | 'broken' | 'unsupported'> {
  const name = `${stem}.json`;
  if (!names.has(name)) return { specification: DEFAULT_SPECIFICATION };
  try {
    const path = join(folder, name);
    if (statSync(path).size > MOST_JSON_BYTES) {
      throw new LabError('bad-request', `${name} is larger than 1 MiB.`, 'Give the real one.');
    }
    return { specification: parseSpecification(readFileSync(path, 'utf8'), name) };
  } catch (thrown) {
    const specification = DEFAULT_SPECIFICATION;
    if (thrown instanceof Unsupported) return { specification, unsupported: thrown.message };
    return { specification, broken: toWireError(thrown).message };
  }
}

/** A suite without a readable name is called after its folder. */
function suiteName(path: string): string {
  try {
    return v.parse(ManifestSchema, JSON.parse(readFileSync(path, 'utf8'))).name;
  } catch {
    return basename(dirname(path));
  }
}

function tooLarge(top: string, what: string): LabError {
  return new LabError(
    'bad-request',
    `${top} holds more than ${what}: that is no folder of tests.`,
    'Give the folder of one suite.',
  );
}
