// Real radars, counted independently of the code under test.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toBackstageRadar } from '../../src/radar/export.ts';
import { drawRadar } from '../../src/radar/picture.ts';
import { buildRadar } from '../../src/radar/radar.ts';
import { toSlug } from '../../src/radar/slug.ts';
import type { Radar } from '../../src/radar/types.ts';
import { diskSource, memorySource } from './source.ts';

const RADARS = '../shared/data/radars';
const absent = !existsSync(RADARS);

type Counts = Record<string, number>;

function countsOf<T>(items: readonly T[], key: (item: T) => string): Counts {
  const counts: Counts = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}

function nameOf(radar: Radar, entry: Radar['entries'][number]): string {
  const quadrant = radar.quadrants.find(({ id }) => id === entry.quadrant)?.name;
  const ring = radar.rings.find(({ id }) => id === entry.ring)?.name ?? 'none';
  return `${quadrant}, ${ring}, ${entry.moved}`;
}

describe.skipIf(absent)('buildRadar with Zalando’s radar', () => {
  const file = absent ? '' : readFileSync(`${RADARS}/zalando/config.json`, 'utf8');

  test('has every entry in its quadrant and ring, with its movement', () => {
    const { radar, problems } = buildRadar({ source: diskSource(`${RADARS}/zalando`), path: 'config.json' });
    const { entries } = JSON.parse(file) as { entries: { quadrant: number; ring: number; moved: number }[] };
    const quadrants = ['Languages', 'Infrastructure', 'Datastores', 'Data Management'];
    const rings = ['ADOPT', 'TRIAL', 'ASSESS', 'HOLD'];
    const moved = new Map([
      [-1, 'out'],
      [0, 'none'],
      [1, 'in'],
      [2, 'new'],
    ]);
    const expected = countsOf(entries, (entry) => `${quadrants[entry.quadrant]}, ${rings[entry.ring]}, ${moved.get(entry.moved)}`);
    expect(problems).toEqual([]);
    expect(radar?.entries.length).toBe(entries.length);
    expect(countsOf(radar?.entries ?? [], (entry) => nameOf(radar as Radar, entry))).toEqual(expected);
  });

  test('is drawn nearly at full size with all its blips', () => {
    const { radar } = buildRadar({ source: diskSource(`${RADARS}/zalando`), path: '' });
    const { blips, blipRadius } = drawRadar(radar as Radar);
    expect(blips).toHaveLength(81);
    expect(blipRadius).toBeGreaterThan(10);
    const pairs = blips.flatMap((a, index) => blips.slice(index + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
    expect(Math.min(...pairs)).toBeGreaterThan(2 * 1.335 * blipRadius);
  });

  test('comes back from Backstage’s format', () => {
    const { radar } = buildRadar({ source: diskSource(`${RADARS}/zalando`), path: '' });
    const written = JSON.stringify(toBackstageRadar(radar as Radar));
    const back = buildRadar({ source: memorySource({ 'r.json': written }), path: 'r.json' }).radar;
    expect(back?.quadrants).toEqual(radar?.quadrants);
    expect(back?.entries.map(({ id, quadrant, ring, moved }) => [id, quadrant, ring, moved])).toEqual(
      radar?.entries.map(({ id, quadrant, ring, moved }) => [id, quadrant, ring, moved]),
    );
  });
});

describe.skipIf(absent)('buildRadar with Open edX’s radar', () => {
  test('loses none of the entries without timeline, and says where they are', () => {
    const file = readFileSync(`${RADARS}/openedx/tech-radar.json`, 'utf8');
    const { entries, quadrants } = JSON.parse(file) as {
      entries: { id: string; quadrant: string }[];
      quadrants: { id: string; name: string }[];
    };
    const { radar, problems } = buildRadar({ source: diskSource(`${RADARS}/openedx`), path: '' });
    const expected = countsOf(entries, (entry) => `${quadrants.find(({ id }) => id === entry.quadrant)?.name}, none, none`);
    expect(countsOf(radar?.entries ?? [], (entry) => nameOf(radar as Radar, entry))).toEqual(expected);

    const repeated = entries.length - new Set(entries.map(({ id }) => id)).size;
    expect(countsOf(problems, ({ rule }) => rule)).toEqual({ 'radar/no-history': entries.length, 'radar/duplicate-id': repeated });
    expect(new Set(radar?.entries.map(({ id }) => id)).size).toBe(entries.length);

    const lines = file.split('\n');
    const first = problems.find(({ rule, message }) => rule === 'radar/duplicate-id' && message.includes('"ADRs"'));
    const from = (first?.place?.line ?? 0) - 1;
    expect(lines.slice(from, from + 7).join('\n')).toContain('"id": "ADRs"');
    expect(drawRadar(radar as Radar).blips).toEqual([]);
  });
});

/** Reads one of QIWI's files without any of our code: entries by name, with ring and quadrant in lower case. */
function countQiwi(path: string) {
  const [, , aliases = '', titles = '', entries = ''] = readFileSync(`${RADARS}/qiwi/js/${path}`, 'utf8').split(/^===\r?\n/m);
  const lines = (text: string) => text.trim().split(/\r?\n/).slice(1);
  const pairs = (text: string) => lines(text).map((line) => line.split(/,\s*(.*)/s).map((cell) => cell.trim().replace(/^"|"$/g, '')));
  const nameOfAlias = new Map(
    pairs(aliases).map(([id, alias = '']) => [alias.toLowerCase(), pairs(titles).find(([other]) => other === id)?.[1] ?? '']),
  );
  return lines(entries).map((line) => {
    const [name = '', quadrant = '', ring = ''] = line.split(',').map((cell) => cell.trim());
    return { name, quadrant: nameOfAlias.get(quadrant.toLowerCase()), ring: ring.toLowerCase() };
  });
}

const QIWI = absent ? [] : readdirSync(`${RADARS}/qiwi/js`).toSorted();
const RING_ORDER = ['adopt', 'trial', 'assess', 'hold'];

describe.skipIf(absent)('buildRadar with QIWI’s radar', () => {
  test.each(QIWI)('has every entry of %s in its quadrant and ring', (file) => {
    const { radar, problems } = buildRadar({ source: diskSource(`${RADARS}/qiwi`), path: `js/${file}` });
    const expected = countQiwi(file);
    expect(problems.filter(({ rule }) => rule !== 'radar/empty-description' && rule !== 'radar/duplicate-id')).toEqual([]);
    expect(radar?.entries).toHaveLength(expected.length);
    expect(countsOf(radar?.entries ?? [], (entry) => nameOf(radar as Radar, entry).toLowerCase())).toEqual(
      countsOf(expected, ({ quadrant, ring }) => `${quadrant?.toLowerCase()}, ${ring}, none`),
    );
    expect(radar?.title).toBe('QIWI JS Tech Radar');
  });

  test('knows from the files of a folder how everything moved, and what has left', () => {
    const { radar } = buildRadar({ source: diskSource(`${RADARS}/qiwi`), path: 'js' });
    const [before = [], now = []] = QIWI.slice(-2).map(countQiwi);
    const movedTo = ({ name, ring }: { name: string; ring: string }) => {
      const old = before.find((entry) => toSlug(entry.name) === toSlug(name));
      const step = old === undefined ? 0 : Math.sign(RING_ORDER.indexOf(ring) - RING_ORDER.indexOf(old.ring));
      return old === undefined ? 'new' : step < 0 ? 'in' : step > 0 ? 'out' : 'none';
    };
    const shown = radar?.entries.filter(({ active }) => active) ?? [];
    expect(radar?.date).toBe('2023-10-23');
    expect(countsOf(shown, (entry) => nameOf(radar as Radar, entry).toLowerCase())).toEqual(
      countsOf(now, (entry) => `${entry.quadrant?.toLowerCase()}, ${entry.ring}, ${movedTo(entry)}`),
    );
    const ever = new Set(QIWI.flatMap((file) => countQiwi(file).map(({ name }) => toSlug(name))));
    expect(radar?.entries.map(({ id }) => id).toSorted()).toEqual([...ever].toSorted());
    const gone = [...ever].filter((id) => now.every(({ name }) => toSlug(name) !== id));
    expect(radar?.entries.flatMap(({ id, left }) => (left === null ? [] : [id])).toSorted()).toEqual(gone.toSorted());
    expect(gone.length).toBeGreaterThan(5);
  });
});
