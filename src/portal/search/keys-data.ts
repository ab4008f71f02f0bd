// What is found by a name and is no entity: headings and pages of docs, operations and types of APIs, radar entries. A portal in, a sorted
// index of keys out.
import type { Entity } from '../../catalog/types.ts';
import { perPortal } from '../per-entity.ts';
import { compareText } from '../../lib/problem.ts';
import { itemAddress } from '../api-reference.ts';
import { siteName } from '../site-names.ts';
import type { Portal } from '../types.ts';
import { entityRows } from './entity-rows.ts';
import { type KeyPlace, type KeyRow, type SectionName, usualStart } from './shape.ts';
import { cutParts } from './sorted-parts.ts';
import { fold } from './words.ts';

/** Things that one key may lead to: "Configuration" is a heading of half of all pages. */
const MOST_OF_ONE = 20;

/** Keys of one docs page, and items of one API. */
const MOST_HEADINGS = 300;
const MOST_ITEMS = 10_000;
const MOST_LETTERS = 120;

export interface KeyIndex {
  readonly places: readonly KeyPlace[];
  readonly parts: readonly (readonly KeyRow[])[];
}

/** Something that is found, and all keys by which it is. */
interface Found {
  readonly title: string;
  readonly keys: readonly string[];
  readonly context: string;
  /** Behind the address of its place. */
  readonly address: string;
}

interface Place extends KeyPlace {
  readonly found: readonly Found[];
}

/** Makes the index, once for each portal. */
export const keyIndex: (portal: Portal) => KeyIndex = perPortal((portal: Portal) => {
  const rowOf = new Map(entityRows(portal).map(({ ref }, row) => [ref, row]));
  const places = [...docsPlaces(portal, rowOf), ...apiPlaces(portal, rowOf), ...radarPlaces(portal)];
  const rows = places.flatMap(({ found }, place) => found.flatMap((one) => keyRows(one, place)));
  // Places stand in the order of the portal, which decides among equal keys.
  rows.sort((a, b) => compareText(a[0], b[0]) || a[3] - b[3] || compareText(a[4], b[4]));
  const kept = rows.filter((row, index) => rows[index - MOST_OF_ONE]?.[0] !== row[0]);
  return { places: places.map(({ section, name, address, row }) => ({ section, name, address, row })), parts: cutParts(kept) };
});

function keyRows({ title, keys, context, address }: Found, place: number): KeyRow[] {
  return [...new Set(keys.map(fold))]
    .filter((key) => key !== '')
    .map((key) => [key, key === title ? 0 : title.slice(0, MOST_LETTERS), context.slice(0, MOST_LETTERS), place, address] as const);
}

function docsPlaces(portal: Portal, rowOf: ReadonlyMap<string, number>): Place[] {
  return portal.docs.map((entry) => ({
    ...placeOf('Docs', siteName(portal, entry), entry.site.address, entry.entity, rowOf, portal),
    found: entry.site.pages
      .filter((page) => page.canonical === undefined && page.address.startsWith(entry.site.address))
      .flatMap((page) => {
        const address = page.address.slice(entry.site.address.length);
        const headings = page.headings
          .filter(({ text, depth }) => !(depth === 1 && text === page.title))
          .slice(0, MOST_HEADINGS)
          .map(({ text, id }) => ({ title: text, keys: [text], context: page.title, address: `${address}#${id}` }));
        return [{ title: page.title, keys: [page.title, nameOf(address)], context: '', address }, ...headings];
      }),
  }));
}

/** A page is asked for by the name of its file, too: `runbooks/stuck-holds/` is "stuck holds". */
function nameOf(address: string): string {
  return /([^/]+)\/$/.exec(address)?.[1]?.replace(/[-_]+/g, ' ') ?? '';
}

/** An operation is asked for by its path, with its method or without, or by its id. */
function apiPlaces(portal: Portal, rowOf: ReadonlyMap<string, number>): Place[] {
  return [...portal.apis].flatMap(([ref, { model }]): Place[] => {
    const entity = portal.catalog.get(ref);
    if (entity === null || model === null) return [];
    const start = portal.addresses.entity(entity, 'definition');
    const address = itemAddress(portal, entity, model);
    const found = model.groups.flatMap((group) =>
      group.items.map((item) => {
        const title = [item.badge ?? '', item.title].filter((part) => part !== '').join(' ');
        return { title, keys: [title, item.title, ...item.words], context: group.title, address: address(item.id).slice(start.length) };
      }),
    );
    return [{ ...placeOf('APIs', entity.title, start, entity, rowOf, portal), found: found.slice(0, MOST_ITEMS) }];
  });
}

function radarPlaces({ radars }: Portal): Place[] {
  const nameOf = (list: readonly { readonly id: string; readonly name: string }[], id: string | null) =>
    list.find((one) => one.id === id)?.name ?? '';
  return radars.map(({ address, radar: { title, entries, rings, quadrants } }) => {
    const found = entries.map((entry) => ({
      title: entry.title,
      keys: [entry.title],
      context: [nameOf(rings, entry.ring), nameOf(quadrants, entry.quadrant)].filter((part) => part !== '').join(' · '),
      address: `${entry.id}/`,
    }));
    return { section: 'Radar', name: title, address, row: -1, found };
  });
}

/** Leaves out what the row of the entity says already. */
function placeOf(
  section: SectionName,
  name: string,
  address: string,
  entity: Entity | null,
  rowOf: ReadonlyMap<string, number>,
  { addresses }: Portal,
): KeyPlace {
  const row = rowOf.get(entity?.ref ?? '') ?? -1;
  const usual = entity === null ? null : usualStart(section, addresses.entity(entity));
  return { section, name: row >= 0 && name === entity?.title ? 0 : name, address: row >= 0 && address === usual ? 0 : address, row };
}
