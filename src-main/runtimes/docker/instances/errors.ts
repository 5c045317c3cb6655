import { LabError } from '../../../contract/index.js';
import type { Instance } from '../../../contract/index.js';
import { isRefusal } from '../engine/client.js';
import type { Engine } from '../engine/engine.js';
import { engineWords, toLabError } from '../refusals.js';

/** `what` is a verb that fits before a name: `stop`, `read the events of`. */
export function toInstanceError(
  engine: Engine,
  { name }: Instance,
  what: string,
  thrown: unknown,
): LabError {
  if (thrown instanceof LabError || !isRefusal(thrown)) return toLabError(engine, thrown);
  if (thrown.statusCode === 404) {
    return new LabError(
      'unknown-instance',
      `${name} is no longer there.`,
      'Look at the list: it may have been made anew under the same name.',
      { cause: thrown },
    );
  }
  return new LabError(
    'action-failed',
    `${engine.info.name} could not ${what} ${name}: ${engineWords(thrown)}`,
    'Do what it says, then try again.',
    { cause: thrown },
  );
}
