import { describe, expect, test } from 'vitest';
import { stageFigures } from '../../../scripts/bench/stages.ts';

const MOMENTS = [
  { at: 1, memory: 100, processor: 1 },
  { at: 2, memory: 300, processor: 3 },
  { at: 3, memory: 200, processor: 4 },
];

describe('stageFigures(said, wall, moments)', () => {
  test('gives each stage what was used while it ran, and what was used before and after all of them', () => {
    const said = [
      { stage: 'pull', began: 1, seconds: 1 },
      { stage: 'docs', began: 2, seconds: 0.5 },
    ];
    expect(stageFigures(said, 3, MOMENTS)).toEqual([
      { stage: 'start', seconds: 1, processor: 1, memory: 100 },
      { stage: 'pull', seconds: 1, processor: 2, memory: 300 },
      { stage: 'docs', seconds: 0.5, processor: 0.5, memory: 300 },
      { stage: 'end', seconds: 0.5, processor: 0.5, memory: 250 },
    ]);
  });

  test('gives a stage that is over between two looks its part', () => {
    const [, stage] = stageFigures([{ stage: 'radar', began: 1.25, seconds: 0.5 }], 3, MOMENTS);
    expect(stage).toEqual({ stage: 'radar', seconds: 0.5, processor: 1, memory: 250 });
  });

  test('knows seconds alone where the system tells nothing', () => {
    expect(stageFigures([{ stage: 'pull', began: 0.5, seconds: 1 }], 2, [])).toEqual([
      { stage: 'start', seconds: 0.5, processor: null, memory: null },
      { stage: 'pull', seconds: 1, processor: null, memory: null },
      { stage: 'end', seconds: 0.5, processor: null, memory: null },
    ]);
  });

  test('takes a build without stages for one that begins and ends', () => {
    expect(stageFigures([], 2, []).map(({ stage, seconds }) => [stage, seconds])).toEqual([
      ['start', 2],
      ['end', 0],
    ]);
  });
});
