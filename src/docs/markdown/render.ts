// Markdown in, safe HTML and what is known about it out: `renderMarkdown` for docs pages, `renderSnippet` for texts inside other pages.
import type { Root as HtmlRoot } from 'hast';
import type { Paragraph, Root } from 'mdast';
import { toString as textOfMarkdown } from 'mdast-util-to-string';
import { VFile } from 'vfile';
import { tooCostly } from '../cost.ts';
import { type Highlighter, createHighlighter, escapeHtml } from '../highlight.ts';
import type { DocsAsset, DocsEmbeds, Heading } from '../types.ts';
import { splitFrontMatter } from './front-matter.ts';
import { drawGraphs } from './graphs.ts';
import {
  type FragmentLink,
  type PageContext,
  type PageFinding,
  type PageState,
  type Target,
  type WantedDiagram,
  newPageState,
} from './page-state.ts';
import { MARKDOWN, TO_PAGE, TO_SNIPPET } from './pipeline.ts';
import { LINK_SCHEMES } from './sanitize-schema.ts';
import { holdsHtml } from './simple-html.ts';

const MAX_DESCRIPTION = 200;

/** A page as rendered, before it is known where it stands in its site. */
export interface RenderedPage {
  /** Title of the front matter; null if it has none. */
  readonly title: string | null;
  /** Text of the first h1; null if there is none. */
  readonly heading: string | null;
  readonly description: string;
  readonly tags: readonly string[];
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly embeds: DocsEmbeds;
  readonly ids: ReadonlySet<string>;
  /** Other names under which sections can be linked to, and their ids. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Links to sections of other pages, still to be checked. */
  readonly fragments: readonly FragmentLink[];
  readonly assets: readonly DocsAsset[];
  /** Diagrams that a server is to draw; the HTML has marks where they are to stand. */
  readonly wanted: readonly WantedDiagram[];
  readonly findings: readonly PageFinding[];
}

/** Renders a page: front matter, Markdown with the syntax of MkDocs, raw HTML. Throws when the page is nested too deeply to be rendered. */
export async function renderMarkdown(text: string, context: PageContext): Promise<RenderedPage> {
  const { body, matter, findings } = splitFrontMatter(text);
  const page = newPageState(context);
  const file = fileOf(body, page);
  const tree = parse(file);
  const description = matter.description ?? firstParagraph(tree);
  await context.highlighter.load(page.codes.flatMap(({ options }) => options.language ?? []));
  await drawGraphs(page);
  const html = toHtml(TO_PAGE, tree, file);
  return {
    title: matter.title,
    heading: page.headings.find(({ depth }) => depth === 1)?.text ?? null,
    description,
    tags: matter.tags,
    html,
    headings: page.headings,
    embeds: { frames: [...page.embeds.frames].sort(), media: [...page.embeds.media].sort() },
    ids: page.ids,
    aliases: page.aliases,
    fragments: page.fragments,
    assets: [...page.assets.values()],
    wanted: page.wanted,
    findings: [...findings, ...page.findings],
  };
}

export interface SnippetOptions {
  /** Path prefix of the site, with slashes at both ends. */
  readonly base: string;
  /** Gives only what stands in the paragraph, without `<p>`; of several paragraphs, the first. */
  readonly inline?: boolean | undefined;
  /** Finds the address of a link that is neither a URL nor starts with `/`; null makes it text. Defaults to text. */
  readonly link?: ((url: string) => string | null) | undefined;
  /** Highlights code in the languages it has loaded. Defaults to plain code. */
  readonly highlighter?: Highlighter | undefined;
}

/**
 * Renders a short text that stands inside another page: the same syntax, but no ids, headings from h3 down, and images as links, since no
 * file lies beside the text. Never throws: what cannot be rendered is shown as it was written.
 */
export function renderSnippet(markdown: string, options: SnippetOptions): string {
  const text = markdown.trim();
  if (isPlain(text)) return options.inline === true ? text : `<p>${text}</p>`;
  try {
    if (tooCostly(text) !== null) throw new RangeError('The text would take too long.');
    const file = fileOf(text, newPageState(snippetContext(options)));
    const tree = parse(file);
    if (options.inline === true) tree.children = [firstBlock(tree)];
    const html = toHtml(TO_SNIPPET, tree, file).trim();
    return options.inline === true ? html.replace(/^<p>|<\/p>$/g, '') : html;
  } catch {
    return options.inline === true ? escapeHtml(text) : `<pre>${escapeHtml(text)}</pre>`;
  }
}

/** Says whether a text is one line of words that neither Markdown nor HTML changes; most descriptions are. */
function isPlain(text: string): boolean {
  return /^[\p{L}][\p{L}\p{N} ,;:!+()'"’“”?%./–—-]*$/u.test(text) && !/\/\/|www\./i.test(text);
}

function fileOf(text: string, page: PageState): VFile {
  const file = new VFile({ value: text });
  file.data.page = page;
  return file;
}

function parse(file: VFile): Root {
  const processor = file.data.page?.context.math === true ? MARKDOWN.math : MARKDOWN.plain;
  return processor.runSync(processor.parse(file), file) as Root;
}

function toHtml(variants: typeof TO_PAGE, tree: Root, file: VFile): string {
  const processor = holdsHtml(tree) ? variants.raw : variants.plain;
  return String(processor.stringify(processor.runSync(tree, file) as HtmlRoot, file));
}

function firstParagraph(tree: Root): string {
  for (const child of tree.children) {
    if (child.type !== 'paragraph') continue;
    const text = textOfMarkdown(child, { includeImageAlt: false, includeHtml: false }).replace(/\s+/g, ' ').trim();
    if (text !== '') return shorten(text);
  }
  return '';
}

/** Cuts a text between words. */
function shorten(text: string): string {
  if (text.length <= MAX_DESCRIPTION) return text;
  const cut = text.slice(0, MAX_DESCRIPTION - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > MAX_DESCRIPTION / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The first paragraph without attributes of its own; a text that has none becomes one. */
function firstBlock(tree: Root): Paragraph {
  const paragraph = tree.children.find((child): child is Paragraph => child.type === 'paragraph');
  return { type: 'paragraph', children: paragraph?.children ?? [{ type: 'text', value: textOfMarkdown(tree) }] };
}

function snippetContext({ base, link, highlighter }: SnippetOptions): PageContext {
  const outside = (url: string): Target | null => {
    const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url)?.[1]?.toLowerCase();
    if (scheme !== undefined) return LINK_SCHEMES.includes(scheme) ? { kind: 'outside', href: url } : nowhere;
    return url.startsWith('//') ? { kind: 'outside', href: `https:${url}` } : null;
  };
  const nowhere: Target = { kind: 'broken', rule: 'docs/broken-link', message: '' };
  return {
    link(url) {
      const found = outside(url);
      if (found !== null) return found;
      if (url.startsWith('/')) return { kind: 'page', href: base + url.slice(1), address: null, fragment: null };
      const href = link?.(url) ?? null;
      return href === null ? nowhere : { kind: 'page', href, address: null, fragment: null };
    },
    image: (url) => outside(url) ?? nowhere,
    imageSize: () => null,
    math: false,
    snippet: () => ({ missing: 'stands in a text beside which no file lies' }),
    highlighter: highlighter ?? PLAIN,
    embeds: new Set(),
    diagrams: false,
    graphviz: { draw: async () => ({ error: 'texts inside of pages have no drawings' }) },
  };
}

/** Has loaded no language and so never colours anything. */
const PLAIN = createHighlighter();
