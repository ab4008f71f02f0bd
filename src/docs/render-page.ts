// One planned page: its file read, rendered, its links resolved. What is wrong becomes problems; the page itself is always made.
import type { SourceFiles } from '../lib/files.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';
import { type Answer, type Asked, noteAnswers, sameAnswers } from './answers.ts';
import { tooCostly } from './cost.ts';
import { createGraphviz } from './graphviz.ts';
import { type Highlighter, escapeHtml } from './highlight.ts';
import { type ImageSize, readImageSize } from './image-size.ts';
import { renderMarkdown } from './markdown/render.ts';
import { pageKey } from './page-cache.ts';
import type { KeptPage, PageResult } from './page-result.ts';
import type { PlannedPage, SitePlan } from './plan.ts';
import { createResolver } from './resolve.ts';
import { type DocsRule, report } from './rules.ts';
import type { SiteMap } from './site-map.ts';
import { createSnippetFinder } from './snippets.ts';
import { titleOfFile } from './titles.ts';

/** Renders pages; keeps what has been read of images and loaded of languages for the next ones. */
export interface PageRenderer {
  render(plan: SitePlan, page: PlannedPage): Promise<KeptPage>;
  /** Says whether a page that was rendered before would be rendered just the same now. */
  isCurrent(kept: KeptPage, plan: SitePlan, page: PlannedPage): boolean;
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
  const imageSize = createImageSizes(sources);
  const ask = (plan: SitePlan, page: PlannedPage, source: SourceSnapshot): Asked => {
    const context = { plan, page, source, map };
    return { ...createResolver(context), snippet: createSnippetFinder(context), imageSize };
  };
  return {
    async render(plan, page) {
      const source = sources.get(plan.source);
      const read = textOfPage(page, source);
      if (source === undefined || 'unreadable' in read) return kept('', [], unreadable(plan, page, read));
      const key = pageKey(plan, page, read.text, embeds);
      const reason = tooCostly(read.text);
      if (reason !== null) return kept(key, [], asSource(plan, page, read.text, reason));
      const { answers, ...asked } = noteAnswers(ask(plan, page, source));
      try {
        const rendered = await renderMarkdown(read.text, {
          ...asked,
          math: plan.math,
          highlighter,
          graphviz,
          embeds,
          diagrams: true,
        });
        // A graph may have failed for want of time, which is no property of the page.
        const lasting = rendered.findings.every(({ rule }) => rule !== 'docs/bad-diagram');
        return kept(lasting ? key : '', answers, finish(plan, page, rendered));
      } catch (error) {
        // HTML that is nested too deeply ends in a RangeError; any other error is a mistake of ours, which must not cost the other pages either.
        const why = error instanceof RangeError ? 'it is nested too deeply' : `something unexpected happened (${String(error)})`;
        return kept(key, answers, asSource(plan, page, read.text, why));
      }
    },
    isCurrent({ key, answers }, plan, page) {
      const source = sources.get(plan.source);
      const read = textOfPage(page, source);
      if (source === undefined || 'unreadable' in read) return false;
      return key === pageKey(plan, page, read.text, embeds) && sameAnswers(answers, ask(plan, page, source));
    },
  };
}

const kept = (key: string, answers: readonly Answer[], result: PageResult): KeptPage => ({ key, answers, result });

/** Pages share images: each is looked at once. */
function createImageSizes(sources: ReadonlyMap<string, SourceSnapshot>): Asked['imageSize'] {
  const sizes = new Map<string, ImageSize | null>();
  return ({ source, path }) => {
    const key = `${source}\0${path}`;
    const files = sources.get(source)?.files;
    const size = sizes.get(key) ?? (sizes.has(key) || files === undefined ? null : readImageSize(files, path));
    sizes.set(key, size);
    return size;
  };
}

function textOfPage({ text, file }: PlannedPage, source: SourceSnapshot | undefined): ReturnType<SourceFiles['readText']> {
  return text !== undefined ? { text } : (source?.files.readText(file) ?? { unreadable: 'missing' });
}

function unreadable(plan: SitePlan, page: PlannedPage, read: ReturnType<SourceFiles['readText']>): PageResult {
  const large = 'unreadable' in read && read.unreadable === 'too-large';
  return large
    ? notice(plan, page, 'docs/too-large', 'The page is too large to be shown.')
    : notice(plan, page, 'docs/not-text', 'The page is not valid UTF-8 text.');
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
