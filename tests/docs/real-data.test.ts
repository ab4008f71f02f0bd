import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildDocs } from '../../src/docs/docs.ts';
import { diskFiles } from '../../src/lib/files-fs.ts';
import { pageAt, sourceOf, specOf } from './fixture.ts';

const ROOT = new URL('../../../shared/data/repos/', import.meta.url).pathname;

async function site(repository: string, folder: string) {
  const result = await buildDocs([specOf(sourceOf(ROOT + repository), { folder })], { base: '/', known: new Set() });
  const count = (rule: string) => result.problems.filter((problem) => problem.rule === rule).length;
  return { ...result, site: result.sites[0], count };
}

describe.skipIf(!existsSync(ROOT))('buildDocs on public repositories', { timeout: 600_000 }, () => {
  test('argo-cd: all pages, and only the links that MkDocs cannot resolve either', async () => {
    const { site: argo, count } = await site('argoproj__argo-cd', '');
    expect(argo?.pages).toHaveLength(454);
    expect(pageAt(argo, 'operator-manual/rbac/').headings.map(({ id }) => id)).toContain('rbac-model-structure');
    expect(count('docs/unrenderable')).toBe(0);
    // Reports in HTML and pictures over 200 KB are not part of the data.
    expect(count('docs/broken-link')).toBe(55);
    expect(count('docs/broken-anchor')).toBe(4);
    expect(argo?.pages.reduce((sum, { html }) => sum + html.split('class="admonition').length - 1, 0)).toBeGreaterThan(400);
  });

  test('mkdocs-material: the torture set renders whole', async () => {
    const { site: material, count } = await site('squidfunk__mkdocs-material', '');
    expect(material?.pages).toHaveLength(96);
    expect(count('docs/unrenderable')).toBe(0);
    expect(pageAt(material, 'changelog/').html).toContain('id="9.7.0"');
  });

  test('gateway-api: folders of pages without mkdocs.yml', async () => {
    const { site: geps, count } = await site('kubernetes-sigs__gateway-api', 'geps');
    expect(geps?.pages.filter(({ canonical }) => canonical === undefined)).toHaveLength(62);
    expect(count('docs/unrenderable')).toBe(0);
  });

  test('the fixtures of the monorepo plugin get the verdicts of its own tests', async () => {
    const fixtures = 'backstage__mkdocs-monorepo-plugin/__tests__/integration/fixtures/';
    const files = diskFiles(ROOT + fixtures);
    const names = [...new Set(files.list().map((path) => path.split('/')[0] ?? ''))].filter(
      (name) => files.has(`${name}/mkdocs.yml`) || files.has(`${name}/mkdocs.yaml`),
    );
    expect(names.length).toBeGreaterThan(25);
    // The file it includes is not in the data.
    const incomplete = new Set(['ok-different-config-name']);
    const verdicts = await Promise.all(
      names.map(async (name) => {
        const { problems } = await buildDocs([specOf(sourceOf(ROOT + fixtures), { folder: name })], { base: '/', known: new Set() });
        return [name, problems.some(({ severity }) => severity === 'error')] as const;
      }),
    );
    const wrong = verdicts.filter(([name, failed]) => !incomplete.has(name) && failed !== name.startsWith('error-'));
    expect(wrong).toEqual([]);
  });
});
