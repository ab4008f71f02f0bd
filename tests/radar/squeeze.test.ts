// A full segment: one more finds room when the others move a little, and nothing happens when there is none.
import { describe, expect, test } from 'vitest';
import { type Point, type Segment, fits, pointIn } from '../../src/radar/segment.ts';
import { hashPair } from '../../src/radar/hash.ts';
import { squeeze } from '../../src/radar/squeeze.ts';

const segment: Segment = { inner: 0, outer: 200, from: 0, to: Math.PI / 2, clearance: 15, labelHeight: 16 };
const APART = 2 * segment.clearance;

/** Fills a segment with points as they come, until a thousand in a row find no place. */
function filled(): Map<string, Point> {
  const taken = new Map<string, Point>();
  for (let failures = 0, index = 0; failures < 1000; index++) {
    const point = pointIn(segment, hashPair(`blip ${index}`));
    const free =
      point !== null && fits(segment, point) && [...taken.values()].every(({ x, y }) => Math.hypot(x - point.x, y - point.y) >= APART);
    if (free) taken.set(`blip ${index}`, point);
    failures = free ? 0 : failures + 1;
  }
  return taken;
}

const wishesOf = (id: string) => Array.from({ length: 300 }, (_, index) => pointIn(segment, hashPair(`${id} ${index}`)) as Point);

describe('squeeze', () => {
  test('makes room for one more, and moves nobody by more than its own size', () => {
    const taken = filled();
    expect(taken.size).toBeGreaterThan(12);
    const found = squeeze(segment, wishesOf('one more'), taken);
    const points = [found?.point as Point, ...(found?.others.values() ?? [])];
    expect(points).toHaveLength(taken.size + 1);
    for (const [index, one] of points.entries()) {
      expect(fits(segment, one)).toBe(true);
      for (const other of points.slice(index + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(APART);
    }
    for (const [id, { x, y }] of taken) {
      const now = found?.others.get(id) as Point;
      expect(Math.hypot(now.x - x, now.y - y)).toBeLessThan((2 * segment.clearance) / 1.38);
    }
  });

  test('gives up where there is no room', () => {
    let taken: ReadonlyMap<string, Point> = filled();
    let count = 0;
    for (; count < 60; count++) {
      const found = squeeze(segment, wishesOf(`more ${count}`), taken);
      if (found === null) break;
      taken = new Map([...found.others, [`more ${count}`, found.point]]);
    }
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(20);
  });
});
