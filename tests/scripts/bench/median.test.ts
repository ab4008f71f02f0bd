import { describe, expect, test } from 'vitest';
import { medianRun } from '../../../scripts/bench/median.ts';
import type { Run } from '../../../scripts/bench/run.ts';

const site = { files: 1, bytes: 1, pages: 1, folders: new Map() };
const run = (wall: number, processor: number | null, catalog: number): Run => ({
  wall,
  usage: processor === null ? null : { memory: processor * 100, processor },
  site,
  stages: [{ stage: 'catalog', seconds: catalog, processor, memory: processor === null ? null : catalog * 10 }],
});

describe('medianRun', () => {
  test('takes the middle of each figure by itself', () => {
    expect(medianRun([run(3, 4, 9), run(1, 2, 8), run(2, 9, 1)])).toEqual(run(2, 4, 8));
  });

  test('takes the mean of the two in the middle of an even number', () => {
    expect(medianRun([run(4, null, 2), run(1, null, 4)])).toEqual(run(2.5, null, 3));
  });

  test('throws for no runs', () => {
    expect(() => medianRun([])).toThrow('no runs');
  });
});
