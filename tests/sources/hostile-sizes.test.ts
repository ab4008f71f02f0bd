// Repositories that are small to send and huge to unpack: they are bounded in time, memory and disk, and the good files are read all the same.
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { watchProcess } from '../../scripts/bench/process-tree-fs.ts';
import { type BareRepository, GIT_TEST_ENV } from '../support/git.ts';
import { HUGE_BYTES, addHugeBlob } from './huge-blob.ts';
import { type Workshop, contents, openWorkshop } from './workshop.ts';

const SCRIPT = fileURLToPath(new URL('pull-once.ts', import.meta.url));
/** Most memory that a pull and its gits may take together, in MB: Node alone takes a third of it. */
const MOST_MEMORY = 500;

let shop: Workshop;
let repository: BareRepository;
beforeEach(() => {
  shop = openWorkshop();
  repository = shop.repository('a');
  repository.git(['config', 'uploadpack.allowFilter', 'true']);
  repository.git(['config', 'uploadpack.allowAnySHA1InWant', 'true']);
});
afterEach(() => shop.remove());

const SITE = {
  'catalog-info.yaml':
    "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: a, annotations: { backstage.io/techdocs-ref: 'dir:.' } }\n",
  'mkdocs.yml': 'site_name: A\n',
};

/** Makes a commit from lines of `git fast-import`, beside the files of a site. */
function importLines(lines: readonly string[]): void {
  const files = Object.entries(SITE).map(([path, content]) => `M 100644 inline ${path}\ndata ${content.length}\n${content}\n`);
  const head = 'commit refs/heads/main\ncommitter Test <test@example.org> 1735787045 +0000\ndata 0\n';
  repository.git(['fast-import', '--quiet'], `${head}${files.join('')}${lines.join('\n')}\n`);
}

/** Pulls in a process of its own and returns the paths, and the most memory that was in use; null where the system does not tell. */
async function watchedPull(): Promise<{ paths: string[]; memory: number | null; rules: string[] }> {
  shop.config(`  - git: ${repository.url}`);
  const child = spawn(process.execPath, [SCRIPT, join(shop.folder, 'portal.yaml'), shop.cache], { env: GIT_TEST_ENV });
  const watch = watchProcess(child.pid ?? 0);
  const { sources, problems } = JSON.parse(await text(child.stdout)) as {
    sources: [id: string, files: [path: string][]][];
    problems: { rule: string }[];
  };
  const usage = watch.stop();
  return {
    paths: sources.flatMap(([, files]) => files.map(([path]) => path)),
    memory: usage?.memory ?? null,
    rules: problems.map(({ rule }) => rule),
  };
}

/** Bytes of all files of the cache. */
function cachedBytes(): number {
  return readdirSync(shop.cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

describe('pull(config): hostile sizes', () => {
  test('takes neither memory nor disk for a file of two gigabytes', async () => {
    const oid = addHugeBlob(repository);
    importLines([`M 100644 ${oid} docs/huge.png`, 'M 100644 inline docs/index.md\ndata 4\n# A\n']);
    expect(repository.git(['cat-file', '-s', oid])).toBe(String(HUGE_BYTES));
    const { paths, memory, rules } = await watchedPull();
    expect(paths).toEqual(expect.arrayContaining([...Object.keys(SITE), 'docs/index.md']));
    expect(paths).not.toContain('docs/huge.png');
    expect(rules).toEqual(['source/file-too-large']);
    expect(memory ?? 0).toBeLessThan(MOST_MEMORY);
    expect(cachedBytes()).toBeLessThan(20_000_000);
  }, 180_000);

  test('takes of 200,000 files as many as it may', async () => {
    const page = repository.blob('# Page\n');
    importLines(Array.from({ length: 200_000 }, (_, index) => `M 100644 ${page} docs/${index % 500}/page-${index}.md`));
    const { snapshot, problems } = await shop.pull(`  - git: ${repository.url}`, { limits: { files: 300 } });
    expect(snapshot.sources[0]?.files.list()).toEqual(expect.arrayContaining(['catalog-info.yaml']));
    expect(snapshot.sources[0]?.files.list().length).toBeLessThanOrEqual(300);
    expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['source/cut-off']));
    expect(problems.length).toBeLessThan(30);
  });

  test('costs one source at most for a folder that is 10,000 deep', async () => {
    const page = repository.blob('# Page\n');
    importLines([`M 100644 ${page} ${'d/'.repeat(10_000)}page.md`]);
    const good = shop.repository('good');
    good.commit(SITE);
    const { snapshot, problems } = await shop.pull(`  - git: ${repository.url}\n  - git: ${good.url}`);
    expect(contents(snapshot.sources.find(({ id }) => id === 'good')?.files)).toEqual(SITE);
    // Newer gits refuse such a tree altogether.
    expect(['source/unsafe-name', 'source/failed']).toContain(problems[0]?.rule);
    expect(problems).toHaveLength(1);
    for (const { files } of snapshot.sources) expect(contents(files)).toMatchObject(SITE);
  });
});
