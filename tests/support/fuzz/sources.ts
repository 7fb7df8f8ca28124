import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What the sources of a route say that it accepts. */
export type Asked = {
  /** The names of its actions; one without a name is `default`. */
  actions: string[];
  /** The names of the fields and parameters that it reads. */
  names: string[];
};

/** Reads the source files of the folder, and the commands and queries that they import. */
export function readSources(folder: string): Asked {
  const actions = new Set<string>();
  const names = new Set<string>();
  const paths = readdirSync(folder).filter((name) => /(?<!\.test)\.ts$/.test(name));
  const sources = paths.map((name) => parse(join(folder, name)));
  const asked = new Set(sources.flatMap(askedOf));
  for (const source of [...sources, ...[...asked].map(parse)])
    visit(source, (node) => {
      if (isActions(node)) for (const name of keysOf(node.initializer)) actions.add(name);
      if (!ts.isCallExpression(node)) return;
      const [first] = node.arguments;
      for (const each of node.arguments) if (isNameRead(node, each)) names.add(each.text);
      if (first && isSchema(node)) for (const name of keysOf(first)) names.add(name);
    });
  return { actions: [...actions], names: [...names] };
}

const parse = (path: string) =>
  ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);

/**
 * The paths of the commands and queries that the source imports: the schema of a form stands with its
 * command, and the parameters of an address with its query.
 */
const askedOf = (source: ts.SourceFile): string[] =>
  source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement)) return [];
    const [, path] =
      /^'#lib\/(server\/(?:commands|queries)\/.+)'$/.exec(statement.moduleSpecifier.getText()) ??
      [];
    return path ? [join('src/lib', path)] : [];
  });

function visit(node: ts.Node, each: (node: ts.Node) => void) {
  each(node);
  ts.forEachChild(node, (child) => visit(child, each));
}

type ActionsDeclaration = ts.VariableDeclaration & { initializer: ts.Expression };

const isActions = (node: ts.Node): node is ActionsDeclaration =>
  ts.isVariableDeclaration(node) && node.name.getText() === 'actions' && !!node.initializer;

/** Returns whether the call is `v.object({ … })` or a variant of it. */
const isSchema = ({ expression }: ts.CallExpression) => /^v\.object/.test(expression.getText());

/** `searchParams.get('page')`, `given('region')`, `wholeNumberOf(query, 'limit')`. */
const isNameRead = (call: ts.CallExpression, given: ts.Node): given is ts.StringLiteral =>
  ts.isStringLiteral(given) && /(?:get|given|asked|Of)$/.test(call.expression.getText());

const keysOf = (node: ts.Node): string[] =>
  ts.isObjectLiteralExpression(node)
    ? node.properties.flatMap(({ name }) => (name ? [name.getText()] : []))
    : [];
