// What a radar format is: a row of the table in formats.ts. And what several readers do alike.
import type { Place } from '../../lib/problem.ts';
import { parseDate } from '../dates.ts';
import type { Draft, DraftName } from '../draft.ts';
import { type Field, isMissing, textOf } from '../field.ts';
import type { RadarInput } from '../input.ts';
import type { Report } from '../rules.ts';
import { toSlug } from '../slug.ts';

export interface Format {
  /** For people, in messages. */
  readonly name: string;
  /** Says by its shape whether the input is in this format. Reports nothing. */
  recognise(input: RadarInput): boolean;
  /** Reads an input that was recognised. Returns null when nothing in it can be used. */
  read(input: RadarInput, report: Report): Draft | null;
}

/** Returns the first text among fields that may serve as an id, or undefined when all are missing. */
export function readId(fields: readonly Field[], report: Report): string | undefined {
  const said = fields.find((field) => !isMissing(field));
  return (said && textOf(said, 'id', report)) || undefined;
}

/** Most entries that are read: far more than a picture can hold. */
const MAX_ENTRIES = 1000;

/** Cuts the entries of a radar off at the limit, before any work is done for them. */
export function withinLimit<T>(entries: readonly T[], placeOf: (entry: T) => Place, report: Report): readonly T[] {
  const first = entries[MAX_ENTRIES];
  if (first === undefined) return entries;
  report('radar/too-many-entries', {
    message: `The radar has ${entries.length} entries; only the first ${MAX_ENTRIES} are shown.`,
    place: placeOf(first),
  });
  return entries.slice(0, MAX_ENTRIES);
}

/** Reports an item of a history that says nothing about its date. */
export function reportMissingDate(item: Field, report: Report): void {
  if (!isMissing(item.get('date'))) return;
  report('radar/bad-date', {
    message: 'A decision has no date, so it counts as the oldest of its entry.',
    hint: 'Add a month or a day, for example "date: 2026-03".',
    place: item.place(),
  });
}

/** Returns the default names when the records use no others, else the names of the records in the order in which they first occur. */
export function namesOf(records: readonly Field[], column: string, defaults: readonly DraftName[]): readonly DraftName[] {
  const known = new Set(defaults.map(({ name }) => toSlug(name)));
  const found = new Map<string, DraftName>();
  for (const record of records) {
    const { value } = record.get(column);
    const slug = typeof value === 'string' ? toSlug(value) : '';
    const place = record.place();
    if (slug !== '' && !found.has(slug)) found.set(slug, { id: slug, name: String(value).trim(), description: '', color: null, place });
  }
  return [...found.keys()].every((slug) => known.has(slug)) ? defaults : [...found.values()];
}

/** Reads the date of the newest release; null when it is not said. What is no date is reported. */
export function readReleaseDate(field: Field, report: Report): string | null {
  const date = parseDate(field.value);
  if (date === null && !isMissing(field)) {
    report('radar/bad-date', {
      message: `"${textOf(field, 'date', report)}" is not a date, so the radar has none.`,
      hint: 'Write a month in quotes, for example "2026.05".',
      place: field.place(),
    });
  }
  return date;
}
