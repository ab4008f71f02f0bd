// Dates for people: an ISO day or month in, words out.

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Writes an ISO date (`2026-10-03`, `2026-10`) for people: `3 October 2026`, `October 2026`. Anything else is returned as it is. */
export function dateWords(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return date;
  return [day === undefined ? null : String(Number(day)), name, year].filter((part) => part !== null).join(' ');
}
