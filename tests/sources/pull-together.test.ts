// Several pulls on one folder at the same time, in one process and in several.
import { execFile, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pull } from '../../src/sources/pull.ts';
import { GIT_TEST_ENV } from '../support/git.ts';
import { type Workshop, contents, openWorkshop } from './workshop.ts';

const SCRIPT = fileURLToPath(new URL('pull-once.ts', import.meta.url));

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
    const config = shop.config(
      `  - git: ${repository.url}\n    catalog: ['**']\n  - git: ${repository.url}\n    catalog: ['**']\n    id: again`,
    );
    const results = await Promise.all([1, 2, 3].map(() => pull(config, { cache: shop.cache, env: GIT_TEST_ENV })));
    for (const { snapshot, problems } of results) {
      expect(problems).toEqual([]);
      expect(snapshot.sources.map(({ files }) => contents(files))).toEqual([manyFiles('one'), manyFiles('one')]);
    }
    expect(leftovers()).toEqual([]);
  });

  test('gives processes that start together the same files, also when the branch has moved', async () => {
    const repository = shop.repository('a');
    shop.config(`  - git: ${repository.url}\n    catalog: ['**']\n  - git: ${repository.url}\n    catalog: ['**']\n    id: again`);
    for (const text of ['one', 'two']) {
      repository.commit(manyFiles(text));
      const runs = await Promise.all(
        [1, 2, 3].map(() =>
          promisify(execFile)(process.execPath, [SCRIPT, join(shop.folder, 'portal.yaml'), shop.cache], {
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

  test.skipIf(process.platform === 'win32')(
    'leaves no git behind when it is interrupted',
    async () => {
      const begun = Promise.withResolvers<void>();
      const ended = Promise.withResolvers<void>();
      const server = createServer((socket) => {
        begun.resolve();
        socket.on('error', () => undefined).on('close', () => ended.resolve());
        socket.resume();
      });
      const { promise: listening, resolve } = Promise.withResolvers<void>();
      server.listen(0, '127.0.0.1', resolve);
      await listening;
      shop.config(`  - git: http://127.0.0.1:${(server.address() as AddressInfo).port}/a.git`);
      const child = spawn(process.execPath, [SCRIPT, join(shop.folder, 'portal.yaml'), shop.cache], { env: GIT_TEST_ENV, stdio: 'ignore' });
      await begun.promise;
      child.kill('SIGINT');
      // The connection was git's: it ends when git does.
      await ended.promise;
      server.close();
    },
    20_000,
  );
});
