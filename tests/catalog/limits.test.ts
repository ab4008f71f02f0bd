// Files that are made to do harm: all cost themselves only, and little time.
import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../src/catalog/catalog.ts';
import { MAX_TEXT_BYTES } from '../../src/lib/files.ts';
import { catalogOf, snapshotOf, sourceOf } from './snapshot.ts';

const SYSTEM = 'apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata: {name: fine}\nspec: {owner: user:x}\n';
const location = (name: string, ...targets: string[]) =>
  `apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: ${name}}\nspec: {targets: ${JSON.stringify(targets)}}\n`;

function rulesOf(text: string): string[] {
  return [...new Set(catalogOf(text).problems.map(({ rule }) => rule))];
}

describe('buildCatalog of harmful files', () => {
  test('refuses aliases that multiply, and reads the next document', () => {
    const levels = Array.from(
      { length: 40 },
      (_, level) => `  l${level}: &l${level} [${level === 0 ? 'x, x' : `*l${level - 1}, *l${level - 1}`}]`,
    );
    const { catalog, problems } = catalogOf(`spec:\n${levels.join('\n')}\n---\n${SYSTEM}`);
    expect(problems[0]?.rule).toBe('yaml/too-large');
    expect(catalog.entities.map((entity) => entity.name)).toEqual(['fine']);
  });

  test('refuses a long text that aliases repeat', () => {
    const text = `a: &a ${'x'.repeat(500_000)}\nb: [${Array.from({ length: 90 }, () => '*a').join(', ')}]\n`;
    expect(rulesOf(text)).toEqual(['yaml/too-large']);
  });

  test('refuses too deep nesting, too large files, and files of nothing but values', () => {
    expect(rulesOf(`a: ${'['.repeat(5_000)}${']'.repeat(5_000)}\n`)).toEqual(['yaml/syntax']);
    expect(rulesOf('x'.repeat(MAX_TEXT_BYTES + 1))).toEqual(['yaml/too-large']);
    expect(rulesOf(`tags: [${'1,'.repeat(200_000)}]\n`)).toEqual(['yaml/too-large']);
  });

  test('tells a hundred faults of an entity, and no more', () => {
    const { problems } = catalogOf(SYSTEM.replace('{name: fine}', `{name: fine, tags: [${'A B,'.repeat(50_000)}]}`));
    expect(problems.filter(({ rule }) => rule === 'entity/invalid-tag')).toHaveLength(100);
  });

  test('tells a thousand faults of a file, and no more', () => {
    expect(catalogOf('---\n@\n'.repeat(9_000)).problems).toHaveLength(1_000);
    expect(rulesOf('---\n@\n'.repeat(11_000))).toEqual(['yaml/too-large']);
  });

  test('follows Locations twenty deep', () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`${index}.yaml`, location(`l${index}`, `./${index + 1}.yaml`)]),
    );
    const { catalog, problems } = buildCatalog(snapshotOf(sourceOf({ ...files, '40.yaml': SYSTEM }, { catalog: ['0.yaml'] })));
    expect(catalog.entities).toHaveLength(21);
    expect(problems.map(({ rule, place }) => `${place?.path} ${rule}`)).toEqual(['21.yaml location/limit']);
  });

  test('looks only so long for what the globs of Locations match', () => {
    const files = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`a${index}.txt`, '']));
    const targets = Array.from({ length: 3_000 }, (_, index) => `./**/*${index}*a*b*c`);
    const started = performance.now();
    const text = location('all', ...targets).replace('spec: {', 'spec: {presence: optional, ');
    const { problems } = buildCatalog(snapshotOf(sourceOf({ ...files, 'catalog-info.yaml': text })));
    expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['location/limit']));
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('fills a thousand placeholders of a document in', () => {
    const list = Array.from({ length: 1_100 }, () => '{$text: ./a.txt}');
    const text = SYSTEM.replace('owner: user:x', `owner: user:x, list: [${list.join(', ')}]`);
    const { catalog, problems } = buildCatalog(snapshotOf(sourceOf({ 'catalog-info.yaml': text, 'a.txt': 'A' })));
    expect(problems.filter(({ rule }) => rule === 'placeholder/too-large')).toHaveLength(1);
    const filled = [catalog.get('system:default/fine')?.data.spec?.['list']].flat().filter((item) => item === 'A');
    expect(filled).toHaveLength(1_000);
  });

  test('does not read a placeholder that is larger than 5 MB', () => {
    const text = SYSTEM.replace('owner: user:x', 'owner: user:x, text: {$text: ./a.txt}');
    const source = sourceOf({ 'catalog-info.yaml': text, 'a.txt': 'A'.repeat(MAX_TEXT_BYTES + 1) });
    expect(buildCatalog(snapshotOf(source)).problems.map(({ rule }) => rule)).toContain('placeholder/too-large');
  });

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('takes %s for a word like any other', (word) => {
    const text = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: ${word}, ${word}: x, labels: {${word}: 5}, annotations: {${word}: 5}}
spec: {type: ${word}, lifecycle: x, owner: ${word}, ${word}: x, system: {$${word}: x}}
${word}: x
`;
    const { catalog, problems } = catalogOf(text);
    expect(catalog.entities.length).toBeLessThanOrEqual(1);
    expect(problems.map(({ rule }) => rule)).toContain('entity/unknown-field');
    expect(catalogOf(text.replace('kind: Component', `kind: ${word.replaceAll('_', '')}`)).problems.length).toBeGreaterThan(0);
  });

  test('takes little time for texts that are made to take long', () => {
    const long = `${'-'.repeat(300_000)}x`;
    const started = performance.now();
    catalogOf(`apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: '${long}', tags: ['${long}', '${' '.repeat(300_000)}x'], labels: {'${'a.'.repeat(100_000)}': x}}
spec: {type: x, lifecycle: x, owner: '${long}', dependsOn: ['component:${long}']}
---
a: ${': '.repeat(200_000)}
`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
