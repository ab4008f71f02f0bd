// The entries of one segment in, a free place for each out. A place that is found is kept; in a full segment others make room, by less than their own size.
import { compareText } from '../lib/problem.ts';
import { hashPair } from './hash.ts';
import { type Point, type Segment, fits, pointIn } from './segment.ts';
import { squeeze } from './squeeze.ts';
import type { Stay } from './stays.ts';

/** Where the entries of one segment stand now, and where those stood that have left; a few who left may have no place. */
export interface Placed {
  readonly now: ReadonlyMap<Stay, Point>;
  readonly past: readonly { readonly stay: Stay; readonly point: Point }[];
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Distance between the places that are tried, in clearances: fine enough to find gaps, coarse enough to be fast. */
const STEP = 0.4;
/** Past stays that are played again, the newest; how many of them get the place that they had whatever it takes, and how many places are tried for each other: a made-up history must not cost minutes. */
const MAX_PAST = 100;
const MAX_PAST_IN_FULL = 30;
/** How many points are looked at for a gap. */
const WISHES = 300;
/** How often room is made in one segment. */
const MAX_SQUEEZES = 20;
const MAX_PAST_TRIES = 400;

/**
 * Finds a place for every entry that is in a segment now, or returns null when there is not room for all. Places come from the entries' ids:
 * each entry gets the free place nearest to the point its id hashes to. The history of the segment is played again from the start, so
 * that an entry gets the place it got when it came: who comes later finds a place beside it, and who leaves does not let it slip.
 */
export function placeBlips(segment: Segment, stays: readonly Stay[]): Placed | null {
  const taken = new Map<string, Point>();
  const past: { stay: Stay; point: Point }[] = [];
  const late: Stay[] = [];
  let squeezes = 0;
  const inFull = new Set(
    stays
      .filter(({ until }) => until !== null)
      .sort(newestFirst)
      .slice(0, MAX_PAST_IN_FULL),
  );
  for (const { stay, comes } of eventsOf(stays)) {
    if (!comes) {
      const point = taken.get(stay.id);
      if (point !== undefined) past.push({ stay, point });
      taken.delete(stay.id);
      continue;
    }
    const thorough = stay.until === null || inFull.has(stay);
    const point = freePoint(segment, stay.id, taken, thorough ? Infinity : MAX_PAST_TRIES);
    if (point !== null) taken.set(stay.id, point);
    else if (thorough && squeezes++ < MAX_SQUEEZES && squeezeIn(segment, stay.id, taken)) continue;
    // The segment may have been fuller than it is now.
    else if (stay.until === null) late.push(stay);
  }
  for (const { id } of late) {
    const point = freePoint(segment, id, taken, Infinity);
    if (point === null) return null;
    taken.set(id, point);
  }
  const now = stays.flatMap((stay) => {
    const point = stay.until === null ? taken.get(stay.id) : undefined;
    return point === undefined ? [] : [[stay, point] as const];
  });
  return { now: new Map(now), past };
}

/** Makes room for one more by pushing the others a little; false when that does not help. */
function squeezeIn(segment: Segment, id: string, taken: Map<string, Point>): boolean {
  const wishes = Array.from({ length: WISHES }, (_, index) => pointIn(segment, hashPair(`${id} ${index}`)) ?? []).flat();
  const found = squeeze(segment, wishes, taken);
  if (found === null) return false;
  for (const [other, point] of found.others) taken.set(other, point);
  taken.set(id, found.point);
  return true;
}

/** Puts those who left last in front. */
function newestFirst(a: Stay, b: Stay): number {
  return compareText(b.until ?? '', a.until ?? '') || compareText(a.id, b.id);
}

/** Returns who came and left, in order of time; on one day those who leave go first. */
function eventsOf(stays: readonly Stay[]): readonly { stay: Stay; comes: boolean }[] {
  const present = stays.filter(({ until }) => until === null);
  const past = stays.filter(({ until }) => until !== null);
  past.sort(newestFirst);
  const kept = [...present, ...past.slice(0, MAX_PAST)];
  const coming = kept.map((stay) => ({ stay, comes: true, date: stay.since }));
  const leaving = kept.flatMap((stay) => (stay.until === null ? [] : [{ stay, comes: false, date: stay.until }]));
  return [...coming, ...leaving].sort(
    (a, b) => compareText(a.date, b.date) || Number(a.comes) - Number(b.comes) || compareText(a.stay.id, b.stay.id),
  );
}

/** Looks for a free place on a spiral around the point that the id hashes to. */
function freePoint(segment: Segment, id: string, taken: ReadonlyMap<string, Point>, most: number): Point | null {
  const [along, across] = hashPair(id);
  const home = pointIn(segment, [along, across]);
  if (home === null) return null;
  const step = STEP * segment.clearance;
  const tries = Math.min(most, (2 * segment.outer) ** 2 / step ** 2);
  for (let count = 0; count < tries; count++) {
    const distance = step * Math.sqrt(count);
    const angle = count * GOLDEN_ANGLE + along;
    // Rounded before it is checked, so that what is drawn is what was checked.
    const point = { x: round(home.x + distance * Math.cos(angle)), y: round(home.y + distance * Math.sin(angle)) };
    if (fits(segment, point) && isFree(point, segment.clearance, taken)) return point;
  }
  return null;
}

function isFree({ x, y }: Point, clearance: number, taken: ReadonlyMap<string, Point>): boolean {
  for (const other of taken.values()) {
    if (Math.hypot(x - other.x, y - other.y) < 2 * clearance) return false;
  }
  return true;
}

function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
