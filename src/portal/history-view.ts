// When things were last changed, and how much a repository was worked on: the histories of sources in, what pages say of them out.
import type { Entity, Portal } from './types.ts';

/** The last change of a file as pages show it. */
export interface ChangeView {
  /** ISO 8601, for `<time>`. */
  readonly at: string;
  /** Day, as people write it: `1 June 2025`. */
  readonly day: string;
  readonly by: string;
}

/** Commits of a year as a row of bars. */
export interface ActivityView {
  readonly total: number;
  /** Drawing units. */
  readonly width: number;
  readonly height: number;
  readonly bars: readonly { readonly x: number; readonly y: number; readonly height: number }[];
}

/** Fixed words in one time zone: a build is the same on every machine. */
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Finds the last change of a file; null where no history is known. */
export function changeView(portal: Portal, source: string, path: string): ChangeView | null {
  const change = portal.changeOf(source, path);
  return change === undefined ? null : { at: change.at, day: DAY.format(new Date(change.at)), by: change.by };
}

const BAR = 3;
const STEP = 4;
const HEIGHT = 24;

/** Draws the commits of a source week by week; null where no history is known. */
export function activityView(portal: Portal, source: string): ActivityView | null {
  const weeks = portal.weeksOf(source);
  const total = weeks.reduce((sum, count) => sum + count, 0);
  if (weeks.length === 0) return null;
  const most = Math.max(1, ...weeks);
  const bars = weeks.map((count, index) => {
    // A week without work keeps a line, so that the year can be seen.
    const height = Math.max(1, Math.round((count / most) * HEIGHT));
    return { x: index * STEP, y: HEIGHT - height, height };
  });
  return { total, width: weeks.length * STEP - (STEP - BAR), height: HEIGHT, bars };
}

/** Where the file of an entity can be looked at and edited: as its annotations say, else on the host of its source. */
export function fileLinks(entity: Entity): { readonly view: string | null; readonly edit: string | null } {
  const written = (name: string) => {
    const url = entity.annotations[`backstage.io/${name}`];
    return url !== undefined && isWebUrl(url) ? url : null;
  };
  const location = ['managed-by-location', 'source-location'].flatMap((name) => {
    const url = entity.annotations[`backstage.io/${name}`]?.replace(/^url:/, '') ?? '';
    return isWebUrl(url) ? [url] : [];
  });
  return { view: written('view-url') ?? location[0] ?? null, edit: written('edit-url') };
}

function isWebUrl(text: string): boolean {
  return /^https?:/i.test(text) && URL.canParse(text);
}
