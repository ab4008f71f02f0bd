// Diagrams that a server draws, and what pages show of other hosts: built, served, and opened under the policy of the pages.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../scripts/chromium.ts';
import type { ProblemJson } from '../support/built-site.ts';
import { callboard, hashTree } from '../support/callboard.ts';
import { type DrawingServer, startDrawingServer } from '../support/drawing-server.ts';
import { type ServedSite, serveSite } from '../support/serve-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'callboard-embeds-'));
const content = join(folder, 'content');
const dist = join(folder, 'dist');
const PLANTUML = readFileSync('tests/fixtures/docs/drawings/plantuml.svg', 'utf8');
const HOSTILE = readFileSync('tests/fixtures/docs/drawings/hostile.svg', 'utf8');
let drawing: DrawingServer;
let site: ServedSite;
let browser: Browser;

const build = (out: string, ...more: string[]) =>
  callboard(['build', '--config', join(content, 'portal.yaml'), '--out', out, ...more], { CALLBOARD_CACHE: join(folder, 'cache') });

beforeAll(async () => {
  drawing = await startDrawingServer();
  drawing.answer = ({ path, body }, response) => {
    if (body === 'broken') response.writeHead(400).end('Error 400: no element found');
    else response.end(path === '/d2/svg' ? HOSTILE : PLANTUML);
  };
  cpSync('tests/fixtures/portals/embeds', content, { recursive: true });
  const portal = join(content, 'portal.yaml');
  writeFileSync(portal, readFileSync(portal, 'utf8').replace('http://localhost:0', drawing.url));
  expect((await build(dist)).code).toBe(0);
  site = await serveSite(dist);
  browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-dev-shm-usage'],
  });
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await drawing?.close();
  rmSync(folder, { recursive: true });
});

interface Visit {
  readonly page: Page;
  /** Requests to other hosts; those of the player are answered, all others are not. */
  readonly foreign: string[];
  readonly complaints: string[];
}

async function visit(path: string, bypassCSP = false): Promise<Visit> {
  const context = await browser.newContext({ baseURL: site.origin, bypassCSP });
  const page = await context.newPage();
  const foreign: string[] = [];
  const complaints: string[] = [];
  await context.route(/^https?:\/\/(?!127\.0\.0\.1)/, (route) => {
    foreign.push(route.request().url());
    const own = new URL(route.request().url()).host === 'player.example';
    return own ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Film</title><h1>The film</h1>' }) : route.abort();
  });
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', (error) => void complaints.push(error.message));
  await page.goto(path, { waitUntil: 'load' });
  return { page, foreign, complaints };
}

const policyOf = async (page: Page): Promise<string> =>
  (await page.locator('meta[http-equiv="content-security-policy" i]').getAttribute('content')) ?? '';

describe('a frame of a host that is allowed', () => {
  test('is shown, tamed, and opens the policy of its page alone', async () => {
    const { page, foreign, complaints } = await visit('/docs/guide/allowed/');
    const frame = page.locator('iframe');
    expect(await frame.getAttribute('sandbox')).toContain('allow-scripts');
    expect(await frame.getAttribute('loading')).toBe('lazy');
    await page.frameLocator('iframe').getByRole('heading', { name: 'The film' }).waitFor();
    expect(foreign).toEqual(['https://player.example/embed/42']);
    expect(complaints).toEqual([]);
    const box = await frame.boundingBox();
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(16 / 9, 1);
    expect(await policyOf(page)).toContain('frame-src https://player.example;');
    expect(await policyOf(page)).toContain("media-src 'self' https://player.example;");
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const narrow = await frame.boundingBox();
    expect((narrow?.width ?? 0) / (narrow?.height ?? 1)).toBeCloseTo(16 / 9, 1);
    await page.context().close();
  });

  test.each(['/docs/guide/', '/docs/guide/own/', '/docs/guide/forbidden/', '/'])('opens no policy elsewhere: %s', async (path) => {
    const { page } = await visit(path);
    expect(await policyOf(page)).not.toMatch(/frame-src|https:/);
    await page.context().close();
  });
});

