// A docs site as planned, before its pages are rendered: plain data, so that it can be handed to worker threads.
import type { Place } from '../lib/problem.ts';
import type { DocsAsset } from './types.ts';

/** A folder of the source whose files appear under a prefix of the site: one for the site itself, one for each included mkdocs.yml. */
export interface Mount {
  /** Prefix inside the docs, empty or with a slash at the end. */
  readonly prefix: string;
  /** Folder inside the source, empty for its root. */
  readonly folder: string;
}

export interface PlannedPage {
  /** Path inside the docs, as links between pages see it, e.g. `api/limits.md`. */
  readonly docPath: string;
  /** File in the source. */
  readonly file: string;
  readonly address: string;
  /** Title that the nav gives it; null if it gives none. */
  readonly navTitle: string | null;
  readonly editUrl: string | null;
  readonly viewUrl: string | null;
  /** Text of a page that is made up, for which there is no file. */
  readonly text?: string | undefined;
}

export interface PlannedNav {
  /** Null when the title of the page is to be taken. */
  readonly title: string | null;
  /** Path of the page inside the docs; null for a heading or a link. */
  readonly page: string | null;
  /** Where a link leads: a URL, or an address of the portal that is checked when all are known. */
  readonly href: string | null;
  /** The file a link leads to, to be published. */
  readonly asset: DocsAsset | null;
  readonly place: Place;
  readonly children: readonly PlannedNav[];
}

export interface SitePlan {
  readonly address: string;
  readonly title: string;
  readonly description: string;
  /** Language of all pages; null when mkdocs.yml names none. */
  readonly language: string | null;
  /** Id of the source. */
  readonly source: string;
  readonly place: Place | null;
  readonly subject: string | null;
  /** Whether mkdocs.yml turns formulas in texts on. */
  readonly math: boolean;
  readonly mounts: readonly Mount[];
  /** By address; no two share one. */
  readonly pages: readonly PlannedPage[];
  readonly nav: readonly PlannedNav[];
  /** Old addresses, and the address (with its section) or the URL that each leads to. */
  readonly redirects: readonly { readonly from: string; readonly to: string }[];
}
