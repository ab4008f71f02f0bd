// `$ref`: a reference and the file it stands in go in, what it names comes out. Files of the repository only, never the web.
import { folderOf, resolveInside } from '../lib/paths.ts';
import { get, isData } from './data.ts';
import type { Workspace } from './document.ts';

/** Where a value stands: its file (null for the definition itself) and the way to it. */
export interface Spot {
  readonly file: string | null;
  readonly path: readonly string[];
}

/** A value with its place. */
export interface Node extends Spot {
  readonly value: unknown;
}

/** How many references may lead on to another one, how long one may be, and how many values are searched for names. */
const MAX_CHAIN = 20;
const MAX_REF = 2_000;
const MAX_NAMED = 200_000;

/** Follows references of one definition. */
export interface References {
  /** Returns the field of a value. */
  at(node: Node, key: string): Node;
  /** Follows a value as long as it is a reference; null (and a problem) when it leads nowhere. */
  follow(node: Node): Node | null;
  /** Finds what one reference names; null (and a problem) when that is not there. */
  find(ref: string, from: Spot): Node | null;
}

/** Makes what follows references. */
export function createReferences(workspace: Workspace): References {
  const names = new Map<string | null, Map<string, readonly string[]>>();

  const unknown = (ref: string, from: Spot, message: string): null => {
    const position = workspace.readData(from.file)?.locate([...from.path, '$ref']) ?? null;
    workspace.tell('api/unknown-ref', message.replace('%', ref.slice(0, 160)), { file: from.file, ...position });
    return null;
  };

  const find = (ref: string, from: Spot): Node | null => {
    if (ref.length > MAX_REF) return unknown(ref, from, 'The reference "%…" is too long.');
    const hash = ref.indexOf('#');
    const where = hash < 0 ? ref : ref.slice(0, hash);
    const fragment = hash < 0 ? '' : decode(ref.slice(hash + 1));
    // Schemas may name each other by `$id`, which looks like an address and is none.
    const byId = where === '' ? undefined : namesIn(from.file).get(where);
    const file = where === '' || byId !== undefined ? from.file : fileOf(where, from.file, workspace.input.path);
    if (file === undefined) return unknown(ref, from, 'The reference "%" leads to the web or out of the repository and is not followed.');
    const document = workspace.readData(file);
    if (document === null) return unknown(ref, from, 'The reference "%" names a file that is not there or cannot be read.');
    const start: Node = { file, path: byId ?? [], value: valueAt(document.value, byId ?? []) };
    const found = fragment === '' || fragment.startsWith('/') ? walk(start, fragment) : named(file, fragment, document.value);
    return found ?? unknown(ref, from, 'The reference "%" names nothing.');
  };

  const named = (file: string | null, anchor: string, root: unknown): Node | null => {
    const path = namesIn(file).get(`#${anchor}`);
    return path === undefined ? null : { file, path, value: valueAt(root, path) };
  };

  const namesIn = (file: string | null): Map<string, readonly string[]> => {
    const known = names.get(file);
    if (known !== undefined) return known;
    const found = collectNames(workspace.readData(file)?.value);
    names.set(file, found);
    return found;
  };

  return {
    at: (node, key) => ({
      file: node.file,
      path: [...node.path, key],
      value: Array.isArray(node.value) ? node.value[Number(key)] : get(node.value, key),
    }),
    find,
    follow(node) {
      let at: Node | null = node;
      for (let steps = 0; at !== null; steps++) {
        const ref: unknown = get(at.value, '$ref');
        if (typeof ref !== 'string') return at;
        if (steps >= MAX_CHAIN) return unknown(ref, at, 'The reference "%" leads back to itself.');
        at = find(ref, at);
      }
      return null;
    },
  };
}

/** Names the file of a reference; undefined for what lies elsewhere. */
function fileOf(where: string, from: string | null, main: string): string | null | undefined {
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(where)) return undefined;
  const path = resolveInside(folderOf(from ?? main), decode(where));
  if (path === null || path === '') return undefined;
  return path === main ? null : path;
}

function walk(start: Node, pointer: string): Node | null {
  let { value } = start;
  const path = [...start.path];
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = Array.isArray(value) ? (/^\d{1,9}$/.test(key) ? value[Number(key)] : undefined) : get(value, key);
    if (next === undefined) return null;
    path.push(key);
    value = next;
  }
  return { file: start.file, path, value };
}

function valueAt(root: unknown, path: readonly string[]): unknown {
  return path.reduce((value, key) => (Array.isArray(value) ? value[Number(key)] : get(value, key)), root);
}

/** Finds every `$id`, `$anchor` and `$dynamicAnchor` of a document. */
function collectNames(root: unknown): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const queue: { value: unknown; path: readonly string[] }[] = [{ value: root, path: [] }];
  let budget = MAX_NAMED;
  for (let at = queue.pop(); at !== undefined && budget > 0; at = queue.pop()) {
    budget--;
    const { value, path } = at;
    if (isData(value)) {
      for (const key of ['$id', 'id']) {
        const id = get(value, key);
        if (typeof id === 'string' && !found.has(id)) found.set(id.replace(/#$/, ''), path);
      }
      for (const key of ['$anchor', '$dynamicAnchor']) {
        const anchor = get(value, key);
        if (typeof anchor === 'string' && !found.has(`#${anchor}`)) found.set(`#${anchor}`, path);
      }
    }
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value))
      if (typeof inner === 'object' && inner !== null) queue.push({ value: inner, path: [...path, key] });
  }
  return found;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
