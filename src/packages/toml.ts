// TOML in, fields with lines out.
import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import { type Field, MAX_DEPTH, NO_FIELD, fieldAt } from './fields.ts';
import type { Fault } from './types.ts';

/** A field while it is filled. */
interface Draft {
  line: number;
  text: string | null;
  readonly table: Map<string, Draft>;
  readonly items: Draft[];
}

/** Parses a TOML text. A fault loses the whole of it: what tables mean is only known at the end. */
export function parseToml(text: string): { readonly root: Field; readonly fault: Fault | null } {
  const root = draft(1);
  try {
    const [top] = parseTOML(text).body;
    for (const item of top.body) {
      if (item.type === 'TOMLKeyValue') put(root, item, 0);
      else fill(item, root);
    }
  } catch (error) {
    const known = error instanceof ParseError;
    return {
      root: NO_FIELD,
      fault: { reason: known ? lower(error.message) : 'it nests too deep', line: known ? error.lineNumber : undefined },
    };
  }
  return { root: finish(root), fault: null };
}

function draft(line: number): Draft {
  return { line, text: null, table: new Map(), items: [] };
}

/** Finds or makes the field of a key, which may be a number for an item of a list. */
function step(from: Draft, key: string | number, line: number): Draft {
  const found = typeof key === 'number' ? from.items[key] : from.table.get(key);
  if (found !== undefined) return found;
  const made = draft(line);
  if (typeof key === 'number') from.items.push(made);
  else from.table.set(key, made);
  return made;
}

/** `[a.b]` and `[[a.b]]` with what stands below them. */
function fill(table: AST.TOMLTable, root: Draft): void {
  let here = root;
  for (const key of table.resolvedKey.slice(0, MAX_DEPTH)) here = step(here, key, table.loc.start.line);
  for (const item of table.body) put(here, item, 0);
}

function put(into: Draft, { key, value }: AST.TOMLKeyValue, depth: number): void {
  let here = into;
  for (const part of key.keys.slice(0, MAX_DEPTH))
    here = step(here, part.type === 'TOMLBare' ? part.name : part.value, part.loc.start.line);
  set(here, value, depth);
}

function set(here: Draft, value: AST.TOMLContentNode, depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (value.type === 'TOMLInlineTable') {
    for (const item of value.body) put(here, item, depth + 1);
  } else if (value.type === 'TOMLArray') {
    for (const element of value.elements) {
      const item = draft(element.loc.start.line);
      set(item, element, depth + 1);
      here.items.push(item);
    }
  } else if (!(value.value instanceof Date)) here.text = String(value.value);
}

function finish({ line, text, table, items }: Draft): Field {
  return fieldAt(line, { text, table: new Map([...table].map(([key, one]) => [key, finish(one)])), items: items.map(finish) });
}

function lower(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '');
}
