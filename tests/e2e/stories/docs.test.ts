// Docs: the way through a site by its navigation, by previous and next, and down a page; code is copied as written.
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { readBuiltSite } from '../../support/built-site.ts';
import { PHONE, useBrowser } from '../browser.ts';
import { attributes, eventually, path } from '../reading.ts';

const browser = useBrowser();
const site = readBuiltSite(inject('dist'));
const docsPages = site.pages.filter(
  // Not the redirects, and not what the portal adds to each site: all pages as one, or as a list.
  (page) => page.startsWith('/docs/') && page !== '/docs/' && site.read(page).includes('class="docs-main"'),
);
const NAV = '.docs-nav nav';

/** The docs page with most of something, by its HTML. */
function mostOf(what: RegExp): string {
  // What a closed part hides cannot be clicked.
  const open = docsPages.map((page) => ({ page, html: site.read(page) })).filter(({ html }) => !/<article[^]*<details/.test(html));
  const counts = open.map(({ page, html }) => ({ page, count: html.match(what)?.length ?? 0 }));
  return counts.sort((a, b) => b.count - a.count)[0]?.page ?? '';
}

/** Home of the smallest docs site that has some pages to walk through. */
function smallSite(): string {
  const sites = Map.groupBy(docsPages, (page) => /^\/docs\/[^/]+\/[^/]+\/[^/]+\//.exec(page)?.[0] ?? '');
  return [...sites].filter(([home, pages]) => home !== '' && pages.length > 4).sort(([, a], [, b]) => a.length - b.length)[0]?.[0] ?? '';
}

const current = (page: Page) => attributes(page, `${NAV} [aria-current="page"]`, 'href');

describe('docs', () => {
  test('are walked through by next and back by previous, past every page of the navigation, each marking itself', async () => {
    const page = await browser.open(smallSite());
    const order = (await attributes(page, `${NAV} li a:not([rel="noopener"])`, 'href')).filter(
      (href, index, all) => all.indexOf(href) === index,
    );
    expect(order.length).toBeGreaterThan(3);
    const walked = [path(page)];
    for (;;) {
      expect(await current(page)).toEqual([path(page)]);
      const next = page.locator('.prevnext a[rel="next"]');
      if ((await next.count()) === 0 || walked.length > order.length) break;
      const href = await next.getAttribute('href');
      await next.click();
      await page.waitForURL(`**${href}`);
      walked.push(path(page));
    }
    expect(walked).toEqual(order);
    for (const address of walked.toReversed().slice(1)) {
      await page.locator('.prevnext a[rel="prev"]').click();
      await page.waitForURL(`**${address}`);
    }
    expect(await page.locator('.prevnext a[rel="prev"]').count()).toBe(0);
  });

  test('lead from "on this page" to each heading, below the top bar, and mark where the reader is', async () => {
    const page = await browser.open(mostOf(/class="toc-2"/g));
    const bar = (await page.locator('header.top').boundingBox())?.height ?? 0;
    const links = page.locator('[data-toc] a');
    const total = await links.count();
    expect(total).toBeGreaterThan(3);
    for (let index = 0; index < total; index++) {
      const link = links.nth(index);
      await link.focus();
      await page.keyboard.press('Enter');
      const id = decodeURIComponent((await link.getAttribute('href'))?.slice(1) ?? '');
      await eventually(() => decodeURIComponent(new URL(page.url()).hash)).toBe(`#${id}`);
      const heading = page.locator(`[id="${id}"]`);
      await eventually(async () => (await heading.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(bar - 1);
      expect(await heading.evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
    }
    await page.evaluate(() => scrollTo(0, 0));
    await eventually(() => links.first().getAttribute('aria-current')).toBe('true');
    expect(await page.locator('[data-toc] [aria-current]').count()).toBe(1);
  });

  test('have headings that link to themselves', async () => {
    const page = await browser.open(mostOf(/class="anchor"/g));
    const anchor = page.locator('.prose h2 .anchor').first();
    const href = await anchor.getAttribute('href');
    await anchor.focus();
    await page.keyboard.press('Enter');
    await eventually(() => new URL(page.url()).hash).toBe(href);
  });

  test('copy code as it is written, and say so', async () => {
    const page = await browser.open(mostOf(/<figure class="code"/g), { permissions: ['clipboard-read', 'clipboard-write'] });
    const figures = page.locator('figure.code:visible');
    for (const index of [0, (await figures.count()) - 1]) {
      const figure = figures.nth(index);
      await figure.scrollIntoViewIfNeeded();
      const button = figure.locator('button');
      await button.focus();
      await page.keyboard.press('Enter');
      await eventually(() => button.innerText()).toBe('Copied');
      const text = await figure.locator('code').evaluate((code) => code.textContent.trimEnd());
      expect(text).not.toBe('');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    }
  });

  test('fold their navigation away on a phone, and unfold it', async () => {
    const page = await browser.open(docsPages[0] ?? '', { viewport: PHONE });
    const link = page.locator(`${NAV} a`).last();
    await eventually(() => link.isVisible()).toBe(false);
    await page.locator('.docs-fold summary').click();
    expect(await link.isVisible()).toBe(true);
  });

  test('have wide tables and code that the keyboard scrolls', async () => {
    const page = await browser.open(mostOf(/<table/g), { viewport: PHONE });
    const silent = await page
      .locator('.prose *')
      .evaluateAll((all) =>
        all
          .filter(
            (one) =>
              one.scrollWidth > one.clientWidth + 1 &&
              ['auto', 'scroll'].includes(getComputedStyle(one).overflowX) &&
              one.getAttribute('tabindex') !== '0' &&
              one.querySelector('a, button') === null,
          )
          .map((one) => one.outerHTML.slice(0, 80)),
      );
    expect(silent).toEqual([]);
  });

  test('send addresses of entities that share a site to that site', async () => {
    const from = site.pages.find((page) => page.startsWith('/docs/') && site.read(page).includes('http-equiv="refresh"'));
    const page = await browser.open(from ?? '');
    await page.waitForURL((url) => url.pathname !== from);
    expect(docsPages).toContain(path(page));
  });
});
