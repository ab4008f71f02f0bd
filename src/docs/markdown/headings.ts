// Headings and ids: each heading gets Python-Markdown's id and a quiet link to itself; authors' own ids are sorted out.
import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import { toString as textOfHtml } from 'hast-util-to-string';
import type { Root as MarkdownRoot } from 'mdast';
import type { VFile } from 'vfile';
import { type PageState, pageOf } from './page-state.ts';
import { allowedId, reservedIds } from './reserved-ids.ts';
import { createIdGiver, slugify } from './slug.ts';
import { eachElement, eachNode } from './walk.ts';

const MAX_ID = 200;

/** Marks the headings written in Markdown: Python-Markdown knows no others, and gives ids to them first. */
export function remarkHeadings(): (tree: MarkdownRoot) => void {
  return (tree) => {
    eachNode(tree, (node) => {
      if (node.type === 'heading') node.data = { ...node.data, hProperties: { ...node.data?.hProperties, dataMarkdown: '' } };
    });
  };
}

/** Gives ids to all headings, lists them, and adds the link of each to itself. */
export function rehypeHeadings(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const page = pageOf(file);
    const headings = headingsOf(tree);
    giveIds(headings);
    settleOtherIds(tree, headings, page);
    const github = new GithubSlugger();
    for (const { element, depth, text } of headings) {
      const id = String(element.properties['id']);
      page.headings.push({ depth, id, text });
      const alias = github.slug(text);
      if (!page.ids.has(alias) && !page.aliases.has(alias)) page.aliases.set(alias, id);
      element.children.push({
        type: 'element',
        tagName: 'a',
        properties: { className: ['anchor'], href: `#${encodeURIComponent(id)}`, ariaLabel: 'Link to this section' },
        children: [],
      });
    }
  };
}

interface HeadingElement {
  readonly element: Element;
  readonly depth: number;
  readonly text: string;
  /** Written in Markdown, not as HTML. */
  readonly markdown: boolean;
}

function headingsOf(tree: Root): HeadingElement[] {
  const found: HeadingElement[] = [];
  eachElement(tree, (element) => {
    const depth = /^h([1-6])$/.exec(element.tagName)?.[1];
    if (depth === undefined) return;
    const markdown = element.properties['dataMarkdown'] !== undefined;
    delete element.properties['dataMarkdown'];
    found.push({ element, depth: Number(depth), text: headingText(element), markdown });
  });
  return found;
}

/** Text of a heading without the numbers of footnotes in it. */
function headingText(element: Element): string {
  const children = element.children.filter(
    (child) =>
      !(
        child.type === 'element' &&
        child.tagName === 'sup' &&
        child.children.some((inner) => inner.type === 'element' && 'dataFootnoteRef' in inner.properties)
      ),
  );
  return textOfHtml({ ...element, children })
    .replace(/\s+/g, ' ')
    .trim();
}

/** Python-Markdown's order: ids that authors gave count first, then the headings of the page one after the other. */
function giveIds(headings: readonly HeadingElement[]): void {
  const ids = createIdGiver(reservedIds());
  for (const { element } of headings) {
    const id = idOf(element);
    delete element.properties['id'];
    if (id !== null && ids.take(id)) element.properties['id'] = id;
  }
  for (const markdown of [true, false]) {
    for (const heading of headings) {
      if (heading.markdown !== markdown || heading.element.properties['id'] !== undefined) continue;
      heading.element.properties['id'] = ids.unique(slugify(heading.text).slice(0, MAX_ID));
    }
  }
}

/** Keeps the other ids of a page where they are free, and makes `<a name>` an id. */
function settleOtherIds(tree: Root, headings: readonly HeadingElement[], page: PageState): void {
  const ofHeading = new Set(headings.map(({ element }) => element));
  for (const { element } of headings) page.ids.add(String(element.properties['id']));
  eachElement(tree, (element) => {
    if (ofHeading.has(element)) return;
    const id = idOf(element);
    delete element.properties['id'];
    delete element.properties['name'];
    if (id === null || page.ids.has(id)) return;
    element.properties['id'] = id;
    page.ids.add(id);
  });
}

/** The id an author gave, or null if there is none that can be used. */
function idOf({ properties, tagName }: Element): string | null {
  const given = properties['id'] ?? (tagName === 'a' ? properties['name'] : undefined);
  const id = given === undefined || given === null ? '' : String(given);
  return id === '' || id.length > MAX_ID || /\s/.test(id) ? null : allowedId(id);
}

/** Lowers headings for a text inside a page: its highest becomes an h3, and none gets an id. */
export function rehypeLowerHeadings(): (tree: Root) => void {
  return (tree) => {
    const headings = headingsOf(tree);
    const highest = Math.min(...headings.map(({ depth }) => depth));
    for (const { element, depth } of headings) element.tagName = `h${Math.min(6, 3 + depth - highest)}`;
    eachElement(tree, ({ properties }) => {
      delete properties['id'];
      delete properties['name'];
    });
  };
}
