// Radars in every format, as they lie in repositories.
import { describe, expect, test } from 'vitest';
import { buildRadar } from '../../src/radar/radar.ts';
import type { Radar } from '../../src/radar/types.ts';
import { FIXTURES, diskSource, memorySource } from './source.ts';

function fixture(path: string): Radar {
  const { radar, problems } = buildRadar({ source: diskSource(FIXTURES), path });
  expect(problems).toEqual([]);
  return radar as Radar;
}

function entryOf(radar: Radar, id: string) {
  const entry = radar.entries.find((entry) => entry.id === id);
  if (entry === undefined) throw new Error(`No entry ${id} among ${radar.entries.map(({ id }) => id).join(', ')}.`);
  return entry;
}

describe('buildRadar with a folder of Markdown', () => {
  const radar = fixture('markdown/radar');

  test('takes title and quadrants from radar.yaml and the rest from the defaults', () => {
    expect(radar.title).toBe('Northwind radar');
    expect(radar.quadrants.map(({ id }) => id)).toEqual(['languages', 'platforms', 'tools', 'techniques', 'data']);
    expect(radar.quadrants[0]).toEqual({ id: 'languages', name: 'Languages & frameworks', description: 'What we write in.', color: null });
    expect(radar.rings.map(({ name }) => name)).toEqual(['Adopt', 'Trial', 'Assess', 'Hold']);
    expect(radar.rings.every(({ description }) => description.endsWith('.'))).toBe(true);
  });

  test('sorts entries by quadrant, ring and title, and passes over the README', () => {
    expect(radar.entries.map(({ id, quadrant, ring }) => [quadrant, ring, id])).toEqual([
      ['languages', 'adopt', 'kotlin'],
      ['languages', 'hold', 'java'],
      ['platforms', 'adopt', 'postgresql'],
      ['tools', 'trial', 'renovate'],
      ['tools', 'hold', 'svn'],
    ]);
  });

  test('reads all that an entry says', () => {
    expect(entryOf(radar, 'kotlin')).toEqual({
      id: 'kotlin',
      title: 'Kotlin',
      quadrant: 'languages',
      ring: 'adopt',
      moved: 'in',
      description: 'The default for **new** services on the JVM.\n\nIt replaces Java in new code.',
      history: [
        { date: '2026-03', ring: 'adopt', said: 'Adopt', text: 'Ten services run on it.\n\nNo regrets.', moved: 'in' },
        { date: '2025-09', ring: 'trial', said: 'Trial', text: 'Two pilots.', moved: 'in' },
        { date: '2025-03-01', ring: 'assess', said: 'Assess', text: '', moved: 'new' },
      ],
      links: [
        { title: 'Home', url: 'https://kotlinlang.org' },
        { title: 'example.org', url: 'https://example.org/kotlin' },
      ],
      tags: ['jvm', 'backend'],
      owner: 'group:default/jvm-guild',
      active: true,
      left: null,
      related: [],
      place: { source: 'radars', path: 'markdown/radar/kotlin.md', line: 2, column: 1 },
    });
  });

  test('computes movement against the newest release of the whole radar', () => {
    expect(radar.date).toBe('2026-03');
    expect(Object.fromEntries(radar.entries.map(({ id, moved }) => [id, moved]))).toEqual({
      kotlin: 'in',
      java: 'out',
      renovate: 'new',
      postgresql: 'none',
      svn: 'none',
    });
  });

  test('keeps an entry that is not featured for lists', () => {
    expect(radar.entries.filter(({ active }) => !active).map(({ id }) => id)).toEqual(['svn']);
  });

  test('is the same when radar.yaml itself is configured', () => {
    expect(fixture('markdown/radar/radar.yaml')).toEqual(radar);
    expect(fixture('./markdown//radar/')).toEqual(radar);
  });
});

