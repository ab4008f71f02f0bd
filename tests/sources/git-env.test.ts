// The environment of git: what passes, what is set, and whose credentials go where.
import { describe, expect, test } from 'vitest';
import { type GitAddress, parseGitAddress } from '../../src/config/git-address.ts';
import { credentialsFor, gitEnvironment } from '../../src/sources/git-env.ts';

function address(text: string): GitAddress {
  const parsed = parseGitAddress(text);
  if ('fault' in parsed) throw new Error(parsed.fault.message);
  return parsed.address;
}

describe('credentialsFor(address, env)', () => {
  const env = { GITHUB_TOKEN: 'hub', GITLAB_TOKEN: 'lab', CALLBOARD_TOKEN_GIT_ACME_EXAMPLE: ' acme\n', CALLBOARD_TOKEN_EMPTY_EXAMPLE: '' };
  test.each([
    ['https://github.com/a/b', 'x-access-token:hub'],
    ['https://GitHub.com/a/b', 'x-access-token:hub'],
    ['https://gitlab.com/a/b', 'x-access-token:lab'],
    ['https://git.acme.example/a', 'x-access-token:acme'],
    ['https://bot:own@git.acme.example/a', 'bot:own'],
    ['https://git.acme.example:8443/a', null],
    ['https://evil.example/github.com/a', null],
    ['https://github.com.evil.example/a', null],
    ['https://empty.example/a', null],
    ['https://constructor/a', null],
    ['ssh://git@github.com/a/b', null],
    ['git@github.com:a/b', null],
    ['git://github.com/a/b', null],
    ['file:///srv/github.com/a', null],
  ])('for %s are %j', (text, wanted) => {
    const found = credentialsFor(address(text), env);
    expect(found === null ? null : `${found.user}:${found.password}`).toBe(wanted);
  });

  test('prefers the variable made from the host, which may name its user', () => {
    expect(credentialsFor(address('https://github.com/a/b'), { ...env, CALLBOARD_TOKEN_GITHUB_COM: 'bot:own:x' })).toEqual({
      user: 'bot',
      password: 'own:x',
    });
  });

  test('takes what its host has granted to the owner for this pull before a token of the environment, and gives it to no other', () => {
    const grants = new Map([['github.com/acme', { user: 'x-access-token', password: 'granted' }]]);
    const passwords = [
      'https://github.com/Acme/a',
      'https://github.com/acme2/a',
      'https://evil.example/acme/a',
      'git@github.com:acme/a',
    ].map((text) => credentialsFor(address(text), { GITHUB_TOKEN: 'hub' }, grants)?.password ?? null);
    expect(passwords).toEqual(['granted', 'hub', null, null]);
    expect(credentialsFor(address('https://bot:own@github.com/acme/a'), {}, grants)?.password).toBe('own');
  });

  test('names the user that Bitbucket wants beside a token', () => {
    const env = { CALLBOARD_TOKEN_BITBUCKET_ORG: 'tok' };
    expect(credentialsFor(address('https://bitbucket.org/acme/a'), env)).toEqual({ user: 'x-token-auth', password: 'tok' });
  });

  test('takes no token with a line feed in it: it could say more to git than a password', () => {
    expect(credentialsFor(address('https://github.com/a/b'), { GITHUB_TOKEN: 'a\nusername=b' })).toBeNull();
  });
});

describe('gitEnvironment(address, env)', () => {
  test('lets pass what says how to reach a server, and nothing that says what to do there', () => {
    const passed = {
      PATH: '/bin',
      HOME: '/home/x',
      GIT_CONFIG_GLOBAL: '/x',
      GIT_SSL_CAINFO: '/ca',
      GIT_ASKPASS: '/askpass',
      GIT_SSH_COMMAND: 'ssh -i key',
      https_proxy: 'http://proxy',
    };
    const dropped = {
      GIT_DIR: '/x',
      GIT_WORK_TREE: '/x',
      GIT_INDEX_FILE: '/x',
      GIT_OBJECT_DIRECTORY: '/x',
      GIT_ALTERNATE_OBJECT_DIRECTORIES: '/x',
      GIT_TRACE: '/tmp/x',
      GIT_TRACE_CURL: '1',
      GIT_EXTERNAL_DIFF: 'x',
      GIT_CONFIG_PARAMETERS: "'x'='y'",
      GIT_TEMPLATE_DIR: '/x',
      GIT_PROTOCOL_FROM_USER: '1',
      SSH_ASKPASS: '/x',
      CALLBOARD_TOKEN_OTHER_EXAMPLE: 't',
    };
    const { env } = gitEnvironment(address('https://git.acme.example/a'), { ...passed, ...dropped });
    expect(env).toMatchObject(passed);
    expect(Object.keys(dropped).filter((name) => name in env)).toEqual([]);
    expect(env).toMatchObject({ GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C', GIT_ALLOW_PROTOCOL: 'https:ssh:git:file' });
  });

  test('speaks http only to an address that is http', () => {
    expect(gitEnvironment(address('http://localhost/a'), {}).env['GIT_ALLOW_PROTOCOL']).toBe('https:ssh:git:file:http');
  });

  test('never lets ssh ask', () => {
    expect(gitEnvironment(address('git@git.acme.example:a'), {}).env['GIT_SSH_COMMAND']).toContain('BatchMode=yes');
  });

  test('adds its helper after settings of the environment, for the one host, with the token in a variable alone', () => {
    const { env, secrets } = gitEnvironment(address('https://git.acme.example/a'), {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'credential.helper',
      GIT_CONFIG_VALUE_0: 'store',
      CALLBOARD_TOKEN_GIT_ACME_EXAMPLE: 't0k/en',
    });
    expect(env).toMatchObject({
      GIT_CONFIG_COUNT: '3',
      GIT_CONFIG_KEY_0: 'credential.helper',
      GIT_CONFIG_KEY_1: 'credential.https://git.acme.example.helper',
      GIT_CONFIG_VALUE_1: '',
      GIT_CONFIG_KEY_2: 'credential.https://git.acme.example.helper',
    });
    expect(Object.entries(env).filter(([, value]) => value.includes('t0k'))).toEqual([['CALLBOARD_GIT_PASSWORD', 't0k/en']]);
    expect(secrets).toEqual([Buffer.from('x-access-token:t0k/en').toString('base64'), 't0k/en', 't0k%2Fen']);
  });
});
