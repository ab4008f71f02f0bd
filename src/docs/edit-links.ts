// Links from a page to its file: settings of mkdocs.yml and the origin of the source in, links to edit and look at the file out.
import { hostLinks } from '../lib/git-host.ts';
import type { Origin } from '../lib/snapshot.ts';
import type { Mkdocs } from './mkdocs.ts';

/** Makes the links of the pages below one mkdocs.yml. */
export interface EditLinks {
  edit(file: string): string | null;
  view(file: string): string | null;
}

/** What MkDocs takes for `edit_uri` when only `repo_url` is given. */
const DEFAULT_EDIT_URIS: readonly { readonly host: RegExp; readonly editUri: string }[] = [
  { host: /^github\.com$/i, editUri: 'edit/master/docs/' },
  { host: /^gitlab\.com$/i, editUri: 'edit/master/docs/' },
  { host: /^bitbucket\.org$/i, editUri: 'src/default/docs/' },
];

/**
 * Finds out how the pages of a site are edited: as mkdocs.yml says, else on the git host of the source, else at what MkDocs guesses from
 * `repo_url`. Only web addresses are given; an empty `edit_uri` means that pages are not to be edited.
 */
export function editLinks(mkdocs: Mkdocs | null, origin: Origin): EditLinks {
  const host = hostLinks(origin);
  const inDocs = (file: string) => (mkdocs === null || mkdocs.docsFolder === '' ? file : file.slice(mkdocs.docsFolder.length + 1));
  const written = mkdocs === null ? null : template(mkdocs, mkdocs.editUri);
  const forbidden = mkdocs?.editUri === '' && mkdocs.editUriTemplate === null;
  const guessed = mkdocs === null || mkdocs.editUri !== null ? null : template(mkdocs, guess(mkdocs.repoUrl));
  return {
    edit(file) {
      if (forbidden) return null;
      return written?.(inDocs(file)) ?? host?.edit(file) ?? guessed?.(inDocs(file)) ?? null;
    },
    view: (file) => host?.view(file) ?? null,
  };
}

function template({ repoUrl, editUriTemplate }: Mkdocs, editUri: string | null): ((path: string) => string | null) | null {
  const pattern = editUriTemplate ?? (editUri === null || editUri === '' ? null : `${editUri.replace(/\/?$/, '/')}{path}`);
  if (pattern === null) return null;
  const base = repoUrl === null || /^[?#]/.test(pattern) ? (repoUrl ?? undefined) : repoUrl.replace(/\/?$/, '/');
  return (path) => {
    const encoded = path
      .split('/')
      .map((part) => encodeURIComponent(part.toWellFormed()))
      .join('/');
    const filled = pattern.replaceAll('{path}', () => encoded).replaceAll('{path_noext}', () => encoded.replace(/\.[^./]*$/, ''));
    if (!URL.canParse(filled, base)) return null;
    const url = new URL(filled, base);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  };
}

function guess(repoUrl: string | null): string | null {
  const host = repoUrl !== null && URL.canParse(repoUrl) ? new URL(repoUrl).hostname : '';
  return DEFAULT_EDIT_URIS.find((row) => row.host.test(host))?.editUri ?? null;
}
