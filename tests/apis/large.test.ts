// Large definitions of every format: nothing is lost however much there is, and no page of a reference gets larger for it.
import { describe, expect, test } from 'vitest';
import { planPages } from '../../src/portal/api-pages.ts';
import { fieldsOf, itemsOf, linksOf, operationsOf, readText } from './definitions.ts';
import { MADE_UP } from './made-up.ts';

/** Items that one page holds at most: what is larger alone has a page of its own. */
const MOST_ITEMS = 200;

describe.each(MADE_UP)('a large definition of $what', ({ type, text, beside, operations, sections }) => {
  const read = readText(type, text, beside, 'api/definition');

  test('is read without a fault, with every operation', async () => {
    const { model, problems } = await read;
    expect(problems).toEqual([]);
    const found = Map.groupBy(model === null ? [] : operationsOf(model), (one) => one);
    const wanted = Map.groupBy(operations, (one) => one);
    expect([...wanted].filter(([one, list]) => found.get(one)?.length !== list.length).map(([one]) => one)).toEqual([]);
  });

  test('shows every type with all its fields, and links to nothing that is not there', async () => {
    const { model } = await read;
    if (model === null) throw new Error('There is no model.');
    const items = itemsOf(model);
    const missing = [...sections].flatMap(([title, fields]) => {
      // A section of a version has words around its name.
      const item = items.find((one) => one.title === title) ?? items.find((one) => one.title.split(/[\s/.]+/).includes(title));
      const shown = new Set(item === undefined ? [] : fieldsOf(item).map(({ name }) => name));
      return fields.filter((field) => !shown.has(field)).map((field) => `${title}: ${field}`);
    });
    expect(missing).toEqual([]);
    const ids = new Set(items.map(({ id }) => id));
    expect(linksOf(model).filter((id) => !ids.has(id) && !model.groups.some((group) => group.id === id))).toEqual([]);
  });

  test('is cut into pages that hold every item once', async () => {
    const { model } = await read;
    if (model === null) throw new Error('There is no model.');
    const { pages } = planPages(model);
    if (pages.length === 0) return;
    const held = pages.flatMap(({ items }) => items.map(({ id }) => id));
    expect(held.toSorted()).toEqual(
      itemsOf(model)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(Math.max(...pages.map(({ items }) => items.length))).toBeLessThanOrEqual(MOST_ITEMS);
  });
});

test('the largest of them fill many pages', async () => {
  const plans = await Promise.all(
    MADE_UP.map(async ({ type, text, beside }) => (await readText(type, text, beside, 'api/definition')).model),
  );
  expect(plans.filter((model) => model !== null && planPages(model).pages.length > 3).length).toBeGreaterThanOrEqual(7);
});
