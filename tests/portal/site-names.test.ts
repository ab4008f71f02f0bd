import { describe, expect, test } from 'vitest';
import { docsMarks } from '../../src/portal/search/marks.ts';
import { siteName } from '../../src/portal/site-names.ts';
import { compile, source } from './organisation.ts';

describe('siteName(portal, entry)', () => {
  test('is the title of a site, with the end of its address where another has the same', async () => {
    const docs = (id: string, title: string) =>
      source(id, { 'mkdocs.yml': `site_name: ${title}\n`, 'docs/index.md': '# Home\n' }, { docs: '' });
    const portal = await compile([docs('a', 'Docs'), docs('b', 'Guide'), docs('c', 'Docs')]);
    expect(portal.docs.map((entry) => siteName(portal, entry))).toEqual(['Docs (a)', 'Guide', 'Docs (c)']);
    expect(portal.docsPages.map((item) => docsMarks(portal, item).filters['site'])).toEqual([['Docs (a)'], ['Guide'], ['Docs (c)']]);
  });
});
