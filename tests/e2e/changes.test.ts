// A site that is rendered from the last one equals a site that is rendered from nothing, whatever has changed.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const CHANGES = 100;

interface Step {
  readonly step: number;
  readonly what: string;
  /** Pages of the site, those that were rendered, and those that are others than before. */
  readonly pages: number;
  readonly rendered: number;
  readonly others: number;
  /** Files that differ from a site rendered from nothing. */
  readonly different: readonly string[];
}

test(
  'a hundred random changes end in the same bytes as a build from nothing, and most pages are not rendered again',
  { timeout: 600_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'callboard-changes-'));
    try {
      const child = spawn(process.execPath, ['tests/support/changed-site.ts', folder, '1', String(CHANGES)], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const [said, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
      const steps = said
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Step);
      expect(steps.length, errors).toBe(CHANGES + 1);
      expect(steps.filter(({ different }) => different.length > 0)).toEqual([]);
      const later = steps.slice(1);
      const sum = (of: (step: Step) => number) => later.reduce((total, step) => total + of(step), 0);
      expect(sum(({ others }) => others)).toBeGreaterThan(1000);
      // Each change is one of a small organisation in which everything hangs together.
      expect(sum(({ rendered }) => rendered)).toBeLessThan(sum(({ pages }) => pages) / 2);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
