// The shapes of documentation: which sites there are, their navigation, their pages as safe HTML.
import type { Place, Problem } from '../lib/problem.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';

/** A folder of decisions, as its site is asked to show it. */
export interface DecisionFolder {
  /** Folder inside the source of the site. */
  readonly folder: string;
  /** Where it is asked for. */
  readonly place: Place;
}

/** One docs site to be built, as the portal asks for it. */
export interface DocsSiteSpec {
  /** Address without base path, with slashes at both ends, e.g. `/docs/default/component/checkout-api/`. */
  readonly address: string;
  readonly source: SourceSnapshot;
  /** Folder of the source that holds mkdocs.yml or the bare Markdown; empty for the root. */
  readonly folder: string;
  /** Title when mkdocs.yml gives none. */
  readonly title: string;
  /** Folders of architecture decisions that the site shows as a list. */
  readonly decisions?: readonly DecisionFolder[] | undefined;
  /** Where the site was asked for (an annotation, portal.yaml), for problems about the folder itself. */
  readonly place?: Place | undefined;
  /** Entity that owns the site. */
  readonly subject?: string | undefined;
}

/** One line of a site's navigation. */
export interface NavItem {
  readonly title: string;
  /** Address of the page without base path; null for a heading or a link elsewhere. */
  readonly address: string | null;
  /** For a link elsewhere or to a published file: a URL, or a path with the base path in front. */
  readonly href?: string | undefined;
  readonly children: readonly NavItem[];
}

export interface Heading {
  /** 1 to 6. */
  readonly depth: number;
  readonly id: string;
  readonly text: string;
}

/** What a page shows of other hosts, as origins; sorted. */
export interface DocsEmbeds {
  readonly frames: readonly string[];
  readonly media: readonly string[];
}

/** A docs page, rendered. */
export interface DocsPage {
  /** Address without base path, slashes at both ends, not encoded. */
  readonly address: string;
  /** Address of the page that this one repeats: the home of a site without an index page. Search and feeds leave it out. */
  readonly canonical?: string | undefined;
  /** File in the source it was made from. */
  readonly file: string;
  /** Its Markdown, of a page that was made without a file. */
  readonly text?: string | undefined;
  readonly title: string;
  /** Front matter's description or the first paragraph, plain text, at most about 200 characters; may be empty. */
  readonly description: string;
  /** Sanitised HTML of the body, its h1 included if the file has one. Links are complete, base path included. */
  readonly html: string;
  /** True when `html` holds the page's own h1. */
  readonly hasTitle: boolean;
  readonly headings: readonly Heading[];
  /** What it shows of other hosts; none where it shows nothing. */
  readonly embeds?: DocsEmbeds | undefined;
  readonly tags: readonly string[];
  /** Link to the file on its git host, and to edit it there; null where the host is not known. */
  readonly viewUrl: string | null;
  readonly editUrl: string | null;
}

/** A file that is copied to the site beside the pages. */
export interface DocsAsset {
  /** Address without base path, e.g. `/docs/default/component/x/img/flow.png`. */
  readonly address: string;
  /** Id of the source and path of the file in it. */
  readonly source: string;
  readonly path: string;
}

export interface DocsSite {
  readonly address: string;
  readonly title: string;
  readonly description: string;
  /** Language of its pages, as mkdocs.yml names it. */
  readonly language?: string | undefined;
  readonly nav: readonly NavItem[];
  /** In order of the nav, pages outside the nav behind them by address. The first is the site's home, at `address`. */
  readonly pages: readonly DocsPage[];
  /** Address of a page that lists all pages, and of one that holds them all; null for a site of one page, and `print` for a large one. */
  readonly contents: string | null;
  readonly print: string | null;
  readonly assets: readonly DocsAsset[];
  /** Old addresses of the site without a page, and the address or URL that each leads to. */
  readonly redirects: readonly { readonly from: string; readonly to: string }[];
}

export interface DocsResult {
  /** In the order of the specs; a site that could not be read at all is left out. */
  readonly sites: readonly DocsSite[];
  readonly problems: readonly Problem[];
}
