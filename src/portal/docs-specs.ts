// Which docs sites there are: annotations of entities and `docs:` of sources in, one spec per folder out.
import type { Entity } from '../catalog/types.ts';
import type { DecisionFolder, DocsSiteSpec } from '../docs/types.ts';
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

const ADR_LOCATION = 'backstage.io/adr-location';

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
  const byFolder = new Map<string, Site>();
  const siteAt = ({ source, folder }: Found): Site => {
    const key = `${source.id}\n${folder}`;
    const site = byFolder.get(key) ?? { source, folder, entities: [], decisions: [] };
    byFolder.set(key, site);
    return site;
  };
  /** Entities that show another entity's docs, by ref. */
  const shared = new Map<string, SharedDocs>();
  for (const entity of entities) {
    const other = entity.annotations[TECHDOCS_ENTITY];
    if (other !== undefined) shared.set(entity.ref, { ref: other.toLowerCase(), path: entity.annotations[TECHDOCS_ENTITY_PATH] ?? '' });
    const reference = entity.annotations[TECHDOCS_REF];
    if (reference === undefined) continue;
    const found = findDocs(reference, entity, snapshot);
    if (found === null) problems.push(unreachable(TECHDOCS_REF, reference, entity));
    else siteAt(found).entities.push(entity);
  }

  const siteOf = new Map([...byFolder.values()].flatMap((site) => site.entities.map((entity) => [entity.ref, site] as const)));
  for (const entity of entities) {
    const location = entity.annotations[ADR_LOCATION];
    if (location === undefined) continue;
    const found = findDocs(
      /^(?:dir|url):/.test(location) ? location : `${/^https?:/i.test(location) ? 'url' : 'dir'}:${location}`,
      entity,
      snapshot,
    );
    const site = siteOf.get(entity.ref) ?? siteOf.get(shared.get(entity.ref)?.ref ?? '');
    // A site shows files of one repository; decisions elsewhere would need a second one at the same address.
    if (found === null || (site !== undefined && site.source !== found.source)) problems.push(unreachable(ADR_LOCATION, location, entity));
    else addDecisions(site ?? siteAt(found), site === undefined ? entity : null, { folder: found.folder, place: entity.place });
  }

  const plans: DocsPlan[] = [...byFolder.values()].map((site) => ({ spec: toSpec(site, addresses), entities: site.entities }));
  for (const source of snapshot.sources) {
    if (source.docs === null) continue;
    const folder = resolveInside('', source.docs);
    if (folder === null || byFolder.has(`${source.id}\n${folder}`)) continue;
    plans.push({ spec: { address: `/docs/${source.id}/`, source, folder, title: source.id }, entities: [] });
  }
  return { plans, shared, problems };
}

/** A folder of a source. */
interface Found {
  readonly source: SourceSnapshot;
  readonly folder: string;
}

/** A site that is to be: its folder, the entities that name it, and the folders of decisions it shows. */
interface Site extends Found {
  readonly entities: Entity[];
  readonly decisions: DecisionFolder[];
}

function addDecisions(site: Site, owner: Entity | null, wanted: DecisionFolder): void {
  if (owner !== null) site.entities.push(owner);
  if (!site.decisions.some(({ folder }) => folder === wanted.folder)) site.decisions.push(wanted);
}

function unreachable(annotation: string, reference: string, entity: Entity): Problem {
  return report('docs/unreachable-ref', {
    message: `The annotation ${annotation} says "${reference}", which is no folder of any source of this portal.`,
    hint: HINTS.find(({ when }) => when(annotation, reference))?.hint,
    place: entity.place,
    subject: entity.ref,
  });
}

const HINTS: readonly { readonly when: (annotation: string, reference: string) => boolean; readonly hint: string }[] = [
  {
    when: (annotation) => annotation === ADR_LOCATION,
    hint: 'Keep decisions in the repository of the docs, and write their folder as seen from this file.',
  },
  {
    when: (_, reference) => /^url:https?:/i.test(reference),
    hint: 'Add that repository to the sources in portal.yaml, or keep the docs beside this file and use "dir:.".',
  },
  { when: () => true, hint: 'Use "dir:." for the folder of this file, or "dir:./path" for one below it.' },
];

function toSpec({ source, folder, entities, decisions }: Site, addresses: Addresses): DocsSiteSpec {
  const owner = entities[0] as Entity;
  return { address: addresses.docs(owner), source, folder, title: owner.title, decisions, place: owner.place, subject: owner.ref };
}

/**
 * Finds the source and folder of a reference: `dir:./x` beside the entity's file, `url:…` in whichever source has that address.
 * Returns null for anything that leads elsewhere.
 */
function findDocs(reference: string, entity: Entity, snapshot: Snapshot): Found | null {
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

function at(source: SourceSnapshot, folder: string | null): Found | null {
  return folder === null ? null : { source, folder };
}
