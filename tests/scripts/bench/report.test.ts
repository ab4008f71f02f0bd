import { describe, expect, test } from 'vitest';
import type { SizeFigures } from '../../../scripts/bench/measure-size.ts';
import { renderFigures, renderMarkdown } from '../../../scripts/bench/report.ts';
import { SCENARIOS } from '../../../scripts/bench/scenarios.ts';

const folders = new Map([
  ['', { files: 1, bytes: 1000 }],
  ['docs', { files: 120, bytes: 4_200_000 }],
]);

function figures(entities: number, wall: number): SizeFigures {
  const run = {
    wall,
    usage: { memory: 700.4, processor: wall * 1.5 },
    stages: [
      { stage: 'start', seconds: 0.5, processor: 0.6, memory: 100 },
      { stage: 'catalog', seconds: 1, processor: 1.25, memory: 200 },
      { stage: 'end', seconds: wall - 1.5, processor: null, memory: null },
    ],
    site: { files: 121, bytes: 4_201_000, pages: 250, folders },
  };
  const unchanged = { ...run, wall: 0.5, usage: null, stages: run.stages.filter(({ stage }) => stage !== 'catalog') };
  return {
    size: { entities, docs: entities, repos: entities / 10, seed: '1' },
    sources: { files: 10, bytes: 1000 },
    scenarios: SCENARIOS.slice(0, 2).map((scenario, index) => ({
      scenario,
      median: index === 0 ? run : unchanged,
      runs: [],
      changed: index === 0 ? { files: 121, pages: 99 } : { files: 0, pages: 0 },
    })),
  };
}

describe('renderFigures', () => {
  test('prints each build, its stages with their share of what they work on, and the site', () => {
    expect(renderFigures([figures(500, 12.5)])).toMatchInlineSnapshot(`
      "500 entities and 500 docs pages, seed 1, 50 repositories

      build            seconds  processor s  peak MB  files changed  pages among them
      cold               12.50        18.75      700            121                99
      nothing changed     0.50                                    0                 0

      Stages of the cold build: 500 entities and 500 docs pages, seed 1, 50 repositories

      stage    seconds  processor s  peak MB          ms each
      start       0.50         0.60      100
      catalog     1.00         1.25      200  2.00 per entity
      end        11.00
      all        12.50        18.75      700  50.00 per page

      Seconds of each stage (and of all cores): 500 entities and 500 docs pages, seed 1, 50 repositories

      stage           cold  nothing changed
      start    0.50 (0.60)      0.50 (0.60)
      catalog  1.00 (1.25)
      end            11.00            11.00

      The site: 500 entities and 500 docs pages, seed 1, 250 pages of HTML

      folder         files   MB
      docs/            120  4.2
      (beside them)      1  0.0
      all              121  4.2"
    `);
  });

  test('compares sizes with the first', () => {
    const text = renderFigures([figures(500, 10), figures(1000, 30)]);
    expect(text.slice(text.indexOf('From size to size'))).toMatchInlineSnapshot(`
      "From size to size

      entities and docs pages  pages of HTML  cold: ms each  beside the first  processor ms each  peak MB  MB of the site  cold: s  nothing changed: s
      1000                               250          10.00            × 1.00              15.00      700               4     10.0                 0.5
      2000                               250          15.00            × 1.50              22.50      700               4     30.0                 0.5"
    `);
  });
});

describe('renderMarkdown', () => {
  test('prints tables that a page can take as they are', () => {
    expect(renderMarkdown([figures(500, 12.5)])).toMatchInlineSnapshot(`
      "### 500 entities and 500 docs pages, seed 1, 50 repositories

      | build | seconds | processor s | peak MB | files changed | pages among them |
      | --- | --: | --: | --: | --: | --: |
      | cold | 12.50 | 18.75 | 700 | 121 | 99 |
      | nothing changed | 0.50 |  |  | 0 | 0 |

      ### Stages of the cold build: 500 entities and 500 docs pages, seed 1, 50 repositories

      | stage | seconds | processor s | peak MB | ms each |
      | --- | --: | --: | --: | --: |
      | start | 0.50 | 0.60 | 100 |  |
      | catalog | 1.00 | 1.25 | 200 | 2.00 per entity |
      | end | 11.00 |  |  |  |
      | all | 12.50 | 18.75 | 700 | 50.00 per page |

      ### Seconds of each stage (and of all cores): 500 entities and 500 docs pages, seed 1, 50 repositories

      | stage | cold | nothing changed |
      | --- | --: | --: |
      | start | 0.50 (0.60) | 0.50 (0.60) |
      | catalog | 1.00 (1.25) |  |
      | end | 11.00 | 11.00 |"
    `);
  });
});
