// The blips of a full segment and one more in; all of them in places close to where they were out, or nothing when there is not room.
import { type Point, type Segment, fits } from './segment.ts';

/** How often blips push each other away before it counts as hopeless. */
const ROUNDS = 120;
/** How many gaps are tried. */
const MAX_WISHES = 8;
/** How far a blip may be pushed, in clearances: less than its own size. */
const MOST = 1.4;
/** What places are rounded by. */
const ROUNDING = 0.02;

export interface Squeezed {
  readonly point: Point;
  readonly others: ReadonlyMap<string, Point>;
}

/**
 * Finds places for all blips of a segment, none of them further from where it is than its own size. The new one may be put near any of
 * the wishes: the widest gaps are tried first.
 */
export function squeeze(segment: Segment, wishes: readonly Point[], taken: ReadonlyMap<string, Point>): Squeezed | null {
  const gap = ({ x, y }: Point) => Math.min(...[...taken.values()].map((other) => Math.hypot(x - other.x, y - other.y)));
  const gaps = wishes.filter((wish) => fits(segment, wish)).map((wish) => ({ wish, gap: gap(wish) }));
  for (const { wish } of gaps.sort((a, b) => b.gap - a.gap).slice(0, MAX_WISHES)) {
    const found = pushApart(segment, wish, taken);
    if (found !== null) return found;
  }
  return null;
}

function pushApart(segment: Segment, wish: Point, taken: ReadonlyMap<string, Point>): Squeezed | null {
  const homes = [wish, ...taken.values()];
  const points = homes.map(({ x, y }) => ({ x, y }));
  const apart = 2 * segment.clearance + ROUNDING;
  for (let round = 0; round < ROUNDS; round++) {
    let calm = true;
    for (const [index, one] of points.entries()) {
      for (let other = index + 1; other < points.length; other++) {
        const two = points[other];
        if (two === undefined) continue;
        const [dx, dy] = [two.x - one.x, two.y - one.y];
        const distance = Math.hypot(dx, dy);
        if (distance >= apart) continue;
        calm = false;
        // Two in one place are pushed along the axis.
        const [ux, uy] = distance === 0 ? [1, 0] : [dx / distance, dy / distance];
        const push = (apart - distance) / 2;
        shift(segment, one, homes[index], -ux * push, -uy * push, index === 0);
        shift(segment, two, homes[other], ux * push, uy * push, false);
      }
    }
    if (calm) return finished(points, taken, segment);
  }
  return null;
}

/** Moves a point as far as it stays in its segment and near its home; the new blip has none yet. */
function shift(segment: Segment, point: { x: number; y: number }, home: Point | undefined, dx: number, dy: number, isNew: boolean): void {
  for (const share of [1, 0.5, 0.25]) {
    const next = { x: point.x + share * dx, y: point.y + share * dy };
    const near = isNew || home === undefined || Math.hypot(next.x - home.x, next.y - home.y) <= MOST * segment.clearance;
    if (!near || !fits(segment, next)) continue;
    point.x = next.x;
    point.y = next.y;
    return;
  }
}

function finished(points: readonly Point[], taken: ReadonlyMap<string, Point>, segment: Segment): Squeezed | null {
  const rounded = points.map(({ x, y }) => ({ x: Math.round(x * 100) / 100 + 0, y: Math.round(y * 100) / 100 + 0 }));
  const [point, ...others] = rounded;
  if (point === undefined || !rounded.every((one) => fits(segment, one))) return null;
  return { point, others: new Map([...taken.keys()].map((id, index) => [id, others[index] ?? point])) };
}
