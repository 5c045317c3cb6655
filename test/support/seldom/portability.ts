import type { RunRecord } from '../../../src-main/contract/index.js';
import type { Facts } from '../../../src-main/experiments/portability/facts.js';
import { findingsOf } from '../../../src-main/experiments/portability/findings.js';
import { checkSameFile } from '../../../src-main/experiments/portability/index.js';
import { outputsTable } from '../../../src-main/experiments/portability/outputs-table.js';
import { judge } from '../../../src-main/experiments/program/judge.js';
import type { Seen } from '../../../src-main/experiments/program/printed.js';
import { outputWarnings } from '../../../src-main/experiments/program/words.js';
import { checkProgram } from '../../../src-main/experiments/program/workload.js';
import { info, thrownBy, told } from './told.js';

function seen(text: string, end = 'exit code 0', rest?: string): Seen {
  const of = (part: string) => ({ sha256: part, kept: Buffer.from(part) });
  const printed = { ...of(text), bytes: text.length };
  return { printed: { ...printed, ...(rest !== undefined && { rest: of(rest) }) }, end };
}

const long = (sha256: string): Seen => ({
  printed: { sha256, bytes: 9, kept: Buffer.from('same') },
  end: 'trapped (SIGSEGV)',
});

const PROGRAMS: Seen[][][] = [
  [[seen('a'), seen('a')], [seen('b', 'exit code 1'), seen('c')], [long('d')], [seen('')]],
  [
    [seen('ab', 'exit code 0', 'a')],
    [seen('ac', 'exit code 0', 'a')],
    [seen('ad', 'stopped', 'b')],
  ],
  [[long('e')], [long('f')]],
];

function factsOf(length: number, isValid: boolean, ran: Seen | undefined): Facts {
  const content = new Uint8Array(length);
  const module = {
    content: { name: 'x.wasm', bytes: content, sha256: 'cafe' },
    sizes: { bytes: 8, stripped: { content, bytes: length, isValid } },
    ...(ran !== undefined && { stripped: { runtime: 'v8', seen: ran } }),
  };
  const outcomes = ['emulated', 'exec format error', 'It was stopped.'];
  const looked = [undefined, 'binfmt_misc is not mounted here'].flatMap((by) =>
    outcomes.map((outcome) => ({
      facts: { platform: 'linux/arm64', enginePlatform: 'linux/amd64' },
      foreign: { platform: 'linux/arm64', outcome, ...(by !== undefined && { by }) },
    })),
  ) as unknown as NonNullable<Facts['images'] extends Map<string, infer One> ? One : never>[];
  const images = new Map(looked.map((one, at) => [`docker:${String(at)}`, one]));
  return { images, module, warnings: [] };
}

/** Every way in which outputs, ends, the stripped module and the image for another architecture may differ. */
export async function portabilitySeldom(): Promise<string[]> {
  const runtimes = [
    info('docker:runc', 'container'),
    info('v8'),
    info('wasm3'),
    info('x', 'container'),
  ];
  const judged = PROGRAMS.map((program) => {
    const all = program.map((own, at) => ({ runtime: runtimes[at]?.id ?? '', seen: own }));
    return judge(all, false);
  });
  const facts = [
    factsOf(8, true, undefined),
    factsOf(7, false, undefined),
    factsOf(7, true, undefined),
    ...['a', 'b'].map((text) => factsOf(7, true, seen(text))),
  ];
  const changed = { runtime: 'v8', workload: { sha256: 'beef' } } as unknown as RunRecord;
  const [first] = facts;
  return [
    ...judged.flatMap((own) =>
      facts.flatMap((one) => findingsOf({ runtimes, facts: one, judged: own, asPrinted: false })),
    ),
    ...judged.flatMap((own) => told(outputWarnings(own, true))),
    ...judged.flatMap((own) => outputsTable(own).rows.map(({ cells }) => String(cells.end))),
    ...(await thrownBy(() => first !== undefined && checkSameFile(changed, first))),
    ...(await thrownBy(() =>
      checkProgram({ runtimes: ['v8'], program: { image: { ref: 'x', args: [] } } }),
    )),
    ...(await thrownBy(() =>
      checkProgram({ runtimes: ['docker:runc'], program: { module: { ref: 'x', args: [] } } }),
    )),
  ];
}
