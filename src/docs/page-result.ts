// A page as rendered, before the links between pages are checked: plain data, so that threads can hand it over and builds can keep it.
import type { Problem } from '../lib/problem.ts';
import type { Answer } from './answers.ts';
import type { FragmentLink, WantedDiagram } from './markdown/page-state.ts';
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

/** A page, and what it depends on. */
export interface KeptPage {
  /** Of its text and of what is planned for it: see `pageKey`. */
  readonly key: string;
  readonly answers: readonly Answer[];
  readonly result: PageResult;
}
