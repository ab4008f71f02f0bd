// Dates as radar files write them: text or a YAML number in, an ISO day or month out. And what counts as one release.
import { compareText } from '../lib/problem.ts';

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Parses a day (`2026-03-01`, `2026.03.01`, or the day of an ISO time as it is written) or a month (`2026-03`, `2026.03`) into ISO form.
 * Returns null for anything else, a year alone included. YAML turns `2026.10` into the number 2026.1, which is not taken for January.
 */
export function parseDate(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const match = /^(\d{4})([-./])(\d{2})(?:\2(\d{2})(?:[T ]\d{2}:\d{2}[\d:.,]*(?:Z|[+-]\d{2}:?\d{2})?)?)?$/.exec(String(value).trim());
  if (match === null) return null;
  const [, year = '', , month = '', day] = match;
  const days = Number(month) === 2 && !isLeap(Number(year)) ? 28 : (DAYS[Number(month) - 1] ?? 0);
  if (day === undefined) return days === 0 ? null : `${year}-${month}`;
  return Number(day) >= 1 && Number(day) <= days ? `${year}-${month}-${day}` : null;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/**
 * Returns the date of the newest release among dates of decisions, or null when there is none. Decisions of one day are a release; but
 * where one of the newest month names no day, the whole month is the release.
 */
export function newestRelease(dates: Iterable<string>): string | null {
  const known = new Set(dates);
  const newest = [...known].sort(compareText).at(-1);
  if (newest === undefined) return null;
  const month = newest.slice(0, 7);
  return known.has(month) ? month : newest;
}

/** Says whether a decision was made in a release: on its day, or within its month. */
export function isInRelease(date: string | null, release: string | null): boolean {
  return date !== null && release !== null && (date === release || date.startsWith(`${release}-`));
}
