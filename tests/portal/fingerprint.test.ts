// What a build is made from, as one text: whatever changes in it changes the text, and nothing else does.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/config-fs.ts';
import { buildFingerprint } from '../../src/portal/fingerprint-fs.ts';
import { pull } from '../../src/sources/pull.ts';
import { makeRepository } from '../support/git.ts';

let work: string;
beforeEach(() => void (work = mkdtempSync(join(tmpdir(), 'fingerprint-'))));
afterEach(() => rmSync(work, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(work, path)), { recursive: true });
  writeFileSync(join(work, path), text);
}

async function fingerprint(): Promise<string> {
  const { value: config, problems } = readConfig(join(work, 'portal.yaml'));
  if (config === null) throw new Error(JSON.stringify(problems));
  const pulled = await pull(config, { cache: join(work, 'cache') });
  return buildFingerprint(config, pulled.snapshot, [...problems, ...pulled.problems]);
}

describe('buildFingerprint(config, snapshot, problems)', () => {
  beforeEach(() => {
    write('portal.yaml', 'title: Shop\nsources:\n  - path: a\nradar: radar.json\ntools:\n  grafana: https://a.example\n');
    write('a/catalog-info.yaml', 'kind: Component\n');
    write('a/docs/index.md', '# A\n');
    write('radar.json', '{}');
    write('beside.txt', 'nothing of the portal');
  });

  test.each([
    ['a file says something else', () => write('a/docs/index.md', '# B\n')],
    ['a file is new', () => write('a/docs/more.md', '# More\n')],
    ['a file has another name', () => (write('a/docs/x.md', '# A\n'), rmSync(join(work, 'a/docs/index.md')))],
    ['the radar says something else', () => write('radar.json', '[]')],
    ['the configuration says something else', () => write('portal.yaml', 'title: Shops\nsources:\n  - path: a\nradar: radar.json\n')],
    [
      'a tool has another address',
      () => write('portal.yaml', 'title: Shop\nsources:\n  - path: a\nradar: radar.json\ntools:\n  grafana: https://b.example\n'),
    ],
    ['a source is not there any more', () => rmSync(join(work, 'a'), { recursive: true })],
  ])('is another one when %s', async (_, change) => {
    const before = await fingerprint();
    change();
    expect(await fingerprint()).not.toBe(before);
  });

  test.each([
    ['nothing happens', () => undefined],
    ['a file is written again as it was', () => write('a/docs/index.md', '# A\n')],
    ['a file has another time', () => utimesSync(join(work, 'a/docs/index.md'), 1, 1)],
    ['something changes beside the sources', () => write('beside.txt', 'still nothing')],
  ])('is the same when %s', async (_, change) => {
    const before = await fingerprint();
    change();
    expect(await fingerprint()).toBe(before);
  });

  test('is another one for another commit of a repository, and the same for the same', async () => {
    const repository = makeRepository(work, 'shop');
    repository.commit({ 'catalog-info.yaml': 'kind: Component\n' });
    write('portal.yaml', `title: Shop\nsources:\n  - git: ${repository.url}\n`);
    const first = await fingerprint();
    expect(await fingerprint()).toBe(first);
    repository.commit({ 'catalog-info.yaml': 'kind: API\n' });
    expect(await fingerprint()).not.toBe(first);
  });
});
