// One entry of a draft in; the entry with resolved quadrant, ring and sorted history out, or nothing when it has no place on the radar.
import { compareText } from '../lib/problem.ts';
import { ARCHIVE, isArchive } from './archive.ts';
import type { Names } from './check-names.ts';
import { parseDate } from './dates.ts';
import type { DraftDecision, DraftEntry } from './draft.ts';
import { isMissing, textOf } from './field.ts';
import { movementBetween, stepsOf } from './movement.ts';
import type { Report } from './rules.ts';
import type { Decision, Movement, RadarEntry } from './types.ts';

/** An entry but for what needs the whole radar: its related entries, and its movement unless the file states it. */
export interface ReleasedEntry extends Omit<RadarEntry, 'moved' | 'related'> {
  readonly statedMove: Movement | null;
}

interface Context {
  readonly quadrants: Names;
  readonly rings: Names;
  readonly hasDescriptions: boolean;
}

/** Checks one entry. Returns an empty list when its quadrant is not known; decisions with an unknown ring have none. */
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
  const { description, links, tags, owner, active, usage, place } = draft;
  const current = history.find((decision) => decision.ring !== null);
  const left = history[0]?.leaves === true ? { date: history[0].date } : null;
  return [
    {
      id,
      title,
      quadrant,
      ring: current?.ring ?? null,
      description,
      history: withMovements(history, context.rings),
      left,
      links,
      tags,
      owner,
      active: active && left === null,
      ...(usage && { usage }),
      place,
      statedMove: left === null ? (current?.stated ?? null) : 'none',
    },
  ];
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

/** A decision before its movement is known. */
interface Read extends Omit<Decision, 'moved'> {
  readonly stated: Movement | null;
  /** Says whether it takes the entry off the radar. */
  readonly leaves: boolean;
}

/** Returns the decisions newest first. Undated ones are the oldest; a list written oldest first is turned round. */
function readHistory(draft: DraftEntry, title: string, rings: Names, report: Report): readonly Read[] {
  const known = draft.decisions.flatMap((decision): Read[] => {
    const found = findRing(decision, title, rings, report);
    if (found === 'left-out') return [];
    return [{ ...found, date: readDate(decision, report), text: decision.text, stated: decision.moved }];
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
  return known;
}

/** Adds to each decision what it did against the one before it. */
function withMovements(history: readonly Read[], rings: Names): readonly Decision[] {
  return history.map((decision, index) => {
    const { ring, said, date, text, stated } = decision;
    if (ring === null) return { ring, said, date, text, moved: 'none' };
    const [now, before] = stepsOf(history.slice(index), rings.kept);
    return { ring, said, date, text, moved: stated ?? (now === undefined ? 'none' : movementBetween(before, now)) };
  });
}

/** Finds the ring of a decision, or says that it has none: it is kept for its text. */
function findRing(
  decision: DraftDecision,
  title: string,
  rings: Names,
  report: Report,
): Pick<Read, 'ring' | 'said' | 'leaves'> | 'left-out' {
  if (decision.leaves === true) return { ring: null, said: ARCHIVE, leaves: true };
  const said = textOf(decision.ring, 'ring', report);
  const found = rings.find(said);
  if (found === 'left-out') return found;
  if (found !== null) return { ring: found.id, said: found.name, leaves: false };
  const place = decision.ring.place();
  if (isArchive(said)) {
    const message = `"${title}" is in the archive, which is no ring of this radar: the entry is in the lists, but not in the picture.`;
    report('radar/archived', { message, place });
    return { ring: null, said, leaves: true };
  }
  const message =
    said === '' ? `A decision about "${title}" names no ring.` : `A decision about "${title}" names the ring "${said}", but there is none.`;
  report('radar/unknown-ring', { message, hint: rings.hint(said), place });
  return { ring: null, said, leaves: false };
}

function checkStatedRing({ statedRing }: DraftEntry, newest: Pick<Decision, 'ring'> | undefined, rings: Names, report: Report): void {
  if (statedRing === null || isMissing(statedRing) || newest === undefined || newest.ring === null) return;
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
