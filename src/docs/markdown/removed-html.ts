// Raw HTML before it is sanitised: plug-ins become links, placeholders become text, and authors are told what goes.
import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { FORBIDDEN, TRANSPARENT } from './html-elements.ts';
import { type PageState, pageOf, spotOf } from './page-state.ts';
import { LINK_SCHEMES, SANITIZE_SCHEMA } from './sanitize-schema.ts';
import { eachElement } from './walk.ts';

const ALLOWED = new Set(SANITIZE_SCHEMA.tagNames);
/** Elements that show something from elsewhere, and the attribute that says what. */
const FRAMES: Readonly<Record<string, string>> = { embed: 'src', object: 'data' };
const MAX_TAG = 200;

/** Replaces or reports elements that are not allowed, each name once a page. */
export function rehypeRemovedHtml(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const page = pageOf(file);
    const seen = new Set<string>();
    eachElement(tree, (element, index, parent) => {
      const { tagName } = element;
      if (ALLOWED.has(tagName) || TRANSPARENT.has(tagName)) return;
      const link = frameLink(element);
      const text = FORBIDDEN.has(tagName) ? null : openingTag(element, file);
      if (link !== null) parent.children[index] = HOLDS_BLOCKS.has('tagName' in parent ? parent.tagName : 'div') ? paragraph(link) : link;
      else if (text !== null) element.children.unshift({ type: 'text', value: text });
      if (!seen.has(tagName)) tell(element, page, link ?? text);
      seen.add(tagName);
    });
  };
}

/** Where a link would stand as a line of its own. */
const HOLDS_BLOCKS = new Set(['div', 'section', 'details', 'figure', 'td']);

function paragraph(child: Element): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: [child] };
}

function tell(element: Element, { findings }: PageState, instead: Element | string | null): void {
  const { tagName } = element;
  const what =
    instead === null
      ? [`The element <${tagName}> is not allowed on docs pages and is left out.`]
      : typeof instead === 'string'
        ? [`"<${tagName}>" is no HTML element and is shown as text.`, `Write \`<${tagName}>\` as code.`]
        : [`The element <${tagName}> is not allowed on docs pages: a link stands in its place.`];
  findings.push({ rule: 'docs/removed-html', message: what[0] ?? '', hint: what[1], spot: spotOf(element) });
}

/** The tag as written, for names that are no HTML and have no attributes: those are placeholders in a text, not somebody's components. */
function openingTag({ position, properties }: Element, file: VFile): string | null {
  const start = position?.start.offset;
  if (start === undefined || Object.keys(properties).length > 0) return null;
  return /^<[^\s<>]+>/.exec(String(file.value).slice(start, start + MAX_TAG))?.[0] ?? null;
}

function frameLink({ tagName, properties, position }: Element): Element | null {
  const attribute = Object.hasOwn(FRAMES, tagName) ? FRAMES[tagName] : undefined;
  const url = attribute === undefined ? undefined : properties[attribute];
  if (typeof url !== 'string' || url.trim() === '') return null;
  const title = typeof properties['title'] === 'string' && properties['title'].trim() !== '' ? properties['title'] : url;
  return {
    type: 'element',
    tagName: 'a',
    properties: { href: url },
    children: [{ type: 'text', value: title }],
    ...(position && { position }),
  };
}

/** Reports links with schemes that the sanitiser takes away. */
export function rehypeUnsafeLinks(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const { findings } = pageOf(file);
    eachElement(tree, (element) => {
      const { href } = element.properties;
      const scheme = typeof href === 'string' ? /^\s*([a-z][a-z\d+.-]*):/i.exec(href)?.[1]?.toLowerCase() : undefined;
      if (element.tagName !== 'a' || scheme === undefined || LINK_SCHEMES.includes(scheme)) return;
      findings.push({
        rule: 'docs/unsafe-link',
        message: `Links with the scheme "${scheme}:" are not allowed.`,
        hint: 'Use http, https, mailto or tel.',
        spot: spotOf(element),
      });
    });
  };
}
