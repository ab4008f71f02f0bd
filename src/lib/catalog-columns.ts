// What `catalog` in portal.yaml may say of the table of the index: names of built-in columns, columns of one's own, and presets by kind.
import type { Place } from './problem.ts';

/** Built-in columns of the index and their headings. */
export const BUILT_IN_COLUMNS = [
  { id: 'name', label: 'Name' },
  { id: 'kind', label: 'Kind' },
  { id: 'owner', label: 'Owner' },
  { id: 'system', label: 'System' },
  { id: 'domain', label: 'Domain' },
  { id: 'type', label: 'Type' },
  { id: 'lifecycle', label: 'Lifecycle' },
  { id: 'tags', label: 'Tags' },
  { id: 'namespace', label: 'Namespace' },
  { id: 'description', label: 'Description' },
  { id: 'status', label: 'Status' },
] as const;

export type BuiltInColumn = (typeof BUILT_IN_COLUMNS)[number]['id'];

/** A column that shows a field of the entities. */
export interface FieldColumn {
  readonly label: string;
  /** Field path into the entity, e.g. `metadata.labels.tier` or `relations.dependsOn`. */
  readonly path: string;
  /** Template of a link; null for text. */
  readonly link: string | null;
  /** Where its path stands in portal.yaml; null for one of Callboard's own. */
  readonly place: Place | null;
}

export type ColumnSpec = BuiltInColumn | FieldColumn;

/** How the table of one kind is shown; null for what is left as it is. */
export interface IndexPreset {
  readonly columns: readonly ColumnSpec[] | null;
  /** Column that the rows are ordered by, with a minus sign in front for the other way round. */
  readonly sort: string | null;
}

/** The table of the index as configured. */
export interface IndexSettings extends IndexPreset {
  /** By kind in lower case, each with the place of the kind's name. */
  readonly presets: ReadonlyMap<string, IndexPreset & { readonly place: Place }>;
}

/** The settings of a portal that configures none. */
export const NO_INDEX_SETTINGS: IndexSettings = { columns: null, sort: null, presets: new Map() };
