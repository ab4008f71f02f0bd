// Tokens while a portal is built from the command line: in no argument of any process, in nothing that is printed, kept or published.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tokenVariable } from '../../src/config/git-address.ts';
import { callboard } from '../support/callboard.ts';
import { GIT_TEST_ENV } from '../support/git.ts';
import { slowedTo } from './git-faults.ts';
import { type GitServer, serveRepositories } from './git-server.ts';
import { type Workshop, everything, openWorkshop } from './workshop.ts';

const TOKEN = 'tok3n-S3cret/with+odd=signs';
/** Every form in which it could show itself. */
const FORMS = [TOKEN, encodeURIComponent(TOKEN), Buffer.from(`bot:${TOKEN}`).toString('base64')];

let shop: Workshop;
/** Two hosts: the token for one lies in the environment, that for the other stands in its address. */
let servers: GitServer[];
beforeEach(async () => {
  shop = openWorkshop();
  shop.repository('private').commit({
    'catalog-info.yaml':
      "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: a, annotations: { backstage.io/techdocs-ref: 'dir:.' } }\nspec: { type: service, lifecycle: production, owner: team }\n",
    'mkdocs.yml': 'site_name: A\n',
    'docs/index.md': '# Secret plans\n',
  });
  const options = { login: `bot:${TOKEN}`, fault: () => slowedTo(3_000) };
  servers = [await serveRepositories(join(shop.folder, 'bare'), options), await serveRepositories(join(shop.folder, 'bare'), options)];
});
afterEach(() => {
  for (const server of servers) server.close();
  shop.remove();
});

/** Looks at the arguments of all processes again and again until it is stopped; returns what it has seen. */
function watchArguments(): () => ReadonlySet<string> {
  const seen = new Set<string>();
  const timer = setInterval(() => {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      try {
        seen.add(readFileSync(`/proc/${name}/cmdline`, 'utf8'));
      } catch {
        // It has ended.
      }
    }
  }, 5);
  return () => {
    clearInterval(timer);
    return seen;
  };
}

function showing(texts: Iterable<string>): string[] {
  return [...texts].filter((text) => FORMS.some((form) => text.includes(form)));
}

describe.skipIf(!existsSync('/proc/self/cmdline'))('callboard with a token', () => {
  test('builds a portal that shows it nowhere', async () => {
    const hosts = servers.map(({ host }) => host);
    const [one = '', other = ''] = hosts;
    shop.config(
      `  - git: http://${one}/private.git\n  - git: http://bot:${encodeURIComponent(TOKEN)}@${other}/private.git\n    docs: docs`,
    );
    const [config, out, stats] = ['portal.yaml', 'dist', 'stats.json'].map((name) => join(shop.folder, name)) as [string, string, string];
    const stop = watchArguments();
    const { code, stdout, stderr } = await callboard(['build', '--config', config, '--out', out, '--stats', stats], {
      ...GIT_TEST_ENV,
      CALLBOARD_CACHE: shop.cache,
      [tokenVariable(one)]: `bot:${TOKEN}`,
    });
    const seen = stop();
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    const pages = ['docs/default/component/a/index.html', 'docs/private-2/index.html'];
    for (const page of pages) expect(readFileSync(join(out, page), 'utf8')).toContain('Secret plans');
    // The looks were quick enough to see git at work.
    for (const host of hosts) expect([...seen].some((text) => text.includes('remote-http') && text.includes(host))).toBe(true);
    expect(showing([...seen, stdout, stderr])).toEqual([]);
    // It stands where its author has written it, and nowhere else.
    expect(showing(everything(shop.folder)).map((text) => text.split('\n')[0])).toEqual([config]);
  });

  test('that is wrong does not repeat it, however much git is told to say', async () => {
    const wrong = `${TOKEN}-of-old`;
    const [host = ''] = servers.map((server) => server.host);
    shop.config(`  - git: http://${host}/private.git`);
    const ran = await callboard(['pull', '--config', join(shop.folder, 'portal.yaml')], {
      ...GIT_TEST_ENV,
      CALLBOARD_CACHE: shop.cache,
      [tokenVariable(host)]: wrong,
      GIT_TRACE_CURL: '1',
      GIT_CURL_VERBOSE: '1',
      GIT_TRACE: '1',
    });
    expect([ran.code, ran.stdout + ran.stderr]).toEqual([2, expect.stringContaining('access was refused')]);
    expect(showing([ran.stdout, ran.stderr, ...everything(shop.folder)])).toEqual([]);
    expect(ran.stdout + ran.stderr).not.toContain(Buffer.from(`x-access-token:${wrong}`).toString('base64'));
  });
});