describe('buildRadar with the dated folders of AOE', () => {
  const radar = fixture('aoe/data');

  test('takes title, quadrants and rings from config.json', () => {
    expect(radar.title).toBe('AOE radar');
    expect(radar.quadrants[1]).toEqual({ id: 'methods-and-patterns', name: 'Methods & Patterns', description: '', color: '#588157' });
    expect(radar.rings.map(({ id }) => id)).toEqual(['adopt', 'trial', 'assess', 'hold']);
    expect(radar.date).toBe('2026-03-01');
  });

  test('makes every file a decision, in which what is not said stays', () => {
    expect(entryOf(radar, 'docker')).toMatchObject({
      title: 'Docker',
      ring: 'adopt',
      tags: ['containers'],
      moved: 'none',
      description: 'Still the default.',
      history: [
        { date: '2026-03-01', ring: 'adopt', text: '', moved: 'none' },
        { date: '2025-09-01', ring: 'adopt', text: 'Runs everywhere by now.', moved: 'in' },
        { date: '2025-03-01', ring: 'trial', text: 'Packages software with what it needs.', moved: 'new' },
      ],
    });
    expect(entryOf(radar, 'bower')).toMatchObject({
      ring: 'hold',
      moved: 'out',
      active: true,
      description: 'Fetches packages for the browser.',
    });
    expect(entryOf(radar, 'podman')).toMatchObject({ ring: 'assess', moved: 'new' });
  });

  test('keeps the description of an undated file beside its revisions', () => {
    const { radar, problems } = buildRadar({
      source: memorySource({
        'go.md': '---\ntitle: Go\nquadrant: tools\nring: assess\n---\nA language.',
        '2026-01/go.md': '---\nring: trial\n---\nA pilot went well.',
        '2026-02/go.md': 'A second one, too.',
      }),
      path: '',
    });
    expect(problems).toEqual([]);
    expect(radar?.entries[0]).toMatchObject({
      description: 'A language.',
      moved: 'none',
      history: [
        { date: '2026-02', ring: 'trial', text: 'A second one, too.', moved: 'none' },
        { date: '2026-01', ring: 'trial', text: 'A pilot went well.', moved: 'in' },
        { date: null, ring: 'assess', text: '', moved: 'none' },
      ],
    });
  });
});

describe('buildRadar with the data of Backstage', () => {
  const radar = fixture('backstage/tech-radar.json');

  test('turns the quadrants so that each keeps its corner', () => {
    expect(radar.quadrants.map(({ id }) => id)).toEqual(['process', 'infrastructure', 'frameworks', 'languages']);
    expect(radar.rings[0]).toEqual({ id: 'adopt', name: 'ADOPT', description: 'Use it.', color: '#5ba300' });
  });

  test('takes the first item for the current state, and its movement where it is stated', () => {
    expect(radar.date).toBe('2026-03-06');
    expect(entryOf(radar, 'typescript')).toMatchObject({
      ring: 'adopt',
      moved: 'in',
      history: [
        { date: '2026-03-06', ring: 'adopt', text: 'Everybody uses it.', moved: 'in' },
        { date: '2025-08-06', ring: 'trial', text: '', moved: 'none' },
      ],
      links: [{ url: 'https://www.typescriptlang.org/', title: 'Learn more' }],
    });
    expect(entryOf(radar, 'force-push')).toMatchObject({ ring: 'hold', moved: 'out' });
  });

  test('computes the movement where it is not stated, and keeps the older url as a link', () => {
    expect(entryOf(radar, 'github-actions')).toMatchObject({
      moved: 'in',
      links: [{ url: 'https://github.com/features/actions', title: 'github.com' }],
    });
  });

  test('reads YAML with numbers as ids', () => {
    expect(entryOf(fixture('backstage/tech-radar.yaml'), 'go')).toMatchObject({ quadrant: '3', ring: 'adopt', moved: 'new' });
  });
});

