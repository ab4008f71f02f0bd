// The command itself, as far as it builds nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'callboard-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bench = (...args: string[]) => spawnSync(process.execPath, ['scripts/bench.ts', ...args], { encoding: 'utf8' });

describe('bench --export', () => {
  test('writes a portal, and the Markdown of all its docs as one tree', () => {
    const { status, stdout } = bench('--entities', '30', '--docs', '20', '--export', join(folder, 'out'));
    expect([status, stdout]).toEqual([0, expect.stringContaining('files in')]);
    expect(readdirSync(join(folder, 'out/portal')).toSorted()).toEqual(['org', 'portal.yaml', 'radar', 'repos']);
    const pages = readdirSync(join(folder, 'out/pages'), { recursive: true }).filter((path) => String(path).endsWith('.md'));
    expect(pages).toHaveLength(20);
  });

  test('gives each page of the tree a title, and links between pages that lead to files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'callboard-bench-test-'));
    try {
      expect(bench('--entities', '0', '--docs', '60', '--export', join(folder, 'out')).status).toBe(0);
      const pages = join(folder, 'out/pages');
      const paths = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
      const broken: string[] = [];
      for (const path of paths) {
        const text = readFileSync(join(pages, path), 'utf8');
        expect(text, path).toMatch(/^---\ntitle: \S/);
        expect(path).not.toMatch(/index\.md$/);
        for (const [, link = ''] of text.matchAll(/\]\(([^)#]+)/g))
          if (!link.startsWith('https:') && !existsSync(join(pages, path, '..', link))) broken.push(`${path}: ${link}`);
      }
      expect(paths).toHaveLength(60);
      expect(broken).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('leaves a folder alone that is not empty', () => {
    const { status, stderr } = bench('--export', folder);
    expect([status, stderr]).toEqual([2, `${folder} is not empty.\n`]);
  });
});

describe('bench --compare', () => {
  test('prints what is on the pages of a folder beside what is on those made up', () => {
    const { status, stdout } = bench('--entities', '0', '--docs', '20', '--compare', 'content/docs', '--markdown');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^\| on a page \|.*\n(?:\|.*\n){10}/)]);
  });
});

describe('bench', () => {
  test.each([
    [['--entities', 'many'], 'whole number'],
    [['--sizes', '100,some'], 'whole number'],
    [['--scenarios', 'cold,hot'], 'no scenario "hot"'],
    [['--compare', 'public/none'], 'no such file'],
    [['--compare', 'public'], 'no Markdown files'],
    [['--entities', '3'], 'at least 10'],
    [['--entity', '30'], 'unknown option'],
    [['--entities', '20', '--repos', '500'], 'repositories'],
  ])('%j ends with 2 and says why', (args, message) => {
    const { status, stderr } = bench(...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
