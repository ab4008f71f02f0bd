// A definition with other files as one document: its files in; data without a reference that leaves it out.
import { isData } from './data.ts';
import type { Workspace } from './document.ts';
import { type Spot, createReferences } from './references.ts';

/** Where the other files stand in the whole. */
const FILES = 'x-files';
/** Values that are taken in, and how deep. Aliases of YAML are written out, so the text alone bounds nothing. */
const MAX_VALUES = 1_000_000;
const MAX_DEPTH = 200;

/** Takes the files that a definition names into it. Returns null for one that is no mapping or grows too large. */
export function bundle(workspace: Workspace): Record<string, unknown> | null {
  const root = workspace.readData(null)?.value;
  if (!isData(root)) return null;
  // What leads nowhere has been told of by who read the definition.
  const references = createReferences({ ...workspace, tell: () => {} });
  const names = new Map<string, string>();
  const waiting: string[] = [];
  let room = MAX_VALUES;

  const nameOf = (file: string): string => {
    const known = names.get(file);
    if (known !== undefined) return known;
    const name = `file-${names.size + 1}`;
    names.set(file, name);
    waiting.push(file);
    return name;
  };

  const pointTo = ({ file, path }: Spot): string =>
    `#${[...(file === null ? [] : [FILES, nameOf(file)]), ...path].map((part) => `/${escapePart(part)}`).join('')}`;

  const copy = (value: unknown, file: string | null, depth: number): unknown => {
    if (room-- <= 0 || depth > MAX_DEPTH) return null;
    if (Array.isArray(value)) return value.map((item) => copy(item, file, depth + 1));
    if (!isData(value)) return value;
    const pairs = Object.entries(value).map(([key, inner]): [string, unknown] => {
      if (key !== '$ref' || typeof inner !== 'string') return [key, copy(inner, file, depth + 1)];
      const found = references.find(inner, { file, path: [] });
      return found === null ? ['description', `There is no ${inner.slice(0, 200)}.`] : ['$ref', pointTo(found)];
    });
    return Object.fromEntries(pairs);
  };

  const whole = copy(root, null, 0) as Record<string, unknown>;
  const files: [string, unknown][] = [];
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    files.push([nameOf(file), copy(workspace.readData(file)?.value, file, 0)]);
  }
  if (room < 0) return null;
  return files.length === 0 ? whole : { ...whole, [FILES]: Object.fromEntries(files) };
}

function escapePart(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
