// Figures of the search: outcomes in, one line for each sort of question out.
import type { Outcome, Question } from './model.ts';

/** Ranks that count for the mean reciprocal rank. */
const DEPTH = 10;

export interface Score {
  readonly sort: string;
  readonly count: number;
  /** Mean of one divided by the rank of the first right answer; 0 for those that are not among the first ten. */
  readonly mrr: number;
  /** Shares of questions that a right answer was the first of, and among the first three. */
  readonly first: number;
  readonly three: number;
  readonly median: number | null;
  readonly slow: number | null;
}

/** Scores each sort of question, in the order in which they were asked. */
export function scoreOutcomes(outcomes: readonly Outcome[]): Score[] {
  return [...Map.groupBy(outcomes, ({ question }) => question.sort)].map(([sort, of]) => {
    const ranks = of.map(rankOf);
    const share = (depth: number) => ranks.filter((rank) => rank !== null && rank <= depth).length / of.length;
    const times = of.flatMap(({ milliseconds }) => milliseconds ?? []);
    return {
      sort,
      count: of.length,
      mrr: ranks.reduce<number>((sum, rank) => sum + (rank === null || rank > DEPTH ? 0 : 1 / rank), 0) / of.length,
      first: share(1),
      three: share(3),
      median: percentile(times, 0.5),
      slow: percentile(times, 0.95),
    };
  });
}

/** Returns the rank, from 1, of the first right answer; null when there is none. */
export function rankOf({ question, found }: Pick<Outcome, 'question' | 'found'>): number | null {
  const at = found.findIndex((address) => isAnswer(question, address));
  return at < 0 ? null : at + 1;
}

function isAnswer({ answers }: Question, address: string): boolean {
  const page = address.replace(/#.*$/s, '');
  return answers.some((answer) => (answer.endsWith('*') ? address.startsWith(answer.slice(0, -1)) : answer === address || answer === page));
}

/** Returns the smallest number that at least this share of all do not exceed; null for none. */
export function percentile(numbers: readonly number[], share: number): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

/** Writes scores as a table. */
export function renderScores(scores: readonly Score[]): string {
  const number = (value: number) => value.toFixed(3);
  const time = (value: number | null) => (value === null ? '-' : `${value.toFixed(0)} ms`);
  const lines = [
    ['', 'asked', 'MRR@10', 'first', 'in three', 'median', '95 %'],
    ...scores.map(({ sort, count, mrr, first, three, median, slow }) => [
      sort,
      String(count),
      number(mrr),
      number(first),
      number(three),
      time(median),
      time(slow),
    ]),
  ];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '))
    .join('\n');
}
