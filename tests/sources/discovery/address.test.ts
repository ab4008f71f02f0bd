// Addresses that hosts hand out: only those on the host itself pass.
import { describe, expect, test } from 'vitest';
import { cloneAddress } from '../../../src/sources/discovery/address.ts';

describe('cloneAddress(texts, "git.acme.example")', () => {
  test.each([
    [['https://git.acme.example/a/b.git'], 'https://git.acme.example/a/b.git'],
    [['https://Git.Acme.example/a/b'], 'https://git.acme.example/a/b'],
    [['https://ada@git.acme.example/a/b.git'], 'https://git.acme.example/a/b.git'],
    [['https://ada:s3cret@git.acme.example/a/b.git'], 'https://git.acme.example/a/b.git'],
    [['git@git.acme.example:a/b.git'], 'ssh://git@git.acme.example/a/b.git'],
    [['ssh://git@git.acme.example:7999/a/b.git'], 'ssh://git@git.acme.example:7999/a/b.git'],
    [['ssh://git.acme.example/a/b.git'], 'ssh://git@git.acme.example/a/b.git'],
    [['', 'https://evil.example/a', 'git@git.acme.example:a/b.git'], 'ssh://git@git.acme.example/a/b.git'],
  ])('of %j is %j', (texts, wanted) => {
    const address = cloneAddress(texts, 'git.acme.example');
    expect(address?.remote).toBe(wanted);
    expect(address?.login).toBeNull();
  });

  test.each([
    'https://evil.example/a/b.git',
    'https://git.acme.example.evil.example/a/b.git',
    'https://git.acme.example@evil.example/a/b.git',
    'https://git.acme.example:8443/a/b.git',
    'http://git.acme.example/a/b.git',
    'git://git.acme.example/a/b.git',
    'file:///etc/passwd',
    'ext::sh -c id',
    '--upload-pack=id',
    'git@evil.example:a/b.git',
    'git.acme.example/a/b',
    '',
  ])('refuses %j', (text) => {
    expect(cloneAddress([text], 'git.acme.example')).toBeNull();
  });

  test('speaks http to this machine alone, and to the very port', () => {
    expect(cloneAddress(['http://127.0.0.1:3000/a/b'], '127.0.0.1:3000')?.remote).toBe('http://127.0.0.1:3000/a/b');
    expect(cloneAddress(['http://127.0.0.1:3001/a/b'], '127.0.0.1:3000')).toBeNull();
    expect(cloneAddress(['http://127.0.0.1:3000/a/b'], 'git.acme.example')).toBeNull();
  });
});
