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
let server: GitServer;
beforeEach(async () => {
  shop = openWorkshop();
  shop.repository('private').commit({
    'catalog-info.yaml':
      "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: a, annotations: { backstage.io/techdocs-ref: 'dir:.' } }\nspec: { type: service, lifecycle: production, owner: team }\n",
    'mkdocs.yml': 'site_name: A\n',
    'docs/index.md': '# Secret plans\n',
  });
  server = await serveRepositories(join(shop.folder, 'bare'), { login: `bot:${TOKEN}`, fault: () => slowedTo(3_000) });
});
afterEach(() => {
  server.close();
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

describe.skipIf(!existsSync('/proc/self/cmdline'))('callboard build with a token', () => {
  test.each<[where: string, login: string, env: (host: string) => Record<string, string>]>([
    ['in the environment', '', (host) => ({ [tokenVariable(host)]: `bot:${TOKEN}` })],
    ['in the address', `bot:${encodeURIComponent(TOKEN)}@`, () => ({})],
  ])('%s shows it nowhere', async (_, login, env) => {
    shop.config(`  - git: http://${login}${server.host}/private.git`);
    const stop = watchArguments();
    const out = join(shop.folder, 'dist');
    const { code, stdout, stderr } = await callboard(
      ['build', '--config', join(shop.folder, 'portal.yaml'), '--out', out, '--stats', join(shop.folder, 'stats.json')],
      { ...GIT_TEST_ENV, CALLBOARD_CACHE: shop.cache, ...env(server.host) },
    );
    const seen = stop();
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    expect(readFileSync(join(out, 'docs/default/component/a/index.html'), 'utf8')).toContain('Secret plans');
    // The looks were quick enough to see git at work.
    expect([...seen].some((text) => text.includes('remote-http') && text.includes(server.host))).toBe(true);
    expect(showing([...seen, stdout, stderr])).toEqual([]);
    // The configuration is where its author has written it.
    expect(showing(everything(shop.folder)).map((text) => text.split('\n')[0])).toEqual(
      login === '' ? [] : [join(shop.folder, 'portal.yaml')],
    );
  });

  test('that is wrong does not repeat it', async () => {
    const wrong = `${TOKEN}-of-old`;
    shop.config(`  - git: http://${server.host}/private.git`);
    const ran = await callboard(['pull', '--config', join(shop.folder, 'portal.yaml')], {
      ...GIT_TEST_ENV,
      CALLBOARD_CACHE: shop.cache,
      [tokenVariable(server.host)]: wrong,
      GIT_TRACE_CURL: '1',
      GIT_CURL_VERBOSE: '1',
      GIT_TRACE: '1',
    });
    expect([ran.code, ran.stdout + ran.stderr]).toEqual([2, expect.stringContaining('access was refused')]);
    expect(showing([ran.stdout, ran.stderr, ...everything(shop.folder)])).toEqual([]);
    expect(ran.stdout + ran.stderr).not.toContain(Buffer.from(`x-access-token:${wrong}`).toString('base64'));
  });
});
