// Several pulls on one folder at the same time, in one process and in several.
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pull } from '../../src/sources/pull.ts';
import { GIT_TEST_ENV } from '../support/git.ts';
import { type Workshop, contents, openWorkshop } from './workshop.ts';

let shop: Workshop;
beforeEach(() => {
  shop = openWorkshop();
});
afterEach(() => shop.remove());

/** Files of some size, so that the pulls meet. */
function manyFiles(text: string): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`d${index % 7}/f${index}.md`, `${text} ${index}\n`.repeat(200)]));
}

function leftovers(): string[] {
  return readdirSync(shop.cache, { recursive: true, encoding: 'utf8' }).filter((path) => /\/new-|\.lock(?:\/|$)|tmp_/.test(path));
}

describe('pull(config) at the same time', () => {
  test('gives two pulls of one process the same files', async () => {
    const repository = shop.repository('a');
    repository.commit(manyFiles('one'));
    const config = shop.config(`  - git: ${repository.url}\n  - git: ${repository.url}\n    id: again`);
    const results = await Promise.all([1, 2, 3].map(() => pull(config, { cache: shop.cache, env: GIT_TEST_ENV })));
    for (const { snapshot, problems } of results) {
      expect(problems).toEqual([]);
      expect(snapshot.sources.map(({ files }) => contents(files))).toEqual([manyFiles('one'), manyFiles('one')]);
    }
    expect(leftovers()).toEqual([]);
  });

  test('gives processes that start together the same files, also when the branch has moved', async () => {
    const repository = shop.repository('a');
    shop.config(`  - git: ${repository.url}\n  - git: ${repository.url}\n    id: again`);
    const script = fileURLToPath(new URL('pull-once.ts', import.meta.url));
    for (const text of ['one', 'two']) {
      repository.commit(manyFiles(text));
      const runs = await Promise.all(
        [1, 2, 3].map(() =>
          promisify(execFile)(process.execPath, [script, join(shop.folder, 'portal.yaml'), shop.cache], {
            env: GIT_TEST_ENV,
            maxBuffer: 64 * 1024 * 1024,
          }),
        ),
      );
      const wanted = Object.entries(manyFiles(text))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, content]) => [path, { text: content }]);
      for (const { stdout } of runs)
        expect(JSON.parse(stdout)).toEqual({
          sources: [
            ['a', wanted],
            ['again', wanted],
          ],
          problems: [],
        });
    }
    expect(leftovers()).toEqual([]);
  });
});
