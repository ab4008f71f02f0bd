import { describe, expect, test } from 'vitest';
import { renderRun } from '../../../scripts/bench/report.ts';

describe('renderRun', () => {
  test('prints each stage with its share of what it works on', () => {
    const folders = new Map([
      ['', { files: 1, bytes: 1000 }],
      ['docs', { files: 120, bytes: 4_200_000 }],
    ]);
    const run = {
      wall: 12.5,
      usage: { memory: 700.4, processor: 20 },
      stages: [
        { stage: 'catalog', seconds: 1, peakMemory: 200 },
        { stage: 'radar', seconds: 0.01, peakMemory: 210 },
        { stage: 'docs', seconds: 3, peakMemory: 500 },
      ],
      site: { files: 121, bytes: 4_201_000, pages: 250, folders },
    };
    expect(renderRun(run, { entities: 500, docs: 100, seed: '1' })).toMatchInlineSnapshot(`
      "stage           seconds  peak MB
      catalog            1.00      200  2.00 ms per entity
      radar              0.01      210
      docs               3.00      500  30.00 ms per docs page
      whole process     12.50      700  50.00 ms per page
      processor time    20.00           80.00 ms per page

      site           files   MB
      docs/            120  4.2
      (beside them)      1  0.0
      all              121  4.2

      250 pages of HTML. Peaks of stages are those of the main process so far; that of the whole process is of all processes together."
    `);
  });
});
