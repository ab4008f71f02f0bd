// What the steps of the pipeline share about one page: the context they may ask, and the lists they fill.
import type { Code, InlineCode } from 'mdast';
import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import type { Diagram } from '../../lib/diagrams.ts';
import type { Graphviz } from '../graphviz.ts';
import type { Highlighter } from '../highlight.ts';
import type { DocsRule } from '../rules.ts';
import type { DocsAsset, Heading } from '../types.ts';
import type { FenceOptions } from './fence-options.ts';

/** Where a link or an image leads. */
export type Target =
  /** A section of the same page; checked when all ids of the page are known. An empty fragment is the page itself. */
  | { readonly kind: 'here'; readonly fragment: string }
  /** A page of the portal. With a fragment on a docs page, `address` says on which; it is checked when all pages are rendered. */
  | { readonly kind: 'page'; readonly href: string; readonly address: string | null; readonly fragment: string | null }
  /** A file that is published beside the pages. */
  | { readonly kind: 'asset'; readonly href: string; readonly asset: DocsAsset }
  /** Another host. */
  | { readonly kind: 'outside'; readonly href: string }
  /** Nothing: why, and what may have been meant. */
  | { readonly kind: 'broken'; readonly rule: DocsRule; readonly message: string; readonly hint?: string | undefined };

/** What one page may ask about everything around it. */
export interface PageContext {
  /** Finds where a link leads, as written in the page. */
  link(url: string): Target;
  /** Finds an image or another file to be shown in the page: never a page, and on another host never shown. */
  image(url: string): Target;
  /** Size of an image that is published, or null where it is not known. */
  imageSize(asset: DocsAsset): { readonly width: number; readonly height: number } | null;
  /** Reads a file of the repository that a snippet names, or says what is wrong with it: `does not exist`. */
  snippet(path: string): { readonly file: string; readonly text: string } | { readonly missing: string };
  /** Whether texts hold formulas in dollars and brackets. */
  readonly math: boolean;
  readonly highlighter: Highlighter;
  readonly graphviz: Graphviz;
  /** Hosts in lower case whose pages, videos and sound may be shown. */
  readonly embeds: ReadonlySet<string>;
  /** Whether diagrams that a server draws are put in afterwards. */
  readonly diagrams: boolean;
}

/** A place on the page, one-based. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** One finding on a page; the caller knows source, path and subject. */
export interface PageFinding {
  readonly rule: DocsRule;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly spot: Spot | undefined;
}

/** A diagram that a server is to draw, and that is put into the page when all pages are rendered: plain data. */
export interface WantedDiagram extends Diagram {
  /** What it shows, as the author says; null where that is not said. */
  readonly label: string | null;
  /** For each line of the source the line between the fences that it comes from; null where they are the same. */
  readonly lines: readonly number[] | null;
  readonly spot: Spot | undefined;
}

/** A link to a section of another docs page, to be checked when that page is known. */
export interface FragmentLink {
  /** The link as it stands in the page's HTML, not escaped. */
  readonly href: string;
  readonly address: string;
  readonly fragment: string;
  readonly spot: Spot | undefined;
}

/** What the steps know and find about one page. */
export interface PageState {
  readonly context: PageContext;
  /** Code in blocks and lines, by the number that marks it on its way through the sanitiser. */
  readonly codes: { readonly node: Code | InlineCode; readonly options: FenceOptions }[];
  /** Cleaned drawings of graphs, by the number of their code. */
  readonly drawings: Map<number, Element>;
  /** Diagrams that a server is to draw. */
  readonly wanted: WantedDiagram[];
  /** Origins of what is shown from elsewhere. */
  readonly embeds: { readonly frames: Set<string>; readonly media: Set<string> };
  readonly findings: PageFinding[];
  readonly headings: Heading[];
  /** All ids of the page. */
  readonly ids: Set<string>;
  /** Other names under which sections can be linked to, and their ids: the ids that GitHub gives. */
  readonly aliases: Map<string, string>;
  readonly fragments: FragmentLink[];
  readonly assets: Map<string, DocsAsset>;
}

declare module 'vfile' {
  interface DataMap {
    page: PageState;
  }
}

/** Makes the state of a page that has not been looked at. */
export function newPageState(context: PageContext): PageState {
  return {
    context,
    codes: [],
    drawings: new Map(),
    wanted: [],
    embeds: { frames: new Set(), media: new Set() },
    findings: [],
    headings: [],
    ids: new Set(),
    aliases: new Map(),
    fragments: [],
    assets: new Map(),
  };
}

/** Returns the state of the page that a file is; a step that runs without one is a mistake in the pipeline. */
export function pageOf(file: VFile): PageState {
  if (file.data.page === undefined) throw new Error('The pipeline was run without the state of a page.');
  return file.data.page;
}

/** Returns where a node starts, or undefined for a node that a step made. */
export function spotOf(node: { readonly position?: Root['position'] }): Spot | undefined {
  const start = node.position?.start;
  return start === undefined ? undefined : { line: start.line, column: start.column };
}
