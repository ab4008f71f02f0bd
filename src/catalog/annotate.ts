// Annotations that Backstage sets by itself for files on a git host: where an entity stands, and which project it belongs to.
import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
} from '@backstage/catalog-model';
import { type HostLinks, hostLinks, projectSlug } from '../lib/git-host.ts';
import { folderOf } from '../lib/paths.ts';
import type { Origin } from '../lib/snapshot.ts';
import type { EntityFile } from './draft.ts';
import type { JsonObject } from './types.ts';

/** Returns the annotations for an entity of a kind in a file; none for folders and for hosts whose addresses are not known. */
export type Annotate = (file: EntityFile, kind: string) => JsonObject;

/** Makes the annotator of one build; what is the same for a whole source is found once. */
export function makeAnnotate(): Annotate {
  const known = new Map<Origin, { links: HostLinks; slug: ReturnType<typeof projectSlug> } | null>();
  const hostOf = (origin: Origin) => {
    const found = known.get(origin);
    if (found !== undefined) return found;
    const links = hostLinks(origin);
    const host = links === null ? null : { links, slug: projectSlug(origin) };
    known.set(origin, host);
    return host;
  };

  return (file, kind) => {
    const host = hostOf(file.source.origin);
    if (host === null) return {};
    const { links, slug } = host;
    const view = links.view(file.path);
    const edit = links.edit(file.path);
    const folder = folderOf(file.path);
    const root = rootOf(file);
    return {
      [ANNOTATION_LOCATION]: `url:${view}`,
      [ANNOTATION_ORIGIN_LOCATION]: `url:${hostOf(root.source.origin)?.links.view(root.path) ?? view}`,
      [ANNOTATION_VIEW_URL]: view,
      ...(edit !== null && { [ANNOTATION_EDIT_URL]: edit }),
      [ANNOTATION_SOURCE_LOCATION]: `url:${links.view(folder === '' ? '' : `${folder}/`)}`,
      // As in Backstage, only components belong to a project.
      ...(slug !== null && kind === 'Component' && { [slug.annotation]: slug.slug }),
    };
  };
}

/** The file that the globs of a source found, from which Locations led here. */
function rootOf(file: EntityFile): EntityFile {
  let root = file;
  while (root.parent !== null) root = root.parent;
  return root;
}
