// Markdown pages in; how much of what is on them, and on how many, out: to hold made-up pages beside real ones.
import type { Table } from './table.ts';

/** What is counted on a page: its text without code blocks, and with them. */
type Count = (prose: string, whole: string) => number;

const FENCED = /^ *(```|~~~)[^\n]*\n([\s\S]*?)^ *\1/gm;

const ROWS: readonly (readonly [name: string, count: Count])[] = [
  ['words of prose', (prose) => prose.split(/\s+/).filter((word) => /\w/.test(word)).length],
  ['bytes', (_, whole) => Buffer.byteLength(whole)],
  ['headings', matches(/^#{1,6} /gm)],
  ['code blocks', (_, whole) => [...whole.matchAll(FENCED)].length],
  ['lines of code', (_, whole) => [...whole.matchAll(FENCED)].reduce((sum, [, , code = '']) => sum + code.split('\n').length - 1, 0)],
  ['code in lines', matches(/`[^`\n]+`/g)],
  ['items of lists', matches(/^ *(?:[-*+]|\d{1,9}\.) /gm)],
  ['tables', matches(/^ *\|?[ :]*-{2,}[-:| ]*\|[-:| ]*$/gm)],
  ['admonitions and alerts', matches(/^ *(?:!!!|\?\?\?\+?) |^> *\[!/gm)],
  ['links to other hosts', matches(/\]\(https?:/g)],
  ['links to pages', matches(/(?<!!)\[[^\]\n]*\]\((?!https?:|mailto:|#)[^)\n]+\)/g)],
  ['links to sections', matches(/\]\(#/g)],
  ['images', matches(/!\[[^\]\n]*\]\(|<img /g)],
];

function matches(pattern: RegExp): Count {
  return (prose) => prose.match(pattern)?.length ?? 0;
}

/** Counts what is on pages; for each thing the share of pages that have it, the mean, the standard deviation, the median and the highest tenth. */
export function countFeatures(pages: Iterable<string>): Map<string, Spread> {
  const counts = ROWS.map((): number[] => []);
  for (const page of pages) {
    const whole = page.replaceAll('\r', '');
    const prose = whole.replace(FENCED, '');
    for (const [index, [, count]] of ROWS.entries()) counts[index]?.push(count(prose, whole));
  }
  return new Map(ROWS.map(([name], index) => [name, spreadOf(counts[index] ?? [])]));
}

export interface Spread {
  /** Of pages that have any. */
  readonly share: number;
  readonly mean: number;
  readonly deviation: number;
  readonly median: number;
  /** A tenth of the pages has at least as many. */
  readonly highest: number;
}

function spreadOf(counts: readonly number[]): Spread {
  const sorted = counts.toSorted((a, b) => a - b);
  const mean = sorted.reduce((sum, count) => sum + count, 0) / Math.max(1, sorted.length);
  const variance = sorted.reduce((sum, count) => sum + (count - mean) ** 2, 0) / Math.max(1, sorted.length);
  return {
    share: sorted.filter((count) => count > 0).length / Math.max(1, sorted.length),
    mean,
    deviation: Math.sqrt(variance),
    median: sorted[Math.floor((sorted.length - 1) * 0.5)] ?? 0,
    highest: sorted[Math.floor((sorted.length - 1) * 0.9)] ?? 0,
  };
}

/** Puts real pages and made-up ones side by side. */
export function compareFeatures(real: ReadonlyMap<string, Spread>, madeUp: ReadonlyMap<string, Spread>): Table {
  const show = ({ share, mean, deviation, median, highest }: Spread) => [
    `${(share * 100).toFixed(0)} %`,
    `${amount(mean)} ± ${amount(deviation)}`,
    `${amount(median)}, ${amount(highest)}`,
  ];
  const head = [
    'on a page',
    'real: pages with it',
    'mean ± deviation',
    'median, highest tenth',
    'made up: pages with it',
    'mean ± deviation',
    'median, highest tenth',
  ];
  return [
    head,
    ...[...real].map(([name, spread]) => {
      const other = madeUp.get(name);
      return [name, ...show(spread), ...(other === undefined ? ['', '', ''] : show(other))];
    }),
  ];
}

function amount(number: number): string {
  return number >= 20 || Number.isInteger(number) ? number.toFixed(0) : number.toFixed(1);
}
