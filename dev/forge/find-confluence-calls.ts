import ts from 'typescript';

/** A call of `requestConfluence` as it stands in the source. */
export type ConfluenceCall = {
  readonly line: number;
  readonly column: number;
  /** Without its query, `{}` for each value within it; absent when the path does not stand in the call. */
  readonly path?: string;
  /** The options, if any, stand in the call. */
  readonly hasVisibleOptions: boolean;
};

/** All calls of `requestConfluence` in a source file, in the order of the text. */
export const findConfluenceCalls = (file: string, text: string): readonly ConfluenceCall[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const calls: ConfluenceCall[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isConfluenceCall(node)) calls.push(toCall(node, source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
};

const isConfluenceCall = ({ expression }: ts.CallExpression): boolean => {
  const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  return ts.isIdentifier(name) && name.text === 'requestConfluence';
};

const toCall = (call: ts.CallExpression, source: ts.SourceFile): ConfluenceCall => {
  const [target, options] = call.arguments;
  const { line, character } = source.getLineAndCharacterOfPosition(call.getStart());
  const called = target && readPath(target);
  return {
    line: line + 1,
    column: character + 1,
    ...(called !== undefined && { path: called.replace(/\?.*$/s, '') }),
    hasVisibleOptions: options === undefined || ts.isObjectLiteralExpression(options),
  };
};

const readPath = (target: ts.Expression): string | undefined => {
  const literal = ts.isTaggedTemplateExpression(target) ? target.template : target;
  if (ts.isStringLiteralLike(literal)) return literal.text;
  if (!ts.isTemplateExpression(literal)) return undefined;
  return [literal.head.text, ...literal.templateSpans.map((span) => span.literal.text)].join('{}');
};
