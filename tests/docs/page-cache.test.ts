// Pages kept from an earlier build: whatever is changed between two builds, a build that keeps gives what one gives that does not.
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRandom } from '../../scripts/bench/random.ts';
import { buildDocs } from '../../src/docs/docs.ts';
import type { KeptPage } from '../../src/docs/page-result.ts';
import type { DocsResult } from '../../src/docs/types.ts';
import { sourceOf, specOf } from './fixture.ts';

/** A PNG's first bytes, with its width. */
function png(width: number): Uint8Array {
  const bytes = Buffer.alloc(33);
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(10, 20);
  return bytes;
}

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'mkdocs.yml': 'site_name: Shop\nnav:\n  - index.md\n  - Guide: guide.md\n  - api/limits.md\n',
  'docs/index.md': '# Home\n\n[guide](guide.md#start) [limits](api/limits.md) [gone](gone.md)\n\n![logo](img/logo.png)\n',
  'docs/guide.md': '---\ntitle: Guide\n---\n\n## Start\n\n--8<-- "shared/note.md"\n\n[catalog](/catalog/)\n',
  'docs/api/limits.md': '# Limits\n\n[home](../index.md) [old](../old.md) <img src="../img/logo.png" alt="x">\n\n```yaml\na: 1\n```\n',
  'docs/graph.md': '# Graph\n\n```dot\ndigraph { a -> b }\n```\n\n```dot\ndigraph { a -> }\n```\n',
  'docs/binary.md': new Uint8Array([0xff, 0, 0xff]),
  'docs/img/logo.png': png(20),
  'shared/note.md': 'A note of **ours**.\n',
};

/** What is rendered again each time is left out: graphs that cannot be drawn, and what is no text. */
const TEXTS = Object.fromEntries(Object.entries(FILES).filter(([path]) => path !== 'docs/graph.md' && path !== 'docs/binary.md'));

/** Changes of one file that others notice, or should not. */
const CHANGES: readonly (readonly [what: string, path: string, content: string | Uint8Array | null])[] = [
  ['a page says something else', 'docs/guide.md', '# Guide\n\n## Begin\n\nOther.\n'],
  ['a page that was missing is there', 'docs/gone.md', '# Found\n'],
  ['a page is gone', 'docs/api/limits.md', null],
  ['a snippet says something else', 'shared/note.md', 'Another note.\n'],
  ['a snippet is gone', 'shared/note.md', null],
  ['an image has another size', 'docs/img/logo.png', png(40)],
  ['an image is gone', 'docs/img/logo.png', null],
  ['the nav has other titles', 'mkdocs.yml', 'site_name: Shop\nnav:\n  - Start: index.md\n  - guide.md\n'],
  ['formulas are on', 'mkdocs.yml', 'site_name: Shop\nmarkdown_extensions: [pymdownx.arithmatex]\n'],
  ['sources are edited elsewhere', 'mkdocs.yml', 'site_name: Shop\nrepo_url: https://github.com/acme/shop\nedit_uri: edit/dev/docs\n'],
  ['a page has another address', 'docs/guide/index.md', '# Guide\n\n## Start\n'],
  ['a binary page becomes text', 'docs/binary.md', '# Text\n'],
  ['a page is too long', 'docs/guide.md', '[a](b)'.repeat(900_000)],
];

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'page-cache-'))));
afterEach(() => rmSync(folder, { recursive: true }));

type Files = Record<string, string | Uint8Array>;

function build(files: Files, cache: string | undefined, known: readonly string[] = ['/catalog/']): Promise<DocsResult> {
  const source = sourceOf(files);
  const specs = [specOf(source), specOf(source, { folder: 'docs', address: '/docs/other/', subject: 'component:default/other' })];
  return buildDocs(specs, { base: '/', known: new Set(known), threads: 1, cache });
}

function changed(files: Files, [, path, content]: (typeof CHANGES)[number]): Files {
  const { [path]: _, ...rest } = files;
  return content === null ? rest : { ...rest, [path]: content };
}

