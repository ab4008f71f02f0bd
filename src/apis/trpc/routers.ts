// Finds the procedures of the routers of one file: a parsed file in; procedures with their way from the root router out.
import type ts from 'typescript';

/** A procedure, or a router that stands in another file. */
export interface Procedure {
  /** Names from the root router on, with dots: `payments.start`. */
  readonly path: string;
  readonly sort: 'query' | 'mutation' | 'subscription' | 'router';
  /** What the procedure is made of: `publicProcedure`. */
  readonly base: string;
  /** What is checked of the input; of several, each narrows it down. */
  readonly input: readonly ts.Expression[];
  readonly output: readonly ts.Expression[];
  /** The text of the comment above it. */
  readonly comment: string;
  readonly deprecated: string | null;
}

/** Values of the constants of a file, by name. */
export type Constants = ReadonlyMap<string, ts.Expression>;

const SORTS: ReadonlySet<string> = new Set(['query', 'mutation', 'subscription']);
const ROUTER = /router$/i;
const MAX_DEPTH = 10;
const MAX_VISITS = 20_000;

/** Finds all procedures. A router that another one of the file takes in is not a root. */
export function findProcedures(file: ts.SourceFile, compiler: typeof ts): { procedures: Procedure[]; constants: Constants } {
  const constants = new Map<string, ts.Expression>();
  for (const statement of file.statements) {
    if (compiler.isExportAssignment(statement)) constants.set('default', statement.expression);
    if (!compiler.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations)
      if (compiler.isIdentifier(name) && initializer !== undefined) constants.set(name.text, initializer);
  }
  const taken = new Set<ts.Expression>();
  const found: Procedure[] = [];
  let visits = MAX_VISITS;

  const visitRouter = (literal: ts.ObjectLiteralExpression, prefix: string, depth: number): void => {
    for (const property of literal.properties) {
      if (compiler.isSpreadAssignment(property)) visitValue(property.expression, prefix, property, depth);
      const key =
        property.name === undefined
          ? ''
          : compiler.isIdentifier(property.name) || compiler.isStringLiteral(property.name)
            ? property.name.text
            : '';
      if (key === '') continue;
      const path = prefix === '' ? key : `${prefix}.${key}`;
      if (compiler.isPropertyAssignment(property)) visitValue(property.initializer, path, property, depth);
      if (compiler.isShorthandPropertyAssignment(property)) visitValue(property.name, path, property, depth);
    }
  };

  const visitValue = (value: ts.Expression, path: string, at: ts.Node, depth: number): void => {
    if (depth > MAX_DEPTH || --visits < 0) return;
    const literal = routerLiteral(value, compiler) ?? (compiler.isObjectLiteralExpression(value) ? value : null);
    if (literal !== null) return visitRouter(literal, path, depth + 1);
    if (compiler.isIdentifier(value)) {
      const known = constants.get(value.text);
      if (known === undefined) {
        found.push({ path, sort: 'router', base: value.text, input: [], output: [], ...commentOf(at, file, compiler) });
        return;
      }
      taken.add(known);
      visitValue(known, path, at, depth + 1);
      return;
    }
    const procedure = readChain(value, compiler);
    if (procedure !== null) found.push({ path, ...procedure, ...commentOf(at, file, compiler) });
  };

  const routers = [...constants.values()].flatMap((value) => {
    const literal = routerLiteral(value, compiler);
    return literal === null ? [] : [{ value, literal }];
  });
  // The first pass finds out which routers others take in; the second lists those of the rest.
  for (const { literal } of routers) visitRouter(literal, '', 0);
  found.length = 0;
  visits = MAX_VISITS;
  for (const { value, literal } of routers) if (!taken.has(value)) visitRouter(literal, '', 0);
  return { procedures: found, constants };
}

/** Returns the literal of `router({ … })`, `t.router({ … })` or `createTRPCRouter({ … })`; null for anything else. */
function routerLiteral(value: ts.Expression, compiler: typeof ts): ts.ObjectLiteralExpression | null {
  if (!compiler.isCallExpression(value)) return null;
  const name = compiler.isPropertyAccessExpression(value.expression)
    ? value.expression.name.text
    : compiler.isIdentifier(value.expression)
      ? value.expression.text
      : '';
  const [first] = value.arguments;
  return ROUTER.test(name) && first !== undefined && compiler.isObjectLiteralExpression(first) ? first : null;
}

/** Reads `base.input(…).output(…).query(…)` from its end; null when it does not end like a procedure. */
function readChain(value: ts.Expression, compiler: typeof ts): Pick<Procedure, 'sort' | 'base' | 'input' | 'output'> | null {
  const input: ts.Expression[] = [];
  const output: ts.Expression[] = [];
  let sort: Procedure['sort'] | null = null;
  let at: ts.Expression = value;
  while (compiler.isCallExpression(at) && compiler.isPropertyAccessExpression(at.expression)) {
    const name = at.expression.name.text;
    const [first] = at.arguments;
    if (sort === null && SORTS.has(name)) sort = name as Procedure['sort'];
    if (name === 'input' && first !== undefined) input.unshift(first);
    if (name === 'output' && first !== undefined) output.unshift(first);
    at = at.expression.expression;
  }
  return sort === null ? null : { sort, base: at.getText().slice(0, 100), input, output };
}

/** Reads the comment right above a property. */
function commentOf(node: ts.Node, file: ts.SourceFile, compiler: typeof ts): Pick<Procedure, 'comment' | 'deprecated'> {
  const range = compiler.getLeadingCommentRanges(file.text, node.getFullStart())?.at(-1);
  if (range === undefined) return { comment: '', deprecated: null };
  const lines = file.text
    .slice(range.pos, range.end)
    .replace(/^\/\*+|\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\*|\/\/)? ?/, '').trimEnd());
  const tag = lines.find((line) => line.startsWith('@deprecated'));
  return {
    comment: lines
      .filter((line) => !line.startsWith('@'))
      .join('\n')
      .trim(),
    deprecated: tag === undefined ? null : tag.slice('@deprecated'.length).trim(),
  };
}
