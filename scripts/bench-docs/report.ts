// The figures of all cases in; the table that is printed out.
import { renderTable } from '../bench/table.ts';
import type { Measured } from './measure.ts';

/** What one case took. */
export interface CaseFigures {
  readonly name: string;
  readonly pages: number;
  /** Null where MkDocs is not installed. */
  readonly mkdocs: Measured | null;
  /** MkDocs with a process for each site; null for a single site. */
  readonly each: Measured | null;
  readonly cold: Measured;
  readonly unchanged: Measured;
}

const HEAD = ['', 'pages', 'MkDocs s', 'ms a page', 'MB', 'cold s', 'ms a page', 'MB', 'times as fast', 'unchanged s', 'times as fast'];

/** Prints a line for each case: MkDocs, Callboard with nothing from before, and Callboard again with nothing changed. */
export function renderCases(cases: readonly CaseFigures[]): string {
  const rows = cases.map(({ name, pages, mkdocs, cold, unchanged }) => [
    name,
    String(pages),
    ...(mkdocs === null ? ['', '', ''] : columns(mkdocs, pages)),
    ...columns(cold, pages),
    mkdocs === null ? '' : (mkdocs.seconds / cold.seconds).toFixed(1),
    unchanged.seconds.toFixed(2),
    (cold.seconds / unchanged.seconds).toFixed(1),
  ]);
  return [renderTable([HEAD, ...rows]), ...cases.flatMap(renderEach)].join('\n');
}

function renderEach({ name, each, cold }: CaseFigures): string[] {
  if (each === null) return [];
  const times = (each.seconds / cold.seconds).toFixed(1);
  return [
    `${name}: MkDocs with a process for each site, one on each core, ${each.seconds.toFixed(1)} s; Callboard is ${times} times as fast.`,
  ];
}

/** Prints what each page more costs between the smaller and the larger of two cases. */
export function renderSlope(small: CaseFigures, large: CaseFigures): string {
  const pages = large.pages - small.pages;
  const cost = (of: (figures: CaseFigures) => number | undefined) => {
    const [a, b] = [of(small), of(large)];
    return a === undefined || b === undefined ? '?' : (((b - a) * 1000) / pages).toFixed(1);
  };
  const wall = cost(({ cold }) => cold.seconds);
  const processor = cost(({ cold }) => cold.usage?.processor);
  const mkdocs = cost((figures) => figures.mkdocs?.seconds);
  return `Each page more, from ${small.name} to ${large.name}: ${wall} ms (${processor} ms of all cores); MkDocs ${mkdocs} ms.`;
}

function columns({ seconds, usage }: Measured, pages: number): [string, string, string] {
  return [seconds.toFixed(1), pages === 0 ? '' : ((seconds * 1000) / pages).toFixed(1), usage?.memory.toFixed(0) ?? ''];
}
