// The view as CSV and JSON: read again by a parser, and harmless in a spreadsheet.
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { columnViews } from '../../../src/portal/catalog/cells.ts';
import { quoteCell, viewAsCsv, viewAsJson } from '../../../src/portal/catalog/export.ts';
import { presetOf } from '../../../src/portal/catalog/select.ts';
import { SHOP, compile, entity, source } from '../organisation.ts';

const toUrl = (address: string) => `https://portal.example${address}`;

async function view(files: readonly string[]) {
  const { index } = await compile([SHOP, source('more', { 'catalog-info.yaml': files.join('') })]);
  const rows = index();
  const columns = columnViews(rows, presetOf(rows.data, ['component']).columns);
  const list = Array.from({ length: rows.count }, (_, row) => row).filter((row) => rows.ref(row).startsWith('component:'));
  return { rows, columns, list };
}

test('viewAsCsv writes every row and column so that a parser reads the same', async () => {
  const title = 'A "quoted", broken\ntitle';
  const { rows, columns, list } = await view([entity('Component', 'odd', {}, { title, tags: ['a', 'b'] })]);
  const csv = viewAsCsv(rows, columns, list, toUrl);
  const read = parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
  expect(Object.keys(read[0] ?? {})).toEqual([
    'ref',
    'kind',
    'namespace',
    'name',
    'title',
    'url',
    'Owner',
    'System',
    'Type',
    'Lifecycle',
    'Tags',
  ]);
  expect(read).toHaveLength(4);
  expect(read.find(({ name }) => name === 'odd')).toMatchObject({ title, Tags: 'a, b' });
  expect(read.find(({ name }) => name === 'cart')).toMatchObject({
    ref: 'component:default/cart',
    url: 'https://portal.example/catalog/default/component/cart/',
    Owner: 'Payments',
    Lifecycle: 'deprecated',
  });
});

describe('quoteCell(text)', () => {
  test.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    [' space', '" space"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(quoteCell(text)).toBe(expected);
  });
});

test('viewAsJson writes one object for each row', async () => {
  const { rows, columns, list } = await view([]);
  const read = JSON.parse(viewAsJson(rows, columns, list, toUrl)) as unknown[];
  expect(read).toHaveLength(3);
  expect(read[0]).toEqual({
    ref: 'component:default/cart',
    kind: 'component',
    namespace: 'default',
    name: 'cart',
    title: 'cart',
    url: 'https://portal.example/catalog/default/component/cart/',
    columns: { Owner: ['Payments'], System: ['checkout'], Type: ['service'], Lifecycle: ['deprecated'], Tags: ['go'] },
  });
});
