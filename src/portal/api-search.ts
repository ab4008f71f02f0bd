// What the search index is told of APIs: every operation and type of every definition as a result of its own.
import type { ApiModel, Field, FieldGroup, Group, Item, Part } from '../apis/types.ts';
import type { Entity } from '../catalog/types.ts';
import { itemAddress } from './api-reference.ts';
import { type SearchMarks, entityMarks } from './search-marks.ts';
import type { Portal } from './types.ts';

/** A result that has no page of its own. */
export interface SearchRecord extends SearchMarks {
  /** Address without base path, with the anchor of the item. */
  readonly address: string;
  readonly text: string;
}

/** Items of one API that can be found, and the words of one. */
const MAX_ITEMS = 10_000;
const MAX_WORDS = 400;

/** Lists the records of all APIs. */
export function searchRecords(portal: Portal): SearchRecord[] {
  return [...portal.apis].flatMap(([ref, { model }]) => {
    const entity = portal.catalog.get(ref);
    return entity === null || model === null ? [] : recordsOf(portal, entity, model);
  });
}

function recordsOf(portal: Portal, entity: Entity, model: ApiModel): SearchRecord[] {
  const address = itemAddress(portal, entity, model);
  const { section: _, ...filters } = entityMarks(portal, entity).filters;
  const toRecord = (group: Group, item: Item): SearchRecord => {
    const title = [item.badge ?? '', item.title].filter((part) => part !== '').join(' ');
    return {
      address: address(item.id),
      filters: { ...filters, section: ['APIs'] },
      meta: { title, icon: 'api', what: `${entity.title} · ${group.title}` },
      text: wordsOf(title, item),
    };
  };
  return model.groups.flatMap((group) => group.items.map((item) => toRecord(group, item))).slice(0, MAX_ITEMS);
}

/** Names come first and twice, so that they count for more than what is said of them. */
function wordsOf(title: string, item: Item): string {
  const names = [title, ...item.words].join(' ');
  const fields: string[] = [];
  for (const part of item.parts) collect(part, fields);
  const spoken = [item.summary, item.description]
    .filter((text) => text !== '')
    .join('. ')
    .replace(/[*_`#>]+/g, '');
  const written = `${names}. ${spoken}`.trim().split(/\s+/).slice(0, MAX_WORDS).join(' ');
  return `${written} ${names} ${fields.slice(0, MAX_WORDS).join(' ')}`.trim();
}

function collect(part: Part, names: string[]): void {
  if (part.kind === 'code') return;
  collectFields(part.fields, names);
  if (part.kind === 'body') for (const { shape } of part.contents) collectGroups(shape?.groups ?? [], names);
}

function collectFields(fields: readonly Field[], names: string[]): void {
  for (const field of fields) {
    if (names.length >= MAX_WORDS) return;
    // Single letters find everything and nothing.
    if (field.name.length > 1) names.push(field.name);
    collectGroups(field.groups, names);
  }
}

function collectGroups(groups: readonly FieldGroup[], names: string[]): void {
  for (const { fields } of groups) collectFields(fields, names);
}
