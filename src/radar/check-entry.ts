// One entry of a draft in; the entry with resolved quadrant, ring and sorted history out, or nothing when it has no place on the radar.
import { compareText } from '../lib/problem.ts';
import type { Names } from './check-names.ts';
import { parseDate } from './dates.ts';
import type { DraftDecision, DraftEntry } from './draft.ts';
import { isMissing, textOf } from './field.ts';
import { movementBetween } from './movement.ts';
import type { Report } from './rules.ts';
import type { Decision, Movement, RadarEntry } from './types.ts';

/** An entry but for its movement, which needs the newest release of the whole radar unless the format states it. */
export interface ReleasedEntry extends Omit<RadarEntry, 'moved'> {
  readonly statedMove: Movement | null;
}

interface Context {
  readonly quadrants: Names;
  readonly rings: Names;
  readonly hasDescriptions: boolean;
}

/** Checks one entry. Returns an empty list when its quadrant is not known; decisions with an unknown ring are left out. */
export function readEntry(id: string, draft: DraftEntry, context: Context, report: Report): readonly ReleasedEntry[] {
  const title = draft.title || (draft.id ?? id);
  const quadrant = findQuadrant(draft, title, context.quadrants, report);
  if (quadrant === null) return [];
  if (draft.title === '') {
    report('radar/missing-title', { message: `The entry "${id}" has no title, so its id is shown.`, place: draft.place });
  }
  const history = readHistory(draft, title, context.rings, report);
  if (draft.decisions.length === 0) {
    report('radar/no-history', {
      message: `"${title}" has neither a ring nor a history, so its ring is not known.`,
      hint: 'It is shown in lists, but not in the picture.',
      place: draft.place,
    });
  }
  checkStatedRing(draft, history[0], context.rings, report);
  if (context.hasDescriptions && draft.description === '' && history.every((decision) => decision.text === '')) {
    report('radar/empty-description', { message: `"${title}" has no description.`, place: draft.place });
  }
  const { description, links, tags, owner, active, usage, place, moved: statedMove } = draft;
  const ring = history[0]?.ring ?? null;
  return [{ id, title, quadrant, ring, description, history, links, tags, owner, active, ...(usage && { usage }), place, statedMove }];
}

function findQuadrant(draft: DraftEntry, title: string, quadrants: Names, report: Report): string | null {
  const { quadrant } = draft;
  const said = textOf(quadrant, 'quadrant', report);
  const found = quadrants.find(said);
  // The problem about too many quadrants has been reported once; repeating it for each entry helps nobody.
  if (found === 'left-out') return null;
  if (found !== null) return found.id;
  const message =
    said === '' ? `"${title}" names no quadrant.` : `"${title}" is in the quadrant "${said}", but there is none of that name.`;
  report('radar/unknown-quadrant', { message, hint: quadrants.hint(said), place: quadrant.place() });
  return null;
}

/** Returns the decisions newest first. Undated ones are the oldest; a list written oldest first is turned round. */
function readHistory(draft: DraftEntry, title: string, rings: Names, report: Report): readonly Decision[] {
  const known = draft.decisions.flatMap((decision) => {
    const ring = findRing(decision, title, rings, report);
    return ring === null ? [] : [{ ring, date: readDate(decision, report), text: decision.text, stated: decision.moved }];
  });
  const dates = known.flatMap(({ date }) => date ?? []);
  const [first = '', last = ''] = [dates[0], dates.at(-1)];
  if (!draft.firstIsCurrent) {
    // Decisions of one date keep their order, which is the other way round in a list that starts with the oldest.
    if (first < last) known.reverse();
    known.sort((a, b) => compareText(b.date ?? '', a.date ?? ''));
  } else if (dates.some((date) => date > first)) {
    report('radar/timeline-order', {
      message: `The timeline of "${title}" does not start with its newest item, and the first one counts as current.`,
      place: draft.decisions[0]?.ring.place() ?? draft.place,
    });
  }
  const step = ({ ring, date }: { ring: string; date: string | null }) => ({ date, ring: rings.kept.findIndex(({ id }) => id === ring) });
  return known.map((decision, index) => {
    const { ring, date, text, stated } = decision;
    const before = known[index + 1];
    return { ring, date, text, moved: stated ?? movementBetween(before && step(before), step(decision)) };
  });
}

function findRing(decision: DraftDecision, title: string, rings: Names, report: Report): string | null {
  const said = textOf(decision.ring, 'ring', report);
  const found = rings.find(said);
  if (found === 'left-out') return null;
  if (found !== null) return found.id;
  const message =
    said === '' ? `A decision about "${title}" names no ring.` : `A decision about "${title}" names the ring "${said}", but there is none.`;
  report('radar/unknown-ring', { message, hint: rings.hint(said), place: decision.ring.place() });
  return null;
}

function checkStatedRing({ statedRing }: DraftEntry, newest: Decision | undefined, rings: Names, report: Report): void {
  if (statedRing === null || isMissing(statedRing) || newest === undefined) return;
  const said = textOf(statedRing, 'ring', report);
  const found = rings.find(said);
  if (found !== null && found !== 'left-out' && found.id === newest.ring) return;
  report('radar/ring-mismatch', {
    message: `The ring "${said}" is not the newest of the history, "${newest.ring}", which counts.`,
    hint: 'Leave out the ring, or add the decision to the history.',
    place: statedRing.place(),
  });
}

function readDate(decision: DraftDecision, report: Report): string | null {
  if (isMissing(decision.date)) return null;
  const date = parseDate(decision.date.value);
  if (date !== null) return date;
  const said = textOf(decision.date, 'date', report);
  report('radar/bad-date', {
    message: `"${said}" is not a date, so the decision counts as the oldest of its entry.`,
    hint: /^\d{4}$/.test(said)
      ? `Write the month too, for example "${said}-01".`
      : 'Write a month or a day, for example 2026-03 or 2026-03-01.',
    place: decision.date.place(),
  });
  return null;
}