/** Writes something into the HTML of all kept pages that no rendering would give. */
function markKept(): void {
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    const pack = deserialize(bytes.subarray(32)) as Map<string, KeptPage>;
    const marked = [...pack].map(([address, kept]): [string, KeptPage] => {
      const page = { ...kept.result.page, html: `kept ${kept.result.page.html}` };
      return [address, { ...kept, result: { ...kept.result, page } }];
    });
    writeFileSync(join(folder, name), Buffer.concat([bytes.subarray(0, 32), serialize(new Map(marked))]));
  }
}

/** Addresses of pages that were taken from what is kept, after `markKept`. */
function taken({ sites }: DocsResult): string[] {
  return sites.flatMap(({ pages }) => pages.filter(({ html }) => html.startsWith('kept ')).map(({ address }) => address));
}

describe('buildDocs with a folder for rendered pages', () => {
  test.each(CHANGES)('gives what it gives without one after: %s', async (...change) => {
    await build(FILES, folder);
    const files = changed(FILES, change);
    const kept = await build(files, folder);
    expect(kept).toEqual(await build(files, undefined));
    expect(await build(files, folder)).toEqual(kept);
  });

  test('gives what it gives without one after a hundred changes in any order', async () => {
    const random = createRandom('page-cache');
    let files: Files = { ...TEXTS };
    for (let round = 0; round < 100; round++) {
      const change = random.pick(CHANGES);
      // Now and then, a file is as it was at first.
      const path = change[1];
      files =
        random.int(0, 2) === 0
          ? { ...changed(files, [change[0], path, null]), ...(path in FILES && { [path]: FILES[path] as string }) }
          : changed(files, change);
      const known = random.int(0, 1) === 0 ? ['/catalog/'] : [];
      expect(await build(files, folder, known)).toEqual(await build(files, undefined, known));
    }
  });

  test('renders nothing again when nothing has changed, but what may have failed for want of time', async () => {
    await build(FILES, folder);
    markKept();
    expect(taken(await build(FILES, folder)).sort()).toEqual(
      ['other', 'shop'].flatMap((site) => ['', 'api/limits/', 'guide/'].map((page) => `/docs/${site}/${page}`)).sort(),
    );
  });

  test('renders the pages again that a change shows on, and no others', async () => {
    await build(FILES, folder);
    markKept();
    const result = await build(changed(FILES, ['', 'shared/note.md', 'New.']), folder);
    expect(taken(result).filter((address) => address.startsWith('/docs/shop/'))).toEqual(['/docs/shop/', '/docs/shop/api/limits/']);
  });

  test('does not look at pages that another version has rendered, or at what is no pack', async () => {
    await build(FILES, folder);
    const [first = '', ...others] = readdirSync(folder);
    markKept();
    const bytes = readFileSync(join(folder, first));
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    writeFileSync(join(folder, first), bytes);
    for (const name of others) writeFileSync(join(folder, name), readFileSync(join(folder, name)).subarray(0, 100));
    expect(await build(FILES, folder)).toEqual(await build(FILES, undefined));
  });

  test('writes only what is new, and forgets sites that are gone', async () => {
    const inodes = () => readdirSync(folder).map((name) => statSync(join(folder, name)).ino);
    await build(TEXTS, folder);
    const before = inodes();
    await build(TEXTS, folder);
    expect(inodes()).toEqual(before);
    await build(changed(TEXTS, ['', 'docs/guide.md', '# New']), folder);
    expect(inodes()).not.toEqual(before);
    await buildDocs([specOf(sourceOf(TEXTS))], { base: '/', known: new Set(), threads: 1, cache: folder });
    expect(readdirSync(folder)).toHaveLength(before.length / 2);
  });

  test('needs no folder that can be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await build(FILES, join(folder, 'file/below'))).toEqual(await build(FILES, undefined));
  });
});
