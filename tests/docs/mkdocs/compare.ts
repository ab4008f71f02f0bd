// One site made by MkDocs and by Callboard in; what is the same and what differs out.
import { buildDocs } from '../../../src/docs/docs.ts';
import type { DocsSite, NavItem } from '../../../src/docs/types.ts';
import { sourceOf, specOf } from '../fixture.ts';
import { DEAD_ENTRY, DELIBERATE } from './deliberate.ts';
import type { Reference, ReferenceNav } from './reference.ts';
import { REPOSITORIES, type Site } from './sites.ts';
import { visible } from './visible-text.ts';

/** One thing that differs. */
export interface Difference {
  readonly what: 'page' | 'ids' | 'nav' | 'text';
  readonly url: string;
  /** What explains it; empty for a mistake. */
  readonly why: readonly string[];
  readonly mkdocs: string;
  readonly ours: string;
}

/** How many things were compared, and what differs. */
export interface Comparison {
  readonly pages: number;
  readonly navLines: number;
  readonly differences: readonly Difference[];
}

/** Builds a site with Callboard and compares it with what MkDocs made. */
export async function compareSite(site: Site, reference: Reference): Promise<Comparison> {
  const spec = specOf(sourceOf(REPOSITORIES + site.repository), { folder: site.folder });
  const [docs] = (await buildDocs([spec], { base: '/', known: new Set(), threads: 1 })).sites;
  if (docs === undefined) throw new Error(`Nothing was built of ${site.name}.`);
  // Of two files with one address, MkDocs keeps the later.
  const theirs = new Map(reference.pages.map((page) => [urlOf(page.url), page.html]));
  const differences = [...comparePages(theirs, docs), ...compareNav(reference.nav, docs)];
  return { pages: theirs.size, navLines: referenceLines(reference.nav).length, differences };
}

function comparePages(theirs: ReadonlyMap<string, string>, docs: DocsSite): Difference[] {
  const own = docs.pages.filter(({ canonical }) => canonical === undefined);
  const pages = new Map(own.map((page) => [page.address.slice(docs.address.length), page.html]));
  const added = [...pages.keys()].filter((url) => !theirs.has(url)).map((url) => ({ what: 'page' as const, url, mkdocs: '', ours: url }));
  const others = [...theirs].flatMap(([url, html]): Omit<Difference, 'why'>[] => {
    const page = pages.get(url);
    if (page === undefined) return [{ what: 'page', url, mkdocs: url, ours: '' }];
    const left = visible(html);
    const right = visible(page);
    // MkDocs gives no ids to headings that are written as HTML, Callboard does.
    const ids = right.ids.filter((_, index) => left.ids.length !== right.ids.length || left.ids[index] !== null);
    return [
      { what: 'ids', url, mkdocs: left.ids.filter((id) => id !== null).join('\n'), ours: ids.join('\n') },
      { what: 'text', url, mkdocs: left.text, ours: right.text },
    ];
  });
  return [...added, ...others]
    .filter(({ mkdocs, ours }) => mkdocs !== ours)
    .map((found) => ({ ...found, why: found.what === 'text' ? explain(theirs.get(found.url) ?? '', found.ours) : [] }));
}

/** Takes one deliberate difference after the other out of both texts until they are equal; nothing explains texts that stay different. */
function explain(html: string, ours: string): readonly string[] {
  const why: string[] = [];
  let left = html;
  let right = ours;
  for (const [index, row] of DELIBERATE.entries()) {
    left = row.html?.(left) ?? left;
    const theirs = DELIBERATE.slice(0, index + 1).reduce((text, { text: change }) => change?.(text) ?? text, visible(left).text);
    right = row.text?.(right) ?? right;
    why.push(row.name);
    if (theirs.trim() === right.trim()) return why;
  }
  return [];
}

function compareNav(nav: readonly ReferenceNav[], docs: DocsSite): Difference[] {
  const theirs = referenceLines(nav).map(({ line }) => line);
  const ours = ownLines(docs, docs.nav);
  const missing = theirs.filter((line) => !ours.includes(line));
  const added = ours.filter((line) => !theirs.includes(line));
  const kept = theirs.filter((line) => !missing.includes(line));
  if (kept.join('\n') !== ours.filter((line) => !added.includes(line)).join('\n')) {
    return [{ what: 'nav', url: 'order', why: [], mkdocs: theirs.join('\n'), ours: ours.join('\n') }];
  }
  const fromFile = new Set(referenceLines(nav).flatMap(({ line, fromFile: is }) => (is ? line : [])));
  return missing.map((line) => {
    const instead = added.find((one) => one.slice(one.lastIndexOf(' ')) === line.slice(line.lastIndexOf(' '))) ?? '';
    const why = DEAD_ENTRY.test(line) ? ['entries that lead nowhere'] : fromFile.has(line) ? ['headings below something else'] : [];
    return { what: 'nav', url: line.trim(), why, mkdocs: line, ours: instead };
  });
}

/** The home page has the address `.` or none, depending on the version. */
function urlOf(url: string): string {
  return decodeURIComponent(url).replace(/^\.\/?$/, '');
}

interface Line {
  readonly line: string;
  /** Whether the title is the name of the file, in words. */
  readonly fromFile: boolean;
}

function referenceLines(items: readonly ReferenceNav[], indent = ''): Line[] {
  return items.flatMap(({ title, url, page, children }) => {
    const address = url === null ? '' : ` ${page ? urlOf(url) : url}`;
    const name = address.trim().replace(/\/$/, '').split('/').at(-1) ?? '';
    const words = plain(title ?? '');
    const fromFile = page && ['home', 'index', name.replace(/[-_]/g, ' ').trim().toLowerCase()].includes(words.toLowerCase());
    return [{ line: `${indent}${words}${address}`, fromFile }, ...referenceLines(children, `${indent}  `)];
  });
}

function ownLines(site: DocsSite, items: readonly NavItem[], indent = ''): string[] {
  return items.flatMap(({ title, address, href, children }) => [
    `${indent}${plain(title)}${address === null ? '' : ` ${address.slice(site.address.length)}`}${href === undefined ? '' : ` ${href}`}`,
    ...ownLines(site, children, `${indent}  `),
  ]);
}

/** Older versions of MkDocs keep the marks of Markdown in titles. */
function plain(title: string): string {
  return title
    .replace(/\s*\{:?[^}]*\}$/, '')
    .replace(/[`*_\\]/g, '')
    .replace(/&(?:amp|#38);/g, '&')
    .trim();
}
