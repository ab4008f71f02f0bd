// What a reader does with a page of docs: another size of text, everything unfolded, a picture enlarged, a fault reported.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PHONE, useBrowser } from '../browser.ts';
import { eventually, path } from '../reading.ts';
import { BUDGET, bytesLoaded } from './loaded.ts';
import { buildReaderSite } from './reader-site.ts';

const site = await buildReaderSite();
const browser = useBrowser(site.origin);
const HOME = '/docs/handbook/';

const fontOf = (page: Page) =>
  page
    .locator('.prose p')
    .first()
    .evaluate((text) => {
      // What the eye sees: the height of a line, sizes of all boxes around it included.
      const range = document.createRange();
      range.selectNodeContents(text.firstChild ?? text);
      return range.getClientRects()[0]?.height ?? 0;
    });

describe('the size of the text', () => {
  test('is chosen by mouse or arrow keys, is remembered, and is there before the first paint', async () => {
    const page = await browser.open(HOME);
    const normal = await fontOf(page);
    await page.locator('.text-sizes .size-large').click();
    const large = await fontOf(page);
    expect(large).toBeGreaterThan(normal);
    await page.reload();
    expect(await fontOf(page)).toBe(large);
    expect(await page.locator('.text-sizes input:checked').inputValue()).toBe('large');
    expect(
      await page.evaluate(
        () => document.documentElement.outerHTML.indexOf('theme.js') < document.documentElement.outerHTML.indexOf('<body'),
      ),
    ).toBe(true);
    await page.locator('.text-sizes input:checked').focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.text-sizes input:checked').inputValue()).toBe('small');
    expect(await fontOf(page)).toBeLessThan(normal);
  });

  test('changes nothing around the text, and nothing elsewhere', async () => {
    const page = await browser.open(HOME);
    const bar = () => page.locator('header.top').boundingBox();
    const nav = () => page.locator('.docs-nav').boundingBox();
    const before = [await bar(), await nav()];
    await page.locator('.text-sizes .size-large').click();
    expect([await bar(), await nav()]).toEqual(before);
  });

  test('keeps the reader where they are', async () => {
    const page = await browser.open(`${HOME}folding/`);
    const line = page.locator('.prose > p').nth(30);
    await line.evaluate((element) => scrollBy(0, element.getBoundingClientRect().top - 60));
    const top = async () => Math.round((await line.boundingBox())?.y ?? 0);
    const before = await top();
    await page.locator('.text-sizes input[value="large"]').evaluate((input: HTMLInputElement) => input.click());
    expect(Math.abs((await top()) - before)).toBeLessThan(30);
  });

  test('is not offered where nothing can change it', async () => {
    const page = await browser.open(HOME, { javaScriptEnabled: false });
    expect(await page.locator('.docs-tools').isVisible()).toBe(false);
  });
});

describe('folding blocks', () => {
  const open = (page: Page) => page.locator('.prose details').evaluateAll((all) => all.map((one) => (one as HTMLDetailsElement).open));

  test('open and close all at once, and the button says which', async () => {
    const page = await browser.open(`${HOME}folding/`);
    const button = page.locator('[data-expand]');
    expect(await open(page)).toEqual([false, false, false]);
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await open(page)).toEqual([true, true, true]);
    expect(await button.innerText()).toBe('Collapse all');
    await page.locator('.prose summary').first().click();
    await eventually(() => button.innerText()).toBe('Expand all');
    await button.click();
    await button.click();
    expect(await open(page)).toEqual([false, false, false]);
  });

  test('have no button on pages without any', async () => {
    const page = await browser.open(HOME);
    expect(await page.locator('[data-expand]').count()).toBe(0);
  });

  test('open for what a link leads to, on arrival and on the page, also twice', async () => {
    const page = await browser.open(`${HOME}folding/#deep-inside`);
    const deep = page.locator('#deep-inside');
    await eventually(() => deep.isVisible()).toBe(true);
    expect(await deep.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);
    await page.goto(`${site.origin}${HOME}`);
    await page.locator('.prose a', { hasText: 'folding' }).click();
    await page.waitForURL('**/folding/#inside');
    await eventually(() => page.locator('#inside').isVisible()).toBe(true);
  });

  test('are open on paper, and as they were afterwards', async () => {
    const page = await browser.open(`${HOME}folding/`);
    await page.locator('.prose summary').first().click();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await open(page)).toEqual([true, true, true]);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await open(page)).toEqual([true, false, false]);
  });

  test('tabs that are not shown are found by the browser, and then shown', async () => {
    const page = await browser.open(`${HOME}folding/`);
    const hidden = page.locator('.tab', { hasText: 'periwinkle' });
    expect(await hidden.isVisible()).toBe(false);
    expect(await hidden.getAttribute('hidden')).toBe('until-found');
    await hidden.evaluate((tab) => tab.dispatchEvent(new Event('beforematch', { bubbles: true })));
    expect(await hidden.isVisible()).toBe(true);
    expect(await page.locator('[role=tab][aria-selected="true"]').innerText()).toBe('pnpm');
  });
});

