import { existsSync, lstatSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT, changeTemplate, copyCallboard } from '../../../scripts/bench/callboard-fs.ts';

const work = mkdtempSync(join(tmpdir(), 'callboard-bench-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

test('a template is changed in the copy alone', () => {
  const copy = join(work, 'copy');
  const template = (folder: string) => readFileSync(join(folder, 'src/layouts/EntityPage.astro'), 'utf8');
  const before = template(ROOT);
  copyCallboard(copy);
  expect(existsSync(join(copy, 'scripts/callboard.ts'))).toBe(true);
  expect(lstatSync(join(copy, 'node_modules')).isSymbolicLink()).toBe(true);
  changeTemplate(copy, 'mark of a change');
  expect(template(copy)).toContain('<p>mark of a change</p></main>');
  expect(template(ROOT)).toBe(before);
});
