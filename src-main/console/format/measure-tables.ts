import type { ContenderResult, Measure } from '../../contract/index.js';
import { amount, figures, short } from '../../export/text/amount.js';
import { formatTable } from './table.js';

/**
 * The measures beside the first: phases of a start side by side; those of one quantity by several definitions
 * (`slope:pss`) a row for each definition; any other a row each.
 */
export function measureTables(contenders: readonly ContenderResult[]): string[] {
  return [phaseTable(contenders), definitionTable(contenders), otherTable(contenders)];
}

const PHASE = 'phase-';

function phaseTable(contenders: readonly ContenderResult[]): string {
  const names = distinct(contenders, ({ id }) =>
    id.startsWith(PHASE) ? id.slice(PHASE.length) : [],
  );
  if (names.length === 0) return '';
  return formatTable(
    ['of these, medians', ...names],
    contenders.map(({ runtime, measures }) => [
      runtime,
      ...names.map((name) => {
        const measure = measures.find(({ id }) => id === PHASE + name);
        return measure === undefined ? '' : short(measure.median);
      }),
    ]),
    new Set(names),
  );
}

/** `overhead:pss` is the quantity overhead by the definition pss. */
function definitionTable(contenders: readonly ContenderResult[]): string {
  const quantities = distinct(contenders, ({ id }) =>
    id.includes(':') ? (id.split(':')[0] ?? []) : [],
  );
  if (quantities.length === 0) return '';
  const rows = contenders.flatMap((contender) =>
    distinct([contender], ({ id }) => id.split(':')[1] ?? []).map((definition) => [
      contender.runtime,
      definition,
      ...quantities.map((quantity) => {
        const measure = contender.measures.find(({ id }) => id === `${quantity}:${definition}`);
        return measure === undefined ? '' : amount(measure.median, measure.unit);
      }),
    ]),
  );
  return formatTable(['medians of', 'by', ...quantities], rows, new Set(quantities));
}

function otherTable(contenders: readonly ContenderResult[]): string {
  const rows = contenders.flatMap(({ runtime, measures }) =>
    measures
      .slice(1)
      .filter(({ id }) => !id.includes(':') && !id.startsWith(PHASE))
      .map((measure) => [measure.title, runtime, ...figures(measure)]),
  );
  if (rows.length === 0) return '';
  const numbers = ['median', '95 % interval', 'p5', 'p95'];
  return formatTable(['measure', 'contender', ...numbers], rows, new Set(numbers));
}

/** In the order in which they come first. */
function distinct(
  contenders: readonly ContenderResult[],
  nameOf: (measure: Measure) => string | never[],
): string[] {
  return [...new Set(contenders.flatMap(({ measures }) => measures.flatMap(nameOf)))];
}
