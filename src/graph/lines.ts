// Lines between cards on the map: two corners in, a bent line from the middle of one card to the edge of the other out.
import { CARD } from './card.ts';

/** A curve of one bend, and the point of its arrow. */
export interface BentLine {
  readonly x1: number;
  readonly y1: number;
  /** Where it bends to. */
  readonly cx: number;
  readonly cy: number;
  readonly x2: number;
  readonly y2: number;
}

/** How far a line bends, as a part of its length: there and back are two lines. */
const BEND = 0.08;

/** Draws the line from the card at one corner to the card at another. */
export function bentLine(fromX: number, fromY: number, toX: number, toY: number): BentLine {
  const [ax, ay] = [fromX + CARD.width / 2, fromY + CARD.height / 2];
  const [bx, by] = [toX + CARD.width / 2, toY + CARD.height / 2];
  const cx = (ax + bx) / 2 + (by - ay) * BEND;
  const cy = (ay + by) / 2 - (bx - ax) * BEND;
  const [x1, y1] = edgeOfCard(ax, ay, cx, cy);
  const [x2, y2] = edgeOfCard(bx, by, cx, cy);
  return { x1, y1, cx, cy, x2, y2 };
}

/** Where the line from a card's middle to a point leaves the card. */
function edgeOfCard(x: number, y: number, towardsX: number, towardsY: number): [x: number, y: number] {
  const [dx, dy] = [towardsX - x, towardsY - y];
  const scale = Math.min(CARD.width / 2 / (Math.abs(dx) || 1e-9), CARD.height / 2 / (Math.abs(dy) || 1e-9), 1);
  return [x + dx * scale, y + dy * scale];
}

/** The same as SVG path data. */
export function bentPath(line: BentLine): string {
  const [x1, y1, cx, cy, x2, y2] = [line.x1, line.y1, line.cx, line.cy, line.x2, line.y2].map((value) => Math.round(value * 10) / 10);
  return `M${x1},${y1}Q${cx},${cy},${x2},${y2}`;
}
