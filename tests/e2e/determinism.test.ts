// A build is a function: the same files give the same bytes, whatever else is different; and a build that fails leaves what stood before.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBuiltSite } from '../support/built-site.ts';
import { callboard, hashTree } from '../support/callboard.ts';
import { checkLinks } from '../support/site-links.ts';

const BUILD_TIME = 180_000;

let folder = '';
const at = (path: string) => join(folder, path);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'callboard-build-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('callboard build', () => {
  test(
    'writes the same bytes twice: with and without caches, in another time zone and language, into another folder',
    { timeout: BUILD_TIME },
    async () => {
      const cache = { CALLBOARD_CACHE: at('cache') };
      const first = await callboard(['build', '--out', at('first')], { ...cache, TZ: 'Pacific/Kiritimati', LC_ALL: 'C' });
      expect(first.code, first.stderr).toBe(0);
      const second = await callboard(['build', '--out', at('deeper/second')], { ...cache, TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' });
      expect(second.code, second.stderr).toBe(0);

      const [one, two] = [hashTree(at('first')), hashTree(at('deeper/second'))];
      expect(one.size).toBeGreaterThan(100);
      const { languages } = readBuiltSite(at('first')).json<{ languages: { en: { page_count: number } } }>('/pagefind/pagefind-entry.json');
      expect(first.stdout).toContain(`${languages.en.page_count} pages in the search index`);
      expect([...two.keys()]).toEqual([...one.keys()]);
      expect([...one].find(([path, hash]) => two.get(path) !== hash)?.[0], 'the first file that differs').toBeUndefined();
    },
  );

  test('makes no site again that stands as it would be built', { timeout: BUILD_TIME }, async () => {
    const before = hashTree(at('first'));
    const again = await callboard(['build', '--out', at('first')], { CALLBOARD_CACHE: at('cache') });
    expect(again.code, again.stderr).toBe(0);
    expect(again.stdout).toContain('nothing has changed since it was built');
    expect(again.stderr).toContain('weather-holds.md');
    expect(hashTree(at('first'))).toEqual(before);
  });

  test('leaves nothing behind beside the site', () => {
    const beside = [...hashTree(folder).keys()].filter((path) => !/^(?:first|deeper\/second|cache)\//.test(path));
    expect(beside).toEqual([]);
  });

  test(
    'puts the base path in front of every address, and says under --strict that files have errors',
    { timeout: BUILD_TIME },
    async () => {
      const broken = at('broken');
      mkdirSync(broken);
      writeFileSync(
        join(broken, 'catalog-info.yaml'),
        'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: not a name\n',
      );
      const content = resolve('content');
      const sources = ['org', 'example/*'].map((path) => `  - path: ${JSON.stringify(relative(folder, join(content, path)))}\n`);
      writeFileSync(
        at('portal.yaml'),
        `title: Under a path\nsite: https://portal.example.org\nbase: /under/a/path/\nradar: ${JSON.stringify(relative(folder, join(content, 'radar')))}\nsources:\n${sources.join('')}  - path: broken\n`,
      );
      const { code, stderr } = await callboard(['build', '--strict', '--config', at('portal.yaml'), '--out', at('based')], {
        CALLBOARD_CACHE: at('cache'),
      });
      expect(code, stderr).toBe(1);
      expect(stderr).toContain('entity/invalid-name');

      const report = checkLinks(readBuiltSite(at('based')), '/under/a/path/');
      expect(report.links).toBeGreaterThan(1000);
      expect(report.faults).toEqual([]);
    },
  );

  test.each([
    { what: 'with an unknown key', yaml: 'title: Broken\nsuorces: []\n', says: 'Did you mean "sources"?', place: 'bad.yaml:2:1' },
    { what: 'that is no YAML', yaml: 'title: "Broken\n', says: 'config/syntax', place: 'bad.yaml:2:1' },
  ])('stops at a configuration $what and leaves the old site untouched', async ({ yaml, says, place }) => {
    mkdirSync(at('old'), { recursive: true });
    writeFileSync(at('old/index.html'), 'the old site');
    writeFileSync(at('bad.yaml'), yaml);
    const before = hashTree(at('old'));
    const { code, stderr, stdout } = await callboard(['build', '--config', at('bad.yaml'), '--out', at('old')]);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
    // The place can be opened from where the command was run.
    expect(stderr).toMatch(new RegExp(String.raw`^${at(place)}`, 'm'));
    expect(stdout).toBe('');
    expect(hashTree(at('old'))).toEqual(before);
  });
});
