// The order of things: what is there when each build begins, and what is said of it afterwards. The builds are made up.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type MeasureOptions, measureSize } from '../../../scripts/bench/measure-size.ts';
import { SCENARIOS } from '../../../scripts/bench/scenarios.ts';

const work = mkdtempSync(join(tmpdir(), 'callboard-bench-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Builds a page for each entity file's text and one of the template, and remembers what was there before. */
function fakeBuild(began: boolean[]): NonNullable<MeasureOptions['build']> {
  return async ({ callboard = '', work: folder }) => {
    const traces = ['dist', 'cache', 'portal/callboard.lock.json', 'callboard/.astro'];
    began.push(traces.every((trace) => existsSync(join(folder, trace))));
    if (!began.at(-1)) expect(traces.filter((trace) => existsSync(join(folder, trace)))).toEqual([]);
    for (const trace of ['dist/api', 'cache', 'callboard/.astro']) mkdirSync(join(folder, trace), { recursive: true });
    writeFileSync(join(folder, 'portal/callboard.lock.json'), '{}');
    writeFileSync(join(folder, 'dist/template.html'), readFileSync(join(callboard, 'src/layouts/EntityPage.astro')));
    writeFileSync(join(folder, 'dist/same.html'), 'same');
    writeFileSync(join(folder, 'dist/api/builds.json'), String(Math.min(2, began.length)));
    return { wall: began.length, usage: null, stages: [], site: { files: 3, bytes: 10, pages: 2, folders: new Map() } };
  };
}

test('measureSize begins with nothing, changes one thing after the other, and says which files are others', async () => {
  const began: boolean[] = [];
  const said: string[] = [];
  const { size, sources, scenarios } = await measureSize(
    { entities: 40, docs: 12, seed: 'measured' },
    {
      scenarios: SCENARIOS,
      runs: 2,
      git: false,
      work,
      signal: new AbortController().signal,
      build: fakeBuild(began),
      say: (text) => said.push(text),
    },
  );
  expect(size.repos).toBe(4);
  expect(sources.files).toBeGreaterThan(50);
  expect(began).toEqual([false, true, true, true, true, false, true, true, true, true]);
  expect(scenarios.map(({ scenario, changed }) => [scenario.name, changed])).toEqual([
    ['cold', { files: 3, pages: 2 }],
    ['unchanged', { files: 0, pages: 0 }],
    ['repository', { files: 0, pages: 0 }],
    ['owner', { files: 0, pages: 0 }],
    ['template', { files: 1, pages: 1 }],
  ]);
  expect(scenarios.map(({ runs, median }) => [runs.length, median.wall])).toEqual([3.5, 4.5, 5.5, 6.5, 7.5].map((wall) => [2, wall]));
  expect(said).toHaveLength(11);
});
