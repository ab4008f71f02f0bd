// What one file of a repository asks for: the words that the rules of this folder speak in.

/** What a file is to the portal, and so how it is looked through for others. */
export type Role = 'entity' | 'definition' | 'mkdocs' | 'page' | 'asset';

/** Something a file asks for. Paths are inside the repository; whether anything lies there is not said. */
export type Ask =
  /** One file, or with a glob each that matches. */
  | { readonly take: Role; readonly path: string }
  /** A docs site: the folder of its mkdocs.yml, or of its Markdown. */
  | { readonly take: 'site'; readonly path: string }
  /** All pages below a folder, and with `assets` the pictures and downloads beside them. */
  | { readonly take: 'pages'; readonly path: string; readonly assets: boolean };

/** Something in another repository, by its web address. */
export interface AskElsewhere {
  readonly take: 'entity' | 'definition' | 'site';
  readonly url: string;
}

export interface Asked {
  readonly here: readonly Ask[];
  readonly elsewhere: readonly AskElsewhere[];
}

/** Finds what a file asks for in its text. Must never throw, and take time in proportion to the text. */
export type Reader = (path: string, text: string) => Asked;

/** Joins what several parts of a file ask for. */
export function joinAsked(parts: readonly Asked[]): Asked {
  return { here: parts.flatMap(({ here }) => here), elsewhere: parts.flatMap(({ elsewhere }) => elsewhere) };
}

export const NOTHING: Asked = { here: [], elsewhere: [] };
