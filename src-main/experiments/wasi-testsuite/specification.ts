import * as v from 'valibot';
import { LabError } from '../../contract/index.js';

/**
 * The `.json` beside a test, as WebAssembly/wasi-testsuite writes it (its doc/specification.md): every field may
 * be absent, others are ignored. `operations` is its newer form: the same in steps, with what is written to
 * the program and read from it.
 */
const texts = v.array(v.string());
const environment = v.record(v.string(), v.string());

const RunSchema = v.object({
  type: v.literal('run'),
  args: v.optional(texts, []),
  env: v.optional(environment, {}),
  dirs: v.optional(texts, []),
  root: v.optional(v.string()),
});
const OperationSchema = v.variant('type', [
  RunSchema,
  v.object({ type: v.literal('write'), id: v.literal('stdin'), payload: v.string() }),
  v.object({
    type: v.literal('read'),
    id: v.optional(v.picklist(['stdout', 'stderr']), 'stdout'),
    payload: v.string(),
  }),
  v.object({ type: v.literal('wait'), exit_code: v.optional(v.number(), 0) }),
]);
type Operation = v.InferOutput<typeof OperationSchema>;

const SpecificationSchema = v.object({
  args: v.optional(texts, []),
  env: v.optional(environment, {}),
  /** Directories to preopen by these names, relative to the folder of the test. */
  dirs: v.optional(texts, []),
  /** A directory to preopen as `/`. */
  root: v.optional(v.string()),
  exit_code: v.optional(v.number(), 0),
  stdin: v.optional(v.string()),
  stdout: v.optional(v.string()),
  stderr: v.optional(v.string()),
  operations: v.optional(v.array(v.looseObject({ type: v.string() }))),
});
export type Specification = Omit<v.InferOutput<typeof SpecificationSchema>, 'operations'>;

/** What holds where there is no `.json`. */
export const DEFAULT_SPECIFICATION: Specification = v.parse(SpecificationSchema, {});

/** A test that this program cannot pose: it needs more than to be run once and looked at. */
export class Unsupported extends Error {}

/** Throws LabError `bad-request` that says what is wrong, or Unsupported. `name` is for the message. */
export function parseSpecification(text: string, name: string): Specification {
  const { operations, ...plain } = fitting(SpecificationSchema, parseJson(text, name), name);
  return operations === undefined ? plain : fromOperations(operations, name);
}

function fromOperations(steps: readonly { type: string }[], name: string): Specification {
  const other = steps.find(({ type }) => !['run', 'write', 'read', 'wait'].includes(type));
  if (other !== undefined) throw new Unsupported(`It needs the operation "${other.type}".`);
  const specification: Specification = { ...DEFAULT_SPECIFICATION };
  for (const step of steps) apply(fitting(OperationSchema, step, name), specification);
  return specification;
}

function apply(step: Operation, to: Specification): void {
  if (step.type === 'run') {
    const { args, env, dirs, root } = step;
    Object.assign(to, { args, env, dirs, ...(root === undefined ? {} : { root }) });
  } else if (step.type === 'write') to.stdin = (to.stdin ?? '') + step.payload;
  else if (step.type === 'read') to[step.id] = (to[step.id] ?? '') + step.payload;
  else to.exit_code = step.exit_code;
}

function fitting<S extends v.GenericSchema>(schema: S, value: unknown, name: string) {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw wrong(name, `${v.getDotPath(issue) ?? 'the whole'} does not fit: ${issue.message}`);
}

function parseJson(text: string, name: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw wrong(name, 'it is not JSON');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw wrong(name, 'it is JSON, but no object');
}

function wrong(name: string, why: string): LabError {
  return new LabError(
    'bad-request',
    `${name} cannot be used: ${why}.`,
    'Mend it as the specification of WebAssembly/wasi-testsuite says.',
  );
}
