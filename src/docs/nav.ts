// The nav of mkdocs.yml: its entries in, a tree of pages, sections and links out. What an entry names must exist.
import { nearest } from '../lib/nearest.ts';
import { filesUnder, resolveInside } from '../lib/paths.ts';
import type { Place, Problem } from '../lib/problem.ts';
import type { FieldPath } from '../lib/yaml.ts';
import { implicitNav } from './implicit-nav.ts';
import type { PlannedNav } from './plan.ts';
import { report } from './rules.ts';
import { isRecord } from './settings.ts';
import { plainTitle } from './titles.ts';
import type { DocsAsset } from './types.ts';

/** What the entries of one mkdocs.yml may name. */
export interface NavContext {
  /** Paths of all pages inside the docs, sorted. */
  readonly docPaths: readonly string[];
  /** Prefix of the pages of this mkdocs.yml. */
  readonly prefix: string;
  readonly problems: Problem[];
  locate(path: FieldPath): Place;
  /** Finds a file of the docs that is no page but may be published; null if there is none. */
  asset(docPath: string): DocsAsset | null;
  /** Merges other sites into this place of the nav; null for an entry that is no include. */
  include(title: string | null, value: string, place: Place): readonly PlannedNav[] | null;
  /** Plans the nav of a folder, given with a slash at its end, where folders say their own part. */
  folder?(folder: string, title: string | null, place: Place): readonly PlannedNav[];
}

/** Plans the nav. Entries that lead nowhere are reported and left out. */
export function planNav(entries: readonly unknown[], context: NavContext, path: FieldPath = ['nav']): PlannedNav[] {
  const known = new Set(context.docPaths);
  return entries.flatMap((entry, index) => planEntry(entry, { ...context, known }, [...path, index]));
}

interface Known extends NavContext {
  readonly known: ReadonlySet<string>;
}

function planEntry(entry: unknown, context: Known, path: FieldPath): readonly PlannedNav[] {
  if (typeof entry === 'string') return planLeaf(null, entry, context, context.locate(path));
  if (!isRecord(entry)) return bad(context, path);
  return Object.entries(entry).flatMap(([name, value]) => {
    const inner = [...path, name];
    const title = plainTitle(name);
    if (typeof value === 'string') return planLeaf(title === '' ? null : title, value, context, context.locate(inner));
    const list = isRecord(value) ? Object.entries(value).map(([key, child]) => ({ [key]: child })) : value;
    if (!Array.isArray(list)) return bad(context, inner);
    const children = list.flatMap((child, index) => planEntry(child, context, [...inner, index]));
    return [{ title, page: null, href: null, asset: null, place: context.locate(inner), children }];
  });
}

function planLeaf(title: string | null, value: string, context: Known, place: Place): readonly PlannedNav[] {
  const included = context.include(title, value, place);
  if (included !== null) return included;
  const leaf: PlannedNav = { title, page: null, href: null, asset: null, place, children: [] };
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(value)) return planUrl(leaf, value, context);

  const [target = ''] = value.split(/[?#]/, 1);
  const docPath = resolveInside(context.prefix, target.replace(/^\/+/, ''));
  if (docPath === null || !`${docPath}/`.startsWith(context.prefix)) {
    context.problems.push(report('docs/outside', { message: `The nav names "${value}", which lies outside the docs folder.`, place }));
    return [];
  }
  if (context.known.has(docPath)) return [{ ...leaf, page: docPath }];
  if (value.startsWith('/')) return [{ ...leaf, href: value }];
  const folder = docPath === '' ? context.prefix : `${docPath}/`;
  const inFolder = filesUnder(context.docPaths, folder.slice(0, -1));
  if (inFolder.length > 0 && context.folder !== undefined && docPath !== '') return context.folder(folder, title, place);
  const index = inFolder.find((path) => /^(?:index|README)\.\w+$/.test(path.slice(folder.length)));
  if (index !== undefined) return [{ ...leaf, page: index }];
  if (inFolder.length > 0) {
    const children = implicitNav(inFolder, folder, place);
    return title === null ? children : [{ ...leaf, children }];
  }
  const asset = context.asset(docPath);
  if (asset !== null) return [{ ...leaf, title: title ?? target, asset }];
  context.problems.push(
    report('docs/missing-page', {
      message: `The nav names "${value}", but there is no such page.`,
      hint: hintFor(docPath, context),
      place,
    }),
  );
  return [];
}

function planUrl(leaf: PlannedNav, value: string, context: Known): readonly PlannedNav[] {
  const url = value.startsWith('//') ? `https:${value}` : value;
  if (/^(?:https?|mailto):/i.test(url) && URL.canParse(url)) return [{ ...leaf, title: leaf.title ?? url, href: url }];
  context.problems.push(
    report('docs/unsafe-link', {
      message: `The nav leads to "${value}", which is no web address.`,
      hint: 'Use http, https or mailto.',
      place: leaf.place,
    }),
  );
  return [];
}

function hintFor(docPath: string, { docPaths, prefix }: Known): string | undefined {
  const inside = docPaths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  const found = nearest(docPath.slice(prefix.length), inside);
  return found === null ? undefined : `Did you mean "${found}"?`;
}

function bad(context: Known, path: FieldPath): readonly PlannedNav[] {
  const message = 'An entry of the nav must be the path of a page, or a title with a path, a URL or a list of entries.';
  context.problems.push(report('docs/bad-nav', { message, place: context.locate(path) }));
  return [];
}
