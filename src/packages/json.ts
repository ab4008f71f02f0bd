// JSON in, with the comments and commas that some tools allow; fields with lines out. What stands before a fault is kept.
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Field, MAX_DEPTH, NO_FIELD, fieldAt } from './fields.ts';
import { lineFinder } from './lines.ts';
import type { Fault } from './types.ts';

/** Parses a JSON text; a text of nothing but brackets, which would exhaust the parser, is a fault like any other. */
export function parseJson(text: string): { readonly root: Field; readonly fault: Fault | null } {
  const lineOf = lineFinder(text);
  const errors: ParseError[] = [];
  let tree: Node | undefined;
  try {
    tree = parseTree(text, errors, { allowTrailingComma: true });
  } catch {
    return { root: NO_FIELD, fault: { reason: 'it nests too deep', line: undefined } };
  }
  const [first] = errors;
  const fault = first === undefined ? null : { reason: reasonOf(first), line: lineOf(first.offset) };
  return { root: tree === undefined ? NO_FIELD : toField(tree, lineOf, 0), fault };
}

/** `CloseBraceExpected` as words: "close brace expected". */
function reasonOf({ error }: ParseError): string {
  return printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

function toField(node: Node, lineOf: (offset: number) => number, depth: number): Field {
  const line = lineOf(node.offset);
  if (depth > MAX_DEPTH) return fieldAt(line);
  if (node.type === 'array') return fieldAt(line, { items: (node.children ?? []).map((child) => toField(child, lineOf, depth + 1)) });
  if (node.type !== 'object') return fieldAt(line, { text: node.type === 'null' ? null : String(node.value) });
  const entries = (node.children ?? []).flatMap(({ children = [] }): [string, Field][] => {
    const [key, value] = children;
    return key === undefined || value === undefined ? [] : [[String(key.value), toField(value, lineOf, depth + 1)]];
  });
  return fieldAt(line, { table: new Map(entries) });
}
