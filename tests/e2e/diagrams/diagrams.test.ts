// A page with a diagram of every type that Mermaid draws, built and opened: drawn under the policy, in both themes, and readable without scripts.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../scripts/chromium.ts';
import { callboard } from '../../support/callboard.ts';
import { type ServedSite, serveSite } from '../../support/serve-site.ts';
import { EXAMPLES } from './examples.ts';
import { type Drawing, readDrawings } from './read-drawings.ts';

/** What a library says of itself on any page. */
const CHATTER = /Cytoscape container has style position:static/;

const fence = (source: string) => `\`\`\`mermaid\n${source}\n\`\`\`\n`;
const FILES = {
  'portal.yaml': 'title: Diagrams\nsources:\n  - path: repo\n    docs: .\n',
  'repo/mkdocs.yml': 'site_name: Diagrams\n',
  'repo/docs/index.md': `# Diagrams\n\n${EXAMPLES.map(({ name, source }) => `## ${name}\n\n${fence(source)}`).join('\n')}`,
  'repo/docs/wrong.md': `# Wrong\n\n${fence('flowchart TD\n  A[[[ --> ')}\n${fence('flowchart LR\n  Start --> End')}\n=== "One"\n\n    First\n\n=== "Two"\n\n    Second\n`,
  'repo/docs/far.md': `# Far\n\n${'Words.\n\n'.repeat(120)}${fence('flowchart LR\n  Start --> End')}`,
};

const folder = mkdtempSync(join(tmpdir(), 'callboard-diagrams-'));
let site: ServedSite;
let browser: Browser;
let faults: string[] = [];

beforeAll(async () => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const args = ['build', '--config', join(folder, 'portal.yaml'), '--out', join(folder, 'dist')];
  const { code, stderr } = await callboard(args, { CALLBOARD_CACHE: join(folder, 'cache') });
  expect(code, stderr).toBe(0);
  site = await serveSite(join(folder, 'dist'));
  browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-dev-shm-usage'],
  });
}, 120_000);
afterEach(() => {
  const seen = faults;
  faults = [];
  expect([...new Set(seen)]).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true });
});

/** Opens a page in a window so high that everything on it is in view. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: site.origin,
    viewport: { width: 1280, height: 24_000 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(120_000);
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !CHATTER.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin) && !request.url().startsWith('data:')) faults.push(request.url());
  });
  await page.goto(path, { waitUntil: 'load' });
  return page;
}

/** Waits until each figure is drawn or says that it cannot be. */
async function drawn(page: Page): Promise<Drawing[]> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('figure.mermaid-source')].every((figure) => figure.querySelector('.diagram, .diagram-note') !== null),
  );
  return page.evaluate(readDrawings);
}

const index = (name: string) => EXAMPLES.findIndex((example) => example.name === name);

describe('diagrams on a page', { timeout: 180_000 }, () => {
  test.each(['light', 'dark'] as const)('are drawn, named and can be read, whatever their type (%s)', async (colorScheme) => {
    const page = await open('/docs/repo/', { colorScheme });
    const drawings = await drawn(page);
    expect(drawings).toHaveLength(EXAMPLES.length);
    for (const [number, { name, shows, called }] of EXAMPLES.entries()) {
      const drawing = drawings[number];
      expect(drawing?.name, name).toBe(called);
      for (const words of shows) expect(drawing?.text.replace(/\s+/g, ''), `${name} shows "${words}"`).toContain(words.replace(/\s+/g, ''));
      expect(drawing?.cutOff, `what of ${name} is cut off`).toEqual([]);
      expect(drawing?.pale, `words of ${name} that cannot be read`).toEqual([]);
    }
    await page.context().close();
  });

  test('have the words of boxes in their middle, and lines pass under the words beside them', async () => {
    const page = await open('/docs/repo/');
    await drawn(page);
    const measured = await page.evaluate(
      ([state, useCase]) => {
        const figures = [...document.querySelectorAll('figure.mermaid-source')];
        const middle = (element: Element | null | undefined) => {
          const box = element?.getBoundingClientRect();
          return box === undefined ? Number.NaN : box.left + box.width / 2;
        };
        const off = (figure: Element | undefined, node: string) =>
          [...(figure?.querySelectorAll(node) ?? [])].map((one) =>
            Math.abs(middle(one.querySelector('text')) - middle(one.querySelector('.label-container'))),
          );
        const behind = [...(figures[state ?? 0]?.querySelectorAll('.edgeLabel rect.background') ?? [])].map((one) => getComputedStyle(one));
        return {
          state: off(figures[state ?? 0], '.node.statediagram-state'),
          useCase: off(figures[useCase ?? 0], '.node.usecase-element'),
          opacity: behind.map(({ opacity }) => opacity),
          fill: behind.map(({ fill }) => fill),
        };
      },
      [index('state'), index('use case')],
    );
    expect(measured.state.length).toBeGreaterThan(2);
    expect(Math.max(...measured.state, ...measured.useCase)).toBeLessThan(2);
    expect(measured.opacity.length).toBeGreaterThan(2);
    expect(new Set(measured.opacity)).toEqual(new Set(['1']));
    expect(measured.fill).not.toContain('none');
    await page.context().close();
  });

  test('change their colours with the theme, and leave no styles behind', async () => {
    const page = await open('/docs/repo/wrong/', { colorScheme: 'light' });
    await drawn(page);
    const look = () =>
      page.evaluate(() => ({
        fill: getComputedStyle(document.querySelector('.diagram .node rect') ?? document.body).fill,
        sheets: document.adoptedStyleSheets.length,
      }));
    const before = await look();
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
    await expect.poll(async () => (await look()).fill, { timeout: 30_000 }).not.toBe(before.fill);
    expect((await look()).sheets).toBe(before.sheets);
    await page.context().close();
  });

  test('are only drawn when they come into view', async () => {
    const page = await open('/docs/repo/far/', { viewport: { width: 360, height: 740 } });
    await page.waitForTimeout(500);
    expect(await page.locator('.diagram').count()).toBe(0);
    await page.locator('figure.mermaid-source').scrollIntoViewIfNeeded();
    await page.locator('.diagram svg').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.context().close();
  });

  test('that are wrong say so and show their source; the rest of the page works', async () => {
    const page = await open('/docs/repo/wrong/');
    const [wrong, right] = await drawn(page);
    expect(wrong).toMatchObject({ note: 'This diagram cannot be drawn. Its source:', svg: false });
    expect(right).toMatchObject({ note: null, svg: true });
    await expect.poll(() => page.getByText('A[[[').isVisible()).toBe(true);
    await page.getByRole('tab', { name: 'Two' }).click();
    expect(await page.getByText('Second').isVisible()).toBe(true);
    expect(await page.locator('body > [id^="dDiagram"], body > .mermaidTooltip').count()).toBe(0);
    await page.context().close();
  });

  test('are their sources without scripts', async () => {
    const page = await open('/docs/repo/', { javaScriptEnabled: false });
    const sources = await page.locator('figure.mermaid-source pre code').allInnerTexts();
    expect(sources.map((source) => source.replace(/\s+/g, ' ').trim())).toEqual(
      EXAMPLES.map(({ source }) => source.replace(/\s+/g, ' ').trim()),
    );
    await page.context().close();
  });
});
