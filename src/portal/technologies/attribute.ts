// Whose a manifest is: a snapshot with its catalog and the paths of manifests in; the components that a manifest speaks for out.
import { ANNOTATION_SOURCE_LOCATION } from '@backstage/catalog-model';
import { makeResolve } from '../../catalog/target.ts';
import type { Catalog, Entity } from '../../catalog/types.ts';
import { manifestKind } from '../../lib/manifest-files.ts';
import { folderOf } from '../../lib/paths.ts';
import type { Snapshot } from '../../lib/snapshot.ts';

/** A manifest that would speak for more components than this speaks for none: it belongs to a repository that only lists them. */
const MOST = 20;

/** Manifests that say something about all of a repository, wherever its parts lie. */
const SHARED: ReadonlySet<string | null> = new Set(['workflow', 'tool-versions']);

/**
 * Makes the question whose a manifest is. The code of a component lies where `backstage.io/source-location` says, else beside its file. A
 * manifest belongs to the components of the nearest folder above it that has any; where one file describes several, to those whose name is
 * that of a folder on the way, else to those that have no such folder. Without a folder above, all components of the repository share it.
 */
export function attributeManifests(
  snapshot: Snapshot,
  catalog: Catalog,
  manifests: ReadonlyMap<string, readonly string[]>,
): (source: string, path: string) => readonly Entity[] {
  const byFolder = componentsByFolder(snapshot, catalog);
  const bySource = Map.groupBy(
    [...byFolder.values()].flatMap((place) => place.components.map((one) => ({ ...place, one }))),
    ({ source }) => source,
  );
  const named = new Map([...manifests].map(([source, paths]) => [source, new Set(paths.flatMap((path) => foldersOf(path.toLowerCase())))]));

  function ownersAt(source: string, path: string): readonly Entity[] {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const found = byFolder.get(`${source}\n${folder}`)?.components;
      if (found !== undefined) return found.length === 1 ? found : share(found, source, path, folder);
      if (folder === '') return bySource.get(source)?.map(({ one }) => one) ?? [];
    }
  }

  function share(components: readonly Entity[], source: string, path: string, folder: string): readonly Entity[] {
    const way = new Set(foldersOf(path.slice(folder === '' ? 0 : folder.length + 1).toLowerCase()));
    const meant = components.filter(({ name }) => way.has(name.toLowerCase()));
    if (meant.length > 0) return meant;
    const others = components.filter(({ name }) => named.get(source)?.has(name.toLowerCase()) !== true);
    return others.length > 0 && !SHARED.has(manifestKind(path)) ? others : components;
  }

  return (source, path) => {
    const owners = ownersAt(source, path);
    return owners.length > MOST ? [] : owners;
  };
}

interface Folder {
  readonly source: string;
  readonly components: Entity[];
}

/** Components by source and folder of their code. */
function componentsByFolder(snapshot: Snapshot, catalog: Catalog): Map<string, Folder> {
  const sources = new Map(snapshot.sources.map((source) => [source.id, source]));
  const resolve = makeResolve(snapshot);
  const byFolder = new Map<string, Folder>();
  for (const entity of catalog.entities) {
    const source = sources.get(entity.place.source);
    if (entity.kind.toLowerCase() !== 'component' || source === undefined) continue;
    const said = /^(?:url|dir):(.+)$/s.exec(entity.annotations[ANNOTATION_SOURCE_LOCATION]?.trim() ?? '')?.[1];
    const target = said === undefined ? null : resolve(said, { source, path: entity.place.path });
    // What is known to lie in a repository that is no source has no manifests here; a folder on this disk may be any repository.
    if (target !== null && target.at !== 'source' && source.origin.type === 'git') continue;
    const place =
      target?.at === 'source'
        ? { source: target.source.id, folder: target.path }
        : { source: source.id, folder: folderOf(entity.place.path) };
    const key = `${place.source}\n${place.folder}`;
    const folder = byFolder.get(key) ?? { source: place.source, components: [] };
    folder.components.push(entity);
    byFolder.set(key, folder);
  }
  return byFolder;
}

function foldersOf(path: string): string[] {
  return path.split('/').slice(0, -1);
}
