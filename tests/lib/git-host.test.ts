import { describe, expect, test } from 'vitest';
import { hostLinks, locateUrl, pathOfUrl, projectSlug } from '../../src/lib/git-host.ts';
import type { Origin } from '../../src/lib/snapshot.ts';

const COMMIT = 'c0ffee00'.repeat(5);
const git = (url: string, ref: string | null = null): Origin => ({
  type: 'git',
  url,
  ref,
  commit: COMMIT,
  committedAt: '2024-01-01T00:00:00Z',
});

describe('hostLinks', () => {
  test.each([
    {
      remote: 'https://github.com/acme/billing.git',
      repository: 'https://github.com/acme/billing',
      view: 'https://github.com/acme/billing/blob/main/docs/a%20b.md#L7',
      folder: 'https://github.com/acme/billing/tree/main/docs/',
      edit: 'https://github.com/acme/billing/edit/main/docs/a%20b.md',
      raw: 'https://github.com/acme/billing/raw/main/docs/a%20b.md',
    },
    {
      remote: 'git@gitlab.acme.example:group/sub/billing.git',
      repository: 'https://gitlab.acme.example/group/sub/billing',
      view: 'https://gitlab.acme.example/group/sub/billing/-/blob/main/docs/a%20b.md#L7',
      folder: 'https://gitlab.acme.example/group/sub/billing/-/tree/main/docs/',
      edit: 'https://gitlab.acme.example/group/sub/billing/-/edit/main/docs/a%20b.md',
      raw: 'https://gitlab.acme.example/group/sub/billing/-/raw/main/docs/a%20b.md',
    },
    {
      remote: 'https://bitbucket.org/acme/billing',
      repository: 'https://bitbucket.org/acme/billing',
      view: 'https://bitbucket.org/acme/billing/src/main/docs/a%20b.md#lines-7',
      folder: 'https://bitbucket.org/acme/billing/src/main/docs/',
      edit: 'https://bitbucket.org/acme/billing/src/main/docs/a%20b.md?mode=edit&at=main',
      raw: 'https://bitbucket.org/acme/billing/raw/main/docs/a%20b.md',
    },
    {
      remote: 'ssh://git@bitbucket.acme.example:7999/PAY/billing.git',
      repository: 'https://bitbucket.acme.example/projects/PAY/repos/billing',
      view: 'https://bitbucket.acme.example/projects/PAY/repos/billing/browse/docs/a%20b.md?at=main#7',
      folder: 'https://bitbucket.acme.example/projects/PAY/repos/billing/browse/docs/?at=main',
      edit: null,
      raw: 'https://bitbucket.acme.example/projects/PAY/repos/billing/raw/docs/a%20b.md?at=main',
    },
    {
      remote: 'https://codeberg.org/acme/billing.git',
      repository: 'https://codeberg.org/acme/billing',
      view: 'https://codeberg.org/acme/billing/src/main/docs/a%20b.md#L7',
      folder: 'https://codeberg.org/acme/billing/src/main/docs/',
      edit: 'https://codeberg.org/acme/billing/_edit/main/docs/a%20b.md',
      raw: 'https://codeberg.org/acme/billing/raw/main/docs/a%20b.md',
    },
    {
      remote: 'git@ssh.dev.azure.com:v3/acme/pay/billing',
      repository: 'https://dev.azure.com/acme/pay/_git/billing',
      view: 'https://dev.azure.com/acme/pay/_git/billing?path=/docs/a%20b.md&version=GBmain&line=7&lineEnd=8&lineStartColumn=1&lineEndColumn=1',
      folder: 'https://dev.azure.com/acme/pay/_git/billing?path=/docs/&version=GBmain',
      edit: null,
      raw: 'https://dev.azure.com/acme/pay/_apis/git/repositories/billing/items?path=/docs/a%20b.md&versionDescriptor.version=main',
    },
  ])('knows the addresses of $repository', ({ remote, repository, view, folder, edit, raw }) => {
    const links = hostLinks(git(remote, 'main'));
    expect(links?.repository).toBe(repository);
    expect(links?.view('docs/a b.md', 7)).toBe(view);
    expect(links?.view('docs/')).toBe(folder);
    expect(links?.edit('docs/a b.md')).toBe(edit);
    expect(links?.raw('docs/a b.md')).toBe(raw);
  });

  test('names the default branch by HEAD, and by the commit where the host does not know that', () => {
    expect(hostLinks(git('https://github.com/acme/billing'))?.view('a.md')).toBe('https://github.com/acme/billing/blob/HEAD/a.md');
    expect(hostLinks(git('https://codeberg.org/acme/billing'))?.view('a.md')).toBe(
      `https://codeberg.org/acme/billing/src/commit/${COMMIT}/a.md`,
    );
    expect(hostLinks(git('https://codeberg.org/acme/billing'))?.edit('a.md')).toBeNull();
  });

  test('offers no edit link for a source that is pinned to a commit', () => {
    expect(hostLinks(git('https://github.com/acme/billing', COMMIT))?.edit('a.md')).toBeNull();
  });

  test('keeps the port of a web address, and a branch with a slash', () => {
    const links = hostLinks(git('http://gitlab.local:8080/acme/billing.git', 'feature/x'));
    expect(links?.view('a.md')).toBe('http://gitlab.local:8080/acme/billing/-/blob/feature/x/a.md');
  });

  test.each([
    'https://git.acme.example/payments.git',
    'file:///srv/git/github.com/a/b.git',
    'https://github.com/only-owner',
    'not a remote',
    'https://github.com.evil',
    '',
  ])('returns null for %s', (url) => {
    expect(hostLinks(git(url))).toBeNull();
  });

  test('returns null for a folder', () => {
    expect(hostLinks({ type: 'path', path: 'org' })).toBeNull();
  });
});

