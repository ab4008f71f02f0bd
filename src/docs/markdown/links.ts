// Links: each is resolved; what leads nowhere becomes text, what leads to another host is marked.
import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { nearest } from '../../lib/nearest.ts';
import { type PageState, pageOf, spotOf } from './page-state.ts';
import { allowedId } from './reserved-ids.ts';
import { eachElement } from './walk.ts';

/** Resolves the links of a page. Runs when the ids of the page are settled. */
export function rehypeLinks(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const page = pageOf(file);
    eachElement(tree, (element) => {
      if (element.tagName === 'a' && !isOwn(element)) resolve(element, page);
    });
  };
}

/** The links that headings have to themselves. */
function isOwn({ properties }: Element): boolean {
  return Array.isArray(properties['className']) && properties['className'].includes('anchor') && properties['ariaLabel'] !== undefined;
}

function resolve(element: Element, page: PageState): void {
  const { href } = element.properties;
  if (typeof href !== 'string') {
    // An anchor without an address is only a place to jump to, or what is left of a link that was not allowed.
    element.tagName = 'span';
    if (element.properties['id'] === undefined) element.properties['className'] = ['broken'];
    return;
  }
  const target = page.context.link(href.trim());
  switch (target.kind) {
    case 'here':
      return linkHere(element, target.fragment, page);
    case 'page':
      if (target.address !== null && target.fragment !== null) {
        page.fragments.push({ href: target.href, address: target.address, fragment: target.fragment, spot: spotOf(element) });
      }
      return setHref(element, target.href);
    case 'asset':
      page.assets.set(target.asset.address, target.asset);
      return setHref(element, target.href);
    case 'outside':
      setHref(element, target.href);
      if (/^https?:/i.test(target.href))
        Object.assign(element.properties, { className: [...classesOf(element), 'external'], rel: ['noopener'] });
      return;
    case 'broken':
      page.findings.push({ rule: target.rule, message: target.message, hint: target.hint, spot: spotOf(element) });
      return breakLink(element);
  }
}

function linkHere(element: Element, fragment: string, page: PageState): void {
  if (fragment === '' || fragment === 'top') return setHref(element, '#');
  const id = findSection(fragment, page);
  if (id !== null) return setHref(element, `#${encodeURIComponent(id)}`);
  page.findings.push({
    rule: 'docs/broken-anchor',
    message: `This page has no section "#${fragment}".`,
    hint: anchorHint(fragment, page.ids),
    spot: spotOf(element),
  });
  breakLink(element);
}

/** Other ways in which authors write ids: in capitals, with GitHub's prefix, and the ids that Python-Markdown gives to footnotes. */
const OTHER_FORMS: readonly ((fragment: string) => string)[] = [
  (fragment) => fragment.toLowerCase(),
  (fragment) => fragment.replace(/^user-content-/, ''),
  (fragment) => fragment.replace(/^(fn(?:ref)?):/, '$1-'),
];

/** Finds the id that a fragment means on a page: as written, in another form, or under the page's other names; null if there is none. */
export function findSection(
  fragment: string,
  page: { readonly ids: ReadonlySet<string>; readonly aliases: ReadonlyMap<string, string> },
): string | null {
  for (const name of [allowedId(fragment), ...OTHER_FORMS.map((form) => form(fragment))]) {
    const id = page.ids.has(name) ? name : page.aliases.get(name);
    if (id !== undefined) return id;
  }
  return null;
}

/** Says which section may have been meant. */
export function anchorHint(fragment: string, ids: Iterable<string>): string | undefined {
  const found = nearest(fragment, ids);
  return found === null ? undefined : `Did you mean "#${found}"?`;
}

/** `href` comes first, so that a page's links can be found again in its HTML. */
function setHref(element: Element, href: string): void {
  const { href: _, ...others } = element.properties;
  element.properties = { href, ...others };
}

function breakLink(element: Element): void {
  const { id } = element.properties;
  element.tagName = 'span';
  element.properties = { className: ['broken'], ...(id !== undefined && { id }) };
}

function classesOf({ properties }: Element): (string | number)[] {
  return Array.isArray(properties['className']) ? properties['className'] : [];
}
