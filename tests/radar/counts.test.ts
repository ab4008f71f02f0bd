// Radars in every format with a fixture of our own: rings, quadrants and movements, counted from the files without any of our code.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildRadar } from '../../src/radar/radar.ts';
import { FIXTURES, diskSource } from './source.ts';

/** One entry, as the file has it: quadrant, ring and movement in the file's own words. */
type Found = readonly [name: string, quadrant: string, ring: string, moved: string];

const read = (path: string) => readFileSync(join(FIXTURES, path), 'utf8');
const filesBelow = (path: string) =>
  readdirSync(join(FIXTURES, path), { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((file) => join(path, file));
/** Returns the value of a field that stands on a line of its own, without quotes. */
const fieldOf = (text: string, name: string) =>
  new RegExp(`^${name}: *(.*)$`, 'm')
    .exec(text)?.[1]
    ?.trim()
    .replace(/^['"]|['"]$/g, '');

/** Says what a step from one ring to another is called. */
function stepOf(rings: readonly string[], before: string | undefined, now: string): string {
  if (before === undefined) return 'new';
  const step = rings.indexOf(now.toLowerCase()) - rings.indexOf(before.toLowerCase());
  return step === 0 ? 'none' : step < 0 ? 'in' : 'out';
}

const COUNTS: Readonly<Record<string, () => readonly Found[]>> = {
  'aoe/data': () => {
    const config = JSON.parse(read('aoe/data/config.json')) as { rings: { id: string }[] };
    const rings = config.rings.map(({ id }) => id);
    const files = filesBelow('aoe/data/radar').filter((file) => file.endsWith('.md'));
    const newest = files.map((file) => basename(dirname(file))).at(-1);
    return [...new Set(files.map((file) => basename(file)))].map((name) => {
      const revisions = files.filter((file) => basename(file) === name);
      const last = (field: string, upTo: readonly string[]) => upTo.flatMap((file) => fieldOf(read(file), field) ?? []).at(-1);
      const older = revisions.filter((file) => basename(dirname(file)) !== newest);
      const ring = last('ring', revisions) ?? '';
      const moved = older.length === revisions.length ? 'none' : stepOf(rings, last('ring', older), ring);
      return [last('title', revisions) ?? '', last('quadrant', revisions) ?? '', ring, moved];
    });
  },
  'backstage/tech-radar.json': () => {
    const { entries, rings } = JSON.parse(read('backstage/tech-radar.json')) as {
      entries: { title: string; quadrant: string; timeline: { ringId: string; date: string; moved?: number }[] }[];
      rings: { id: string }[];
    };
    const newest = entries
      .flatMap(({ timeline }) => timeline.map(({ date }) => date))
      .toSorted()
      .at(-1);
    return entries.map(({ title, quadrant, timeline: [now, before] }) => {
      const stated = { '-1': 'out', 0: 'none', 1: 'in' }[String(now?.moved)];
      const ids = rings.map(({ id }) => id);
      return [
        title,
        quadrant,
        now?.ringId ?? '',
        stated ?? (now?.date === newest ? stepOf(ids, before?.ringId, now?.ringId ?? '') : 'none'),
      ];
    });
  },
  'thoughtworks/radar.json': () => {
    const records = JSON.parse(read('thoughtworks/radar.json')) as Record<string, string>[];
    const words = new Map(Object.entries({ new: 'new', 'moved in': 'in', 'moved out': 'out', 'no change': 'none' }));
    return records.map(({ name = '', quadrant = '', ring = '', status, isNew }) => [
      name,
      quadrant,
      ring,
      status === undefined ? (String(isNew).toLowerCase() === 'true' ? 'new' : 'none') : (words.get(status.toLowerCase()) ?? ''),
    ]);
  },
  'blips/radar': () => {
    const files = filesBelow('blips/radar').filter((file) => /radar\/\w+\/\w+\.yaml$/.test(file));
    const positions = (file: string) =>
      [...read(file).matchAll(/date: (\S+)\n +ring: (\w+)/g)].map(([, date = '', ring = '']) => ({ date, ring }));
    const newest = files
      .flatMap((file) => positions(file).map(({ date }) => date))
      .toSorted()
      .at(-1);
    return files.map((file) => {
      const known = positions(file).filter(({ ring }) => ring !== 'ARCHIVE');
      const now = known.at(-1);
      const moved = now?.date === newest ? stepOf(['adopt', 'trial', 'assess', 'hold'], known.at(-2)?.ring, now?.ring ?? '') : 'none';
      return [fieldOf(read(file), 'name') ?? '', basename(dirname(file)), now?.ring ?? '', moved];
    });
  },
};

describe('buildRadar has what the file has', () => {
  test.each(Object.keys(COUNTS))('%s', (path) => {
    const { radar } = buildRadar({ source: diskSource(FIXTURES), path });
    const nameOf = (names: readonly { id: string; name: string }[] = [], id: string | null) => {
      const found = names.find((one) => one.id === id);
      return [found?.id, found?.name].map((name) => name?.toLowerCase().replace(/[_ ]/g, '-'));
    };
    const expected = COUNTS[path]?.() ?? [];
    expect(expected.length).toBeGreaterThan(1);
    expect(radar?.entries).toHaveLength(expected.length);
    for (const [name, quadrant, ring, moved] of expected) {
      const entry = radar?.entries.find(({ title }) => title === name);
      expect([name, entry?.moved]).toEqual([name, moved]);
      expect(nameOf(radar?.quadrants, entry?.quadrant ?? null)).toContain(quadrant.toLowerCase().replace(/[_ ]/g, '-'));
      expect(nameOf(radar?.rings, entry?.ring ?? null)).toContain(ring.toLowerCase());
    }
  });
});

describe('buildRadar with YAML blips', () => {
  const { radar, problems } = buildRadar({ source: diskSource(FIXTURES), path: 'blips/radar' });
  const entryOf = (id: string) => radar?.entries.find((entry) => entry.id === id);

  test('takes folders for quadrants, and says what is in the archive', () => {
    expect(radar?.quadrants.map(({ id, name }) => [id, name])).toEqual([
      ['data-management', 'Data management'],
      ['dev', 'Dev'],
      ['qa', 'QA'],
    ]);
    expect(problems).toMatchObject([
      { rule: 'radar/archived', place: { path: 'blips/radar/data_management/oracle.yaml', line: 6, column: 11 } },
    ]);
    expect(entryOf('oracle')).toMatchObject({ ring: 'hold', active: false, left: { date: '2025-09-01' }, moved: 'none' });
  });

  test('takes the rationale for the reason of the newest position, and keeps the licence', () => {
    expect(entryOf('kafka')).toMatchObject({
      title: 'Kafka Streams',
      description: '[Kafka](https://kafka.apache.org/) processes streams.\n\nLicence: commercial, Confluent.\n\nNeeds a contract.',
      history: [
        { date: '2026-03-02', ring: 'adopt', text: 'Two services run on it, and the third is on its way.', moved: 'in' },
        { date: '2025-05-22', ring: 'trial', text: '', moved: 'new' },
      ],
      tags: ['java', 'streaming'],
      related: ['java'],
    });
    expect(entryOf('postgresql')?.description).toContain('Licence: [PostgreSQL](<https://www.postgresql.org/about/licence/>).');
  });

  test('tells files of one name in two folders apart without calling it a mistake', () => {
    expect(entryOf('kotlin')?.title).toBe('Kotlin');
    expect(entryOf('qa-kotlin')?.title).toBe('Kotest');
    expect(entryOf('java')?.related).toEqual(['kotlin']);
  });
});
