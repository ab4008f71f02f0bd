// Several runs of one build in, the run of their medians out: figure by figure.
import type { Run } from './run.ts';

/** Returns the median of each figure; runs of the same files differ in time and memory only. At least one is needed. */
export function medianRun(runs: readonly Run[]): Run {
  const [first] = runs;
  if (first === undefined) throw new Error('There are no runs.');
  const usages = runs.flatMap(({ usage }) => usage ?? []);
  return {
    ...first,
    wall: median(runs.map(({ wall }) => wall)),
    usage:
      usages.length === 0
        ? null
        : { memory: median(usages.map(({ memory }) => memory)), processor: median(usages.map(({ processor }) => processor)) },
    stages: first.stages.map(({ stage }) => {
      const same = runs.flatMap((run) => run.stages.filter((figures) => figures.stage === stage));
      return {
        stage,
        seconds: median(same.map(({ seconds }) => seconds)),
        processor: medianOrNull(same.map(({ processor }) => processor)),
        memory: medianOrNull(same.map(({ memory }) => memory)),
      };
    }),
  };
}

function medianOrNull(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null);
  return known.length === 0 ? null : median(known);
}

/** Returns the middle number, or the mean of the two in the middle. */
function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
