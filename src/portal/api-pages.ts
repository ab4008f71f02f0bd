// How the reference of an API is cut into pages: a model in; its pages, and on which of them each item stands, out.
import type { ApiModel, Field, FieldGroup, Group, Item, Part } from '../apis/types.ts';

/** Fields that one page may hold. What is smaller stays on one page; what is larger is cut between items. */
const ALL_ON_ONE = 700;
const ON_A_PAGE = 500;

/** A page of items, all of one group. */
export interface ApiPage {
  /** Last part of its address. */
  readonly part: string;
  readonly group: Group;
  readonly items: readonly Item[];
  /** Its number within the group, from 1, and how many there are. */
  readonly number: number;
  readonly of: number;
}

export interface ApiPlan {
  /** Empty when the whole reference stands on one page. */
  readonly pages: readonly ApiPage[];
  /** Page of each item and group by id; the empty text is the first page. */
  readonly partOf: ReadonlyMap<string, string>;
}

const PLANS = new WeakMap<ApiModel, ApiPlan>();

/** Cuts the reference of an API into pages; the same each time. */
export function planPages(model: ApiModel): ApiPlan {
  const known = PLANS.get(model) ?? makePlan(model);
  PLANS.set(model, known);
  return known;
}

function makePlan(model: ApiModel): ApiPlan {
  const weights = new Map(model.groups.flatMap(({ items }) => items.map((item) => [item, weigh(item)] as const)));
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const pages = total <= ALL_ON_ONE ? [] : model.groups.flatMap((group) => cut(group, (item) => weights.get(item) ?? 1));
  const partOf = new Map<string, string>();
  for (const { part, group, items, number } of pages) {
    if (number === 1) partOf.set(group.id, part);
    for (const { id } of items) partOf.set(id, part);
  }
  return { pages, partOf };
}

function cut(group: Group, weigh: (item: Item) => number): ApiPage[] {
  const chunks: Item[][] = [];
  let room = 0;
  for (const item of group.items) {
    const weight = weigh(item);
    if (chunks.length === 0 || weight > room) {
      chunks.push([]);
      room = ON_A_PAGE;
    }
    chunks.at(-1)?.push(item);
    room -= weight;
  }
  const name = group.id.toLowerCase();
  return chunks.map((items, index) => ({
    part: index === 0 ? name : `${name}-page-${index + 1}`,
    group,
    items,
    number: index + 1,
    of: chunks.length,
  }));
}

function weigh(item: Item): number {
  return 3 + item.parts.reduce((sum, part) => sum + weighPart(part), 0);
}

function weighPart(part: Part): number {
  if (part.kind === 'code') return 1;
  if (part.kind === 'fields') return countFields(part.fields);
  const contents = part.contents.map(({ shape, examples }) => 1 + examples.length + (shape === null ? 0 : countGroups(shape.groups)));
  return countFields(part.fields) + contents.reduce((sum, count) => sum + count, 1);
}

/** Counts fields, with those inside of them. */
export function countFields(fields: readonly Field[]): number {
  return fields.reduce((sum, field) => sum + 1 + countGroups(field.groups), 0);
}

function countGroups(groups: readonly FieldGroup[]): number {
  return groups.reduce((sum, { fields }) => sum + countFields(fields), 0);
}
