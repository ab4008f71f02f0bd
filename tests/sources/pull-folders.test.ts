// Folders as sources, and the radar.
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pull } from '../../src/sources/pull.ts';
import { type Workshop, openWorkshop, told } from './workshop.ts';

let shop: Workshop;
beforeEach(() => {
  shop = openWorkshop();
});
afterEach(() => shop.remove());

describe('pull(config): folders', () => {
  test('reads a folder where it lies', async () => {
    shop.write({ 'org/catalog-info.yaml': 'x', 'org/.git/config': 'x' });
    const { snapshot, problems, events, stats } = await shop.pull('  - path: org\n    catalog: [all.yaml]\n    docs: .');
    expect(problems).toEqual([]);
    expect(snapshot.sources).toMatchObject([
      { id: 'org', origin: { type: 'path', path: 'org' }, root: join(shop.folder, 'org'), catalog: ['all.yaml'], docs: '', stale: null },
    ]);
    expect(snapshot.sources[0]?.files.list()).toEqual(['catalog-info.yaml']);
    expect(told(events)).toEqual(['source-done org']);
    expect(stats).toMatchObject({ sources: 1, fetched: 0, files: 0 });
  });

  test('takes each folder that a glob matches, sorted, and no file, link or installed package', async () => {
    shop.write({
      'example/b/x': '',
      'example/a/x': '',
      'example/a/sub/x': '',
      'example/file': '',
      'example/node_modules/x/x': '',
      'example/Z/x': '',
      'outside/x': '',
    });
    symlinkSync(join(shop.folder, 'outside'), join(shop.folder, 'example/link'));
    const { snapshot, problems } = await shop.pull("  - path: 'example/*'");
    expect(problems).toEqual([]);
    expect(snapshot.sources.map(({ id, origin }) => [id, origin.type === 'path' && origin.path])).toEqual([
      ['z', 'example/Z'],
      ['a', 'example/a'],
      ['b', 'example/b'],
    ]);
  });

  test('takes a folder once that a glob finds and an entry of its own names', async () => {
    shop.write({ 'example/a/x': '', 'example/b/x': '' });
    const { snapshot } = await shop.pull("  - path: 'example/*'\n  - path: example/a\n    catalog: [all.yaml]\n  - path: 'example/[ab]'");
    expect(snapshot.sources.map(({ id, catalog }) => `${id} ${catalog[0] ?? ''}`)).toEqual(['b catalog-info.yaml', 'a all.yaml']);
  });

  test('takes a folder whose name looks like a glob', async () => {
    shop.write({ 'a[1]/x': '' });
    expect((await shop.pull("  - path: 'a[1]'")).snapshot.sources).toMatchObject([{ id: 'a-1', origin: { path: 'a[1]' } }]);
  });

  test('leads out of the folder of the configuration if told so', async () => {
    shop.write({ 'org/x': '', 'content/portal.yaml': '' });
    const config = shop.config('  - path: ../org\n  - path: ../or*');
    mkdirSync(join(shop.folder, 'content'), { recursive: true });
    const { snapshot } = await pull({ ...config, folder: join(shop.folder, 'content') }, { cache: shop.cache });
    expect(snapshot.sources.map(({ root }) => root)).toEqual([join(shop.folder, 'org')]);
  });

  test.each([
    ['  - path: orgg', 'There is no folder "orgg".', 'Did you mean "org"?'],
    ['  - path: org/x', 'There is no folder "org/x".', 'Paths are relative to the configuration.'],
    ["  - path: 'services/*'", 'No folder matches "services/*".', 'Paths are relative to the configuration.'],
  ])('says where %j is not there, and reads the rest', async (source, message, hint) => {
    shop.write({ 'org/x': '' });
    const { snapshot, problems } = await shop.pull(`${source}\n  - path: org`);
    expect(problems).toMatchObject([
      { rule: 'source/missing-folder', severity: 'error', message, hint, place: { source: 'portal', line: 3, column: 5 } },
    ]);
    expect(snapshot.sources.map(({ id }) => id)).toEqual(['org']);
  });
});

describe('pull(config): radar', () => {
  test.each([
    ['a folder', 'radar', { path: '', source: { id: 'radar', origin: { type: 'path', path: 'radar' } } }],
    ['a file', 'radar/tech.csv', { path: 'tech.csv', source: { id: 'radar', origin: { type: 'path', path: 'radar/tech.csv' } } }],
  ])('opens %s', async (_, radar, wanted) => {
    shop.write({ 'org/x': '', 'radar/tech.csv': 'name' });
    const { snapshot, problems } = await pull(shop.config('  - path: org', `radar: ${radar}`), { cache: shop.cache });
    expect(problems).toEqual([]);
    expect(snapshot.radar).toMatchObject(wanted);
    expect(snapshot.radar?.source.files.readText('tech.csv')).toEqual({ text: 'name' });
  });

  test('says where it is not there', async () => {
    shop.write({ 'org/x': '' });
    const { snapshot, problems } = await pull(shop.config('  - path: org', 'radar: rader'), { cache: shop.cache });
    expect(snapshot.radar).toBeNull();
    expect(problems).toMatchObject([{ rule: 'source/missing-radar', place: { line: 4, column: 8 } }]);
  });

  test('opens several, of folders and of sources, and says which are not there', async () => {
    shop.write({ 'org/x': '', 'org/radar/go.md': '# Go', 'radar/tech.csv': 'name' });
    const radars = [
      '  - { id: main, path: radar }',
      '  - { id: data, source: org, path: radar, title: Data }',
      '  - { id: gone, source: org, path: rader }',
      '  - { id: lost, source: orgg, path: radar }',
    ];
    const { snapshot, problems } = await pull(shop.config('  - path: org', ['radar:', ...radars].join('\n')), { cache: shop.cache });
    expect(snapshot.radar).toMatchObject({ id: 'main', path: '', source: { id: 'radar:main' } });
    expect(snapshot.furtherRadars).toMatchObject([{ id: 'data', title: 'Data', path: 'radar', source: { id: 'org' } }]);
    expect(problems).toMatchObject([
      { rule: 'source/missing-radar', message: 'The source "org" has no folder or file "rader" for the radar.', place: { line: 7 } },
      { rule: 'source/missing-radar', hint: 'Did you mean "org"?', place: { line: 8 } },
    ]);
  });
});
