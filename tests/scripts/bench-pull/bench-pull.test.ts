// The benchmark of pulling, in its smallest form: what it makes, prints and leaves behind.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { historyOf } from '../../../scripts/bench-pull/repositories.ts';

const folder = mkdtempSync(join(tmpdir(), 'callboard-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bench = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/bench-pull.ts', ...args], { encoding: 'utf8', env: { ...process.env, TMPDIR: folder } });

describe('historyOf(name, load)', () => {
  const digest = (name: string, seed: string) => {
    const hash = createHash('sha256');
    let bytes = 0;
    for (const part of historyOf(name, { repositories: 1, megabytes: 2, seed })) {
      hash.update(part);
      bytes += part.length;
    }
    return { hash: hash.digest('hex'), bytes };
  };

  test('is the same for the same seed, and another for another seed or name', () => {
    const first = digest('a', '1');
    expect(digest('a', '1')).toEqual(first);
    expect(new Set([first, digest('a', '2'), digest('b', '1')].map(({ hash }) => hash)).size).toBe(3);
    expect(first.bytes).toBeGreaterThan(2e6);
    expect(first.bytes).toBeLessThan(3e6);
  });
});

describe('bench:pull', () => {
  test.each([[[]], [['--no-filter', '--no-ref-cache']]])(
    'with %j prints a line for each step, writes all figures and removes the rest',
    (more) => {
      const json = join(folder, 'figures.json');
      const { status, stdout, stderr } = bench('--repositories', '4', '--megabytes', '1', '--json', json, ...more);
      expect([status, stderr]).toEqual([0, '']);
      const { steps } = JSON.parse(readFileSync(json, 'utf8'));
      expect(steps).toMatchObject([
        { name: 'git clone --depth 1', seconds: expect.any(Number) },
        { name: 'first pull', said: expect.stringContaining('4 fetched, 0 unchanged') },
        { name: 'pull, nothing changed', said: expect.stringContaining('0 fetched, 4 unchanged') },
        { name: 'pull, 3 changed', said: expect.stringContaining('3 fetched, 1 unchanged') },
      ]);
      for (const { name } of steps) expect(stdout).toContain(name);
      // A clone moves everything; a pull of what has not changed moves next to nothing.
      expect(steps[0].bytes).toBeGreaterThan(4e6);
      expect(steps[2].bytes).toBeLessThan(1e5);
      expect(readdirSync(folder)).toEqual(['figures.json']);
    },
  );

  test.each([
    [['--repositories', '0'], 'whole number'],
    [['--repositories', '99999', '--megabytes', '99999'], 'are needed'],
    [['--repos', '3'], 'unknown option'],
  ])('%j ends with 2 and says why', (args, message) => {
    const { status, stderr } = bench(...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
