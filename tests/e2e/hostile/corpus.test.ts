// Hundreds of attacks through every syntax of docs, catalog and radar, built and opened in a browser: nothing runs, nothing is loaded from elsewhere.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../scripts/chromium.ts';
import { hrefOf } from '../../../src/docs/addresses.ts';
import { callboard } from '../../support/callboard.ts';
import { readHtmlPage } from '../../support/html-page.ts';
import { type ServedSite, serveSite } from '../../support/serve-site.ts';
import { VECTORS, after, hostileOrganisation, isApart } from './organisation.ts';
import { type Report, inWindows, newContext, tryOut, visit } from './visit.ts';

const folder = mkdtempSync(join(tmpdir(), 'callboard-corpus-'));
const dist = join(folder, 'dist');
let build: Awaited<ReturnType<typeof callboard>>;
let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  for (const [path, content] of Object.entries(hostileOrganisation())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  build = await callboard(['build', '--config', join(folder, 'portal.yaml'), '--out', dist], { CALLBOARD_CACHE: join(folder, 'cache') });
  site = await serveSite(dist);
  browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-dev-shm-usage'],
  });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true });
});

/** Mermaid's purifier reads labels into a document that is not shown; the browser tells of handlers and styles there, which never count. */
const PURIFIER = /^policy: (?:script-src-attr|style-src-elem) inline /;

const addressOf = (file: string) => hrefOf('/', `/${file}`).replace(/(^|\/)index\.html$/, '$1');
const pages = () => globSync('**/*.html', { cwd: dist }).sort();
const redirectOf = (file: string) => readHtmlPage(readFileSync(join(dist, file), 'utf8')).redirect;

describe('the corpus of attacks', () => {
  test('is large, and its names are its own', () => {
    expect(build.code, build.stderr).toBe(0);
    expect(VECTORS.length).toBeGreaterThan(300);
    expect(new Set(VECTORS.map(({ name }) => name)).size).toBe(VECTORS.length);
  });

  test('stands on its pages, and no attack hides another', () => {
    const html = pages()
      .filter((file) => file.includes('/attack-'))
      .map((file) => readFileSync(join(dist, file), 'utf8'))
      .join('\n');
    const files = Object.values(hostileOrganisation()).map(String);
    const onPages = VECTORS.filter((vector) => !isApart(vector) && files.some((text) => text.includes(`\n${after(vector.id)}\n`)));
    expect(onPages.length).toBeGreaterThan(200);
    expect(onPages.filter(({ id }) => !html.includes(`<p>${after(id)}</p>`)).map(({ name }) => name)).toEqual([]);
  });

  // Without the policy, so that it is the sanitising that holds; the policy is the second line.
  test.each([true, false])(
    'runs nothing, loads nothing, leaves nothing behind (policy switched off: %j)',
    { timeout: 600_000 },
    async (bypassCSP) => {
      const seen = new Set<string>();
      const report: Report = (what) => seen.add(what);
      const context = await newContext(browser, site.origin, bypassCSP, report);
      const files = [...pages().filter((file) => redirectOf(file) === null), ...globSync('**/*.svg', { cwd: dist }).sort()];
      // What the policy stops has got past the sanitiser, which the first pass sees: the second looks at every third page and all diagrams.
      const visited = bypassCSP ? files : files.filter((file, index) => index % 3 === 0 || /mermaid|diagram/.test(file));
      await inWindows(context, visited.map(addressOf), report, visit);
      await context.close();
      expect([...seen].filter((what) => !PURIFIER.test(what))).toEqual([]);
    },
  );

  test('sends nobody to anything but a page', () => {
    const redirects = pages().flatMap((file) => redirectOf(file) ?? []);
    expect(redirects.length).toBeGreaterThan(1);
    for (const address of redirects) expect(new URL(address, site.origin).protocol).toMatch(/^https?:$/);
  });

  test('leaves the portal as it works', { timeout: 300_000 }, async () => {
    const seen = new Set<string>();
    const report: Report = (what) => seen.add(what);
    const context = await newContext(browser, site.origin, false, report);
    const paths = pages().filter((file) => file.includes('/names-'));
    expect(paths.length).toBeGreaterThan(10);
    await inWindows(context, paths.map(addressOf), report, tryOut);
    await context.close();
    expect([...seen]).toEqual([]);
  });
});
