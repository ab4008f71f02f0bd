// Raw HTML before it is sanitised: frames become links, so that what they showed can still be reached, and authors are told what goes.
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { pageOf, spotOf } from './page-state.ts';
import { LINK_SCHEMES, SANITIZE_SCHEMA } from './sanitize-schema.ts';

const ALLOWED = new Set(SANITIZE_SCHEMA.tagNames);
/** Layout elements of old; their content stays and nobody misses them. */
const HARMLESS = new Set(['center', 'font', 'big', 'nobr', 'html', 'body', 'head', 'main', 'article', 'header', 'footer', 'nav', 'aside']);
/** Elements that show something from elsewhere, and the attribute that says what. */
const FRAMES: Readonly<Record<string, string>> = { iframe: 'src', embed: 'src', object: 'data' };

/** Turns frames into links and reports elements that are not allowed. */
export function rehypeRemovedHtml(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const { findings } = pageOf(file);
    visit(tree, 'element', (element, index, parent) => {
      if (ALLOWED.has(element.tagName) || HARMLESS.has(element.tagName)) return;
      const link = frameLink(element);
      if (link !== null && parent !== undefined && index !== undefined) parent.children[index] = link;
      findings.push({
        rule: 'docs/removed-html',
        message: `The element <${element.tagName}> is not allowed on docs pages${link === null ? ' and is left out' : ': a link stands in its place'}.`,
        spot: spotOf(element),
      });
    });
  };
}

/** Reports links with schemes that the sanitiser takes away. */
export function rehypeUnsafeLinks(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const { findings } = pageOf(file);
    visit(tree, 'element', (element) => {
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

function frameLink({ tagName, properties, position }: Element): Element | null {
  const attribute = Object.hasOwn(FRAMES, tagName) ? FRAMES[tagName] : undefined;
  const url = attribute === undefined ? undefined : properties[attribute];
  if (typeof url !== 'string' || url.trim() === '') return null;
  const title = typeof properties['title'] === 'string' && properties['title'].trim() !== '' ? properties['title'] : url;
  return { type: 'element', tagName: 'a', properties: { href: url }, children: [{ type: 'text', value: title }], ...(position && { position }) };
}
