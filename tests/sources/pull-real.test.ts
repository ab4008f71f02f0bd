// Real repositories: as folders and over every transport they are the same files.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/config-fs.ts';
import { GIT_TEST_ENV } from '../support/git.ts';
import { type SourcePrint, fingerprint } from './fingerprint.ts';
import { TRANSPORTS, pullOver } from './transports.ts';
import { type Workshop, openWorkshop } from './workshop.ts';

const DATA = resolve('../shared/data');

describe.skipIf(!existsSync(DATA))('pull(config) on real repositories', () => {
  let shop: Workshop;
  let bare: string;
  let paths: readonly string[];
  let files: readonly SourcePrint['files'][];
  beforeAll(async () => {
    shop = openWorkshop();
    bare = join(shop.folder, 'bare');
    execFileSync('bash', [join(DATA, 'make-repos.sh'), bare], { env: { ...GIT_TEST_ENV, HOME: shop.folder } });
    const { value: config } = readConfig(join(DATA, 'portal.yaml'));
    paths = (config?.sources ?? []).flatMap((spec) => (spec.type === 'path' ? [spec.path] : []));
    const folders = await shop.pull(paths.map((path) => `  - path: ${join(DATA, path)}`).join('\n'));
    expect(folders.problems).toEqual([]);
    files = fingerprint(folders.snapshot).map((print) => print.files);
  }, 60_000);
  afterAll(() => shop.remove());

  test('finds them', () => {
    expect(paths.length).toBeGreaterThan(15);
    expect(files.filter((record) => Object.keys(record).length === 0)).toEqual([]);
  });

  let overFile: readonly SourcePrint[] | null = null;
  test.for(TRANSPORTS.map((transport) => [transport.name, transport] as const))('reads them over %s', async ([, transport], { skip }) => {
    skip(transport.missing !== null, transport.missing ?? '');
    const sources = paths.map((path) => `  - git: BASE/${path.replace('repos/', '')}.git`);
    const [result] = await pullOver(transport, { folder: bare, shop, sources, times: 1 });
    expect(result?.problems).toEqual([]);
    expect(result?.stats).toMatchObject({ fetched: paths.length });
    const print = result === undefined ? [] : fingerprint(result.snapshot);
    // The first is held against the folders, the others against it.
    if (overFile === null) expect(print.map((one) => one.files)).toEqual(files);
    else expect(print).toEqual(overFile);
    overFile ??= print;
  });
});
