// The catalog index as its pages show it before any script runs: a kind and a number of a page in; filters, columns and rows out.
import { type ColumnView, type RowView, columnViews, rowView } from './catalog/cells.ts';
import { type FacetView, facetViews, titleOf } from './catalog/facets.ts';
import { SUMMARY_ROWS } from './catalog/index-shape.ts';
import { type Place, readWanted } from './catalog/query.ts';
import { presetOf, select, sortOf } from './catalog/select.ts';
import type { Portal } from './types.ts';

/** The kind that the index shows when the address names none, as in Backstage. */
const FIRST_KIND = 'component';
/** Rows of `/catalog/` that are in its HTML, and those on each page of a kind. */
const FIRST_ROWS = 50;
const KIND_ROWS = 100;

export interface CatalogView {
  readonly place: Place;
  /** Lower-case kind that is shown. */
  readonly kind: string;
  readonly title: string;
  readonly total: number;
  readonly facets: readonly FacetView[];
  readonly columns: readonly ColumnView[];
  readonly sort: { readonly column: string; readonly down: boolean } | null;
  readonly rows: readonly RowView[];
}

/** Makes the view of `/catalog/`: the first kind that has entities. */
export function catalogView(portal: Portal): CatalogView {
  return viewOf(portal, null, 0, FIRST_ROWS);
}

/** One page of the complete list of a kind, which needs no script. */
export interface KindPage {
  readonly kind: string;
  readonly title: string;
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly address: string;
}

/** Lists the pages of all kinds, in the order of kinds. */
export function kindPages(portal: Portal): KindPage[] {
  const { data } = portal.index();
  const { kind } = data.facets;
  const totals = Map.groupBy(kind.of, (set) => set);
  return kind.values.flatMap((value, position) => {
    const total = totals.get(position + 1)?.length ?? 0;
    const pages = Math.max(1, Math.ceil(total / KIND_ROWS));
    const title = kind.labels?.[position] ?? value;
    return Array.from({ length: pages }, (_, index) => ({
      kind: value,
      title,
      total,
      page: index + 1,
      pages,
      address: pageAddress(value, index + 1),
    }));
  });
}

/** Makes the view of one page of a kind. */
export function kindView(portal: Portal, { kind, page }: KindPage): CatalogView {
  return viewOf(portal, kind, (page - 1) * KIND_ROWS, KIND_ROWS);
}

function viewOf(portal: Portal, kind: string | null, from: number, most: number): CatalogView {
  const rows = portal.index();
  const kinds = rows.data.facets.kind.values;
  const first = kinds.includes(FIRST_KIND) ? FIRST_KIND : (kinds[0] ?? FIRST_KIND);
  const place = { kind, first };
  const want = readWanted(place, new URLSearchParams());
  const selection = select(rows, want);
  const columns = columnViews(rows, presetOf(rows.data, want.kinds).columns);
  return {
    place,
    kind: kind ?? first,
    title: rows.count === 0 ? portal.kindRow(first).plural : titleOf(rows, want),
    total: selection.rows.length,
    facets: facetViews(rows, want, selection),
    columns,
    sort: sortOf(rows.data, want),
    rows: selection.rows.slice(from, from + most).map((row) => rowView(rows, columns, row)),
  };
}

/** Lists the files of descriptions: the beginnings of those of so many rows each. */
export function summaryBlocks(portal: Portal): readonly (readonly string[])[] {
  const rows = portal.index();
  const all = Array.from({ length: rows.count }, (_, row) => rows.summary(row) ?? '');
  return Array.from({ length: Math.ceil(rows.count / SUMMARY_ROWS) }, (_, block) =>
    all.slice(block * SUMMARY_ROWS, (block + 1) * SUMMARY_ROWS),
  );
}

/** Address of the complete list of a kind. */
export function kindAddress(kind: string): string {
  return `/catalog/${kind.toLowerCase()}/`;
}

function pageAddress(kind: string, page: number): string {
  return page === 1 ? kindAddress(kind) : `${kindAddress(kind)}${page}/`;
}
