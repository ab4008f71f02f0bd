// Every way to reach a repository gives the same snapshot: same paths, same bytes, same commits, whatever the server can do.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GIT_TEST_ENV } from '../support/git.ts';
import { type SourcePrint, fingerprint } from './fingerprint.ts';
import { TRANSPORTS, pullOver } from './transports.ts';
import { type Workshop, contents, openWorkshop } from './workshop.ts';

/** What a server can do beside the least that every server can. */
const ABILITIES: readonly (readonly [what: string, settings: Readonly<Record<string, string>>, protocol: '0' | '2'])[] = [
  ['sends parts and any commit', { 'uploadpack.allowFilter': 'true', 'uploadpack.allowAnySHA1InWant': 'true' }, '2'],
  ['sends no parts', { 'uploadpack.allowFilter': 'false', 'uploadpack.allowAnySHA1InWant': 'false' }, '2'],
  ['sends no parts and no commit by its hash', { 'uploadpack.allowFilter': 'false', 'uploadpack.allowAnySHA1InWant': 'false' }, '0'],
];

/** An entity that needs the docs beside it. */
function entity(name: string): string {
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations:
    backstage.io/techdocs-ref: dir:.
`;
}

const NEEDED = {
  'catalog-info.yaml': entity('main'),
  'mkdocs.yml': 'site_name: Süd\n',
  'docs/index.md': '# Grüße\r\n\n![logo](img/logo.png)\n',
  'docs/über uns/änderungen.md': '# 変更\n',
};

let shop: Workshop;
let wanted: string[];
beforeAll(() => {
  shop = openWorkshop();
  const one = shop.repository('one');
  one.commit({ 'catalog-info.yaml': 'old' });
  const logo = Uint8Array.from({ length: 70_000 }, (_, index) => (index * index) >> 3);
  const first = one.commit({ ...NEEDED, 'docs/img/logo.png': logo, 'docs/empty.md': '' });
  one.git(['tag', '-a', '-m', 'One', 'v1', first]);
  one.commit({ ...NEEDED, 'catalog-info.yaml': entity('side') }, 'feature/side');
  one.commit({ ...NEEDED, 'docs/index.md': '# Newest\n' });
  // As a host does it: one large pack with deltas.
  one.git(['gc', '--quiet']);
  const two = shop.repository('two');
  two.commit({ ...NEEDED, 'docs/long.md': '# Long\n\nLine\n'.repeat(20_000) });
  wanted = [
    '  - git: BASE/one.git',
    '  - git: BASE/one.git\n    ref: v1\n    id: tag',
    '  - git: BASE/one.git\n    ref: feature/side\n    id: side',
    `  - git: BASE/one.git\n    ref: ${first}\n    id: hash`,
    '  - git: BASE/two.git',
  ];
});
afterAll(() => shop.remove());

describe.each(TRANSPORTS)('pull(config) over $name', (transport) => {
  test.for(ABILITIES)('gives the same files from a server that %s', async ([, settings, protocol], { skip }) => {
    skip(transport.missing !== null, transport.missing ?? '');
    const bare = join(shop.folder, 'bare');
    for (const name of readdirSync(bare))
      for (const [key, value] of Object.entries(settings))
        execFileSync('git', ['config', '--file', join(bare, name, 'config'), key, value], { env: GIT_TEST_ENV });
    const [first, second] = await pullOver(transport, { folder: bare, shop, sources: wanted, protocol, times: 2 });
    if (first === undefined || second === undefined) throw new Error('nothing was pulled');
    expect(first.problems).toEqual([]);
    const texts = first.snapshot.sources.map(({ files }) => contents(files));
    expect(texts).toMatchObject([
      { ...NEEDED, 'docs/index.md': '# Newest\n' },
      NEEDED,
      { ...NEEDED, 'catalog-info.yaml': entity('side') },
      NEEDED,
      { ...NEEDED, 'docs/long.md': '# Long\n\nLine\n'.repeat(20_000) },
    ]);
    expect(fingerprint(first.snapshot)).toEqual(await printOverFile());
    expect(fingerprint(second.snapshot)).toEqual(await printOverFile());
    expect(second.stats).toMatchObject({ fetched: 0, unchanged: wanted.length });
  });
});

let overFile: SourcePrint[] | null = null;
/** What all of them are held against. */
async function printOverFile(): Promise<SourcePrint[]> {
  if (overFile !== null) return overFile;
  const [file] = TRANSPORTS;
  const [result] = file === undefined ? [] : await pullOver(file, { folder: join(shop.folder, 'bare'), shop, sources: wanted, times: 1 });
  if (result === undefined) throw new Error('nothing was pulled');
  return (overFile = fingerprint(result.snapshot));
}