describe('what a host shows that is not allowed', () => {
  test.each([false, true])('is a link, and nothing is asked for (policy switched off: %j)', async (bypassCSP) => {
    const { page, foreign, complaints } = await visit('/docs/guide/forbidden/', bypassCSP);
    expect(await page.locator('iframe, video').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Somewhere else' }).getAttribute('href')).toBe('https://tracker.example/embed');
    expect(await page.getByRole('link', { name: 'film.mp4' }).getAttribute('href')).toBe('https://tracker.example/film.mp4');
    expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
    await page.context().close();
  });
});

test('films of the repository are played from the site, with their captions', async () => {
  const { page } = await visit('/docs/guide/own/');
  const sizes = await page.evaluate(async () => (await fetch('/docs/guide/film.webm')).headers.get('content-type'));
  expect(sizes).toBe('video/webm');
  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    for (const track of video.textTracks) track.mode = 'showing';
  });
  await expect.poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.textTracks[0]?.cues?.length ?? 0)).toBe(1);
  await page.context().close();
});

test.each(['/docs/guide/', '/docs/guide/allowed/', '/docs/guide/own/'])(
  '%s breaks no rule of WCAG 2.2 AA',
  { timeout: 120_000 },
  async (path) => {
    const { page } = await visit(path);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const found = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .setLegacyMode()
        .analyze();
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`)).toEqual([]);
    }
    await page.context().close();
  },
);

describe('diagrams of a server', () => {
  test.each([false, true])('are drawn in the page, and nothing in them acts (policy switched off: %j)', async (bypassCSP) => {
    const { page, foreign, complaints } = await visit('/docs/guide/', bypassCSP);
    const drawings = page.locator('.diagram.drawn > svg');
    expect(await drawings.count()).toBe(3);
    expect(await drawings.first().getAttribute('aria-label')).toBe('Booking asks Payments');
    expect(await drawings.first().locator('text', { hasText: 'Booking' }).first().isVisible()).toBe(true);
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    // The shadow of a box is a filter of the same drawing.
    const filter = (await drawings.nth(1).locator('rect[filter]').first().getAttribute('filter')) ?? '';
    expect(ids).toContain(/#([^)]+)/.exec(filter)?.[1]);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.locator('main :is(script, iframe, foreignObject, animate, [style], [onload], [onclick])').count()).toBe(0);
    expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
    await page.context().close();
  });

  test('have their source below them, for the keyboard and without scripts', async () => {
    const context = await browser.newContext({ baseURL: site.origin, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/docs/guide/');
    const source = page.locator('figure.code').first();
    expect(await source.locator('pre').isVisible()).toBe(false);
    await source.getByText('Source').focus();
    await page.keyboard.press('Enter');
    expect(await source.locator('pre').innerText()).toContain('Booking -> Payments: authorise');
    await context.close();
  });

  test('that are not valid stay as source and are reported on their line', () => {
    const problems = JSON.parse(readFileSync(join(dist, 'api/problems.json'), 'utf8')) as ProblemJson[];
    expect(problems.filter(({ rule }) => rule === 'docs/bad-diagram')).toEqual([
      expect.objectContaining({
        message: 'The diagram cannot be drawn: no element found.',
        place: { source: 'guide', path: 'index.md', line: 15, column: 1 },
      }),
    ]);
    expect(readFileSync(join(dist, 'docs/guide/index.html'), 'utf8')).toContain('This diagram cannot be drawn. Its source:');
  });

  test('are not asked for again, and are there without network', { timeout: 300_000 }, async () => {
    const before = drawing.asked.length;
    expect(before).toBe(4);
    const again = join(folder, 'again');
    expect((await build(again, '--offline')).code).toBe(0);
    expect(drawing.asked).toHaveLength(before);
    expect([...hashTree(again)].filter(([file, hash]) => hashTree(dist).get(file) !== hash)).toEqual([]);
  });
});