describe('buildRadar with the config.json of Zalando', () => {
  const radar = fixture('zalando');

  test('names quadrants and rings as on Zalando’s page, each quadrant in its corner', () => {
    expect(radar.quadrants.map(({ name }) => name)).toEqual(['Data Management', 'Languages', 'Infrastructure', 'Datastores']);
    expect(radar.rings.map(({ name }) => name)).toEqual(['ADOPT', 'TRIAL', 'ASSESS', 'HOLD']);
    expect(radar.date).toBe('2026-05');
  });

  test('resolves numbers, movement and links, and gives each name an address of its own', () => {
    expect(radar.entries.map(({ id, quadrant, ring, moved, active }) => [id, quadrant, ring, moved, active])).toEqual([
      ['flink', 'data-management', 'adopt', 'in', true],
      ['c-sharp', 'languages', 'adopt', 'none', true],
      ['c-plus-plus', 'languages', 'adopt', 'none', true],
      ['c', 'languages', 'hold', 'out', true],
      ['nomad', 'infrastructure', 'trial', 'none', false],
      ['clickhouse', 'datastores', 'assess', 'new', true],
    ]);
    expect(entryOf(radar, 'clickhouse')).toMatchObject({
      links: [{ url: 'https://clickhouse.com/docs', title: 'clickhouse.com' }],
      history: [{ date: '2026-05', ring: 'assess', moved: 'new' }],
    });
    expect(entryOf(radar, 'nomad').history[0]?.date).toBeNull();
  });

  test('uses names that the file has', () => {
    const config = {
      title: 'Ours',
      quadrants: ['a', 'b', 'c', 'd'].map((name) => ({ name })),
      rings: [{ name: 'In' }, { name: 'Out' }],
      entries: [{ quadrant: 2, ring: 1, label: 'X', moved: 0 }],
    };
    const { radar } = buildRadar({ source: memorySource({ 'config.json': JSON.stringify(config) }), path: 'config.json' });
    expect(radar?.title).toBe('Ours');
    expect(radar?.quadrants.map(({ id }) => id)).toEqual(['d', 'a', 'b', 'c']);
    expect(radar?.entries[0]).toMatchObject({ quadrant: 'c', ring: 'out' });
  });
});

describe('buildRadar with ThoughtWorks’ formats', () => {
  test('reads CSV with any case of names, quotes and line ends within them', () => {
    const radar = fixture('thoughtworks/radar.csv');
    expect(radar.quadrants.map(({ name }) => name)).toEqual(['Tools', 'Languages & Frameworks', 'Platforms', 'Techniques']);
    expect(radar.entries.map(({ id, quadrant, ring, moved, place }) => [id, quadrant, ring, moved, place.line])).toEqual([
      ['composer', 'tools', 'adopt', 'new', 2],
      ['jsf', 'languages-and-frameworks', 'hold', 'none', 7],
      ['apache-kylin', 'platforms', 'assess', 'none', 6],
      ['canary-builds', 'techniques', 'trial', 'none', 5],
    ]);
    expect(entryOf(radar, 'jsf').description).toBe('We see teams run into trouble with "JSF".');
    expect(radar.date).toBeNull();
  });

  test('reads JSON and its status', () => {
    const radar = fixture('thoughtworks/radar.json');
    expect(radar.entries.map(({ id, moved }) => [id, moved])).toEqual([
      ['composer', 'in'],
      ['jsf', 'out'],
      ['deno', 'new'],
      ['canary-builds', 'none'],
    ]);
  });

  test('takes quadrants and rings of other names in the order in which they occur', () => {
    const radar = fixture('thoughtworks/custom.csv');
    expect(radar.quadrants.map(({ name }) => name)).toEqual(['Drinks', 'Food', 'Sport']);
    expect(radar.rings.map(({ name }) => name)).toEqual(['Daily', 'Now and then', 'Never']);
    expect(entryOf(radar, 'coffee').moved).toBe('out');
  });
});

describe('buildRadar with a folder', () => {
  test('finds the one file that is a radar', () => {
    const { radar } = buildRadar({
      source: memorySource({
        'README.md': '# Radar',
        'docs/index.md': '---\ntitle: Home\n---\nHello',
        'package.json': '{"name":"radar"}',
        'radar.csv': 'name,ring,quadrant\nGo,Adopt,Tools\n',
      }),
      path: '',
    });
    expect(radar?.entries.map(({ id }) => id)).toEqual(['go']);
  });

  test('does not choose between several radars', () => {
    const { radar, problems } = buildRadar({ source: diskSource(FIXTURES), path: 'thoughtworks' });
    expect(radar).toBeNull();
    expect(problems).toMatchObject([
      { rule: 'radar/unknown-format', hint: 'Configure one of them: custom.csv, radar.csv, radar.json.', place: { path: 'thoughtworks' } },
    ]);
  });

  test('reads a radar without any entry', () => {
    const { radar, problems } = buildRadar({ source: memorySource({ 'radar/radar.yaml': 'title: Soon\n' }), path: 'radar' });
    expect(problems).toEqual([]);
    expect(radar).toMatchObject({ title: 'Soon', date: null, entries: [] });
  });

  test('gives the same radar for the same files', () => {
    expect(JSON.stringify(fixture('aoe/data'))).toBe(JSON.stringify(fixture('aoe/data')));
  });
});
