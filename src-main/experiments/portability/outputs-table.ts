import type { ResultTable } from '../../contract/index.js';
import type { Judged } from '../program/judge.js';

/** As many digits of a hash as tell two apart by eye; all of them stand in the findings. */
export const SHORT_HASH = 12;

export function outputsTable(judged: readonly Judged[]): ResultTable {
  return {
    id: 'outputs',
    title: 'What each printed',
    columns: [
      { id: 'bytes', title: 'Printed', unit: 'B' },
      { id: 'sha256', title: 'SHA-256' },
      { id: 'same', title: 'Same as the first' },
      { id: 'outputs', title: 'Different outputs' },
      { id: 'runs', title: 'Runs' },
      { id: 'end', title: 'Ended' },
      { id: 'at', title: 'First difference at byte' },
      { id: 'here', title: 'Here' },
      { id: 'there', title: 'In the first' },
    ],
    rows: judged.map((one) => ({ runtime: one.runtime, cells: cellsOf(one) })),
  };
}

function cellsOf({ runtime, reference, first, runs, outputs, ends, difference }: Judged) {
  const { printed } = first;
  const same = difference === undefined ? 'yes' : 'no';
  return {
    bytes: printed.bytes,
    sha256: printed.sha256.slice(0, SHORT_HASH),
    same: runtime === reference ? 'it is the first' : same,
    outputs,
    runs,
    end: ends.join(', '),
    ...(difference?.atByte === undefined
      ? {}
      : { at: difference.atByte, here: difference.here, there: difference.there }),
  };
}
