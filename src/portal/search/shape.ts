// The shapes of what the search loads beside Pagefind's index: `/search/names.json`, `/search/fields.json`, and the parts of two sorted
// indexes. No code of Node: the browser reads them, too.
import type { Coded, FacetId, IndexData } from '../catalog/index-shape.ts';

/** Sections that results are grouped by and filtered by, in order. */
export const SECTIONS = ['Catalog', 'Teams', 'Docs', 'APIs', 'Radar', 'Problems'] as const;

export type SectionName = (typeof SECTIONS)[number];

/** Orders of the search page; the first when the address names none. */
export const ORDERS = [
  { id: 'best', label: 'Best first' },
  { id: 'used', label: 'Most used first' },
] as const;

/** Annotation of an entity that lists its other and former names, with commas. */
export const ALIASES = 'callboard.dev/aliases';

/** Fields of entities that come with their names, and those that are loaded when names alone do not answer. */
export const FIRST_FIELDS = ['kind', 'type', 'owner', 'lifecycle', 'namespace'] as const satisfies readonly FacetId[];
export const LATER_FIELDS = ['tag', 'system'] as const satisfies readonly FacetId[];

/** All entities by what they are called. Rows are those of the catalog's index. */
export interface NamesData extends Pick<IndexData, 'names' | 'titles' | 'addresses' | 'kinds' | 'kindIcons'> {
  readonly facets: Readonly<Record<(typeof FIRST_FIELDS)[number], Coded>>;
  /** 1 for rows that nobody should start using. */
  readonly deprecated: readonly number[];
  /** How much each row is used, from 0: grows with the number of its relations. */
  readonly weights: readonly number[];
  /** Other and former names of rows. */
  readonly aliases: Readonly<Record<number, readonly string[]>>;
  /** Rows with docs, and where these start when that is not the usual address. */
  readonly docs: readonly number[];
  readonly docsAddresses: Readonly<Record<number, string>>;
  /** Words of the fields that are loaded later, each once. */
  readonly laterWords: readonly string[];
  /** Rows that have a definition of an API. */
  readonly apis: readonly number[];
  /** What keys belong to. */
  readonly places: readonly KeyPlace[];
  /** First key of each part of the two indexes. */
  readonly keyParts: readonly string[];
  readonly wordParts: readonly string[];
  /** Sections of the site, which can be jumped to. */
  readonly pages: readonly { readonly title: string; readonly address: string }[];
}

/** Fields of entities that names alone do not need: `/search/fields.json`. */
export type FieldsData = Readonly<Record<(typeof LATER_FIELDS)[number], Coded>>;

/** What keys belong to: a docs site, an API, the radar. */
export interface KeyPlace {
  readonly section: SectionName;
  /** 0 for the title of its entity. */
  readonly name: string | 0;
  /** Start of the addresses, without base path; 0 for what the address of its entity makes it. */
  readonly address: string | 0;
  /** Row of the entity it belongs to; -1 for none. */
  readonly row: number;
}

/** Something that is found by a key: a heading, a page, an operation, a radar entry. */
export type KeyRow = readonly [
  /** Folded. */
  key: string,
  /** 0 where the key is the title. */
  title: string | 0,
  /** What it stands on: the title of the page, the group of the operation. */
  context: string,
  /** Position in `places`, and what is behind the address of the place. */
  place: number,
  address: string,
];

/** Entities whose descriptions and annotations hold a word; null for a word that most have. */
export type WordRow = readonly [word: string, rows: readonly number[] | null];

/** Returns where the docs or the definition of an entity usually start. */
export function usualStart(section: SectionName, entityAddress: string): string {
  return section === 'APIs' ? `${entityAddress}definition/` : entityAddress.replace('/catalog/', '/docs/');
}
