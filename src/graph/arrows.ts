// Walking a picture with the arrow keys: where nodes stand and who is tied to whom in, the node that an arrow leads to out.
import { CARD } from './card.ts';

/** The middle of a node. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Which way each key leads. */
export const ARROWS: ReadonlyMap<string, readonly [dx: number, dy: number]> = new Map([
  ['ArrowRight', [1, 0]],
  ['ArrowLeft', [-1, 0]],
  ['ArrowDown', [0, 1]],
  ['ArrowUp', [0, -1]],
]);

/**
 * Finds the neighbour that an arrow key leads to: of those that stand that way, the one most straight ahead, near before far.
 * Returns null when none stands that way.
 */
export function follow<T>(key: string, from: Spot, neighbours: readonly (readonly [node: T, spot: Spot])[]): T | null {
  const arrow = ARROWS.get(key);
  if (arrow === undefined) return null;
  const [dx, dy] = arrow;
  let best: T | null = null;
  let cost = Infinity;
  for (const [node, { x, y }] of neighbours) {
    const ahead = (x - from.x) * dx + (y - from.y) * dy;
    const aside = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
    // Sideways leads to another column, however much lower; up and down lead to what is not too far aside.
    if (dx === 0 ? ahead <= 0 || aside > ahead * 2 : ahead < CARD.width / 2) continue;
    const own = ahead + aside * 2;
    if (own < cost) [best, cost] = [node, own];
  }
  return best;
}
