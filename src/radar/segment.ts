// One ring within one quadrant: where blips may stand in it. Angles are radians, clockwise from twelve o'clock; y grows downwards.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Segment {
  readonly inner: number;
  readonly outer: number;
  readonly from: number;
  readonly to: number;
  /** Free distance around the middle of every blip: to lines, and half of the distance to the next blip. */
  readonly clearance: number;
  /** Height of the ring labels above the left half of the horizontal axis. */
  readonly labelHeight: number;
}

const HALF_TURN = Math.PI;
const FULL_TURN = 2 * Math.PI;

/** Says whether a blip with its middle at a point keeps clear of the segment's edges and of the ring labels. */
export function fits({ inner, outer, from, to, clearance, labelHeight }: Segment, { x, y }: Point): boolean {
  const distance = Math.hypot(x, y);
  if (distance > outer - clearance || (inner > 0 && distance < inner + clearance)) return false;
  const angle = (Math.atan2(x, -y) + FULL_TURN) % FULL_TURN;
  if (angle < from || angle > to) return false;
  return (
    distanceToRay(distance, angle - from) >= clearance &&
    distanceToRay(distance, to - angle) >= clearance &&
    distanceToLabels(x, y, labelHeight) >= clearance
  );
}

/** A ray from the centre ends there: beyond a quarter turn its nearest point is the centre. */
function distanceToRay(distance: number, angle: number): number {
  return angle < HALF_TURN / 2 ? distance * Math.sin(angle) : distance;
}

function distanceToLabels(x: number, y: number, height: number): number {
  return Math.hypot(Math.max(0, x), Math.max(0, y, -height - y));
}

/**
 * Returns the point of a segment that two numbers from 0 to 1 stand for, spread evenly over its area, clear of its edges but not yet of the
 * labels. Returns null when the segment is too thin for any blip.
 */
export function pointIn({ inner, outer, from, to, clearance }: Segment, [along, across]: readonly [number, number]): Point | null {
  const span = to - from;
  const nearest = Math.max(inner > 0 ? inner + clearance : 0, clearance / Math.sin(Math.min(span, HALF_TURN) / 2));
  const farthest = outer - clearance;
  if (nearest > farthest) return null;
  const distance = Math.sqrt(nearest ** 2 + along * (farthest ** 2 - nearest ** 2));
  const margin = Math.min(span / 2, Math.asin(Math.min(1, clearance / distance)));
  const angle = from + margin + across * (span - 2 * margin);
  return { x: distance * Math.sin(angle), y: -distance * Math.cos(angle) };
}
