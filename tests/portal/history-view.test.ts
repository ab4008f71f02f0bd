// When things were last changed, in the words of pages.
import { describe, expect, test } from 'vitest';
import { activityView, changeView, fileLinks } from '../../src/portal/history-view.ts';
import { docsPageView } from '../../src/portal/docs-view.ts';
import { compile, entity, source } from './organisation.ts';

const weeks = [...Array.from({ length: 50 }, () => 0), 12, 6];
const spec = { type: 'service', lifecycle: 'production', owner: 'x' };
const SOURCE = source(
  'a',
  {
    'catalog-info.yaml': [
      entity('Component', 'one', spec, { annotations: { 'backstage.io/techdocs-ref': 'dir:.' } }),
      entity('Component', 'two', spec, {
        annotations: {
          'backstage.io/managed-by-location': 'url:https://git.acme.example/a/blob/main/catalog-info.yaml',
          'backstage.io/edit-url': 'https://git.acme.example/a/edit/main/catalog-info.yaml',
        },
      }),
      entity('Component', 'evil', spec, { annotations: { 'backstage.io/edit-url': 'javascript:alert(1)' } }),
    ].join(''),
    'docs/index.md': '# A\n',
  },
  { history: { changed: { 'docs/index.md': { at: '2025-06-30T23:30:00.000Z', by: 'Ann' } }, weeks } },
);

describe('changeView(portal, source, path)', () => {
  test('gives the day in one time zone, and nothing for files without history', async () => {
    const portal = await compile([SOURCE, source('b', {})]);
    expect(changeView(portal, 'a', 'docs/index.md')).toEqual({ at: '2025-06-30T23:30:00.000Z', day: '30 June 2025', by: 'Ann' });
    expect(changeView(portal, 'a', 'constructor')).toBeNull();
    expect(changeView(portal, 'b', 'docs/index.md')).toBeNull();
    const [item] = portal.docsPages;
    expect(item === undefined ? null : docsPageView(portal, item).changed?.by).toBe('Ann');
  });
});

describe('activityView(portal, source)', () => {
  test('draws each week, the fullest as high as the picture, and quiet ones as a line', async () => {
    const view = activityView(await compile([SOURCE]), 'a');
    expect(view).toMatchObject({ total: 18, width: 207, height: 24 });
    expect(view?.bars).toHaveLength(52);
    expect(view?.bars.slice(-3)).toEqual([
      { x: 196, y: 23, height: 1 },
      { x: 200, y: 0, height: 24 },
      { x: 204, y: 12, height: 12 },
    ]);
    expect(activityView(await compile([source('b', {})]), 'b')).toBeNull();
  });
});

describe('fileLinks(entity)', () => {
  test.each([
    ['one', null, null],
    ['two', 'https://git.acme.example/a/blob/main/catalog-info.yaml', 'https://git.acme.example/a/edit/main/catalog-info.yaml'],
    ['evil', null, null],
  ])('of %s', async (name, view, edit) => {
    const found = (await compile([SOURCE])).catalog.get(`component:default/${name}`);
    expect(found === null ? null : fileLinks(found)).toEqual({ view, edit });
  });
});
