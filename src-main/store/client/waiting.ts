import { PACKED_WIDTH } from '../columns.js';
import type { WriteItem } from '../protocol.js';

/** About 27 MB, or 200 instances at 10 a second for a minute and a half. */
const MOST_SAMPLES = 200_000;
/** Of everything else; a run's record with its output has two megabytes at most. */
const MOST_RECORDS = 2000;
const MOST_RECORD_BYTES = 128 * 1024 ** 2;

interface Cost {
  samples: number;
  records: number;
  bytes: number;
}

/** What was handed over and is not on the disk yet. Bounded: what does not fit is refused, and counted. */
export class Waiting {
  readonly #costs: Cost[] = [];
  readonly #sum: Cost = { samples: 0, records: 0, bytes: 0 };
  readonly dropped = { samples: 0, records: 0 };

  get samples(): number {
    return this.#sum.samples;
  }

  get records(): number {
    return this.#sum.records;
  }

  /** False when there is no room for it. */
  take(item: WriteItem): boolean {
    const cost = costOf(item);
    if (!this.#fits(cost)) {
      this.#drop(cost);
      return false;
    }
    this.#costs.push(cost);
    this.#add(cost, 1);
    return true;
  }

  /** Nobody would write it. Always false. */
  refuse(item: WriteItem): false {
    this.#drop(costOf(item));
    return false;
  }

  /** The oldest ones are done with. */
  written(items: number, lost: number): void {
    for (const [at, cost] of this.#costs.splice(0, items).entries()) {
      this.#add(cost, -1);
      if (at < lost) this.#drop(cost);
    }
  }

  /** Nobody will write what is left. */
  giveUp(): void {
    this.written(this.#costs.length, this.#costs.length);
  }

  #drop({ samples, records }: Cost): void {
    this.dropped.samples += samples;
    this.dropped.records += records;
  }

  #fits({ samples, records, bytes }: Cost): boolean {
    const sum = this.#sum;
    return (
      sum.samples + samples <= MOST_SAMPLES &&
      sum.records + records <= MOST_RECORDS &&
      (sum.bytes === 0 || sum.bytes + bytes <= MOST_RECORD_BYTES)
    );
  }

  #add({ samples, records, bytes }: Cost, sign: 1 | -1): void {
    this.#sum.samples += sign * samples;
    this.#sum.records += sign * records;
    this.#sum.bytes += sign * bytes;
  }
}

function costOf(item: WriteItem): Cost {
  switch (item.kind) {
    case 'samples':
      return { samples: item.packed.length / PACKED_WIDTH, records: 0, bytes: 0 };
    case 'output':
      return { samples: 0, records: 1, bytes: item.text.length };
    case 'run-ended':
      return {
        samples: (item.packed?.length ?? 0) / PACKED_WIDTH,
        records: 1,
        bytes: item.record.stdout.length + item.record.stderr.length,
      };
    case 'trial':
      return { samples: 0, records: 1, bytes: item.trial.kept?.length ?? 0 };
    case 'attempts': {
      const { results } = item.matrix;
      const bytes = results.reduce((sum, { raw, says }) => sum + raw.length + says.length, 0);
      return { samples: 0, records: 1, bytes };
    }
    case 'run':
    case 'experiment':
    case 'recording':
      return { samples: 0, records: 1, bytes: 0 };
  }
}
