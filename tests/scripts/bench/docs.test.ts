// The made-up docs, read with a Markdown parser of their own: every link leads somewhere, and pages hold what real ones do.
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { countFeatures } from '../../../scripts/bench/count-features.ts';
import { toSlug } from '../../../scripts/bench/names.ts';
import { written } from './organisation.ts';

const { files, sites, organisation } = written({ entities: 400, docs: 500, seed: 'docs' });

interface ReadPage {
  /** Path in the docs folder. */
  readonly path: string;
  readonly text: string;
  readonly links: readonly string[];
  readonly sections: ReadonlySet<string>;
}

const pages = sites.map((site) => ({ site, pages: site.pages.map((path) => read(path, files.get(site.docs + path) ?? '')) }));
const all = pages.flatMap((site) => site.pages);

function read(path: string, text: string): ReadPage {
  const tree: Nodes = fromMarkdown(text.replace(/^---\n.*?\n---\n/s, ''));
  const links: string[] = [];
  const sections = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'image') links.push(node.url);
    if (node.type === 'html') links.push(...[...node.value.matchAll(/<img src="([^"]+)"/g)].map((match) => match[1] ?? ''));
    if (node.type === 'heading') sections.add(toSlug(toString(node)));
  });
  return { path, text, links, sections };
}

/** The folder that MkDocs renders a page into. */
const rendered = (path: string) => (path === 'index.md' ? '' : path.replace(/\.md$/, '/'));

/** Address in the portal of each page of docs: that of its component. */
const addresses = new Map<string, ReadPage | undefined>(
  [...organisation.sites].flatMap(([{ namespace, name, repository, folder }, site]) =>
    site.pages.map(({ path }) => {
      const own = pages.find((one) => one.site.folder === `repos/${repository.name}/${folder === '' ? '' : `${folder}/`}`);
      return [`/docs/${namespace}/component/${name}/${rendered(path)}`, own?.pages.find((page) => page.path === path)] as const;
    }),
  ),
);

describe('the docs', () => {
  test('link only to pages, sections and pictures that are there', () => {
    const broken: string[] = [];
    let count = 0;
    for (const { site, pages: ofSite } of pages) {
      const byAddress = new Map(ofSite.map((page) => [`https://x/${rendered(page.path)}`, page]));
      for (const page of ofSite) {
        for (const link of page.links.filter((url) => !/^https?:/.test(url))) {
          count++;
          const [target = '', section] = link.split('#');
          const file = new URL(target, `https://x/${page.path}`);
          const found = target.startsWith('/')
            ? addresses.get(target)
            : target === ''
              ? page
              : (ofSite.find(({ path }) => `/${path}` === file.pathname) ??
                byAddress.get(new URL(target, `https://x/${rendered(page.path)}`).href));
          const isPicture = found === undefined && files.has(site.docs + file.pathname.slice(1));
          if (!isPicture && (found === undefined || (section !== undefined && !found.sections.has(section))))
            broken.push(`${site.docs}${page.path}: ${link}`);
        }
      }
    }
    expect(count).toBeGreaterThan(500);
    expect(broken).toEqual([]);
  });

  test('have a nav that names each page once', () => {
    const withNav = sites.filter(({ nav }) => nav !== undefined);
    expect(withNav.length).toBeGreaterThan(sites.length * 0.8);
    for (const { nav, pages: ofSite } of withNav) expect(leaves(nav).toSorted()).toEqual(ofSite.toSorted());
  });

  test.each([
    ['tables', /^\|---/m, 0.08, 0.2],
    ['front matter', /^---\n/, 0.2, 0.42],
    ['an h1', /^# /m, 0.6, 0.82],
    ['code', /^```\w/m, 0.6, 0.8],
    ['admonitions', /^!!! /m, 0.08, 0.2],
    ['relative links', /\]\((?:\.\.\/)*[a-z/-]+\.md/, 0.2, 0.42],
    ['images', /!\[/, 0.1, 0.3],
    ['tasks', /^- \[x\]/m, 0.005, 0.08],
  ])('have %s as often as real ones', (_, pattern, least, most) => {
    const share = all.filter(({ text }) => pattern.test(text)).length / all.length;
    expect(share).toBeGreaterThanOrEqual(least);
    expect(share).toBeLessThanOrEqual(most);
  });

  test('are as long as real ones: some hundred words, many times that on a few pages, and as much code', () => {
    const features = countFeatures(all.map(({ text }) => text));
    expect(features.get('words of prose')?.mean).toBeGreaterThan(450);
    expect(features.get('words of prose')?.mean).toBeLessThan(850);
    expect(features.get('words of prose')?.highest).toBeGreaterThan(2 * (features.get('words of prose')?.median ?? 0));
    expect(features.get('code blocks')?.mean).toBeGreaterThan(3);
    expect(features.get('code blocks')?.mean).toBeLessThan(6.5);
    expect(features.get('lines of code')?.deviation).toBeGreaterThan(50);
  });

  test('have code in many languages, no two blocks of some length alike', () => {
    const blocks = all.flatMap(({ text }) => text.match(/^```\w+\n.*?^```/gms) ?? []);
    expect(new Set(blocks.map((block) => /^```(\w+)/.exec(block)?.[1])).size).toBeGreaterThan(10);
    const long = blocks.filter((block) => block.split('\n').length > 5);
    expect(new Set(long).size).toBeGreaterThan(long.length * 0.99);
  });
});

function leaves(nav: unknown): string[] {
  if (typeof nav === 'string') return [nav];
  if (Array.isArray(nav)) return nav.flatMap(leaves);
  return Object.values(nav as object).flatMap(leaves);
}
