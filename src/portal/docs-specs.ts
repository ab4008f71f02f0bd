// Which docs sites there are: annotations of entities and `docs:` of sources in, one spec per folder out.
import type { Entity } from '../catalog/types.ts';
import type { DocsSiteSpec } from '../docs/types.ts';
import { pathOfUrl } from '../lib/git-host.ts';
import { folderOf, resolveInside } from '../lib/paths.ts';
import type { Problem } from '../lib/problem.ts';
import type { Snapshot, SourceSnapshot } from '../lib/snapshot.ts';
import type { Addresses } from './addresses.ts';
import { report } from './rules.ts';

const TECHDOCS_REF = 'backstage.io/techdocs-ref';
const TECHDOCS_ENTITY = 'backstage.io/techdocs-entity';
const TECHDOCS_ENTITY_PATH = 'backstage.io/techdocs-entity-path';

/** A spec and the entities whose docs it is; none for a site that only `portal.yaml` names. */
export interface DocsPlan {
  readonly spec: DocsSiteSpec;
  /** The first one gives the site its address. */
  readonly entities: readonly Entity[];
}

/** Docs of another entity, and the page of them that is meant; empty for their home. */
export interface SharedDocs {
  readonly ref: string;
  readonly path: string;
}

/**
 * Plans the docs sites of a portal. A folder that several entities name is planned once, under the first of them by ref.
 * Source: `BS:docs/features/techdocs/how-to-guides.md` (`dir:` is relative to the entity's file).
 */
export function planDocs(
  snapshot: Snapshot,
  entities: readonly Entity[],
  addresses: Addresses,
): { plans: DocsPlan[]; shared: Map<string, SharedDocs>; problems: Problem[] } {
  const problems: Problem[] = [];
  const byFolder = new Map<string, { source: SourceSnapshot; folder: string; entities: Entity[] }>();
  /** Entities that show another entity's docs, by ref. */
  const shared = new Map<string, SharedDocs>();
  for (const entity of entities) {
    const other = entity.annotations[TECHDOCS_ENTITY];
    if (other !== undefined) shared.set(entity.ref, { ref: other.toLowerCase(), path: entity.annotations[TECHDOCS_ENTITY_PATH] ?? '' });
    const reference = entity.annotations[TECHDOCS_REF];
    if (reference === undefined) continue;
    const found = findDocs(reference, entity, snapshot);
    if (found === null) {
      problems.push(
        report('docs/unreachable-ref', {
          message: `The annotation ${TECHDOCS_REF} says "${reference}", which is no folder of any source of this portal.`,
          hint: /^url:https?:/i.test(reference)
            ? 'Add that repository to the sources in portal.yaml, or keep the docs beside this file and use "dir:.".'
            : 'Use "dir:." for the folder of this file, or "dir:./path" for one below it.',
          place: entity.place,
          subject: entity.ref,
        }),
      );
      continue;
    }
    const { source, folder } = found;
    const key = `${source.id}\n${folder}`;
    const known = byFolder.get(key);
    if (known !== undefined) known.entities.push(entity);
    else byFolder.set(key, { source, folder, entities: [entity] });
  }
  const plans: DocsPlan[] = [...byFolder.values()].map(({ source, folder, entities: owners }) => ({
    spec: toSpec(source, folder, owners[0] as Entity, addresses),
    entities: owners,
  }));
  for (const source of snapshot.sources) {
    if (source.docs === null) continue;
    const folder = resolveInside('', source.docs);
    if (folder === null || byFolder.has(`${source.id}\n${folder}`)) continue;
    plans.push({ spec: { address: `/docs/${source.id}/`, source, folder, title: source.id }, entities: [] });
  }
  return { plans, shared, problems };
}

function toSpec(source: SourceSnapshot, folder: string, owner: Entity, addresses: Addresses): DocsSiteSpec {
  return { address: addresses.docs(owner), source, folder, title: owner.title, place: owner.place, subject: owner.ref };
}

/**
 * Finds the source and folder of a reference: `dir:./x` beside the entity's file, `url:…` in whichever source has that address.
 * Returns null for anything that leads elsewhere.
 */
function findDocs(reference: string, entity: Entity, snapshot: Snapshot): { source: SourceSnapshot; folder: string } | null {
  const [, type, target = ''] = /^(dir|url):(.*)$/s.exec(reference.trim()) ?? [];
  const own = snapshot.sources.find((source) => source.id === entity.place.source);
  const relative = type === 'dir' || (type === 'url' && !/^[a-z]+:/i.test(target));
  if (relative && own !== undefined) return at(own, resolveInside(folderOf(entity.place.path), target.trim()));
  if (type !== 'url') return null;
  for (const source of snapshot.sources) {
    const path = pathOfUrl(source.origin, `${target.trim().replace(/\/+$/, '')}/`);
    if (path !== null) return at(source, resolveInside('', path));
  }
  return null;
}

function at(source: SourceSnapshot, folder: string | null): { source: SourceSnapshot; folder: string } | null {
  return folder === null ? null : { source, folder };
}
