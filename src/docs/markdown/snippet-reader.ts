// Opens the files that snippets name, within limits: how deep, how many, how much, and never in a circle.
import { tooCostly } from '../cost.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { PageContext, Spot } from './page-state.ts';
import { cutSnippet, parseSnippetName } from './snippet-text.ts';

const LIMITS = {
  /** Snippets in snippets. */
  depth: 10,
  /** Snippets of a page. */
  count: 500,
  /** Characters that all snippets of a page bring in. */
  size: 500_000,
} as const;

/** Opens snippets that stand in one file. */
export interface SnippetReader {
  /** Returns the text of a snippet and a reader for what stands in it, or null when there is none, which has then been told. */
  open(name: string, spot: Spot | undefined): { readonly text: string; readonly reader: SnippetReader } | null;
}

/** Makes the reader of a page. It tells why a snippet is missing. */
export function createSnippetReader(context: PageContext, tell: (message: string, spot: Spot | undefined) => void): SnippetReader {
  const left = { count: LIMITS.count as number, size: LIMITS.size as number };
  const at = (open: readonly string[]): SnippetReader => ({
    open(written, spot) {
      const missing = (why: string) => (tell(`The snippet "${written}" ${why}.`, spot), null);
      if (--left.count < 0) return left.count === -1 ? missing('is one too many for a page') : null;
      const name = parseSnippetName(written);
      if (/^https?:/i.test(written)) return missing('lies on another host, from which nothing is read');
      const found = context.snippet(name.path);
      if ('missing' in found) return missing(found.missing);
      if (open.includes(found.file)) return missing('brings itself in');
      if (open.length >= LIMITS.depth) return missing('is nested too deeply');
      const text = cutSnippet(splitFrontMatter(found.text).body, name);
      if (text === null) return missing(`has no section "${name.section ?? ''}"`);
      left.size -= text.length;
      if (left.size < 0 || tooCostly(text) !== null) return missing('would make the page too long');
      return { text, reader: at([...open, found.file]) };
    },
  });
  return at([]);
}
