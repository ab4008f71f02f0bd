// The picture of radars of many sizes: nothing overlaps, nothing leaves its segment, and what stays where it was keeps its place.
import { describe, expect, test } from 'vitest';
import { entryOf, faultsOf } from './pictures.ts';
import { drawRadar } from '../../src/radar/picture.ts';
import type { Radar, RadarPicture } from '../../src/radar/types.ts';

interface Sizes {
  readonly entries: number;
  readonly quadrants?: number;
  readonly rings?: number;
  /** Puts all entries into the first segment. */
  readonly crowded?: boolean;
}

function namesOf(prefix: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({ id: prefix + index, name: prefix + index, description: '', color: null }));
}

/** Returns the share of the whole area that each ring has, in percent. */
function areasOf({ rings, radius }: RadarPicture): readonly number[] {
  return rings.map(({ inner, outer }) => Math.round((100 * (outer ** 2 - inner ** 2)) / radius ** 2));
}

function placesOf({ blips }: RadarPicture): ReadonlyMap<string, readonly number[]> {
  return new Map(blips.map(({ entry, x, y }) => [entry.id, [x, y]]));
}

function radarOf({ entries, quadrants = 4, rings = 4, crowded = false }: Sizes): Radar {
  return {
    title: 'Test',
    date: null,
    quadrants: namesOf('q', quadrants),
    rings: namesOf('r', rings),
    entries: Array.from({ length: entries }, (_, index) =>
      entryOf(`tech-${index}`, `q${crowded ? 0 : Math.floor((index * quadrants) / entries)}`, [
        ['', crowded ? 'r0' : `r${(index * 7) % rings}`],
      ]),
    ),
  };
}

const sizes: readonly Sizes[] = [
  { entries: 0 },
  { entries: 1 },
  { entries: 29 },
  { entries: 80 },
  { entries: 300 },
  { entries: 1000 },
  { entries: 60, crowded: true },
  { entries: 300, crowded: true },
  ...[1, 2, 3, 5, 6, 7, 8].map((quadrants) => ({ entries: 60, quadrants })),
  { entries: 300, quadrants: 8, rings: 6 },
  { entries: 300, quadrants: 3, rings: 2 },
  { entries: 40, rings: 1 },
];

describe('drawRadar', () => {
  test.each(sizes)('gives every blip its place: $entries entries, $quadrants quadrants, $rings rings, crowded $crowded', (size) => {
    const radar = radarOf(size);
    const picture = drawRadar(radar);
    expect(picture.blips).toHaveLength(size.entries);
    expect(faultsOf(picture)).toEqual([]);
  });

  test('would notice a fault', () => {
    const picture = drawRadar(radarOf({ entries: 29 }));
    expect(faultsOf({ ...picture, blips: picture.blips.map((blip) => ({ ...blip, x: 20, y: 20 })) }).length).toBeGreaterThan(100);
    expect(faultsOf(drawRadar(radarOf({ entries: 300 })), 2.5 * picture.blipRadius).length).toBeGreaterThan(100);
  });

  test('keeps clear of every segment edge for many sets of names', () => {
    for (let round = 0; round < 40; round++) {
      const radar = radarOf({ entries: 48 });
      const entries = radar.entries.map(({ id, quadrant, ring }) => entryOf(`${id}-${round}`, quadrant, [['', ring ?? '']]));
      expect(faultsOf(drawRadar({ ...radar, entries }))).toEqual([]);
    }
  });

  test('goes clockwise from the top right, and from the inside out', () => {
    const { quadrants, rings, radius } = drawRadar(radarOf({ entries: 0 }));
    expect(quadrants.map(({ from }) => from / Math.PI)).toEqual([0, 0.5, 1, 1.5]);
    expect(quadrants.map(({ to }) => to / Math.PI)).toEqual([0.5, 1, 1.5, 2]);
    expect(rings.map(({ inner }) => inner)).toEqual([0, ...rings.slice(0, -1).map(({ outer }) => outer)]);
    expect(rings.at(-1)?.outer).toBe(radius);
    const { blips } = drawRadar(radarOf({ entries: 80 }));
    expect(blips.filter(({ entry }) => entry.quadrant === 'q0').every(({ x, y }) => x > 0 && y < 0)).toBe(true);
    expect(blips.filter(({ entry }) => entry.quadrant === 'q2').every(({ x, y }) => x < 0 && y > 0)).toBe(true);
  });

  test('gives rings equal areas until one of them needs more', () => {
    expect(areasOf(drawRadar(radarOf({ entries: 40 })))).toEqual([25, 25, 25, 25]);
    const [inmost = 0] = areasOf(drawRadar(radarOf({ entries: 25, crowded: true })));
    expect(inmost).toBeGreaterThan(35);
  });

  test('numbers active entries with a known ring in the order of the radar', () => {
    const radar = radarOf({ entries: 4 });
    const entries = radar.entries.map((entry, index) => ({ ...entry, active: index !== 1, ring: index === 2 ? null : entry.ring }));
    expect(drawRadar({ ...radar, entries }).blips.map(({ number, entry }) => [number, entry.id])).toEqual([
      [1, 'tech-0'],
      [2, 'tech-3'],
    ]);
  });

  test('keeps the blips at the size that is asked for while there is room, and scales with the radius', () => {
    expect(drawRadar(radarOf({ entries: 29 }), { radius: 500, blipRadius: 8 })).toMatchObject({ radius: 500, blipRadius: 8 });
    expect(drawRadar(radarOf({ entries: 29 })).blipRadius).toBeCloseTo(10.8);
    expect(drawRadar(radarOf({ entries: 300 })).blipRadius).toBeGreaterThan(7);
    expect(faultsOf(drawRadar(radarOf({ entries: 300 }), { radius: 100, blipRadius: 20 }))).toEqual([]);
  });

  test('draws the same picture for the same radar, in whatever order its entries are', () => {
    const radar = radarOf({ entries: 120 });
    const picture = drawRadar(radar);
    expect(JSON.stringify(drawRadar(radarOf({ entries: 120 })))).toBe(JSON.stringify(picture));
    const turned = drawRadar({ ...radar, entries: [...radar.entries].reverse() });
    expect(placesOf(turned)).toEqual(new Map([...placesOf(picture)].reverse()));
  });

  test('draws 300 entries well under 200 ms', () => {
    drawRadar(radarOf({ entries: 300 }));
    const radar = radarOf({ entries: 300 });
    const start = performance.now();
    drawRadar(radar);
    expect(performance.now() - start).toBeLessThan(200);
  });
});

