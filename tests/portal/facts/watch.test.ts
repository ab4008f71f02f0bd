import { expect, test } from 'vitest';
import { behind, isWatched, watch } from '../../../src/portal/facts/watch.ts';

test('a watched object has the same fields, also spread and as JSON, and tells of each that is read', () => {
  const read: string[] = [];
  const object = { name: 'a', tags: ['x'], nothing: undefined };
  const watched = watch(object, (field) => read.push(field));
  expect(read).toEqual([]);
  expect(watched.tags).toBe(object.tags);
  expect(read).toEqual(['tags']);
  const { name } = watched;
  expect([name, watched.nothing]).toEqual(['a', undefined]);
  expect(read).toEqual(['tags', 'name', 'nothing']);
  expect({ ...watched }).toEqual(object);
  expect(JSON.stringify(watched)).toBe(JSON.stringify(object));
  expect(Object.keys(watched)).toEqual(Object.keys(object));
});

test('objects of the same fields do not meet, and only watched ones are known as such', () => {
  const read: string[] = [];
  const [one, two] = ['one', 'two'].map((name) => watch({ name }, () => read.push(name)));
  expect([two?.name, one?.name]).toEqual(['two', 'one']);
  expect(read).toEqual(['two', 'one']);
  const object = { a: 1 };
  expect(behind(watch(object, () => undefined))).toBe(object);
  expect(behind(object)).toBe(object);
  expect([isWatched(one), isWatched(object), isWatched(null), isWatched('name')]).toEqual([true, false, false, false]);
});
