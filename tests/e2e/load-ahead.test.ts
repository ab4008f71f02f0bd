// Pages are loaded ahead when a link is about to be followed, and not where that is unwelcome.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventually } from './reading.ts';
import { DESKTOP, useBrowser } from './browser.ts';

const browser = useBrowser();
const SECTION = 'header nav.sections a[href="/docs/"]';
/** Longer than a pointer has to rest. */
const A_WHILE = 300;

/** Collects what a page asks for from now on. */
function listen(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  return asked;
}

/** Tells the page about its connection what a browser would tell. */
function pretend(page: Page, connection: object): Promise<void> {
  return page.evaluate((value) => {
    Object.defineProperty(navigator, 'connection', { value, configurable: true });
  }, connection);
}

describe('a page', () => {
  test('is loaded once the pointer rests on a link to it, and only once', async () => {
    const page = await browser.open('/');
    const asked = listen(page);
    await page.hover(SECTION);
    await eventually(() => [...asked]).toEqual(['/docs/']);
    await page.hover('h1');
    await page.hover(SECTION);
    await page.waitForTimeout(A_WHILE);
    expect(asked).toEqual(['/docs/']);
    await page.click(SECTION);
    await page.waitForURL('**/docs/');
    expect(await page.title()).toMatch(/^Docs/);
  });

  test('is loaded for those who use the keyboard', async () => {
    const page = await browser.open('/');
    const asked = listen(page);
    await page.focus(SECTION);
    await eventually(() => [...asked]).toEqual(['/docs/']);
  });

  test('is loaded at the touch, before the finger has left', async () => {
    const page = await browser.open('/', { hasTouch: true });
    const asked = listen(page);
    await page.locator(SECTION).dispatchEvent('pointerdown', { bubbles: true });
    await eventually(() => [...asked]).toEqual(['/docs/']);
  });

  test.each([
    ['a reader who saves data', { saveData: true, effectiveType: '4g' }],
    ['a slow connection', { saveData: false, effectiveType: '2g' }],
  ])('is not loaded ahead for %s', async (_, connection) => {
    const page = await browser.open('/');
    await pretend(page, connection);
    const asked = listen(page);
    await page.hover(SECTION);
    await page.waitForTimeout(A_WHILE);
    expect(asked).toEqual([]);
  });

  test('is not loaded when the pointer only passes by', async () => {
    const page = await browser.open('/');
    const asked = listen(page);
    const box = await page.locator(SECTION).boundingBox();
    await page.mouse.move(box?.x ?? 0, (box?.y ?? 0) + 5);
    await page.mouse.move(DESKTOP.width / 2, DESKTOP.height / 2);
    await page.waitForTimeout(A_WHILE);
    expect(asked).toEqual([]);
  });
});

test('neither other sites nor downloads nor whole books are loaded ahead', async () => {
  const page = await browser.open('/docs/callboard/');
  const asked = listen(page);
  await page.evaluate(() => {
    const article = document.querySelector('article');
    for (const [id, href] of Object.entries({ elsewhere: 'https://elsewhere.example/', data: '/api/build.json', here: '#top' })) {
      const link = Object.assign(document.createElement('a'), { id: `test-${id}`, href, textContent: id });
      article?.prepend(link, ' ');
    }
  });
  for (const id of ['elsewhere', 'data', 'here']) {
    await page.hover(`#test-${id}`);
    await page.waitForTimeout(A_WHILE / 2);
  }
  await page.locator('a[rel~="nofollow"][href$="/print/"]').first().dispatchEvent('pointerdown', { bubbles: true });
  await page.waitForTimeout(A_WHILE);
  expect(asked).toEqual([]);
});
