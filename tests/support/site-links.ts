// All links of a built site against the files that are there: a folder and its base path in, faults in words out.
import { extname } from 'node:path';
import type { BuiltSite } from './built-site.ts';
import { type HtmlPage, type PageLink, readHtmlPage } from './html-page.ts';

export interface LinkReport {
  /** Each fault once, with the first pages that have it. */
  readonly faults: readonly string[];
  readonly links: number;
  readonly pages: ReadonlyMap<string, HtmlPage>;
  /** Addresses of all pages that links lead to from the home page, without scripts. */
  readonly reached: ReadonlySet<string>;
}

/** What links may lead to outside of the site; pictures, scripts and styles may not leave it at all. */
const OUTWARD = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const LEAVES = /^(?:a|area)\[href\]$|^link\[href\]$|\[cite\]$/;
const PAGES_SHOWN = 3;
/** Stands for the host that the site will have. */
const HERE = 'http://site.invalid';

/** Checks every address on every page, and in every stylesheet. `base` has slashes at both ends. */
export function checkLinks(site: BuiltSite, base: string): LinkReport {
  const files = new Set(site.files);
  const pages = new Map(site.pages.map((address) => [address, readHtmlPage(site.read(address))]));
  const icons = new Map(site.files.filter((file) => extname(file) === '.svg').map((file) => [file, readHtmlPage(site.read(`/${file}`))]));
  const ids = new Map([...pages, ...icons].map(([address, page]) => [address, new Set(page.ids)]));
  const found = new Map<string, string[]>();
  const next = new Map<string, Set<string>>();
  let links = 0;

  for (const [address, page] of pages) {
    next.set(address, new Set());
    for (const fault of faultsWithin(page)) add(fault, address);
    for (const link of page.links) {
      links++;
      const fault = check(link, address);
      if (fault !== null) add(fault, address);
    }
  }
  for (const file of site.files.filter((one) => extname(one) === '.css' && !one.startsWith('pagefind/'))) {
    for (const [, address = ''] of site.read(`/${file}`).matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)) {
      // A picture inside of a style sheet leads nowhere; the policy lets nothing but pictures be such.
      if (address.startsWith('data:image/')) continue;
      const fault = check({ where: 'url()', address }, `/${file}`);
      if (fault !== null) add(fault, `/${file}`);
    }
  }
  const faults = [...found].map(
    ([fault, on]) =>
      `${fault} (on ${on.slice(0, PAGES_SHOWN).join(', ')}${on.length > PAGES_SHOWN ? ` and ${on.length - PAGES_SHOWN} more` : ''})`,
  );
  return { faults, links, pages, reached: walk(next) };

  function add(fault: string, address: string) {
    found.set(fault, [...(found.get(fault) ?? []), address]);
  }

  function check({ where, address }: PageLink, from: string): string | null {
    const named = `${where} ${JSON.stringify(address)}`;
    if (/\s/.test(address)) return `${named} holds white space`;
    const url = URL.parse(address, HERE + base + from.slice(1));
    if (url === null) return `${named} is no address`;
    if (url.origin !== HERE) return outward(url, where) ? null : `${named} leaves the site`;
    if (!url.pathname.startsWith(base)) return `${named} is outside of ${base}`;
    const path = decodeURIComponent(url.pathname.slice(base.length - 1));
    const target = path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
    if (!files.has(target)) return `${named} leads to nothing`;
    if (where === 'a[href]') next.get(from)?.add(path);
    const anchor = decodeURIComponent(url.hash.slice(1));
    const there = ids.get(path) ?? ids.get(target);
    if (anchor !== '' && there !== undefined && !there.has(anchor)) return `${named} leads to a page without that id`;
    return null;
  }
}

function outward(url: URL, where: string): boolean {
  return OUTWARD.has(url.protocol) && LEAVES.test(where);
}

/** Faults that concern one page alone. */
function faultsWithin({ ids, references, forbidden }: HtmlPage): string[] {
  const known = new Set(ids);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [
    ...new Set([
      ...twice.map((id) => `the id ${JSON.stringify(id)} stands there more than once`),
      ...references
        .filter(({ address }) => !known.has(address))
        .map(({ where, address }) => `${where} names ${JSON.stringify(address)}, which is no id of the page`),
      ...forbidden.map((what) => `${what} must not be there`),
    ]),
  ];
}

function walk(next: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set(['/']);
  for (const address of reached) for (const one of next.get(address) ?? []) reached.add(one);
  return reached;
}
