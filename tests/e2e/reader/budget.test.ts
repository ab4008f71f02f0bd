// How much a page of docs loads: the bytes of everything that was really requested, compressed as a server would compress them.
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { readBuiltSite } from '../../support/built-site.ts';
import { useBrowser } from '../browser.ts';

/** Compressed bytes that a page without diagrams may load, by the type of what is loaded. Fonts are not counted. */
const BUDGET = { script: 15 * 1024, stylesheet: 25 * 1024 } as const;
/** How long scripts may take to come up with more once the page has settled. */
const IDLE = 1_500;

const browser = useBrowser();
const site = readBuiltSite(inject('dist'));
const docsPages = site.pages.filter((page) => site.read(page).includes('class="docs-main"'));

/** The page with most of something, without diagrams. */
function pageWith(what: RegExp): string {
  const pages = docsPages.map((address) => ({ address, html: site.read(address) })).filter(({ html }) => !html.includes('mermaid-source'));
  return pages.sort((a, b) => (b.html.match(what)?.length ?? 0) - (a.html.match(what)?.length ?? 0))[0]?.address ?? '';
}

const PAGES = [
  { sort: 'with much code', path: pageWith(/<figure class="code/g) },
  { sort: 'with folding blocks', path: pageWith(/<details/g) },
  { sort: 'with many headings', path: pageWith(/class="toc-/g) },
];

/** Opens a page and returns the compressed bytes of each type of file that it asks for, until long after it has settled. */
async function loadedBy(path: string, use?: (page: Page) => Promise<unknown>): Promise<Map<string, number>> {
  const page = await browser.open('/search/');
  const answers: Response[] = [];
  page.on('response', (response) => answers.push(response));
  // A new page in the same window would find files in its cache.
  await page.route('**/*', (route) => route.continue());
  await page.goto(path, { waitUntil: 'networkidle' });
  await use?.(page);
  await page.evaluate((idle) => new Promise((done) => requestIdleCallback(() => setTimeout(done, idle))), IDLE);
  const sizes = new Map<string, number>();
  for (const answer of answers) {
    const type = answer.request().resourceType();
    const bytes = gzipSync(await answer.body(), { level: 6 }).length;
    sizes.set(type, (sizes.get(type) ?? 0) + bytes);
  }
  return sizes;
}

describe.each(PAGES)('a docs page $sort: $path', ({ path }) => {
  test('loads no more scripts and styles than it may, at first and afterwards', async () => {
    const sizes = await loadedBy(path);
    expect(sizes.get('document')).toBeGreaterThan(1000);
    for (const [type, most] of Object.entries(BUDGET)) {
      expect(sizes.get(type), type).toBeGreaterThan(1000);
      expect(sizes.get(type), type).toBeLessThanOrEqual(most);
    }
  });

  test('has all it needs to enlarge, unfold and scroll within the same bounds', async () => {
    const sizes = await loadedBy(path, async (page) => {
      const unfold = page.locator('[data-expand]');
      if ((await unfold.count()) > 0) await unfold.click();
      await page.keyboard.press('End');
    });
    expect(sizes.get('script')).toBeLessThanOrEqual(BUDGET.script);
  });
});
