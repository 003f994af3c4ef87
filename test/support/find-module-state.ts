import ts from 'typescript';

const CONTAINERS = ['Map', 'Set', 'WeakMap', 'WeakSet', 'Array'];
const WRITERS = [
  ...['add', 'set', 'delete', 'clear'],
  ...['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin'],
];

const isContainer = (node: ts.Expression | undefined): boolean =>
  node !== undefined &&
  (ts.isArrayLiteralExpression(node) ||
    ts.isObjectLiteralExpression(node) ||
    (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && CONTAINERS.includes(node.expression.text)));

/** What an assignment or a writing call is made on: `a` in `a.b[0] = 1` and in `a.push(1)`. */
const writtenName = (node: ts.Node): string | undefined => {
  const rootOf = (expression: ts.Expression): string | undefined => {
    if (ts.isIdentifier(expression)) return expression.text;
    if (ts.isPropertyAccessExpression(expression) || ts.isElementAccessExpression(expression)) {
      return rootOf(expression.expression);
    }
    return undefined;
  };
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    return WRITERS.includes(node.expression.name.text) ? rootOf(node.expression.expression) : undefined;
  }
  const { FirstAssignment, LastAssignment } = ts.SyntaxKind;
  const isAssignment =
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind >= FirstAssignment &&
    node.operatorToken.kind <= LastAssignment &&
    !ts.isIdentifier(node.left);
  return isAssignment ? rootOf(node.left) : undefined;
};

/**
 * Finds what could carry something from one request to another: variables of a module that can change, and containers of
 * a module that are written to.
 *
 * @param sources file name → text
 */
export const findModuleState = (sources: ReadonlyMap<string, string>): readonly string[] => {
  const found: string[] = [];
  const containers = new Map<string, string>();
  const written = new Set<string>();
  const files = [...sources].map(([name, text]) => ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  for (const file of files) {
    for (const statement of file.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      const isConst = (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
      for (const { name, initializer } of statement.declarationList.declarations) {
        const label = `${file.fileName}: ${name.getText(file)}`;
        if (!isConst) found.push(label);
        else if (isContainer(initializer)) containers.set(name.getText(file), label);
      }
    }
    const visit = (node: ts.Node): void => {
      const name = writtenName(node);
      if (name !== undefined) written.add(name);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return [...found, ...[...containers].flatMap(([name, label]) => (written.has(name) ? [label] : []))];
};
