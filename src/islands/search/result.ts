// What the search shows of one thing, whichever index it was found in: hits in, results out.
import { encodeAddress } from '../../lib/encode-address.ts';
import { kindIcon, valueLabel, valuesOf } from '../../portal/catalog/rows.ts';
import type { KeyHit } from '../../portal/search/match-keys.ts';
import { type NameList, kindOf, sectionOf } from '../../portal/search/name-list.ts';
import { type KeyPlace, usualStart } from '../../portal/search/shape.ts';
import { TIERS } from '../../portal/search/tiers.ts';
import { toHref } from '../dom.ts';
import { markWords } from './mark.ts';
import type { TextHit } from './pagefind.ts';

export interface SearchResult {
  readonly url: string;
  /** What may be shown once: a page, an operation, an entity. */
  readonly thing: string;
  /** Better is lower (tiers.ts). */
  readonly tier: number;
  readonly section: string;
  /** Pieces of text; every second one matched. The same for `excerpt`. */
  readonly title: readonly string[];
  readonly plainTitle: string;
  readonly icon: string;
  readonly what: string;
  readonly lifecycle: string | null;
  readonly deprecated: boolean;
  readonly ref: string | null;
  readonly excerpt: readonly string[];
  /** Other pages of an entity. */
  readonly links: readonly { readonly label: string; readonly icon: string; readonly url: string }[];
}

const ICONS: Readonly<Record<string, string>> = { Docs: 'page', APIs: 'api', Radar: 'radar' };

/** Makes the result of an entity. */
export function entityResult(list: NameList, row: number, tier: number, question: string): SearchResult {
  const { rows, data } = list;
  const label = (id: 'type' | 'owner' | 'lifecycle') => {
    const field = rows.data.facets[id];
    const [position] = valuesOf(field, row);
    return position === undefined ? null : valueLabel(rows.data, field, position);
  };
  const address = rows.address(row);
  const kind = data.kinds[valuesOf(data.facets.kind, row)[0] ?? -1] ?? kindOf(rows, row);
  const title = rows.title(row);
  const ref = rows.ref(row);
  const docs = list.docs.has(row) ? [{ label: 'Docs', icon: 'docs', url: toHref(encodeAddress(docsAddress(list, row))) }] : [];
  const api = list.apis.has(row) ? [{ label: 'API', icon: 'api', url: toHref(encodeAddress(usualStart('APIs', address))) }] : [];
  const graph = { label: 'Graph', icon: 'graph', url: toHref(`/catalog-graph/?${new URLSearchParams({ root: ref })}`) };
  return {
    url: toHref(encodeAddress(address)),
    thing: encodeAddress(address),
    tier,
    section: sectionOf(rows, row),
    title: markWords(title, question),
    plainTitle: title,
    icon: kindIcon(rows.data, row),
    what: [kind, label('type'), label('owner')].filter((part) => part !== null).join(' · '),
    lifecycle: label('lifecycle'),
    deprecated: list.deprecated.has(row),
    ref,
    excerpt: markWords(rows.summary(row) ?? '', question),
    links: [...docs, ...api, graph],
  };
}

function docsAddress({ rows, data }: NameList, row: number): string {
  return data.docsAddresses[row] ?? usualStart('Docs', rows.address(row));
}

/** Returns the name and the address of what a key belongs to. */
export function placeOf(
  { rows }: NameList,
  { section, name, address, row }: KeyPlace,
): { readonly name: string; readonly address: string } {
  return {
    name: name === 0 ? rows.title(row) : name,
    address: address === 0 ? usualStart(section, rows.address(row)) : address,
  };
}

/** Makes the result of something that was found by its key. */
export function keyResult(list: NameList, { row, tier }: KeyHit, question: string): SearchResult {
  const [key, written, context, position, rest] = row;
  const place = list.data.places[position];
  const { name, address } = place === undefined ? { name: '', address: '/' } : placeOf(list, place);
  const section = place?.section ?? 'Docs';
  const title = written === 0 ? key : written;
  const full = encodeAddress(`${address}${rest}`);
  return {
    ...NO_ENTITY,
    url: toHref(full),
    thing: thingOf(full, section),
    tier,
    section,
    title: markWords(title, question),
    plainTitle: title,
    icon: ICONS[section] ?? 'page',
    what: [name, context].filter((part) => part !== '').join(' · '),
    excerpt: [],
  };
}

/** Makes the result of a page that holds the words of the question. */
export function textResult(hit: TextHit, question: string, base: string): SearchResult {
  const address = hit.url.startsWith(base) ? `/${hit.url.slice(base.length)}` : hit.url;
  const title = hit.heading ?? hit.title;
  return {
    ...NO_ENTITY,
    url: hit.url,
    thing: thingOf(address, hit.section),
    tier: TIERS.text,
    section: hit.section,
    title: markWords(title, question),
    plainTitle: title,
    icon: hit.icon,
    what: [hit.heading === null ? '' : hit.title, hit.what].filter((part) => part !== '').join(' · '),
    excerpt: hit.excerpt,
  };
}

const NO_ENTITY = { lifecycle: null, deprecated: false, ref: null, links: [] } as const;

/** A page of docs is one thing, whichever of its sections was found; each operation of an API is one. */
function thingOf(address: string, section: string): string {
  return section === 'APIs' ? address : address.replace(/#.*$/s, '');
}
