// What is really used: radars, a snapshot and its catalog in; who uses which entry, how that is known, and what nobody decided on out.
import type { Catalog, Entity } from '../../catalog/types.ts';
import type { Config } from '../../config/types.ts';
import { type Parsed, type Problem, compareText } from '../../lib/problem.ts';
import type { Snapshot } from '../../lib/snapshot.ts';
import { readPackages } from '../../packages/read-packages.ts';
import type { DeclaredPackage } from '../../packages/types.ts';
import { entryAddress } from '../radars.ts';
import { attributeManifests } from './attribute.ts';
import { checkHold } from './check-hold.ts';
import { isHold } from './hold.ts';
import { type Matches, compileMatches } from './matches.ts';
import type { Evidence, RadarAt, Technologies, Technology, UnlistedPackage, Use } from './types.ts';

/** Things that are kept to show one use; the rest is counted. */
const MOST_EVIDENCE = 20;
/** Who and where people are says nothing about what they use. */
const NO_USERS = new Set(['user', 'group', 'location', 'domain']);

/** Finds out what is used. Without a radar nothing is read: null. */
export function buildTechnologies(
  config: Pick<Config, 'technologies'>,
  snapshot: Snapshot,
  catalog: Catalog,
  radars: readonly RadarAt[],
): Parsed<Technologies | null> {
  const all = radars.flatMap(technologiesOf);
  const matches = compileMatches(all, config.technologies);
  if (radars.length === 0) return { value: null, problems: matches.problems };

  const sources = snapshot.sources.map((source) => ({ id: source.id, ...readPackages(source) }));
  const paths = sources.map(({ id, value }) => [id, [...new Set(value.packages.map(({ place }) => place.path))]] as const);
  const whose = attributeManifests(snapshot, catalog, new Map(paths));
  const found = collect(
    sources.flatMap(({ value }) => value.packages),
    new Set(sources.flatMap(({ value }) => value.own)),
    { whose, matches: matches.value, catalog },
  );
  const byEntity = sortUses(
    [...found.uses.values()].flatMap((byTechnology) => [...byTechnology.values()]),
    all,
    catalog,
  );
  const byEntry = Map.groupBy([...byEntity.values()].flat(), ({ technology }) => technology.entry);
  for (const users of byEntry.values())
    users.sort(
      (a, b) => compareText(a.entity.title.toLowerCase(), b.entity.title.toLowerCase()) || compareText(a.entity.ref, b.entity.ref),
    );
  const byTechnology = new Map(all.map((technology) => [technology.entry, technology]));
  return {
    value: {
      all,
      radars,
      usesOf: (ref) => byEntity.get(ref) ?? [],
      usersOf: (entry) => byEntry.get(entry) ?? [],
      of: (entry) => byTechnology.get(entry) ?? null,
      unlisted: unlistedPackages(found.unlisted, catalog),
    },
    problems: [
      ...matches.problems,
      ...sources.flatMap(({ problems }) => problems.map((problem) => withSubject(problem, whose))),
      ...[...byEntity.values()].flatMap((uses) => uses.flatMap(checkHold)),
    ],
  };
}

function technologiesOf({ radar, address }: RadarAt): Technology[] {
  const quadrants = new Map(radar.quadrants.map(({ id, name }) => [id, name]));
  const rings = new Map(radar.rings.map((ring, index) => [ring.id, { id: ring.id, name: ring.name, index, hold: isHold(ring) }]));
  return radar.entries.map((entry) => {
    const ring = rings.get(entry.ring ?? '');
    return {
      entry,
      address: entryAddress({ address }, entry.id),
      quadrant: quadrants.get(entry.quadrant) ?? entry.quadrant,
      ring: ring === undefined ? null : { id: ring.id, name: ring.name, index: ring.index },
      // What has left the radar is on hold no longer: nobody decides on it.
      hold: entry.left === null && (ring?.hold ?? false),
    };
  });
}

/** A use while its evidence is gathered. */
interface Gathered {
  readonly technology: Technology;
  readonly entity: Entity;
  readonly evidence: Evidence[];
}

interface Found {
  /** By ref, then technology. */
  readonly uses: Map<string, Map<Technology, Gathered>>;
  /** By purl. */
  readonly unlisted: Map<string, { readonly first: DeclaredPackage; readonly entities: Set<string> }>;
}

