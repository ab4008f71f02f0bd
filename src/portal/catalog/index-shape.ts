// The shape of `/catalog/index.json`: all entities as columns of dictionary-coded values, since there may be ten thousand. No code of Node:
// the browser reads it, too.
import type { BuiltInColumn } from '../../lib/catalog-columns.ts';

/** Rows of which the descriptions are in one file, `/catalog/summaries/<n>.json`. */
export const SUMMARY_ROWS = 100;

/** Filters in the order in which they are drawn. `many` names the values when there are several. */
export const FACETS = [
  { id: 'kind', label: 'Kind', many: 'kinds' },
  { id: 'type', label: 'Type', many: 'types' },
  { id: 'owner', label: 'Owner', many: 'owners' },
  { id: 'lifecycle', label: 'Lifecycle', many: 'lifecycles' },
  { id: 'tag', label: 'Tag', many: 'tags' },
  { id: 'system', label: 'System', many: 'systems' },
  { id: 'domain', label: 'Domain', many: 'domains' },
  { id: 'namespace', label: 'Namespace', many: 'namespaces' },
  { id: 'status', label: 'Status', many: 'statuses' },
] as const;

export type FacetId = (typeof FACETS)[number]['id'];

/** Statuses, in the order in which they are listed. */
export const STATUSES = [
  { id: 'problems', label: 'With problems' },
  { id: 'deprecated', label: 'Deprecated' },
  { id: 'unowned', label: 'Without owner' },
  { id: 'undocumented', label: 'Without docs' },
  { id: 'rejected', label: 'Rejected by Backstage' },
] as const;

export type StatusId = (typeof STATUSES)[number]['id'];

/** One field of all rows. Row `n` has the values of set `of[n]`, and each set lists positions in `values`. */
export interface Coded {
  /** What stands in addresses: plain text, or a full ref. */
  readonly values: readonly string[];
  /** What people read, by position, where that is another text. */
  readonly labels?: Readonly<Record<number, string>>;
  /** For refs: the row that each value names; -1 when nothing defines it. */
  readonly rows?: readonly number[];
  /** For sets of one value each, in order, this is left out: set `n` is `[n - 1]`, and set 0 is empty. */
  readonly sets?: readonly (readonly number[])[];
  readonly of: readonly number[];
}

/** A column as the browser gets it: a built-in one, or a position in `fields`. */
export type ColumnData = BuiltInColumn | number;

/** A column that shows a field of the entities. */
export interface FieldData extends Coded {
  readonly label: string;
  readonly link: string | null;
}

export interface PresetData {
  readonly columns: readonly ColumnData[];
  readonly sort: string;
}

/** Rows stand in the order of their titles. */
export interface IndexData {
  /** Names as written. */
  readonly names: readonly string[];
  /** Titles; 0 where the title is the name, 1 where it is the name in words (`Cart api` for `cart-api`). */
  readonly titles: readonly (string | 0 | 1)[];
  /** 1 for rows that have a description. Descriptions are most of the bytes, so they are loaded in blocks when rows are shown. */
  readonly described: readonly (0 | 1)[];
  /** Rank of each row by its description; only there when a column shows it. */
  readonly byDescription?: readonly number[];
  /** Addresses without base path, by row, where kind, namespace and name do not make them. */
  readonly addresses: Readonly<Record<number, string>>;
  readonly facets: Readonly<Record<FacetId, Coded>>;
  /** Kinds as written, by position among the values of the filter, whose labels are their plurals. */
  readonly kinds: readonly string[];
  /** Names of the icons of kinds, in the order of the kinds. */
  readonly kindIcons: readonly string[];
  readonly fields: readonly FieldData[];
  /** Columns and order by kind in lower case; `*` for the other kinds, `all` for several kinds at once. */
  readonly presets: Readonly<Record<string, PresetData>>;
  /** Groups that users are members of, and groups that groups are children of, as rows. */
  readonly above: readonly (readonly [row: number, groups: readonly number[]])[];
}
