import { spawnSync } from 'node:child_process';

/** What `wasm-objdump -x -h` (WABT) says of a module, in words that can be compared. */
export interface Dump {
  imports: string[];
  exports: string[];
  memories: string[];
  tables: string[];
  hasStartFunction: boolean;
  customSections: string[];
  moduleName: string | undefined;
  /** What it does not understand: then it says nothing that counts. */
  errors: string[];
}

const KINDS: Record<string, string> = { func: 'function' };
const THING = /^ - (func|table|memory|global|tag)\[\d+\]/;

/** Undefined where WABT is not installed. */
export function objdump(path: string): Dump | undefined {
  const details = run(['-x', path]);
  const headers = run(['-h', path]);
  if (details === undefined || headers === undefined) return undefined;
  const text = details.stdout;
  const imported = linesOf(text, 'Import');
  const memories = [...imported, ...linesOf(text, 'Memory')].filter(is('memory'));
  const tables = [...imported, ...linesOf(text, 'Table')].filter(is('table'));
  return {
    imports: imported.map((line) => `${kindOf(line)} ${/ <- (.*)$/.exec(line)?.[1] ?? ''}`),
    exports: linesOf(text, 'Export').map(
      (line) => `${kindOf(line)} ${/ -> "(.*)"$/.exec(line)?.[1] ?? ''}`,
    ),
    memories: memories.map((line) => line.replace(/^.*pages: /, '').replace(/ <- .*/, '')),
    tables: tables.map((line) => line.replace(/^ - table\[\d+\] /, '').replace(/ <.*/, '')),
    hasStartFunction: /^Start:$/m.test(text),
    customSections: [
      ...headers.stdout.matchAll(/^ +Custom .*\(size=0x([0-9a-f]+)\) "(.*)"$/gm),
    ].map(([, size = '', name = '']) => `${name} ${Number.parseInt(size, 16)}`),
    moduleName: /^module name: <(.*)>$/m.exec(text)?.[1],
    errors: details.stderr.split('\n').filter((line) => line.includes('error:')),
  };
}

function run(args: string[]): { stdout: string; stderr: string } | undefined {
  const { error, stdout, stderr } = spawnSync('wasm-objdump', args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return error === undefined ? { stdout, stderr } : undefined;
}

/** The lines of one section, without what is said below each of them. */
function linesOf(text: string, section: string): string[] {
  const at = new RegExp(`^${section}\\[\\d+\\]:\\n((?: .*\\n)*)`, 'm').exec(text);
  return (at?.[1] ?? '').split('\n').filter((line) => THING.test(line));
}

function kindOf(line: string): string {
  const kind = THING.exec(line)?.[1] ?? '';
  return KINDS[kind] ?? kind;
}

function is(kind: string): (line: string) => boolean {
  return (line) => kindOf(line) === kind;
}