interface Knowledge {
  readonly whose: (source: string, path: string) => readonly Entity[];
  readonly matches: Matches;
  readonly catalog: Catalog;
}

function collect(packages: readonly DeclaredPackage[], own: ReadonlySet<string>, { whose, matches, catalog }: Knowledge): Found {
  const found: Found = { uses: new Map(), unlisted: new Map() };
  const add = (entity: Entity, technology: Technology, evidence: Evidence) => {
    const uses = found.uses.get(entity.ref) ?? new Map<Technology, Gathered>();
    const use = uses.get(technology) ?? { technology, entity, evidence: [] };
    use.evidence.push(evidence);
    found.uses.set(entity.ref, uses.set(technology, use));
  };
  for (const one of packages) {
    const { source, path } = one.place;
    const owners = whose(source, path);
    if (owners.length === 0) continue;
    const technologies = matches.ofPackage(one.type, one.name, one.version);
    const evidence: Evidence = {
      by: 'package',
      text: one.name,
      purl: one.purl,
      version: one.version,
      dev: one.dev,
      place: one.place,
      way: null,
    };
    for (const entity of owners) for (const technology of technologies) add(entity, technology, evidence);
    // What the organisation makes itself is in the catalog, and needs no ring.
    if (technologies.length > 0 || own.has(one.purl)) continue;
    const unlisted = found.unlisted.get(one.purl) ?? { first: one, entities: new Set() };
    for (const entity of owners) unlisted.entities.add(entity.ref);
    found.unlisted.set(one.purl, unlisted);
  }
  for (const entity of catalog.entities) {
    if (NO_USERS.has(entity.kind.toLowerCase())) continue;
    for (const { technology, by, text, way } of matches.ofEntity(entity))
      add(entity, technology, { by, text, purl: null, version: '', dev: false, place: entity.place, way });
  }
  return found;
}

/** The uses of each entity by ring and title, each with its most telling evidence first. */
function sortUses(uses: readonly Gathered[], all: readonly Technology[], catalog: Catalog): Map<string, Use[]> {
  const order = new Map(
    [...all]
      .sort(
        (a, b) => (a.ring?.index ?? 99) - (b.ring?.index ?? 99) || compareText(a.entry.title.toLowerCase(), b.entry.title.toLowerCase()),
      )
      .map((technology, index) => [technology, index]),
  );
  const sorted = uses
    .toSorted((a, b) => (order.get(a.technology) ?? 0) - (order.get(b.technology) ?? 0))
    .map(({ technology, entity, evidence }): Use => {
      const telling = evidence.toSorted(compareEvidence);
      const owner = catalog.related(entity.ref, 'ownedBy')[0]?.ref ?? null;
      return { technology, entity, owner, evidence: telling.slice(0, MOST_EVIDENCE), more: Math.max(0, telling.length - MOST_EVIDENCE) };
    });
  return Map.groupBy(sorted, ({ entity }) => entity.ref);
}

/** Packages before words, what is used before what builds, languages and those with a version first, then by name and place. */
function compareEvidence(a: Evidence, b: Evidence): number {
  const rank = ({ by, dev, purl, version }: Evidence) =>
    (by === 'package' ? 0 : 8) + (dev ? 4 : 0) + (purl?.startsWith('pkg:generic/') === true ? 0 : 2) + (version === '' ? 1 : 0);
  return (
    rank(a) - rank(b) || compareText(a.text, b.text) || compareText(a.place.path, b.place.path) || (a.place.line ?? 0) - (b.place.line ?? 0)
  );
}

function unlistedPackages(found: Found['unlisted'], catalog: Catalog): UnlistedPackage[] {
  return [...found]
    .map(([purl, { first, entities }]) => {
      const refs = [...entities].sort(compareText);
      const teams = new Set(refs.flatMap((ref) => catalog.related(ref, 'ownedBy')[0]?.ref ?? []));
      return { purl, type: first.type, name: first.name, entities: refs, teams: [...teams].sort(compareText) };
    })
    .sort((a, b) => b.teams.length - a.teams.length || b.entities.length - a.entities.length || compareText(a.purl, b.purl));
}

/** A problem of a manifest belongs to the first component that it speaks for. */
function withSubject(problem: Problem, whose: Knowledge['whose']): Problem {
  const owner = problem.place === undefined ? undefined : whose(problem.place.source, problem.place.path)[0];
  return owner === undefined ? problem : { ...problem, subject: owner.ref };
}
