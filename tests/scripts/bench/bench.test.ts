// The command itself, as far as it builds nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
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

  test('leaves a folder alone that is not empty', () => {
    const { status, stderr } = bench('--export', folder);
    expect([status, stderr]).toEqual([2, `${folder} is not empty.\n`]);
  });
});

describe('bench', () => {
  test.each([
    [['--entities', 'many'], 'whole number'],
    [['--entities', '3'], 'at least 10'],
    [['--entity', '30'], 'unknown option'],
    [['--entities', '20', '--repos', '500'], 'repositories'],
  ])('%j ends with 2 and says why', (args, message) => {
    const { status, stderr } = bench(...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
