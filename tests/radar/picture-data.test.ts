// Pictures of whole radars, real and made up: nothing overlaps or leaves its segment, and what moves from release to release moves alone.
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawRadar } from '../../src/radar/picture.ts';
import { buildRadar } from '../../src/radar/radar.ts';
import type { Decision, Movement, Radar, RadarEntry } from '../../src/radar/types.ts';
import { entryOf, faultsOf, shiftsOf } from './pictures.ts';
import { FIXTURES, diskSource } from './source.ts';

const REAL = '../shared/data/radars';
const NEXT_RELEASE = '2099-03';

/** Numbers from 0 up to 1 that are the same every time. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Makes up a radar whose entries came and moved over eight releases, more of them in some quadrants and rings than in others. */
function madeUp(count: number, seed = 7): Radar {
  const next = numbersFrom(seed);
  const names = (ids: readonly string[]) => ids.map((id) => ({ id, name: id, description: '', color: null }));
  const rings = ['adopt', 'trial', 'assess', 'hold'];
  const entries = Array.from({ length: count }, (_, index) => {
    const quadrant = `q${Math.floor(4 * next() ** 1.3)}`;
    let ring = Math.floor(4 * next());
    let release = Math.floor(8 * next());
    const decisions: [string, string][] = [[`${2019 + release}-03`, rings[ring] ?? '']];
    while (release < 7 && next() < 0.3) {
      release++;
      ring = Math.max(0, Math.min(3, ring + (next() < 0.5 ? 1 : -1)));
      decisions.push([`${2019 + release}-03`, rings[ring] ?? '']);
    }
    return entryOf(`technology-${index}`, quadrant, decisions);
  });
  return { title: 'Made up', date: '2026-03', quadrants: names(['q0', 'q1', 'q2', 'q3']), rings: names(rings), entries };
}

function read(root: string, path: string): Radar {
  return buildRadar({ source: diskSource(root), path }).radar as Radar;
}

const OWN = ['aoe/data', 'backstage/tech-radar.json', 'blips/radar', 'markdown/radar', 'thoughtworks/custom.csv', 'thoughtworks/radar.csv'];
const radars: readonly (readonly [what: string, radar: () => Radar])[] = [
  ['the example', () => read('content', 'radar')],
  ...OWN.map((path) => [path, () => read(FIXTURES, path)] as const),
  ...(existsSync(REAL) ? ['zalando', 'qiwi/js', 'qiwi/js/2023-10-23.csv'].map((path) => [path, () => read(REAL, path)] as const) : []),
  ['100 entries', () => madeUp(100)],
  ['300 entries', () => madeUp(300)],
];

/** Moves one entry to the next ring in a release after all others: by a dated decision, or as a format without dates says it. */
function moveOne(radar: Radar, entry: RadarEntry): Radar {
  const index = radar.rings.findIndex(({ id }) => id === entry.ring);
  const to = index + 1 < radar.rings.length ? index + 1 : index - 1;
  const ring = radar.rings[to]?.id ?? '';
  const moved: Movement = to < index ? 'in' : 'out';
  const dated = entry.history.some(({ date }) => date !== null);
  const decision: Decision = { date: dated ? NEXT_RELEASE : null, ring, said: ring, text: '', moved };
  const history = dated ? [decision, ...entry.history] : [decision];
  return { ...radar, entries: radar.entries.map((one) => (one === entry ? { ...one, ring, moved, history } : one)) };
}

describe('drawRadar', () => {
  test.each(radars)('keeps every blip clear of all others and in its segment: %s', (_, radarOf) => {
    const radar = radarOf();
    const picture = drawRadar(radar);
    expect(picture.blips).toHaveLength(radar.entries.filter(({ active, ring }) => active && ring !== null).length);
    expect(faultsOf(picture)).toEqual([]);
  });

  test.each(radars)('moves one entry between releases, and no other by more than its own size: %s', (_, radarOf) => {
    const radar = radarOf();
    const before = drawRadar(radar);
    // A file without dates can tell of one move only: what it says has just moved has come from where nobody knows.
    const known = ({ moved, history }: RadarEntry) => moved === 'none' || history.length > 1;
    const drawn = radar.entries.filter((entry) => entry.active && entry.ring !== null && known(entry));
    // Of large radars every fifth, for the time it takes.
    const tried = drawn.length > 100 ? drawn.filter((_entry, index) => index % 5 === 0) : drawn;
    for (const entry of tried) {
      const after = drawRadar(moveOne(radar, entry));
      expect(after.blips.find((blip) => blip.entry.id === entry.id)?.entry.ring).not.toBe(entry.ring);
      const shifts = shiftsOf(before, after);
      expect([entry.id, Math.max(0, ...shifts.values())]).toEqual([
        entry.id,
        expect.toSatisfy((most: number) => most <= 2 * before.blipRadius),
      ]);
      expect(after.blipRadius).toBe(before.blipRadius);
    }
  });

  test('draws earlier releases in the places in which things stood, clear of each other', () => {
    const radar = madeUp(100);
    const picture = drawRadar(radar);
    const releases = [...new Set(radar.entries.flatMap(({ history }) => history.flatMap(({ date }) => date ?? [])))].toSorted();
    expect(picture.past.length).toBeGreaterThan(20);
    for (const release of releases) {
      const past = picture.past.filter(({ since, until }) => since <= release && until > release);
      const now = picture.blips.filter(({ entry }) => !past.some((blip) => blip.entry.id === entry.id));
      const there = now.filter(({ entry }) => (entry.history.at(-1)?.date ?? '') <= release);
      const expected = radar.entries.filter(({ history }) => (history.at(-1)?.date ?? '') <= release);
      expect(past.length + there.length).toBe(expected.length);
      const blips = [...there, ...past.map(({ entry, ring, x, y }) => ({ entry: { ...entry, ring }, number: 0, since: '', x, y }))];
      expect(faultsOf({ ...picture, blips })).toEqual([]);
    }
  });
});
