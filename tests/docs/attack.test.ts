import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishAsset } from '../../src/docs/assets.ts';
import { eachElement } from '../../src/docs/markdown/walk.ts';
import type { DocsSite, NavItem } from '../../src/docs/types.ts';
import { diskFiles } from '../../src/lib/files-fs.ts';
import { build, sourceOf } from './fixture.ts';

const onDisk = diskFiles(fileURLToPath(new URL('../fixtures/docs/attack', import.meta.url)));
/** The fixture, and files whose names not every file system takes. */
const FILES = {
  ...Object.fromEntries(onDisk.list().map((path) => [path, onDisk.readBytes(path) ?? ''])),
  'docs/"><script>alert(1)<.md': '# x',
  'docs/a b#c?d%%2f.md': '# y',
};

/** Elements that a page may hold, with all attributes that any of them may have. */
const ELEMENTS =
  /^(?:a|abbr|annotation|audio|b|blockquote|br|code|dd|del|details|div|dl|dt|em|figcaption|figure|h[1-6]|hr|i|img|input|ins|kbd|li|m[inos]|m(?:text|row|style|space|padded)|mark|math|ol|p|path|picture|pre|q|s|section|semantics|source|span|strong|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|ul|video)$/;
const ATTRIBUTES =
  /^(?:id|className|title|lang|dir|href|rel|src|srcSet|alt|width|height|loading|decoding|poster|controls|preload|media|type|checked|disabled|open|start|value|role|tabIndex|colSpan|rowSpan|scope|aria[A-Z]\w+|viewBox|fill|d|xmlns|display\w*|scriptlevel|math(?:color|background|variant)|encoding|voffset|lspace|dataLanguage|dataLine|dataFootnote\w*)$/;
const ADDRESS = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#|data:image\/(?:png|gif|jpeg|webp);base64,)/;

/** Everything in a text of HTML that could act, load from elsewhere or disturb the page around it. */
function dangers(html: string): string[] {
  const found: string[] = [];
  const look = ({ tagName, properties }: Element) => {
    if (!ELEMENTS.test(tagName)) found.push(`<${tagName}>`);
    for (const [name, value] of Object.entries(properties)) {
      const text = String(value);
      if (!ATTRIBUTES.test(name)) found.push(`<${tagName} ${name}="${text}">`);
      if (/^(?:href|src|srcSet|poster)$/.test(name) && !ADDRESS.test(text)) found.push(`<${tagName} ${name}="${text}">`);
      if (/^(?:src|srcSet|poster)$/.test(name) && /^https?:/.test(text)) found.push(`<${tagName} ${name}="${text}">`);
      if (name === 'id' && ['main', 'search', 'toc', 'Astro', 'pagefind'].includes(text)) found.push(`id ${text}`);
    }
  };
  eachElement(fromHtml(html, { fragment: true }), look);
  return found;
}

const navLinks = (items: readonly NavItem[]): string[] =>
  items.flatMap(({ href, address, children }) => [href ?? address ?? '#', ...navLinks(children)]);

describe('dangers', () => {
  test('sees what it should', () => {
    const html = '<script></script><p onclick="x" style="y">a</p><a href="javascript:x">b</a><img src="https://x/y"><b id="main">c</b>';
    expect(dangers(html)).toHaveLength(6);
  });
});

describe('a repository that means harm', () => {
  let site: DocsSite | undefined;
  let problems: readonly { rule: string; message: string }[] = [];
  beforeAll(async () => {
    ({ site, problems } = await build(FILES));
  });

  test('gives pages without anything that acts', () => {
    expect(site?.pages.length).toBe(5);
    expect(site?.pages.flatMap(({ file, html }) => dangers(html).map((danger) => `${file}: ${danger}`))).toEqual([]);
  });

  test('keeps its harmless content', () => {
    const html = site?.pages[0]?.html ?? '';
    for (const kept of ['<p>p</p>', '<summary>s</summary>', 'class="admonition note"', 'class="tab-title"', 'rel="noopener"'])
      expect(html).toContain(kept);
  });

  test('gives titles, descriptions and tags as plain text', () => {
    expect(site).toMatchObject({ title: "<script>alert('site')</script>", description: '<img src=x onerror=alert(1)>' });
    expect(site?.pages[0]).toMatchObject({ title: "<script>alert('title')</script>", tags: ["<svg onload=alert('tag')>", '__proto__'] });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('gives a nav that only leads to its own pages', () => {
    expect(new Set(navLinks(site?.nav ?? []))).toEqual(new Set(['/docs/shop/']));
  });

  test('gives no link to edit its pages', () => {
    expect(site?.pages.map(({ editUrl }) => editUrl)).toEqual([null, null, null, null, null]);
  });

  test('gives addresses that are safe to write to disk', () => {
    for (const { address } of [...(site?.pages ?? []), ...(site?.assets ?? [])]) {
      expect(address).toMatch(/^\/docs\/shop\//);
      expect(address.split('/')).not.toContain('..');
      expect(address).not.toMatch(/["<>?#%\\]/);
    }
  });

  test('publishes only what lies in it, and drawings cleaned', () => {
    expect(site?.assets.map(({ path }) => path)).toEqual(['docs/img/evil.svg']);
    const [asset] = site?.assets ?? [];
    const bytes = asset === undefined ? null : publishAsset(asset, sourceOf(FILES));
    expect(new TextDecoder().decode(bytes ?? new Uint8Array())).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg"><image /><rect width="1" height="1" /></svg>',
    );
  });

  test('is told what is wrong', () => {
    const rules = new Set(problems.map(({ rule }) => rule));
    for (const rule of ['docs/unsafe-link', 'docs/removed-html', 'docs/broken-image', 'docs/remote-image', 'docs/outside', 'docs/include'])
      expect(rules).toContain(rule);
  });
});

describe('links in the file system', () => {
  const root = mkdtempSync(join(tmpdir(), 'docs-links-'));
  beforeAll(() => {
    const put = (path: string, text: string) => writeFileSync(join(root, path), text);
    mkdirSync(join(root, 'repo/docs'), { recursive: true });
    put('secret.md', '# Secret');
    put('secret.png', 'secret');
    put('repo/docs/index.md', '![a](linked.png) [b](linked.md) [c](out/secret.md) ![d](out/secret.png)');
    symlinkSync('../../secret.png', join(root, 'repo/docs/linked.png'));
    symlinkSync('../../secret.md', join(root, 'repo/docs/linked.md'));
    symlinkSync('../..', join(root, 'repo/docs/out'));
    put('mkdocs.yml', 'site_name: outside');
    symlinkSync('../mkdocs.yml', join(root, 'repo/mkdocs.yml'));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test('are never followed', async () => {
    const { site, problems } = await build(join(root, 'repo'));
    expect(site?.title).toBe('Shop');
    expect(site?.pages.map(({ file }) => file)).toEqual(['docs/index.md']);
    expect(site?.assets).toEqual([]);
    expect(problems.map(({ rule }) => rule)).toEqual(['docs/broken-image', 'docs/broken-link', 'docs/broken-link', 'docs/broken-image']);
  });
});
