// What OpenAPI definitions say beside operations and schemas: tags, their order and their chapters.
import { expect, test } from 'vitest';
import { itemOf, readText, wordsOf } from './definitions.ts';

const text = `openapi: 3.1.0
info: { title: T, version: '1' }
tags: [{ name: boats, x-displayName: Boats }, { name: ports }, { name: crews }]
x-tagGroups: [{ name: Ashore, tags: [ports, crews] }, { name: Afloat, tags: [boats] }]
paths:
  /a: { get: { tags: [boats, crews], responses: { default: { description: D } } } }
  /b: { get: { tags: [ports], responses: { default: { description: D } } } }
  /c: { get: { tags: [more], responses: { default: { description: D } } } }
`;

test('tags stand in their chapters, in the order of these; others follow', async () => {
  const { model } = await readText('openapi', text);
  expect(model?.groups.map(({ title, items }) => [title, items.map((item) => item.title)])).toEqual([
    ['Ashore: ports', ['/b']],
    ['Afloat: Boats', ['/a']],
    ['more', ['/c']],
  ]);
});

test('an operation with several tags stands under the first, and names all', async () => {
  const { model } = await readText('openapi', text);
  if (model === null) throw new Error('There is no model.');
  const tags = (title: string) =>
    itemOf(model, title)
      .facts.find(({ label }) => label === 'Tags')
      ?.values.map(wordsOf);
  expect(tags('/a')).toEqual(['boats, crews']);
  expect(tags('/b')).toBeUndefined();
});
