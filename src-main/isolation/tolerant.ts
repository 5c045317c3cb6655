import * as v from 'valibot';

type Schema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

/** Null, missing or of another type than the API says: absent, and the rest still counts. */
export const text = v.fallback(v.optional(v.string()), undefined);
export const count = v.fallback(v.optional(v.number()), undefined);
export const flag = v.fallback(v.optional(v.boolean()), undefined);
/** Where null says something of its own. */
export const countOrNull = v.fallback(v.optional(v.nullable(v.number())), undefined);

/** The elements that are as they should be; empty where there is no list. */
export function listOf<const S extends Schema>(element: S) {
  return v.fallback(v.optional(elementsOf(element), []), []);
}

/** The same, absent where there is no list. */
export function toldListOf<const S extends Schema>(element: S) {
  return v.fallback(v.optional(elementsOf(element)), undefined);
}

function elementsOf<const S extends Schema>(element: S) {
  const fitting = (list: unknown[]): v.InferOutput<S>[] =>
    list.flatMap((one) => {
      const parsed = v.safeParse(element, one);
      return parsed.success ? [parsed.output] : [];
    });
  return v.pipe(v.array(v.unknown()), v.transform(fitting));
}

/** By name, those whose value is as it should be; empty where there is no map. */
export function mapOf<const S extends Schema>(value: S) {
  const fitting = (map: Record<string, unknown>): Record<string, v.InferOutput<S>> =>
    Object.fromEntries(
      Object.entries(map).flatMap(([name, one]) => {
        const parsed = v.safeParse(value, one);
        return parsed.success ? [[name, parsed.output]] : [];
      }),
    );
  const map = v.pipe(v.record(v.string(), v.unknown()), v.transform(fitting));
  return v.fallback(v.optional(map, {}), {});
}
