// What stands around every page: theme, menu on a phone, skip link, sections.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESKTOP, PHONE, useBrowser } from '../browser.ts';
import { attributes, eventually } from '../reading.ts';

const browser = useBrowser();
const TOGGLE = '[data-theme-toggle]';
const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme'] ?? null);
const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const focused = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element === document.activeElement);

describe('the theme', () => {
  test('follows the system until it is chosen, and is remembered from page to page', async () => {
    const page = await browser.open('/', { colorScheme: 'light' });
    const light = await background(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await background(page);
    expect(dark).not.toBe(light);
    expect(await theme(page)).toBeNull();

    await page.locator(TOGGLE).click();
    expect([await theme(page), await background(page)]).toEqual(['light', light]);
    expect(await page.locator(TOGGLE).getAttribute('aria-label')).toBe('Theme: light');
    await page.locator(TOGGLE).focus();
    await page.keyboard.press('Enter');
    expect([await theme(page), await background(page)]).toEqual(['dark', dark]);

    await page.emulateMedia({ colorScheme: 'light' });
    for (const address of ['/catalog/', '/tech-radar/']) {
      await page.goto(address);
      expect([await theme(page), await background(page)]).toEqual(['dark', dark]);
      expect(await page.locator(TOGGLE).getAttribute('aria-label')).toBe('Theme: dark');
    }
    await page.locator(TOGGLE).click();
    expect([await theme(page), await background(page)]).toEqual([null, light]);
    await page.reload();
    expect([await theme(page), await background(page)]).toEqual([null, light]);
  });

  test('does not flash: it is set before there is a body to paint', async () => {
    const page = await browser.open('/', { colorScheme: 'light' });
    await page.locator(TOGGLE).click();
    await page.locator(TOGGLE).click();
    await page.addInitScript(() => {
      new MutationObserver(() => {
        document.documentElement.dataset['themeWas'] ??=
          `${document.documentElement.dataset['theme']} ${document.body === null ? 'before' : 'after'} the body`;
      }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-theme'] });
    });
    await page.goto('/catalog/');
    expect(await page.evaluate(() => document.documentElement.dataset['themeWas'])).toBe('dark before the body');
  });
});

describe('the menu on a phone', () => {
  const MENU = '[data-menu]';
  const SUMMARY = `${MENU} summary`;

  test('opens and closes with mouse and keys, and leads to every section', async () => {
    const page = await browser.open('/', { viewport: PHONE });
    const links = page.locator(`${MENU} nav a`);
    expect(await page.locator('nav.sections').isVisible()).toBe(false);
    expect(await links.first().isVisible()).toBe(false);
    await page.locator(SUMMARY).click();
    expect(await links.first().isVisible()).toBe(true);
    await page.locator(SUMMARY).click();
    expect(await links.first().isVisible()).toBe(false);

    await page.locator(SUMMARY).focus();
    await page.keyboard.press('Enter');
    expect(await links.first().isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await focused(page, `${MENU} nav a`)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await links.first().isVisible()).toBe(false);
    expect(await focused(page, SUMMARY)).toBe(true);

    await page.locator(SUMMARY).click();
    await page.mouse.click(PHONE.width / 2, PHONE.height - 20);
    expect(await links.first().isVisible()).toBe(false);

    await page.locator(SUMMARY).click();
    await links.filter({ hasText: 'Radar' }).click();
    await page.waitForURL('**/tech-radar/');
    expect(await links.first().isVisible()).toBe(false);
  });

  test('has the sections that the top bar has at a desk, and marks the current one', async () => {
    const desk = await browser.open('/tech-radar/', { viewport: DESKTOP });
    const sections = await attributes(desk, 'nav.sections a', 'href');
    expect(sections.length).toBeGreaterThan(5);
    expect(await attributes(desk, 'nav.sections a[aria-current="page"]', 'href')).toEqual(['/tech-radar/']);
    const phone = await browser.open('/tech-radar/', { viewport: PHONE });
    await phone.locator(SUMMARY).click();
    expect(await attributes(phone, `${MENU} nav a`, 'href')).toEqual(sections);
    expect(await attributes(phone, `${MENU} nav a[aria-current="page"]`, 'href')).toEqual(['/tech-radar/']);
  });
});

describe('the skip link', () => {
  test.each(['/', '/catalog/', '/docs/', '/tech-radar/', '/search/'])(
    'of %s comes first, shows itself and leads past the top bar',
    async (address) => {
      const page = await browser.open(address);
      await page.keyboard.press('Tab');
      expect(await focused(page, 'a.skip')).toBe(true);
      const box = await page.locator('a.skip').boundingBox();
      expect(box !== null && box.x >= 0 && box.y >= 0 && box.width > 40).toBe(true);
      await page.keyboard.press('Enter');
      await eventually(() => new URL(page.url()).hash).toBe('#main');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    },
  );
});