describe('pictures', () => {
  const DIALOG = '.zoom-dialog[open]';
  const widthOf = async (page: Page, selector: string) => (await page.locator(selector).boundingBox())?.width ?? 0;

  test.each([
    { how: 'Enter and Escape', open: 'Enter', close: (page: Page) => page.keyboard.press('Escape') },
    { how: 'Space and the button', open: ' ', close: (page: Page) => page.keyboard.press('Enter') },
    { how: 'a click and a click', open: null, close: (page: Page) => page.mouse.click(640, 400) },
  ])('that are shown smaller than they are open large by $how, named by their text, and give the focus back', async ({ open, close }) => {
    const page = await browser.open(`${HOME}pictures/`);
    const image = page.locator('img.zoomable');
    await eventually(() => image.count()).toBe(1);
    expect(await image.getAttribute('aria-label')).toBe('Enlarge the picture: A wide chart');
    const small = await widthOf(page, 'img.zoomable');
    if (open === null) await image.click();
    else {
      await image.focus();
      await page.keyboard.press(open);
    }
    await page.waitForSelector(DIALOG);
    expect(await widthOf(page, `${DIALOG} img`)).toBeGreaterThan(small * 1.5);
    expect(await page.locator(`${DIALOG} .zoom-caption`).innerText()).toBe('A wide chart');
    await close(page);
    await eventually(() => page.locator('dialog.zoom-dialog').count()).toBe(0);
    expect(await image.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('that are linked, or as large as they are, stay what they were', async () => {
    const page = await browser.open(`${HOME}pictures/`);
    await eventually(() => page.locator('img.zoomable').count()).toBe(1);
    const others = page.locator('.prose img:not(.zoomable)');
    expect(await others.count()).toBe(2);
    expect(await others.evaluateAll((all) => all.map((one) => one.getAttribute('role') ?? one.getAttribute('tabindex')))).toEqual([
      null,
      null,
    ]);
  });

  test('can be moved in where the window is no larger than they are', async () => {
    const page = await browser.open(`${HOME}pictures/`, { viewport: PHONE, isMobile: true, hasTouch: true });
    await page.locator('img.zoomable').tap();
    await page.waitForSelector(DIALOG);
    expect(await page.locator('.zoom-scroller').evaluate((box) => box.scrollWidth > box.clientWidth * 1.5)).toBe(true);
    // Nothing is out of reach on the left.
    expect(((await page.locator('.zoom-view').boundingBox())?.x ?? -1) >= 0).toBe(true);
  });

  test('need no more scripts than a page of docs may load', async () => {
    const page = await browser.open(`${HOME}pictures/`);
    await page.locator('img.zoomable').click();
    await page.waitForSelector(DIALOG);
    const sizes = await bytesLoaded(page, site.folder);
    expect(sizes['.js']).toBeGreaterThan(1000);
    expect(sizes['.js']).toBeLessThanOrEqual(BUDGET['.js']);
    expect(sizes['.css']).toBeLessThanOrEqual(BUDGET['.css']);
  });

  test('a drawing is lent to the dialog and comes back', async () => {
    const page = await browser.open(`${HOME}pictures/`);
    const drawing = page.locator('.diagram > svg');
    const small = await widthOf(page, '.diagram > svg');
    const ids = await drawing.evaluate((svg) => [...svg.querySelectorAll('[id]')].map(({ id }) => id));
    await page.locator('.zoom-open').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector(`${DIALOG} svg`);
    expect(await widthOf(page, `${DIALOG} .zoom-view > svg`)).toBeGreaterThan(small * 1.5);
    expect(await page.locator(`${DIALOG} .zoom-caption`).innerText()).toBe('How it flows');
    expect(await page.evaluate((all) => all.filter((id) => document.querySelectorAll(`[id="${id}"]`).length !== 1), ids)).toEqual([]);
    await page.keyboard.press('Escape');
    await eventually(() => drawing.count()).toBe(1);
    expect(await widthOf(page, '.diagram > svg')).toBe(small);
    expect(await page.locator('.zoom-open').evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('reporting an issue', () => {
  const BUTTON = '.report-selection';
  /** Selects the words of a paragraph that stands in the article. */
  const select = (page: Page, words: string) =>
    page.evaluate((words) => {
      const walker = document.createTreeWalker(document.querySelector('article') as Node, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.textContent?.indexOf(words) ?? -1;
        if (at < 0) continue;
        getSelection()?.setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
        return;
      }
    }, words);
  const filledIn = (href: string | null) => {
    const { origin, pathname, searchParams } = new URL(href ?? '');
    return { form: origin + pathname, title: searchParams.get('title'), body: searchParams.get('body') };
  };

  test('starts at selected words, near them, with page and file, and ends with the selection', async () => {
    const page = await browser.open(HOME);
    expect(await page.locator(BUTTON).count()).toBe(0);
    await select(page, 'refunds take three days');
    const button = page.locator(BUTTON);
    await button.waitFor();
    expect(filledIn(await button.getAttribute('href'))).toEqual({
      form: 'https://github.com/acme/handbook/issues/new',
      title: 'Docs: Handbook',
      body: `> refunds take three days\n\nPage: ${site.origin}${HOME}\nFile: https://github.com/acme/handbook/blob/main/docs/index.md\n\n`,
    });
    const box = await button.boundingBox();
    const end = await page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().bottom ?? 0);
    expect((box?.y ?? 0) - end).toBeGreaterThan(0);
    expect((box?.y ?? 0) - end).toBeLessThan(30);
    // Pressing the mouse on it must not end the selection before the click.
    await page.mouse.move((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
    await page.mouse.down();
    await page.waitForTimeout(400);
    expect(await button.count()).toBe(1);
    await page.mouse.move(5, 5);
    await page.mouse.up();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await eventually(() => button.count()).toBe(0);
  });

  test('is the next stop of the Tab key, and Escape gives it up', async () => {
    const page = await browser.open(HOME);
    await page.locator('.prose a').first().focus();
    await select(page, 'Überfahrt');
    await page.locator(BUTTON).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.locator(BUTTON).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator(BUTTON).count()).toBe(0);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('Überfahrt');
  });

  test('is not offered for what is selected outside of the text', async () => {
    const page = await browser.open(HOME);
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('.docs-side') as Node));
    await page.waitForTimeout(500);
    expect(await page.locator(BUTTON).count()).toBe(0);
  });

  test('works without scripts as a link', async () => {
    const page = await browser.open(`${HOME}runbooks/7/`, { javaScriptEnabled: false });
    const link = page.locator('.docs-meta a', { hasText: 'Report an issue' });
    expect(filledIn(await link.getAttribute('href'))).toMatchObject({
      title: 'Docs: Runbook 7',
      body: `Page: ${HOME}runbooks/7/\nFile: https://github.com/acme/handbook/blob/main/docs/runbooks/7.md\n\n`,
    });
  });
});

describe('a site that is larger than a page shows', () => {
  test('shows a part of its navigation with the page in view, and leads to all pages', async () => {
    const page = await browser.open(`${HOME}runbooks/60/`);
    const lines = page.locator('.docs-nav nav li');
    expect(await lines.count()).toBeLessThan(60);
    const here = await page.locator('.docs-nav [aria-current]').boundingBox();
    expect(here?.y).toBeGreaterThan(200);
    expect(here?.y).toBeLessThan(600);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.locator('.docs-nav a', { hasText: 'more before' }).click();
    await page.waitForURL(`**${HOME}contents/`);
    const all = page.locator('main a');
    expect(await all.filter({ hasText: /^Runbook \d+$/ }).count()).toBe(120);
    await all.filter({ hasText: 'Outside of the nav' }).click();
    await page.waitForURL(`**${HOME}outside/`);
  });

  test('writes pages of one size, wherever they stand in the navigation', () => {
    const size = (name: string) => readFileSync(join(site.folder, `docs/handbook/${name}/index.html`)).length;
    const sizes = ['runbooks/0', 'runbooks/60', 'runbooks/119'].map(size);
    expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(1.1);
    expect(Math.max(...sizes)).toBeLessThan(40_000);
  });

  test('stands on one page, whose contents and links lead to its parts, and which search engines leave alone', async () => {
    const page = await browser.open(HOME);
    await page.locator('.docs-nav a', { hasText: 'Print this site' }).click();
    await page.waitForURL(`**${HOME}print/`);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    expect(await page.locator('[data-pagefind-body]').count()).toBe(0);
    expect(await page.locator('.book-page').count()).toBe(124);
    await page.locator('.book-page a', { hasText: 'the last runbook' }).click();
    expect(path(page)).toBe(`${HOME}print/`);
    const title = page.locator('.book-page:target [data-level="1"]');
    expect(await title.innerText()).toContain('Runbook 119');
    expect(await title.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);
    expect(await page.locator('.book-page details:not([open])').count()).toBe(0);
  });

  test('asks the printer when told to', async () => {
    const page = await browser.open(`${HOME}print/`);
    const printed = page.evaluate(() => new Promise((done) => (globalThis.print = () => done(true))));
    await page.locator('[data-print]').click();
    expect(await printed).toBe(true);
  });
});
