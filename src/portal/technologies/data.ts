// `/api/tech-radar.json`: radars with their entries and history, and who uses what.
import { compareText } from '../../lib/problem.ts';
import type { Portal } from '../types.ts';
import type { Evidence, RadarAt, Technologies, Use } from './types.ts';

/** Packages without an entry that are told of. */
const MOST_UNLISTED = 1_000;

/** Makes the data; without a radar the lists are empty. */
export function techRadarData({ technologies }: Portal): object {
  if (technologies === null) return { radars: [], unlisted: [] };
  return {
    radars: technologies.radars.map((one) => radarData(technologies, one)),
    unlisted: technologies.unlisted
      .slice(0, MOST_UNLISTED)
      .map(({ purl, name, entities, teams }) => ({ purl: canonical(purl), name, entities, teams })),
  };
}

function radarData(technologies: Technologies, { radar, address }: RadarAt): object {
  const { title, date, quadrants, rings, entries } = radar;
  return {
    title,
    date,
    address,
    quadrants,
    rings,
    entries: entries.map((entry) => {
      const { usage: _usage, place: _place, ...rest } = entry;
      const technology = technologies.of(entry);
      const uses = technologies.usersOf(entry);
      const teams = new Set(uses.flatMap(({ owner }) => owner ?? []));
      return {
        ...rest,
        address: technology?.address ?? null,
        hold: technology?.hold ?? false,
        usedBy: { teams: [...teams].sort(compareText), entities: uses.map(useData) },
      };
    }),
  };
}

function useData({ entity, owner, evidence, more }: Use): object {
  return { ref: entity.ref, owner, evidence: evidence.map(evidenceData), more };
}

function evidenceData({ by, text, purl, version, dev, place }: Evidence): object {
  const { source, path, line } = place;
  const told = { source, path, line: line ?? null };
  return purl === null ? { by, text, place: told } : { by, purl: canonical(purl), version, dev, place: told };
}

/** A package URL as its specification writes it: the `@` of npm's scopes is escaped. */
function canonical(purl: string): string {
  return purl.replaceAll('@', '%40');
}