describe('hostLinks(…).newIssue', () => {
  test.each([
    ['https://github.com/acme/billing.git', 'https://github.com/acme/billing/issues/new', ['title', 'body']],
    [
      'git@gitlab.acme.example:group/sub/billing.git',
      'https://gitlab.acme.example/group/sub/billing/-/issues/new',
      ['issue[title]', 'issue[description]'],
    ],
    ['https://bitbucket.org/acme/billing', 'https://bitbucket.org/acme/billing/issues/new', ['title', 'content']],
    ['https://codeberg.org/acme/billing.git', 'https://codeberg.org/acme/billing/issues/new', ['title', 'body']],
    ['https://git.forgejo.acme.example/acme/billing', 'https://git.forgejo.acme.example/acme/billing/issues/new', ['title', 'body']],
  ])('of %s is %s', (remote, address, [title, body]) => {
    expect(hostLinks(git(remote))?.newIssue).toEqual({ address, title, body });
  });

  test.each(['ssh://git@bitbucket.acme.example:7999/PAY/billing.git', 'git@ssh.dev.azure.com:v3/acme/pay/billing'])(
    'of %s is null: its issues are kept elsewhere',
    (remote) => {
      expect(hostLinks(git(remote))?.newIssue).toBeNull();
    },
  );
});

describe('projectSlug', () => {
  test.each([
    ['https://github.com/acme/billing.git', { annotation: 'github.com/project-slug', slug: 'acme/billing' }],
    ['https://gitlab.com/group/sub/billing', { annotation: 'gitlab.com/project-slug', slug: 'group/sub/billing' }],
    ['https://dev.azure.com/acme/pay/_git/billing', { annotation: 'dev.azure.com/project-repo', slug: 'pay/billing' }],
    ['https://acme.visualstudio.com/_git/billing', { annotation: 'dev.azure.com/project-repo', slug: 'billing/billing' }],
    ['https://codeberg.org/acme/billing', null],
  ])('of %s', (url, expected) => {
    expect(projectSlug(git(url))).toEqual(expected);
  });
});

describe('pathOfUrl', () => {
  test.each([
    ['https://github.com/acme/billing.git', null, 'https://github.com/acme/billing/blob/main/docs/a%20b.md', 'docs/a b.md'],
    ['https://github.com/acme/billing.git', null, 'https://raw.githubusercontent.com/Acme/Billing/main/a.yaml', 'a.yaml'],
    ['git@github.com:acme/billing.git', 'feature/x', 'https://github.com/acme/billing/tree/feature/x/docs', 'docs'],
    ['https://github.com/acme/billing.git', 'main', 'https://github.com/acme/billing/blob/other/a.yaml', null],
    ['https://github.com/acme/billing.git', 'main', `https://github.com/acme/billing/blob/${COMMIT}/a.yaml`, 'a.yaml'],
    ['https://github.com/acme/billing.git', null, 'https://github.com/acme/ledger/blob/main/a.yaml', null],
    ['https://gitlab.com/g/s/billing.git', null, 'https://gitlab.com/g/s/billing/-/blob/main/docs/a.yaml', 'docs/a.yaml'],
    ['https://gitlab.com/g/billing.git', null, 'https://gitlab.com/g/billing/blob/main/a.yaml', 'a.yaml'],
    ['https://bitbucket.org/a/b', null, 'https://bitbucket.org/a/b/src/master/x.yaml', 'x.yaml'],
    ['https://codeberg.org/a/b', null, 'https://codeberg.org/a/b/src/branch/main/x.yaml', 'x.yaml'],
    ['https://dev.azure.com/o/p/_git/r', null, 'https://dev.azure.com/o/p/_git/r?path=/docs/x.yaml&version=GBmain', 'docs/x.yaml'],
    [
      'ssh://git@bitbucket.x.example:7999/PAY/b.git',
      null,
      'https://bitbucket.x.example/projects/PAY/repos/b/browse/x.yaml?at=refs%2Fheads%2Fmain',
      'x.yaml',
    ],
    ['https://github.com/acme/billing.git', null, 'https://github.com/acme/billing', null],
    ['https://github.com/acme/billing.git', null, 'javascript:alert(1)', null],
  ])('in %s (%s), %s is %s', (remote, ref, url, expected) => {
    expect(pathOfUrl(git(remote, ref), url)).toBe(expected);
  });
});

describe('locateUrl', () => {
  test('finds the repository of a file', () => {
    expect(locateUrl('https://github.com/acme/ledger/blob/main/catalog-info.yaml')).toEqual({
      repository: { url: 'https://github.com/acme/ledger', slug: 'acme/ledger' },
      refAndPath: 'main/catalog-info.yaml',
    });
  });

  test.each([
    'https://wiki.acme.example/a',
    'https://github.com/acme',
    'file:///github.com/a/b/blob/c/d',
    'nonsense',
    'https://github.com/%E0%A4%A/b',
  ])('returns null for %s', (url) => {
    expect(locateUrl(url)).toBeNull();
  });

  test('takes no time for an address that is made to take long', () => {
    const started = performance.now();
    locateUrl(`https://gitlab.com/${'a/'.repeat(50_000)}`);
    locateUrl(`https://gitlab.com/${'a'.repeat(100_000)}`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
