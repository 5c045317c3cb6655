import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** A text for people in the source of the core; `{{1}}`, `{{2}}` stand for what changes in it. */
export interface CoreText {
  file: string;
  text: string;
}

/** Fields that a window shows; what they hold is for people, be it a sentence or a few words. */
const SHOWN = new Set([
  ...['message', 'hint', 'why', 'reason', 'notice', 'detail', 'label', 'title', 'how', 'mode'],
  ...['none', 'meaning', 'bound'],
]);
const SENTENCE = /^[A-Z“"`{].*\p{L}\s.*[.?!]$/su;
/** A reason, a bound: the end of a sentence. */
const PHRASE = /^(\{\{\}\}[ ,]*)?\p{L}[\p{L}’'-]*( [\p{L}\d_’',;:()-]+){3}/u;
/** Of two words at least: one alone is most often a name. */
const WORDS = /\p{L}\s+(\p{L}|\{\{)|\}\}\s+\p{L}/u;
const SQL = /^(SELECT|INSERT|UPDATE|DELETE|WHERE|PRAGMA)\b|\bJOIN\b/;
const MOST_WAYS = 16;

/** Every text for people in the sources below `directory`: sentences, and what errors and shown fields are given. */
export function coreTexts(directory: string): CoreText[] {
  return sourcesIn(directory).flatMap(textsOf);
}

/** The names of the fields that the sources below `directory` write out, each with its file. */
export function fieldNames(directory: string): { file: string; name: string }[] {
  const found: { file: string; name: string }[] = [];
  for (const source of sourcesIn(directory)) {
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAssignment(node) && !ts.isComputedPropertyName(node.name)) {
        found.push({ file: source.fileName, name: node.name.text });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

function sourcesIn(directory: string): ts.SourceFile[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${directory}/${path}`)
    .map((path) =>
      ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true),
    );
}

function textsOf(source: ts.SourceFile): CoreText[] {
  const found = new Set<string>();
  const constants = constantsOf(source);
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
    if (isText && !isWithinText(node)) {
      const isShown = isOfShownField(node);
      for (const text of isForPrograms(node) ? [] : waysOf(node, constants)) {
        const isForPeople =
          (isShown && WORDS.test(text)) || SENTENCE.test(text) || PHRASE.test(text);
        if (isForPeople && !SQL.test(text)) found.add(numbered(text.trim()));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found].map((text) => ({ file: source.fileName, text }));
}

/** Texts of the file that have a name, and may be parts of others. */
function constantsOf(source: ts.SourceFile): Map<string, string> {
  const declared = source.statements.flatMap((statement) =>
    ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : [],
  );
  return new Map(
    declared.flatMap(({ name, initializer }) =>
      initializer !== undefined && ts.isStringLiteralLike(initializer)
        ? [[name.getText(), initializer.text]]
        : [],
    ),
  );
}

/** Words that are split, or a line for the console of who develops it. */
function isForPrograms({ parent }: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(parent)) return true;
  return ts.isCallExpression(parent) && parent.expression.getText() === 'console.error';
}

/** What is chosen inside a template is part of its text. */
function isWithinText(node: ts.Node): boolean {
  let child = node;
  for (; isChoice(child.parent, child); child = child.parent);
  return ts.isTemplateSpan(child.parent);
}

/** Of `new LabError(code, message, hint)`, or of a property that is shown. */
function isOfShownField(node: ts.Node): boolean {
  let child = node;
  for (; isChoice(child.parent, child); child = child.parent);
  const { parent } = child;
  if (ts.isPropertyAssignment(parent)) {
    return parent.initializer === child && SHOWN.has(parent.name.getText());
  }
  return (
    ts.isNewExpression(parent) &&
    parent.expression.getText() === 'LabError' &&
    parent.arguments?.[0] !== child
  );
}

/** `a ? TEXT : TEXT`, `a ?? TEXT`, `(TEXT)`. */
function isChoice(parent: ts.Node, child: ts.Node): boolean {
  return (
    ts.isParenthesizedExpression(parent) ||
    (ts.isConditionalExpression(parent) && parent.condition !== child) ||
    (ts.isBinaryExpression(parent) &&
      parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
  );
}

/** Each text that an expression can become, `{{}}` for what is known only when it runs. */
function waysOf(node: ts.Expression, constants: ReadonlyMap<string, string>): string[] {
  const ways = (part: ts.Expression): string[] => waysOf(part, constants);
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isIdentifier(node)) return [constants.get(node.text) ?? '{{}}'];
  if (ts.isParenthesizedExpression(node)) return ways(node.expression);
  if (ts.isConditionalExpression(node)) return [...ways(node.whenTrue), ...ways(node.whenFalse)];
  if (!ts.isTemplateExpression(node)) return ['{{}}'];
  const all = node.templateSpans.reduce(
    (before, { expression, literal }) =>
      before.flatMap((text) => ways(expression).map((way) => `${text}${way}${literal.text}`)),
    [node.head.text],
  );
  return all.slice(0, MOST_WAYS);
}

function numbered(text: string): string {
  let count = 0;
  return text.replace(/\{\{\}\}/g, () => `{{${String((count += 1))}}}`);
}
