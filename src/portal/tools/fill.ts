// One row and the annotations of an entity in; the links that the annotation stands for out. Values are anybody's: what does not fit gives no link.
import type { AnnotationRow } from './types.ts';

export interface FilledLink {
  /** The value, or one of its list. */
  readonly text: string;
  /** Null where the row has no template, its tool no address, or the value another shape. */
  readonly href: string | null;
}

/** Values of a list that are linked, and letters of a value that are read. */
const MOST_VALUES = 10;
const MOST_LETTERS = 500;

/** Fills the template of a row with an entity's annotations. `base` is the address of the row's tool. */
export function fillRow(row: AnnotationRow, annotations: Readonly<Record<string, string>>, base: string | null): readonly FilledLink[] {
  const written = Object.hasOwn(annotations, row.key) ? (annotations[row.key] ?? '').trim() : '';
  if (written === '' || written.length > MOST_LETTERS) return [];
  const values = row.many === true ? written.split(',').map((one) => one.trim()) : [written];
  return values
    .filter((value) => value !== '')
    .slice(0, MOST_VALUES)
    .map((value) => ({ text: value, href: hrefOf(row, value, annotations, base) }));
}

function hrefOf(row: AnnotationRow, value: string, annotations: Readonly<Record<string, string>>, base: string | null): string | null {
  if (row.link === undefined || row.secret === true) return null;
  if (row.link === '{url}') return webAddress(value);
  const match = row.shape?.exec(value);
  if (match === null || (row.base !== undefined && base === null)) return null;
  const others = Object.entries(row.with ?? {}).flatMap(([name, key]) =>
    Object.hasOwn(annotations, key) ? [[name, annotations[key]] as const] : [],
  );
  const groups = Object.entries(match?.groups ?? {}).filter(([, part]) => part !== undefined);
  const parts = new Map<string, string | undefined>([...Object.entries(row.defaults ?? {}), ...others, ['value', value], ...groups]);
  return fillTemplate(row.link, parts, base, row.slash);
}

/** Puts encoded values into a template; null when one is missing or would climb out of its place. */
function fillTemplate(template: string, parts: ReadonlyMap<string, string | undefined>, base: string | null, slash = '/'): string | null {
  const query = template.search(/[?#]/);
  let failed = false;
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string, at: number) => {
    if (name === 'base') return base ?? '';
    const value = parts.get(name);
    const encoded = value === undefined ? null : query >= 0 && at > query ? encodePart(value) : encodePath(value, slash);
    failed ||= encoded === null;
    return encoded ?? '';
  });
  return failed ? null : webAddress(filled);
}

/** Encodes a value that may hold slashes for the path of an address. */
function encodePath(value: string, slash: string): string | null {
  const segments = value.split('/');
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) return null;
  const encoded = segments.map(encodePart);
  return encoded.includes(null) ? null : encoded.join(slash).replaceAll('%40', '@');
}

/** Encodes a value; null for halves of characters, which no address can hold. */
function encodePart(value: string): string | null {
  return value.isWellFormed() ? encodeURIComponent(value) : null;
}

/** Returns an address of the web as browsers read it, null for anything else. */
function webAddress(text: string): string | null {
  const url = URL.parse(text);
  return url !== null && /^https?:\/\//i.test(text) && url.username === '' && url.password === '' ? url.href : null;
}
