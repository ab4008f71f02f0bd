// What a source file imports: TypeScript, TSX or Astro text in; every import with its line out.
import { dirname, posix } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** As written, e.g. `../lib/problem.ts`. */
  readonly specifier: string;
  readonly line: number;
  /** True when nothing of it is left after types are stripped. */
  readonly typeOnly: boolean;
}

/** Lists all imports of a file: static, dynamic, re-exports, types, `require`, and files named by `new URL(…, import.meta.url)`. */
export function readImports(path: string, text: string): Import[] {
  return path.endsWith('.astro') ? readAstro(text) : readScript(path, text);
}

/** Returns the path of an imported file inside the project, or null for a package. */
export function resolveImport(from: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.join(dirname(from), specifier.replace(/\?.*$/, '')) : null;
}

function readScript(path: string, text: string): Import[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean) => {
    if (node === undefined || !ts.isStringLiteralLike(node)) return;
    found.push({ specifier: node.text, line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, typeOnly });
  };
  const walk = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly || areTypes(node.exportClause));
    else if (ts.isImportTypeNode(node)) add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    else if (ts.isCallExpression(node) && isLoader(node.expression)) add(node.arguments[0], false);
    else if (ts.isNewExpression(node)) add(sourceFileOf(node, file), false);
    ts.forEachChild(node, walk);
  };
  walk(file);
  return found;
}

/** `new URL('./worker.ts', import.meta.url)`: a file that is run elsewhere, e.g. in a worker. */
function sourceFileOf(node: ts.NewExpression, file: ts.SourceFile): ts.Expression | undefined {
  const [name, base] = node.arguments ?? [];
  if (node.expression.getText(file) !== 'URL' || base?.getText(file) !== 'import.meta.url') return undefined;
  return name !== undefined && ts.isStringLiteralLike(name) && /\.[jt]sx?$/.test(name.text) ? name : undefined;
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  return clause.name === undefined && areTypes(clause.namedBindings);
}

function areTypes(clause: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  return (
    clause !== undefined &&
    'elements' in clause &&
    clause.elements.length > 0 &&
    clause.elements.every((one) => 'isTypeOnly' in one && one.isTypeOnly)
  );
}

function isLoader(expression: ts.Expression): boolean {
  return expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require');
}

/** Astro: the frontmatter, and each script with its text or its file. Blank lines keep the numbers of lines. */
function readAstro(text: string): Import[] {
  const front = /^---\r?\n[^]*?\r?\n---/.exec(text)?.[0] ?? '';
  const markup = text.slice(front.length);
  const scripts = [...markup.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)];
  return [
    ...readScript('frontmatter.ts', front.replaceAll(/^---/gm, '')),
    ...scripts.flatMap(([whole, attributes = '', body = ''], index) => {
      const before = text.slice(0, front.length + (scripts[index]?.index ?? 0));
      const line = before.split('\n').length;
      const source = /\ssrc="([^"]+)"/.exec(attributes)?.[1];
      if (source !== undefined) return [{ specifier: source, line, typeOnly: false }];
      const skipped = '\n'.repeat(line - 1 + whole.slice(0, whole.indexOf('>')).split('\n').length - 1);
      return readScript('script.ts', skipped + body);
    }),
  ];
}
