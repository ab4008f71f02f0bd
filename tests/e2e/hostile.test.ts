// A repository that attacks every way in, built and opened: nothing of it runs, nothing leaves the repository, nothing is loaded from elsewhere.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../scripts/chromium.ts';
import type { ProblemJson } from '../support/built-site.ts';
import { callboard } from '../support/callboard.ts';
import { type ServedSite, serveSite } from '../support/serve-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'callboard-hostile-'));
const dist = join(folder, 'dist');
const read = (path: string) => readFileSync(join(dist, path), 'utf8');
const pages = () => globSync('**/*.html', { cwd: dist }).sort();
let code: number | null = null;
let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  const variables = { CALLBOARD_CACHE: join(folder, 'cache') };
  ({ code } = await callboard(['build', '--config', 'tests/fixtures/portals/hostile/portal.yaml', '--out', dist], variables));
  site = await serveSite(dist);
  browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-dev-shm-usage'],
  });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true });
});

describe('a hostile organisation', () => {
  test('is built, and every attack is reported on its line', () => {
    expect(code).toBe(0);
    const problems = JSON.parse(read('api/problems.json')) as ProblemJson[];
    const found = problems.map(({ rule, place }) => `${place?.source}/${place?.path}:${place?.line} ${rule}`);
    expect(found).toEqual(
      expect.arrayContaining([
        'evil/catalog-info.yaml:13 entity/invalid-label',
        'evil/catalog-info.yaml:14 entity/invalid-tag',
        'evil/catalog-info.yaml:16 entity/unsafe-link',
        'evil/catalog-info.yaml:17 entity/unsafe-link',
        'evil/catalog-info.yaml:35 placeholder/outside',
        'evil/catalog-info.yaml:40 placeholder/missing',
        'evil/catalog-info.yaml:45 placeholder/missing',
        'evil/catalog-info.yaml:47 yaml/too-large',
        'evil/catalog-info.yaml:61 location/outside',
        'evil/catalog-info.yaml:65 entity/invalid-name',
        'evil/mkdocs.yml:7 docs/outside',
        'evil/mkdocs.yml:10 docs/include',
        'escape/mkdocs.yml:2 docs/outside',
        'escape/catalog-info.yaml:1 docs/unreachable-ref',
      ]),
    );
  });

  test('reads and writes nothing outside its repositories', () => {
    expect(existsSync('/tmp/hacked')).toBe(false);
    const text = globSync('**/*.{html,json,txt,svg,md}', { cwd: dist }).map(read).join('\n');
    expect(text).not.toContain('SECRET-MARKER');
    expect(text).not.toContain('root:x:0');
    expect(globSync('**/evil.{html,js}', { cwd: dist })).toEqual([]);
  });

  // Without the policy, so that it is the sanitising that holds; the policy is the second line.
  test.each([true, false])('runs nothing and loads nothing from elsewhere (policy switched off: %j)', async (bypassCSP) => {
    const context = await browser.newContext({ bypassCSP, baseURL: site.origin });
    const foreign: string[] = [];
    let hacked = 0;
    await context.exposeFunction('hacked', () => void hacked++);
    context.on('request', (request) => {
      if (!request.url().startsWith(site.origin) && !request.url().startsWith('data:image/')) foreign.push(request.url());
    });
    const page = await context.newPage();
    page.on('dialog', (dialog) => void dialog.dismiss());
    for (const path of [...pages(), ...globSync('**/*.svg', { cwd: dist })]) {
      await page.goto(`/${path}`);
      await page.mouse.move(300, 300);
      const live = await page.evaluate(
        () =>
          document.querySelectorAll(
            'main iframe, main object, main embed, main form[action^="javascript"], main [style], [onload], [onerror], [onclick]',
          ).length,
      );
      expect(live, path).toBe(0);
    }
    await page.waitForTimeout(200);
    expect({ hacked, foreign }).toEqual({ hacked: 0, foreign: [] });
    await context.close();
  });

  test('still shows what is harmless, and escapes the rest', () => {
    const entity = read('catalog/default/component/evil/index.html');
    expect(entity).toContain('&lt;script&gt;hacked()&lt;/script&gt;');
    const docs = pages().find((path) => path.startsWith('docs/default/component/evil/'));
    expect(docs === undefined ? '' : read(docs)).toContain('inside');
    expect(read('index.html')).toContain('<title>&quot;&gt;&lt;img');
  });
});
