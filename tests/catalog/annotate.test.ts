import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../src/catalog/catalog.ts';
import { catalogOf, gitOrigin, snapshotOf, sourceOf } from './snapshot.ts';

const COMPONENT = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: billing
  annotations: {backstage.io/view-url: 'https://wiki.acme.example/billing'}
spec: {type: service, lifecycle: production, owner: user:ann}
`;
const LOCATION = 'apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: all}\nspec: {target: ./services/billing.yaml}\n';

describe('automatic annotations', () => {
  test('say where an entity on a known host stands; what the author wrote stays', () => {
    const source = sourceOf(
      { 'catalog-info.yaml': LOCATION, 'services/billing.yaml': COMPONENT },
      { origin: gitOrigin('https://github.com/acme/billing.git', 'main') },
    );
    const { catalog, problems } = buildCatalog(snapshotOf(source));
    const entity = catalog.get('component:default/billing');
    const expected = {
      'backstage.io/managed-by-location': 'url:https://github.com/acme/billing/blob/main/services/billing.yaml',
      'backstage.io/managed-by-origin-location': 'url:https://github.com/acme/billing/blob/main/catalog-info.yaml',
      'backstage.io/view-url': 'https://wiki.acme.example/billing',
      'backstage.io/edit-url': 'https://github.com/acme/billing/edit/main/services/billing.yaml',
      'backstage.io/source-location': 'url:https://github.com/acme/billing/tree/main/services/',
      'github.com/project-slug': 'acme/billing',
    };
    expect(entity?.annotations).toEqual(expected);
    expect(entity?.data.metadata['annotations']).toEqual(expected);
    expect(problems.map(({ rule }) => rule)).toEqual(['relation/unknown-target']);
  });

  test('name the project of components only', () => {
    const { catalog } = catalogOf(LOCATION, { origin: gitOrigin('https://github.com/acme/billing.git') });
    expect(Object.keys(catalog.get('location:default/all')?.annotations ?? {})).not.toContain('github.com/project-slug');
    expect(catalog.get('location:default/all')?.annotations['backstage.io/source-location']).toBe(
      'url:https://github.com/acme/billing/tree/HEAD/',
    );
  });

  test('have no edit link for a commit', () => {
    const { catalog } = catalogOf(LOCATION, { origin: gitOrigin('https://github.com/acme/billing.git', 'a'.repeat(40)) });
    expect(catalog.get('location:default/all')?.annotations).not.toHaveProperty(['backstage.io/edit-url']);
  });

  test.each([{ type: 'path', path: 'org' } as const, gitOrigin('https://git.acme.example/billing.git')])(
    'are not made for %j',
    (origin) => {
      const { catalog } = catalogOf(LOCATION, { origin });
      expect(catalog.get('location:default/all')?.data.metadata).toEqual({ name: 'all', namespace: 'default' });
    },
  );
});
