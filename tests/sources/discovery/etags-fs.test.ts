// Answers that are kept with their ETags.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { openEtags } from '../../../src/sources/discovery/etags-fs.ts';
import { temporaryFolder } from '../../support/git.ts';

const SCHEMA = z.array(z.string());
const KEPT = { etag: 'W/"1"', value: ['a'], headers: { link: 'x' } };
const URL = 'https://git.acme.example/api?page=1';

let temporary: ReturnType<typeof temporaryFolder>;
let folder: string;
beforeEach(() => {
  temporary = temporaryFolder();
  folder = join(temporary.path, 'answers');
});
afterEach(() => temporary.remove());

describe('openEtags(folder)', () => {
  test('finds what was kept, for the very question', () => {
    openEtags(folder).keep(URL, KEPT);
    expect(openEtags(folder).find(URL, SCHEMA)).toEqual(KEPT);
    expect(openEtags(folder).find(`${URL}0`, SCHEMA)).toBeNull();
  });

  test.each(['', '{}', '{"url":', 'null', JSON.stringify({ url: 'https://other.example', ...KEPT })])('takes %j for nothing', (text) => {
    openEtags(folder).keep(URL, KEPT);
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), text);
    expect(openEtags(folder).find(URL, SCHEMA)).toBeNull();
  });

  test('takes an answer of another form for nothing', () => {
    openEtags(folder).keep(URL, KEPT);
    expect(openEtags(folder).find(URL, z.array(z.number()))).toBeNull();
  });

  test('keeps no mark that is too long to be sent', () => {
    openEtags(folder).keep(URL, { ...KEPT, etag: 'x'.repeat(501) });
    expect(openEtags(folder).find(URL, SCHEMA)).toBeNull();
  });

  test('tidies away what was not needed again', () => {
    const first = openEtags(folder);
    for (const page of [1, 2, 3]) first.keep(`${URL}${page}`, KEPT);
    const second = openEtags(folder);
    second.find(`${URL}1`, SCHEMA);
    second.keep(`${URL}2`, KEPT);
    second.tidy();
    expect([1, 2, 3].map((page) => openEtags(folder).find(`${URL}${page}`, SCHEMA) !== null)).toEqual([true, true, false]);
  });

  test('does without a disk that refuses', () => {
    writeFileSync(folder, 'in the way');
    const etags = openEtags(folder);
    etags.keep(URL, KEPT);
    etags.tidy();
    expect(etags.find(URL, SCHEMA)).toBeNull();
  });
});
