// Files of the repository that PlantUML takes in, since no server can read them: a source in; the source with what they hold out.
import { folderOf, resolveInside } from '../../lib/paths.ts';
import type { PageContext } from './page-state.ts';

const LIMITS = {
  /** Files in files. */
  depth: 8,
  /** Files of a diagram, and characters of all of them. */
  count: 50,
  size: 200_000,
} as const;

/** What PlantUML knows by itself stands in angle brackets; web addresses are the server's to read, or to refuse. */
const INCLUDE = /^\s*!include(?:_once|_many|sub)?\s+(?!<|https?:)(\S+?)(?:!\w+)?\s*$/i;

/** A source as the server is to get it. */
export interface ExpandedSource {
  readonly source: string;
  /** For each of its lines the line of the page's source that it comes from, counted from 1; null where nothing was taken in. */
  readonly lines: readonly number[] | null;
}

/** Takes in the files that a source names. What is not in the repository is left to the server, which may know it. */
export function expandIncludes(source: string, find: PageContext['snippet']): ExpandedSource {
  if (!/^\s*!include/im.test(source)) return { source, lines: null };
  const left = { count: LIMITS.count as number, size: LIMITS.size as number };
  const once = new Set<string>();
  /** Beside the file that names it first, as PlantUML does. */
  const look = (path: string, from: string | undefined) => {
    const beside = from === undefined ? null : resolveInside(folderOf(from), path);
    return [...(beside === null ? [] : [beside]), path].map(find).find((one) => 'text' in one) ?? null;
  };
  const expand = (text: string, open: readonly string[]): string[] =>
    text.split(/\r?\n/).flatMap((line) => {
      const path = INCLUDE.exec(line)?.[1];
      const found = path === undefined || open.length >= LIMITS.depth || --left.count < 0 ? null : look(path, open.at(-1));
      if (found === null || open.includes(found.file)) return [line];
      if (/!include_once/i.test(line) && once.has(found.file)) return [];
      once.add(found.file);
      left.size -= found.text.length;
      return left.size < 0 ? [line] : expand(contentOf(found.text), [...open, found.file]);
    });
  const lines = source.split(/\r?\n/).map((line) => expand(line, []));
  return { source: lines.flat().join('\n'), lines: lines.flatMap((part, index) => part.map(() => index + 1)) };
}

/** Of a file that is a diagram itself, what stands inside. */
function contentOf(text: string): string {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .filter((line) => !/^\s*@(?:start|end)\w+/.test(line))
    .join('\n');
}
