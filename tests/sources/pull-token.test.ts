// Tokens: they open what they should, reach no other host, and appear nowhere.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tokenVariable } from '../../src/config/git-address.ts';
import { GIT_TEST_ENV } from '../support/git.ts';
import { type GitServer, serveRepositories } from './git-server.ts';
import { type Workshop, contents, everything, openWorkshop, spyOnGit } from './workshop.ts';

const TOKEN = 'tok3n-S3cret/with+odd=signs';
let shop: Workshop;
let servers: GitServer[];
beforeEach(() => {
  shop = openWorkshop();
  servers = [];
  shop.repository('private').commit({ 'a.md': 'secret plans' });
});
afterEach(() => {
  for (const server of servers) server.close();
  shop.remove();
});

async function serve(options: Parameters<typeof serveRepositories>[1] = {}): Promise<GitServer> {
  const server = await serveRepositories(join(shop.folder, 'bare'), options);
  servers.push(server);
  return server;
}

/** Every form in which a token could show itself. */
const FORMS = [
  TOKEN,
  encodeURIComponent(TOKEN),
  Buffer.from(`x-access-token:${TOKEN}`).toString('base64'),
  Buffer.from(`bot:${TOKEN}`).toString('base64'),
];

describe('pull(config): tokens', () => {
  test('opens a repository with the token of its host, which is left in no argument, file, event or problem', async () => {
    const server = await serve({ login: `x-access-token:${TOKEN}` });
    const spy = spyOnGit(shop);
    const env = { ...GIT_TEST_ENV, PATH: spy.PATH, [tokenVariable(server.host)]: TOKEN, GIT_TRACE_CURL: '1', GIT_TRACE: '1' };
    const result = await shop.pull(`  - git: http://${server.host}/private.git`, { env });
    expect(result.problems).toEqual([]);
    expect(contents(result.snapshot.sources[0]?.files)).toEqual({ 'a.md': 'secret plans' });
    expect(spy.args()).toContain('fetch');
    for (const form of FORMS) {
      expect(everything(shop.folder).filter((text) => text.includes(form))).toEqual([]);
      expect(JSON.stringify([result.snapshot, result.events, result.problems])).not.toContain(form);
    }
  });

  test('takes a token that names its user, and a password in the address, without showing either', async () => {
    const server = await serve({ login: `bot:${TOKEN}` });
    const spy = spyOnGit(shop);
    const env = { ...GIT_TEST_ENV, PATH: spy.PATH, [tokenVariable(server.host)]: `bot:${TOKEN}` };
    expect((await shop.pull(`  - git: http://${server.host}/private.git`, { env })).stats).toMatchObject({ fetched: 1 });

    const written = await shop.pull(`  - git: http://bot:${encodeURIComponent(TOKEN)}@${server.host}/private.git`, {
      env: { ...GIT_TEST_ENV, PATH: spy.PATH },
      cache: join(shop.folder, 'other'),
    });
    expect(written.stats).toMatchObject({ fetched: 1 });
    expect(written.snapshot.sources[0]?.origin).toMatchObject({ url: `http://${server.host}/private.git` });
    const kept = everything(shop.folder).filter((text) => !text.startsWith(join(shop.folder, 'portal.yaml')));
    for (const form of FORMS) {
      expect(kept.filter((text) => text.includes(form))).toEqual([]);
      expect(JSON.stringify([written.snapshot, written.events, written.problems])).not.toContain(form);
    }
  });

  test('says that access was refused without token, and with a wrong one, which it does not repeat', async () => {
    const server = await serve({ login: 'bot:right' });
    const sources = `  - git: http://${server.host}/private.git`;
    const none = await shop.pull(sources);
    expect(none.problems[0]?.message).toContain('access was refused');
    const wrong = await shop.pull(sources, { env: { ...GIT_TEST_ENV, [tokenVariable(server.host)]: TOKEN } });
    expect(wrong.problems[0]?.message).toContain('access was refused');
    for (const form of FORMS) expect(JSON.stringify([wrong.problems, wrong.events])).not.toContain(form);
  });

  test.each([
    ['asks for a password', { login: 'never:granted' }, ['source/failed', 'source/failed']],
    ['answers without one', {}, []],
  ])('gives a token to no other host, not even one that its own host redirects to and that %s', async (_, options, rules) => {
    const other = await serve(options);
    const server = await serve({ redirect: `http://${other.host}` });
    const env = { ...GIT_TEST_ENV, [tokenVariable(server.host)]: TOKEN, GITHUB_TOKEN: TOKEN, GITLAB_TOKEN: TOKEN };
    const { problems } = await shop.pull(`  - git: http://${server.host}/private.git\n  - git: http://${other.host}/private.git`, { env });
    expect(problems.map(({ rule }) => rule)).toEqual(rules);
    expect(other.seen.length).toBeGreaterThan(1);
    expect(other.seen.filter((header) => header !== null)).toEqual([]);
  });

  test('does not send a token where none is asked for', async () => {
    const server = await serve();
    const env = { ...GIT_TEST_ENV, [tokenVariable(server.host)]: TOKEN };
    expect((await shop.pull(`  - git: http://${server.host}/private.git`, { env })).stats).toMatchObject({ fetched: 1 });
    expect(server.seen.filter((header) => header !== null)).toEqual([]);
  });
});
