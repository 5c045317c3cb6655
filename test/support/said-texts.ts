import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import { core } from '../../src-renderer/i18n/pt-BR/core.js';
import { sentenceOf } from '../../src-renderer/i18n/sentences.js';

/** Stands where only a run would tell what is said. */
const SOMETHING = 'X';
/** What functions of the core make of numbers. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  formatBytes: ['64.0 MiB'],
  formatDuration: ['1.50 s'],
  String: ['3'],
};

/** Those without a translation; `same` needs none. */
export function untranslated(texts: readonly (string | undefined)[], same: RegExp): string[] {
  return texts.filter((text): text is string => {
    if (text === undefined || text.replaceAll(SOMETHING, '').trim() === '') return false;
    return !same.test(text) && sentenceOf(text, core) === undefined;
  });
}

export function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => `${folder}/${name}`)
    .filter((path) => path.endsWith('.ts'));
}

type Wanted = (node: ts.Node) => readonly ts.Expression[];

/** The values of properties of these names. */
export const properties =
  (...names: string[]): Wanted =>
  (node) =>
    ts.isPropertyAssignment(node) && names.includes(node.name.getText()) ? [node.initializer] : [];

/** Of calls of these functions, the arguments at these places. */
export const calls =
  (names: readonly string[], ...places: number[]): Wanted =>
  (node) =>
    ts.isCallExpression(node) && names.includes(node.expression.getText())
      ? places.flatMap((at) => node.arguments[at] ?? [])
      : [];

/** Of a source file of the core: what `wanted` picks out of it, each in all the ways in which it can be said. */
export function saidTexts(path: string, wanted: Wanted): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    for (const expression of wanted(node)) found.push(...textsOf(expression, file));
    ts.forEachChild(node, walk);
  };
  walk(file);
  return [...new Set(found)];
}

function textsOf(node: ts.Expression, file: ts.SourceFile): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce(
      (heads, { expression, literal }) =>
        heads.flatMap((head) =>
          textsOf(expression, file).map((value) => `${head}${value}${literal.text}`),
        ),
      [node.head.text],
    );
  }
  if (ts.isConditionalExpression(node)) {
    return [...textsOf(node.whenTrue, file), ...textsOf(node.whenFalse, file)];
  }
  if (ts.isBinaryExpression(node)) {
    // Empty is what stands in for what is always there.
    const instead = textsOf(node.right, file).filter((text) => text !== '');
    return [...textsOf(node.left, file), ...instead];
  }
  if (ts.isCallExpression(node)) return ofCall(node, file);
  if (ts.isElementAccessExpression(node)) return textsOf(node.expression, file);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.flatMap((one) =>
      ts.isPropertyAssignment(one) ? textsOf(one.initializer, file) : [],
    );
  }
  return ts.isIdentifier(node) ? ofName(node.text, file) : [SOMETHING];
}

function ofCall({ expression, arguments: args }: ts.CallExpression, file: ts.SourceFile): string[] {
  const name = ts.isIdentifier(expression) ? expression.text : '';
  const [first, second, third] = args;
  if (name === 'counted' && second !== undefined) {
    const [one = ''] = textsOf(second, file);
    const [many = `${one}s`] = third === undefined ? [] : textsOf(third, file);
    return [`1 ${one}`, `3 ${many}`];
  }
  if (name === 'cut' && first !== undefined) return textsOf(first, file);
  return [...(MADE[name] ?? returnedBy(name, file))];
}

/** By a function of the same file. */
function returnedBy(name: string, file: ts.SourceFile): string[] {
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression) {
      found.push(...textsOf(node.expression, file));
    }
    ts.forEachChild(node, walk);
  };
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) walk(statement);
  }
  return found.length === 0 ? [SOMETHING] : [...new Set(found)];
}

/** By its declaration in the file; a sentence more, out of another function's answer, may be none. */
function ofName(name: string, file: ts.SourceFile): string[] {
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isBindingElement(node) && name === 'said' && node.name.getText() === name) {
      found.push('');
    }
    if (ts.isVariableDeclaration(node) && node.name.getText() === name && node.initializer) {
      found.push(...textsOf(node.initializer, file));
    }
    ts.forEachChild(node, walk);
  };
  walk(file);
  return found.length === 0 ? [SOMETHING] : [...new Set(found)];
}
