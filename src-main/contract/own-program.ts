import * as v from 'valibot';
import { ArgumentSchema } from './run.js';

const args = v.optional(v.pipe(v.array(ArgumentSchema), v.maxLength(4096)), []);
const MOST_IGNORED = 1024;

/**
 * The user's own program, built as an image (for containers), as a module (for Wasm runtimes), or as both: the same
 * words as of a run.
 */
export const OwnProgramSchema = v.pipe(
  v.strictObject({
    image: v.optional(
      v.strictObject({ ref: v.pipe(v.string(), v.minLength(1), v.maxLength(512)), args }),
    ),
    module: v.optional(
      v.strictObject({ ref: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)), args }),
    ),
    /**
     * A regular expression of JavaScript, with the flags g and m: what it matches is taken out of the outputs before
     * they are compared.
     */
    ignore: v.optional(
      v.pipe(
        v.string(),
        v.minLength(1),
        v.maxLength(MOST_IGNORED),
        v.check(isExpression, 'a regular expression'),
      ),
    ),
  }),
  v.check(
    ({ image, module }) => image !== undefined || module !== undefined,
    'an image, a module, or both',
  ),
);
export type OwnProgram = v.InferOutput<typeof OwnProgramSchema>;

/** How `ignore` is read, everywhere. Throws SyntaxError. */
export function ignoredBy(expression: string): RegExp {
  return new RegExp(expression, 'gm');
}

/** For an experiment whose guest must be one of the lab's own. */
export const noOwnProgram = (why: string) =>
  v.optional(v.never(`this experiment takes no program of your own: ${why}`));

function isExpression(text: string): boolean {
  try {
    return ignoredBy(text) instanceof RegExp;
  } catch {
    return false;
  }
}
