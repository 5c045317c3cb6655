import * as v from 'valibot';
import { LabError } from '../../contract/index.js';

/** What a column holds as JSON, as the schema says. Throws LabError `record-damaged`. */
export function parseColumn<S extends v.GenericSchema>(
  schema: S,
  id: string,
  text: unknown,
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, fromJson(id, text), { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw damaged(id, `${v.getDotPath(issue) ?? 'all of it'}: ${issue.message}`);
}

export function fromJson(id: string, text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch (thrown) {
    throw damaged(id, String(thrown));
  }
}

function damaged(id: string, why: string): LabError {
  return new LabError(
    'record-damaged',
    `What is kept of ${id} makes no sense (${why.slice(0, 200)}).`,
    'The others can be read all the same. Remove this one, or run it again.',
  );
}
