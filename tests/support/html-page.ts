// One page of HTML, taken apart: text in; links, ids and whatever must not stand in a page out.
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** An address that a page names, and where it stands, e.g. `a[href]`. */
export interface PageLink {
  readonly where: string;
  readonly address: string;
}

/** One `data-…` mark, its value, and where its element leads; null where it is no link. */
export interface PageMark {
  readonly name: MarkName;
  readonly value: string;
  readonly href: string | null;
}

export interface HtmlPage {
  readonly links: readonly PageLink[];
  /** All ids in the order of the page, repeated ones included. */
  readonly ids: readonly string[];
  /** References to ids of the same page: `for`, `aria-labelledby` and the like. */
  readonly references: readonly PageLink[];
  /** What a strict page has none of: inline handlers, `style` attributes, frames and plug-ins. */
  readonly forbidden: readonly string[];
  /** The stable marks for scripts and tests in the order of the page, e.g. `data-entity-ref`. */
  readonly marks: readonly PageMark[];
  /** Where a page without text of its own sends the reader; null for any other. */
  readonly redirect: string | null;
}

const ADDRESSES = ['href', 'src', 'action', 'formAction', 'poster', 'data', 'xLinkHref', 'cite', 'ping', 'background'];
/** Names of marks as the parser writes them. */
const MARKS = { dataEntityRef: 'entity', dataProblem: 'problem', dataNode: 'node', dataEdge: 'edge', dataBlip: 'blip' } as const;
export type MarkName = (typeof MARKS)[keyof typeof MARKS];

const REFERENCES = ['htmlFor', 'ariaLabelledBy', 'ariaDescribedBy', 'ariaControls', 'ariaOwns', 'list'];
const FORBIDDEN = new Set(['iframe', 'frame', 'object', 'embed', 'applet', 'base']);

/** Takes a page apart as a browser without scripts reads it: what stands in `noscript` counts. */
export function readHtmlPage(html: string): HtmlPage {
  const links: PageLink[] = [];
  const ids: string[] = [];
  const references: PageLink[] = [];
  const forbidden: string[] = [];
  const marks: PageMark[] = [];
  let redirect: string | null = null;
  visit<Root, 'element'>(fromHtml(html), 'element', (element) => {
    const { tagName, properties } = element;
    if (typeof properties['id'] === 'string') ids.push(properties['id']);
    for (const name of ADDRESSES) {
      const value = properties[name];
      if (typeof value === 'string') links.push({ where: `${tagName}[${name}]`, address: value });
    }
    for (const address of setOf(properties['srcSet'])) links.push({ where: `${tagName}[srcset]`, address });
    for (const name of REFERENCES) {
      for (const address of wordsOf(properties[name])) references.push({ where: `${tagName}[${name}]`, address });
    }
    const { href } = properties;
    for (const [property, name] of Object.entries(MARKS)) {
      const value = properties[property];
      if (typeof value === 'string') marks.push({ name, value, href: typeof href === 'string' ? href : null });
    }
    redirect ??= refreshOf(element);
    if (FORBIDDEN.has(tagName)) forbidden.push(`<${tagName}>`);
    for (const name of Object.keys(properties)) if (name === 'style' || /^on[a-z]/i.test(name)) forbidden.push(`${tagName}[${name}]`);
  });
  if (redirect !== null) links.push({ where: 'meta[refresh]', address: redirect });
  return { links, ids, references, forbidden, marks, redirect };
}

function setOf(value: Element['properties'][string]): string[] {
  const text = Array.isArray(value) ? value.join(',') : typeof value === 'string' ? value : '';
  return text.split(',').flatMap((candidate) => candidate.trim().split(/\s+/)[0] || []);
}

function wordsOf(value: Element['properties'][string]): string[] {
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : [];
}

function refreshOf({ tagName, properties }: Element): string | null {
  if (tagName !== 'meta' || !wordsOf(properties['httpEquiv']).includes('refresh')) return null;
  return /url=(.*)$/i.exec(String(properties['content']))?.[1] ?? null;
}
