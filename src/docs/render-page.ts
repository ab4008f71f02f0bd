// One planned page: its file read, rendered, its links resolved. What is wrong becomes problems; the page itself is always made.
import type { Problem } from '../lib/problem.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';
import { tooCostly } from './cost.ts';
import { createGraphviz } from './graphviz.ts';
import { type Highlighter, escapeHtml } from './highlight.ts';
import { type ImageSize, readImageSize } from './image-size.ts';
import type { FragmentLink, WantedDiagram } from './markdown/page-state.ts';
import { renderMarkdown } from './markdown/render.ts';
import type { PlannedPage, SitePlan } from './plan.ts';
import { createResolver } from './resolve.ts';
import { type DocsRule, report } from './rules.ts';
import type { SiteMap } from './site-map.ts';
import { createSnippetFinder } from './snippets.ts';
import { titleOfFile } from './titles.ts';
import type { DocsAsset, DocsPage } from './types.ts';

/** A page, and what is needed to check the links between pages. */
export interface PageResult {
  readonly page: DocsPage;
  /** Title for the nav, where it gives none. */
  readonly navTitle: string;
  readonly ids: ReadonlySet<string>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly fragments: readonly FragmentLink[];
  readonly assets: readonly DocsAsset[];
  /** Diagrams that a server is to draw; the HTML of the page has marks where they are to stand. */
  readonly wanted: readonly WantedDiagram[];
  readonly problems: readonly Problem[];
}

/** Renders pages; keeps what has been read of images and loaded of languages for the next ones. */
export interface PageRenderer {
  render(plan: SitePlan, page: PlannedPage): Promise<PageResult>;
}

/** What the pages of all sources share. */
export interface Surroundings {
  readonly sources: ReadonlyMap<string, SourceSnapshot>;
  readonly map: SiteMap;
  readonly highlighter: Highlighter;
  /** Hosts in lower case whose pages, videos and sound may be shown. */
  readonly embeds: ReadonlySet<string>;
}

/** Makes the renderer of the pages of all sources. */
export function createPageRenderer({ sources, map, highlighter, embeds }: Surroundings): PageRenderer {
  const graphviz = createGraphviz();
  const sizes = new Map<string, ImageSize | null>();
  const imageSize = ({ source, path }: DocsAsset) => {
    const key = `${source}\0${path}`;
    const files = sources.get(source)?.files;
    const size = sizes.get(key) ?? (sizes.has(key) || files === undefined ? null : readImageSize(files, path));
    sizes.set(key, size);
    return size;
  };
  return {
    async render(plan, page) {
      const source = sources.get(plan.source);
      const read =
        page.text !== undefined ? { text: page.text } : (source?.files.readText(page.file) ?? { unreadable: 'missing' as const });
      if (source === undefined || 'unreadable' in read) {
        const rule = 'unreadable' in read && read.unreadable === 'too-large' ? 'docs/too-large' : 'docs/not-text';
        return notice(
          plan,
          page,
          rule,
          rule === 'docs/too-large' ? 'The page is too large to be shown.' : 'The page is not valid UTF-8 text.',
        );
      }
      const reason = tooCostly(read.text);
      if (reason !== null) return asSource(plan, page, read.text, reason);
      try {
        return finish(
          plan,
          page,
          await renderMarkdown(read.text, {
            ...createResolver({ plan, page, source, map }),
            snippet: createSnippetFinder({ plan, page, source, map }),
            imageSize,
            math: plan.math,
            highlighter,
            graphviz,
            embeds,
            diagrams: true,
          }),
        );
      } catch (error) {
        // HTML that is nested too deeply ends in a RangeError; any other error is a mistake of ours, which must not cost the other pages either.
        return asSource(
          plan,
          page,
          read.text,
          error instanceof RangeError ? 'it is nested too deeply' : `something unexpected happened (${String(error)})`,
        );
      }
    },
  };
}

function finish(plan: SitePlan, page: PlannedPage, rendered: Awaited<ReturnType<typeof renderMarkdown>>): PageResult {
  const fallback = titleOfFile(page.docPath);
  const title = rendered.title ?? rendered.heading ?? page.navTitle ?? fallback;
  return {
    page: {
      address: page.address,
      file: page.file,
      ...(page.text !== undefined && { text: page.text }),
      title,
      description: rendered.description,
      html: rendered.html,
      hasTitle: rendered.heading !== null,
      headings: rendered.headings,
      ...((rendered.embeds.frames.length > 0 || rendered.embeds.media.length > 0) && { embeds: rendered.embeds }),
      tags: rendered.tags,
      viewUrl: page.viewUrl,
      editUrl: page.editUrl,
    },
    navTitle: page.navTitle ?? title,
    ids: rendered.ids,
    aliases: rendered.aliases,
    fragments: rendered.fragments,
    assets: rendered.assets,
    wanted: rendered.wanted,
    problems: rendered.findings.map(({ rule, spot, ...finding }) =>
      report(rule, { ...finding, place: { source: plan.source, path: page.file, ...spot }, subject: plan.subject ?? undefined }),
    ),
  };
}

function notice(plan: SitePlan, page: PlannedPage, rule: DocsRule, message: string, html = `<p class="broken">${message}</p>`): PageResult {
  return finish(plan, page, {
    title: null,
    heading: null,
    description: '',
    tags: [],
    html,
    headings: [],
    embeds: { frames: [], media: [] },
    ids: new Set(),
    aliases: new Map(),
    fragments: [],
    assets: [],
    wanted: [],
    findings: [{ rule, message, spot: undefined }],
  });
}

function asSource(plan: SitePlan, page: PlannedPage, text: string, reason: string): PageResult {
  return notice(plan, page, 'docs/unrenderable', `The page cannot be rendered: ${reason}.`, `<pre tabindex="0">${escapeHtml(text)}</pre>`);
}