/** Returns the ids of the entries that are in both pictures and not in the same place. */
function shifted(before: RadarPicture, after: RadarPicture): readonly string[] {
  const places = new Map(before.blips.map(({ entry, x, y }) => [`${entry.id} ${entry.ring}`, `${x} ${y}`]));
  return after.blips.flatMap(({ entry, x, y }) => {
    const place = places.get(`${entry.id} ${entry.ring}`);
    return place === undefined || place === `${x} ${y}` ? [] : [entry.id];
  });
}

describe('drawRadar from release to release', () => {
  /** A radar of 96 entries that came over four releases, some of which moved on. */
  const histories = Array.from({ length: 96 }, (_, index): [id: string, quadrant: string, decisions: [string, string][]] => {
    const first = `202${1 + (index % 4)}-03`;
    const decisions: [string, string][] = [[first, `r${(index >> 2) % 4}`]];
    if (index % 3 === 0) decisions.push([`202${2 + (index % 4)}-09`, `r${((index >> 2) + 1) % 4}`]);
    return [`tech-${index}`, `q${index % 4}`, decisions];
  });
  const empty = radarOf({ entries: 0 });
  const radarWith = (all: typeof histories): Radar => ({
    ...empty,
    entries: all.map(([id, quadrant, decisions]) => entryOf(id, quadrant, decisions)),
  });
  const before = drawRadar(radarWith(histories));

  test('moves one entry and no other', () => {
    for (let index = 0; index < histories.length; index++) {
      const moved = histories.map((history, at): (typeof histories)[number] => {
        const [id, quadrant, decisions] = history;
        const ring = Number(decisions.at(-1)?.[1].slice(1));
        return at === index ? [id, quadrant, [...decisions, ['2026-03', `r${(ring + 1) % 4}`]]] : history;
      });
      const after = drawRadar(radarWith(moved));
      expect(after.blips.find(({ entry }) => entry.id === `tech-${index}`)).not.toEqual(before.blips[index]);
      expect(shifted(before, after)).toEqual([]);
    }
  });

  test('adds an entry and moves no other', () => {
    for (const quadrant of ['q0', 'q1', 'q2', 'q3']) {
      for (const ring of ['r0', 'r1', 'r2', 'r3']) {
        const after = drawRadar(radarWith([['a-new-one', quadrant, [['2026-03', ring]]], ...histories]));
        expect(after.blips).toHaveLength(97);
        expect(shifted(before, after)).toEqual([]);
      }
    }
  });

  test('moves few others when the format has no dates', () => {
    const radar = radarOf({ entries: 96 });
    const picture = drawRadar(radar);
    let moves = 0;
    for (const [index, { id, quadrant, ring }] of radar.entries.entries()) {
      const next = entryOf(id, quadrant, [['', `r${(Number(ring?.slice(1)) + 1) % 4}`]]);
      moves += shifted(picture, drawRadar({ ...radar, entries: radar.entries.with(index, next) })).length;
    }
    expect(moves / radar.entries.length).toBeLessThan(1);
  });

  test('places every entry when a segment was fuller than it is', () => {
    const past = Array.from({ length: 80 }, (_, index): (typeof histories)[number] => [
      `old-${index}`,
      'q0',
      [
        ['2020-01', 'r0'],
        ['2024-01', `r${1 + (index % 3)}`],
      ],
    ]);
    const stayed = Array.from({ length: 6 }, (_, index): (typeof histories)[number] => [`z-${index}`, 'q0', [['2021-01', 'r0']]]);
    const picture = drawRadar(radarWith([...past, ...stayed]));
    expect(picture.blips).toHaveLength(86);
    expect(faultsOf(picture)).toEqual([]);
  });
});
