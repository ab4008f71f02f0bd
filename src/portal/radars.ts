// The radars of a snapshot in; each with its picture and its address out, and what is wrong with them.
import type { Catalog, Entity } from '../catalog/types.ts';
import { normalizeRef } from '../catalog/ref.ts';
import { didYouMean } from '../lib/nearest.ts';
import type { Parsed, Problem } from '../lib/problem.ts';
import type { Snapshot } from '../lib/snapshot.ts';
import { drawRadar } from '../radar/picture.ts';
import { buildRadar } from '../radar/radar.ts';
import type { Radar } from '../radar/types.ts';
import { report } from './rules.ts';
import type { RadarUse } from './types.ts';

/** Address of the first radar; others are below it. */
const FIRST = '/tech-radar/';
/** What stands below a radar's address and is no entry of it. */
const OWN_PAGES = ['changes', 'usage'];

/** Builds all radars, in order. One that cannot be read is left out; the others keep their addresses. */
export function buildRadars({ radar: first, furtherRadars = [] }: Snapshot): Parsed<readonly RadarUse[]> {
  const further = furtherRadars.map((files, index) => ({ files, id: files.id ?? `radar-${index + 2}` }));
  const ofFirst = [...OWN_PAGES, ...further.map(({ id }) => id)];
  const all = [
    ...(first === null ? [] : [{ files: first, id: first.id ?? 'radar', address: FIRST, taken: ofFirst }]),
    ...further.map(({ files, id }) => ({ files, id, address: `${FIRST}${id}/`, taken: OWN_PAGES })),
  ];
  const uses: RadarUse[] = [];
  const problems: Problem[] = [];
  for (const { files, id, address, taken } of all) {
    const { radar, problems: found } = buildRadar({ source: files.source, path: files.path, taken: new Set(taken) });
    problems.push(...found);
    if (radar !== null) uses.push(useOf(id, address, { ...radar, title: files.title ?? radar.title }));
  }
  return { value: uses, problems };
}

function useOf(id: string, address: string, radar: Radar): RadarUse {
  return { id, address, radar, picture: drawRadar(radar) };
}

/** Returns the addresses of all pages of radars. */
export function radarAddresses(uses: readonly RadarUse[]): readonly string[] {
  return uses.flatMap((use) => [use.address, `${use.address}changes/`, ...use.radar.entries.map(({ id }) => entryAddress(use, id))]);
}

/** Says whether a radar is the one that has the section's own address. */
export function isFirstRadar({ address }: Pick<RadarUse, 'address'>): boolean {
  return address === FIRST;
}

/** Returns the first radar, or null when there is none or it could not be read. */
export function firstRadar(uses: readonly RadarUse[]): RadarUse | null {
  return uses.find(isFirstRadar) ?? null;
}

/** Returns the address of an entry. */
export function entryAddress({ address }: Pick<RadarUse, 'address'>, id: string): string {
  return `${address}${id}/`;
}

/** Checks that those whom entries name as their owners are in the catalog. */
export function checkRadarOwners(uses: readonly RadarUse[], catalog: Catalog): Problem[] {
  return uses.flatMap(({ radar }) =>
    radar.entries.flatMap((entry) => {
      if (entry.owner === null || radarOwner(entry.owner, catalog) !== null) return [];
      return report('radar/unknown-owner', {
        message: `The radar entry "${entry.title}" names ${entry.owner} as owner, but there is no such entity.`,
        hint: didYouMean(
          entry.owner,
          catalog.entities.map((entity) => entity.ref),
        ),
        place: entry.place,
      });
    }),
  );
}

/** Finds the owner of a radar entry by any entity ref; a name alone means a group of the default namespace. Returns null if there is none. */
export function radarOwner(owner: string, catalog: Catalog): Entity | null {
  const ref = normalizeRef(owner, { defaultKind: 'Group' });
  return ref === null ? null : catalog.get(ref);
}
