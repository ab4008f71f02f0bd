// Real repositories: as folders and over git they are the same files.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/config-fs.ts';
import { GIT_TEST_ENV } from '../support/git.ts';
import { type Workshop, openWorkshop } from './workshop.ts';

const DATA = resolve('../shared/data');

describe.skipIf(!existsSync(DATA))('pull(config) on real repositories', () => {
  let shop: Workshop;
  beforeAll(() => {
    shop = openWorkshop();
  });
  afterAll(() => shop.remove());

  test('reads the same files over git as from the folders', async () => {
    const bare = join(shop.folder, 'bare');
    execFileSync('bash', [join(DATA, 'make-repos.sh'), bare], { env: { ...GIT_TEST_ENV, HOME: shop.folder } });
    const { value: config } = readConfig(join(DATA, 'portal.yaml'));
    const paths = (config?.sources ?? []).flatMap((spec) => (spec.type === 'path' ? [spec.path] : []));
    expect(paths.length).toBeGreaterThan(15);
    const folders = await shop.pull(paths.map((path) => `  - path: ${join(DATA, path)}`).join('\n'));
    const sources = paths.map((path) => `  - git: file://${bare}/${path.replace('repos/', '')}.git`).join('\n');
    const remote = await shop.pull(sources);
    expect(folders.problems).toEqual([]);
    expect(remote.problems).toEqual([]);
    for (const [index, folder] of folders.snapshot.sources.entries()) {
      const same = remote.snapshot.sources[index];
      expect(same?.id).toBe(folder.id);
      expect(same?.files.list()).toEqual(folder.files.list());
      const different = folder.files
        .list()
        .filter(
          (path) => Buffer.compare(folder.files.readBytes(path) ?? Buffer.alloc(0), same?.files.readBytes(path) ?? Buffer.alloc(0)) !== 0,
        );
      expect(different).toEqual([]);
    }
    expect((await shop.pull(sources)).stats).toMatchObject({ fetched: 0, unchanged: paths.length });
  });
});
