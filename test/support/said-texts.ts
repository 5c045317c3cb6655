import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Stands where only a run would tell what is said. */
export const SOMETHING = 'X';
/** What functions of the core make of numbers. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  formatBytes: ['64.0 MiB'],
  formatDuration: ['1.50 s'],
  String: ['3'],
};

/** Of a source file of the core: what `wanted` picks out of it, each in all the ways in which it can be said. */
export function saidTexts(
  path: string,
  wanted: (node: ts.Node) => readonly ts.Expression[],
): string[] {
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
