/**
 * The options of a command line that no grammar takes, by name: `--net`, `-S inherit-network=y,http`, `--env NAME`.
 * Names are without dashes and without the letter of Wasmtime's groups.
 */
export class Options {
  private readonly given: readonly { name: string; value: string | undefined }[];

  constructor(others: readonly string[]) {
    this.given = others.flatMap(optionsIn);
  }

  /** Whether one of them is there and not switched off (`=n`). The last one counts, as the runtimes have it. */
  has(...names: string[]): boolean {
    const last = this.given.filter(({ name }) => names.includes(name)).at(-1);
    return last !== undefined && !/^(n|no|false)$/.test(last.value ?? '');
  }

  value(...names: string[]): string | undefined {
    return this.given.filter(({ name }) => names.includes(name)).at(-1)?.value;
  }

  values(name: string): string[] {
    return this.given.flatMap((each) =>
      each.name === name && each.value !== undefined ? [each.value] : [],
    );
  }
}

/** Wasmtime's groups hold several, separated by commas: `-S a,b=1`, `-Sa`, `--wasi a`. */
const GROUP = /^(?:-[SWCOD]\s*=?|--(?:wasi|wasm|codegen|optimize|debug)[ =])(?=[a-z])/;

function optionsIn(other: string): { name: string; value: string | undefined }[] {
  const group = GROUP.exec(other);
  if (group !== null) return other.slice(group[0].length).split(',').map(nameAndValue);
  return [nameAndValue(other.replace(/^--?/, ''))];
}

function nameAndValue(text: string): { name: string; value: string | undefined } {
  const at = text.search(/[= ]/);
  if (at < 0) return { name: text, value: undefined };
  return { name: text.slice(0, at), value: text.slice(at + 1) };
}
