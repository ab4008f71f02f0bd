import { describe, expect, test } from 'vitest';
import { startProgress } from '../../scripts/progress.ts';

describe('startProgress()', () => {
  test('tells when each stage began, how long it took and what memory there was until its end', () => {
    const before = performance.now() / 1000;
    const progress = startProgress();
    progress.stage('pull');
    progress.stage('docs');
    const stages = progress.finish();
    expect(stages.map(({ stage }) => stage)).toEqual(['pull', 'docs']);
    const [pull, docs] = stages;
    expect(pull?.began).toBeGreaterThanOrEqual(before);
    expect(docs?.began).toBeGreaterThanOrEqual((pull?.began ?? 0) + (pull?.seconds ?? 0) - 1e-6);
    expect(pull?.peakMemory).toBeGreaterThan(10);
  });
});
