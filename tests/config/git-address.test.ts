// Addresses of repositories: what is spoken, what is refused, and where the password goes.
import { describe, expect, test } from 'vitest';
import { parseGitAddress, tokenVariable } from '../../src/config/git-address.ts';

describe('parseGitAddress(text)', () => {
  const accepted: [text: string, remote: string, shown: string, name: string][] = [
    ['https://git.acme.example/payments.git', 'https://git.acme.example/payments.git', 'https://git.acme.example/payments.git', 'payments'],
    ['https://Git.Acme.example:8443/a/b', 'https://git.acme.example:8443/a/b', 'https://git.acme.example:8443/a/b', 'b'],
    ['https://git.acme.example/a/../b/', 'https://git.acme.example/b/', 'https://git.acme.example/b/', 'b'],
    ['https://alice@git.acme.example/b', 'https://alice@git.acme.example/b', 'https://git.acme.example/b', 'b'],
    ['https://bot:s3cret@git.acme.example/b', 'https://git.acme.example/b', 'https://git.acme.example/b', 'b'],
    ['http://127.0.0.1:8080/b.git', 'http://127.0.0.1:8080/b.git', 'http://127.0.0.1:8080/b.git', 'b'],
    ['http://localhost/b', 'http://localhost/b', 'http://localhost/b', 'b'],
    [
      'ssh://git@git.acme.example:2222/team/b.git',
      'ssh://git@git.acme.example:2222/team/b.git',
      'ssh://git.acme.example:2222/team/b.git',
      'b',
    ],
    ['git@github.com:acme/payments.git', 'git@github.com:acme/payments.git', 'ssh://github.com/acme/payments.git', 'payments'],
    ['git://git.acme.example/b.git', 'git://git.acme.example/b.git', 'git://git.acme.example/b.git', 'b'],
    ['file:///srv/git/b.git', 'file:///srv/git/b.git', 'file:///srv/git/b.git', 'b'],
    ['file:///srv/work/b/.git', 'file:///srv/work/b/.git', 'file:///srv/work/b/.git', 'b'],
  ];
  test.each(accepted)('reads %s', (text, remote, shown, name) => {
    expect(parseGitAddress(text)).toMatchObject({ address: { remote, shown, name } });
  });

  test('sets the password apart', () => {
    expect(parseGitAddress('https://bot:s3cr%40t@git.acme.example/b')).toMatchObject({
      address: { login: { user: 'bot', password: 's3cr@t' }, host: 'git.acme.example' },
    });
  });

  const refused = [
    '',
    '--upload-pack=touch /tmp/x',
    '-oProxyCommand=x',
    'ext::sh -c touch% /tmp/x',
    'ext::sh',
    '::x',
    'fd::17',
    'transport::https://git.acme.example/b',
    'http://git.acme.example/b',
    'ftp://git.acme.example/b',
    'javascript://git.acme.example/b',
    'https://',
    'https://git.acme.example',
    'https://git.acme.example/',
    'https://git.acme.example/b?x=1',
    'https://git.acme.example/b#main',
    'https://git.acme.example/b%0a%0dHost:x',
    'https://evil.example\\@git.acme.example/b',
    'https://git.acme.example/a b',
    'https://git.acme.example/\u0000b',
    'https://git.acme.example/b\n',
    'https://git.acme.example/\u202eb',
    'ssh://-oProxyCommand=touch/b',
    'ssh://-x@git.acme.example/b',
    'git@-oProxyCommand=x:b',
    '-x@git.acme.example:b',
    'git@git.acme.example:-x',
    'git.acme.example:b',
    'C:\\repos\\b',
    'C:/repos/b',
    '/srv/git/b.git',
    '../b.git',
    'file://server/b.git',
    'file:///',
    `https://git.acme.example/${'a'.repeat(3000)}`,
  ];
  test.each(refused)('refuses %j', (text) => {
    expect(parseGitAddress(text)).toMatchObject({ fault: { rule: 'config/invalid-git-address' } });
  });

  test.each(refused.concat('http://bot:s3cret@git.acme.example/b'))('does not quote %j', (text) => {
    const found = JSON.stringify(parseGitAddress(text));
    expect(found).not.toContain('s3cret');
    expect(found).not.toContain('touch');
  });
});

describe('tokenVariable(host)', () => {
  test.each([
    ['git.acme.example', 'CALLBOARD_TOKEN_GIT_ACME_EXAMPLE'],
    ['git-1.acme.example:8443', 'CALLBOARD_TOKEN_GIT_1_ACME_EXAMPLE_8443'],
  ])('of %s is %s', (host, variable) => {
    expect(tokenVariable(host)).toBe(variable);
  });
});
