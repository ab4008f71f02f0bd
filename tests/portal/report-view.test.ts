import { describe, expect, test } from 'vitest';
import type { Origin } from '../../src/lib/snapshot.ts';
import { reportView } from '../../src/portal/report-view.ts';
import { compile, source } from './organisation.ts';

const git = (url: string): Origin => ({ type: 'git', url, ref: 'main', commit: 'a'.repeat(40), committedAt: '2026-01-01T00:00:00Z' });

async function viewOf(origin: Origin) {
  const files = { 'docs/index.md': '# Home\n', 'docs/set-up.md': '# Set up\n' };
  const portal = await compile([source('guide', files, { origin, docs: '' })], '/portal/');
  const item = portal.docsPages.find(({ page }) => page.title === 'Set up');
  if (item === undefined) throw new Error('The page is not there.');
  return reportView(portal, item);
}

describe('reportView(portal, page)', () => {
  test('leads to the form of the repository, filled in with page and file', async () => {
    const view = await viewOf(git('https://gitlab.acme.example/docs/guide.git'));
    const { origin, pathname, searchParams } = new URL(view?.href ?? '');
    expect(origin + pathname).toBe('https://gitlab.acme.example/docs/guide/-/issues/new');
    expect(searchParams.get('issue[title]')).toBe('Docs: Set up');
    expect(searchParams.get('issue[description]')).toBe(
      'Page: /portal/docs/guide/set-up/\nFile: https://gitlab.acme.example/docs/guide/-/blob/main/docs/set-up.md\n\n',
    );
  });

  test.each([
    ['a folder', { type: 'path', path: 'guide' } as const],
    ['a host that is not known', git('https://git.acme.example/docs/guide.git')],
    ['a host without issues', git('ssh://git@bitbucket.acme.example:7999/DOCS/guide.git')],
  ])('is null for %s', async (_, origin) => {
    expect(await viewOf(origin)).toBeNull();
  });
});
