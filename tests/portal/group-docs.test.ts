// Docs of a group: those of what it owns, and on request those of the groups below.
import { expect, test } from 'vitest';
import { groupDocs, groupDocsBelow } from '../../src/portal/people-view.ts';
import { entityTabs } from '../../src/portal/tabs.ts';
import { compile, entity, source } from './organisation.ts';

const group = (name: string, parent?: string) =>
  entity('Group', name, { type: 'team', children: [], ...(parent !== undefined && { parent }) });
const owned = (name: string, owner: string) =>
  source(name, {
    'catalog-info.yaml': entity(
      'Component',
      name,
      { type: 'service', lifecycle: 'production', owner },
      { annotations: { 'backstage.io/techdocs-ref': 'dir:.' } },
    ),
    'mkdocs.yml': `site_name: ${name}\n`,
    'docs/index.md': '# Welcome\n',
  });
const portal = await compile([
  source('org', { 'catalog-info.yaml': group('top') + group('middle', 'top') + group('low', 'middle') + group('empty') }),
  owned('alpha', 'middle'),
  owned('beta', 'low'),
]);
const get = (name: string) => {
  const found = portal.catalog.get(`group:default/${name}`);
  if (found === null) throw new Error(`There is no ${name}.`);
  return found;
};

test.each([
  ['top', [], ['alpha', 'beta'], 2],
  ['middle', ['alpha'], ['beta'], 1],
  ['low', ['beta'], [], 1],
  ['empty', [], [], null],
])('of %s', (name, own, below, count) => {
  expect(groupDocs(portal, get(name)).map(({ site }) => site.title)).toEqual(own);
  expect(groupDocsBelow(portal, get(name)).map(({ site }) => site.title)).toEqual(below);
  expect(entityTabs(portal, get(name), '').find(({ id }) => id === 'docs')?.count ?? null).toBe(count);
});
