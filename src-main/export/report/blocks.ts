/** A piece of text, or one that is to be read letter by letter: a runtime, a command, a hash. */
export type Span = string | { code: string };

/** What reports are made of, whatever they are written as. All text is plain: who writes it escapes it. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'text'; spans: readonly Span[] }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; columns: readonly string[]; rows: readonly (readonly Span[])[] }
  /** As a guest wrote it. */
  | { kind: 'output'; text: string }
  /** Only where pictures can be shown; what it shows is also there in numbers. */
  | { kind: 'picture'; svg: string };

/** Nothing where there is nothing to say. */
export function section(title: string, blocks: readonly Block[], level: 2 | 3 = 2): Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', level, text: title }, ...blocks];
}

export function list(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

export function table(columns: readonly string[], rows: readonly (readonly Span[])[]): Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', columns, rows }];
}
