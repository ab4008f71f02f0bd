// Where the API of a host lies, and how a token is shown to it.
import { describe, expect, test } from 'vitest';
import type { DiscoveryQuery, Service } from '../../../src/config/types.ts';
import { openGithub } from '../../../src/sources/discovery/github.ts';
import { refuse } from '../../../src/sources/discovery/refusal.ts';
import { apiOrigin, serviceOf } from '../../../src/sources/discovery/services.ts';

describe('apiOrigin(service, host)', () => {
  test.each<[service: Service, host: string, wanted: string]>([
    ['github', 'github.com', 'https://api.github.com'],
    ['github', 'acme.ghe.com', 'https://api.acme.ghe.com'],
    ['github', 'git.acme.example:8443', 'https://git.acme.example:8443'],
    ['github', '127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['github', 'localhost', 'http://localhost'],
    ['gitlab', 'gitlab.com', 'https://gitlab.com'],
    ['gitea', 'localhost.evil.example', 'https://localhost.evil.example'],
    ['bitbucket', 'bitbucket.org', 'https://api.bitbucket.org'],
    ['bitbucket-server', 'git.acme.example', 'https://git.acme.example'],
  ])('of %s on %s is %s', (service, host, wanted) => {
    expect(apiOrigin(service, host)).toBe(wanted);
  });
});

describe('serviceOf(service).authorization(credentials)', () => {
  test.each<[service: Service, user: string, wanted: string]>([
    ['github', 'x-access-token', 'Bearer t'],
    ['gitlab', 'bot', 'Bearer t'],
    ['gitea', 'bot', 'token t'],
    ['bitbucket', 'x-token-auth', 'Bearer t'],
    ['bitbucket', 'ada@acme.example', `Basic ${Buffer.from('ada@acme.example:t').toString('base64')}`],
    ['bitbucket-server', 'x-access-token', 'Bearer t'],
  ])('for %s and %s is %s', (service, user, wanted) => {
    expect(serviceOf(service).authorization({ user, password: 't' })).toBe(wanted);
  });
});

describe('openGithub(job)', () => {
  const query: DiscoveryQuery = {
    service: 'github',
    host: '',
    owner: 'acme',
    topics: [],
    names: [],
    archived: false,
    forks: false,
    subgroups: true,
  };
  test.each([
    ['https://api.github.com', true, 'https://api.github.com/graphql'],
    ['https://api.acme.ghe.com', true, 'https://api.acme.ghe.com/graphql'],
    ['https://api.acme.example', true, 'https://api.acme.example/api/graphql'],
    ['https://api.github.com', false, 'https://api.github.com/users/acme/repos?per_page=100&page=1&sort=full_name'],
    ['https://git.acme.example', false, 'https://git.acme.example/api/v3/users/acme/repos?per_page=100&page=1&sort=full_name'],
  ])('asks at %s, with a token: %j, %s', async (origin, authorized, wanted) => {
    const asked: string[] = [];
    const lister = openGithub({
      query,
      origin,
      authorized,
      paths: [],
      ask: async ({ url }) => {
        asked.push(url);
        throw refuse({ reason: 'enough' });
      },
    });
    await expect(lister.list()).rejects.toThrow('enough');
    expect(asked).toEqual([wanted]);
  });
});
