// The draft of any format in, a checked radar out: ids made unique, names resolved, history sorted, movement computed.
import { compareText } from '../lib/problem.ts';
import { type ReleasedEntry, readEntry } from './check-entry.ts';
import { checkNames } from './check-names.ts';
import { createRelated } from './check-related.ts';
import { newestRelease } from './dates.ts';
import type { Draft, DraftEntry } from './draft.ts';
import { movementInRelease, stepsOf } from './movement.ts';
import type { Report } from './rules.ts';
import { numberedSlug, toSlug } from './slug.ts';
import type { Quadrant, Radar, RadarEntry, Ring } from './types.ts';

/**
 * Checks a draft and makes the radar of it. What is wrong is reported and left out; the rest stands. Ids that are `taken` are no
 * entry's: other pages have their addresses.
 */
export function assemble(draft: Draft, report: Report, taken: ReadonlySet<string> = new Set()): Radar {
  const quadrants = checkNames('quadrant', draft.quadrants, draft.place, report);
  const rings = checkNames('ring', draft.rings, draft.place, report);
  const drafts = uniqueIds(draft.entries, taken, report);
  const relatedOf = createRelated(drafts);
  const found = [...drafts].flatMap(([id, entry]) =>
    readEntry(id, entry, { quadrants, rings, hasDescriptions: draft.hasDescriptions }, report),
  );
  const release = draft.date ?? newestRelease(found.flatMap((entry) => entry.history.flatMap((decision) => decision.date ?? [])));
  const ringIndex = new Map(rings.kept.map((ring, index) => [ring.id, index]));
  return {
    title: draft.title === '' ? 'Tech radar' : draft.title,
    date: release,
    quadrants: quadrants.kept,
    rings: rings.kept,
    entries: inOrder(
      found.map((entry) => ({
        ...withMovement(entry, rings.kept, release),
        related: relatedOf(entry.id, drafts.get(entry.id)?.related ?? [], report),
      })),
      quadrants.kept,
      ringIndex,
    ),
  };
}

/**
 * Gives every entry an address. The first to ask for a slug has it; the others get a number behind it, so that nothing is lost. Only a
 * repeated id is the author's mistake: different ids that share a slug are not.
 */
function uniqueIds(entries: readonly DraftEntry[], taken: ReadonlySet<string>, report: Report): ReadonlyMap<string, DraftEntry> {
  const byId = new Map<string, DraftEntry>();
  const late: [slug: string, entry: DraftEntry][] = [];
  for (const entry of entries) {
    if (entry.id === undefined) {
      report('radar/missing-title', { message: 'An entry has neither a title nor an id.', severity: 'error', place: entry.place });
      continue;
    }
    const slug = toSlug(entry.id) || 'entry';
    if (byId.has(slug) || taken.has(slug)) late.push([slug, entry]);
    else byId.set(slug, entry);
  }
  for (const [slug, entry] of late) {
    let number = 2;
    while (byId.has(numberedSlug(slug, number)) || taken.has(numberedSlug(slug, number))) number++;
    const id = numberedSlug(slug, number);
    const first = byId.get(slug);
    byId.set(id, entry);
    if (taken.has(slug)) {
      report('radar/taken-address', {
        message: `Another page has the address that the entry "${entry.id}" would have; the entry is shown as "${id}".`,
        place: entry.place,
      });
    }
    if (first?.id !== entry.id) continue;
    report('radar/duplicate-id', {
      message: `The id "${entry.id}" is already taken by the entry in ${first?.place.path}, line ${first?.place.line ?? 1}; this one is shown as "${id}".`,
      hint: 'Give the entry an id of its own, or merge the two.',
      place: entry.place,
    });
  }
  return byId;
}

function withMovement(entry: ReleasedEntry, rings: readonly Ring[], release: string | null): Omit<RadarEntry, 'related'> {
  const { statedMove, ...rest } = entry;
  return { ...rest, moved: statedMove ?? movementInRelease(stepsOf(entry.history, rings), release) };
}

function inOrder(
  entries: readonly RadarEntry[],
  quadrants: readonly Quadrant[],
  ringIndex: ReadonlyMap<string, number>,
): readonly RadarEntry[] {
  const quadrantIndex = new Map(quadrants.map((quadrant, index) => [quadrant.id, index]));
  const ringOf = (entry: RadarEntry) => ringIndex.get(entry.ring ?? '') ?? ringIndex.size;
  return [...entries].sort(
    (a, b) =>
      (quadrantIndex.get(a.quadrant) ?? 0) - (quadrantIndex.get(b.quadrant) ?? 0) ||
      ringOf(a) - ringOf(b) ||
      compareText(a.title.toLowerCase(), b.title.toLowerCase()) ||
      compareText(a.title, b.title) ||
      compareText(a.id, b.id),
  );
}
