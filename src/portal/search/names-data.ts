// What the search loads first: a portal in; the names of all entities, and what they are found by beside them, as data out.
import type { Entity } from '../../catalog/types.ts';
import { compareText } from '../../lib/problem.ts';
import type { Coded } from '../catalog/index-shape.ts';
import { valueLabel } from '../catalog/rows.ts';
import { SECTIONS as PAGES } from '../sections.ts';
import type { Portal } from '../types.ts';
import { isDeprecated } from '../kinds.ts';
import { entityRows } from './entity-rows.ts';
import { keyIndex } from './keys-data.ts';
import { ALIASES, FIRST_FIELDS, type FieldsData, LATER_FIELDS, type NamesData, usualStart } from './shape.ts';
import { firstKeys } from './sorted-parts.ts';
import { wordIndex } from './text-data.ts';
import { wordsOf } from './words.ts';

/** Other names that one entity may have. */
const MOST_ALIASES = 20;

/** Makes `/search/names.json`. */
export function namesData(portal: Portal): NamesData {
  const { data, find } = portal.index();
  const rows = entityRows(portal);
  const keys = keyIndex(portal);
  const where = (holds: (entity: Entity) => boolean) => [...rows.entries()].flatMap(([row, entity]) => (holds(entity) ? [row] : []));
  return {
    names: data.names,
    titles: data.titles,
    addresses: data.addresses,
    kinds: data.kinds,
    kindIcons: data.kindIcons,
    facets: pick(data.facets, FIRST_FIELDS),
    deprecated: where(isDeprecated),
    // Twice as many relations are one step: what counts is used by few, by some, by all.
    weights: rows.map(({ data: { relations } }) => Math.round(Math.log2(relations.length + 1))),
    aliases: Object.fromEntries(rows.flatMap((entity, row) => withAliases(entity).map((list) => [row, list] as const))),
    docs: where(({ ref }) => portal.docsAddressOf(ref) !== null),
    docsAddresses: Object.fromEntries(
      rows.flatMap((entity, row) => {
        const address = portal.docsAddressOf(entity.ref);
        return address === null || address === usualStart('Docs', portal.addresses.entity(entity)) ? [] : [[row, address] as const];
      }),
    ),
    laterWords: laterWords(portal),
    apis: where(({ ref }) => portal.apis.has(ref) && find(ref) >= 0),
    places: keys.places,
    keyParts: firstKeys(keys.parts),
    wordParts: firstKeys(wordIndex(portal)),
    pages: [
      { title: 'Home', address: '/' },
      ...PAGES.filter(({ when }) => when(portal)).map(({ label, address }) => ({ title: label, address })),
      { title: 'Problems', address: '/problems/' },
    ],
  };
}

/** Makes `/search/fields.json`. */
export function fieldsData(portal: Portal): FieldsData {
  return pick(portal.index().data.facets, LATER_FIELDS);
}

function laterWords(portal: Portal): string[] {
  const { data } = portal.index();
  const words = LATER_FIELDS.flatMap((id) => {
    const field = data.facets[id];
    return [...field.values.keys()].flatMap((position) => wordsOf(valueLabel(data, field, position)));
  });
  return [...new Set(words)].sort(compareText);
}

function withAliases({ annotations }: Entity): string[][] {
  const written = Object.hasOwn(annotations, ALIASES) ? (annotations[ALIASES] ?? '') : '';
  const aliases = [...new Set(written.split(',').map((one) => one.trim()))].filter((one) => one !== '').slice(0, MOST_ALIASES);
  return aliases.length === 0 ? [] : [aliases];
}

function pick<const K extends string>(facets: Readonly<Record<K, Coded>>, ids: readonly K[]): Readonly<Record<K, Coded>> {
  return Object.fromEntries(ids.map((id) => [id, facets[id]])) as Record<K, Coded>;
}
