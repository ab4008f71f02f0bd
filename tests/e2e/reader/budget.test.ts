// A page of docs is light: what it loads of scripts and styles, at first and when it has been idle for a while.
import { expect, inject, test } from 'vitest';
import { readBuiltSite } from '../../support/built-site.ts';
import { useBrowser } from '../browser.ts';
import { BUDGET, bytesLoaded } from './loaded.ts';

const browser = useBrowser();
const site = readBuiltSite(inject('dist'));
const docsPages = site.pages
  .map((address) => ({ address, html: site.read(address) }))
  .filter(({ html }) => html.includes('class="docs-main"') && !html.includes('mermaid-source'));

/** The page with most of something, without diagrams. */
function pageWith(what: RegExp): string {
  const count = (html: string) => html.match(what)?.length ?? 0;
  return docsPages.toSorted((a, b) => count(b.html) - count(a.html))[0]?.address ?? '';
}

test.each([
  { sort: 'much code', path: pageWith(/<figure class="code/g) },
  { sort: 'many headings', path: pageWith(/class="toc-/g) },
  { sort: 'pictures', path: pageWith(/<img /g) },
])('a docs page with $sort loads no more scripts and styles than it may: $path', async ({ path }) => {
  const page = await browser.open(path);
  await page.keyboard.press('End');
  const sizes = await bytesLoaded(page, site.folder);
  for (const [type, most] of Object.entries(BUDGET)) {
    expect(sizes[type], type).toBeGreaterThan(1000);
    expect(sizes[type], type).toBeLessThanOrEqual(most);
  }
});
