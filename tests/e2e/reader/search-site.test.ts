// Search that is limited to the docs site one reads: in the dialog by a button, on the search page by the address.
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { readBuiltSite } from '../../support/built-site.ts';
import { useBrowser } from '../browser.ts';
import { attributes, eventually, path, query } from '../reading.ts';

const browser = useBrowser();
const site = readBuiltSite(inject('dist'));

/** The docs site with most pages, and another one. */
const [large, other] = [
  ...Map.groupBy(
    site.pages.filter((page) => site.read(page).includes('data-search-site="') && site.read(page).includes('class="docs-main"')),
    (page) => /data-search-site="([^"]+)"/.exec(site.read(page))?.[1] ?? '',
  ),
].sort(([, a], [, b]) => b.length - a.length);
if (large === undefined || other === undefined) throw new Error('The example has not two docs sites.');
const [name, pages] = large;
const home = pages[0] ?? '';
/** A word that is in the site, and in other places too. */
const WORD = 'service';

const DIALOG = '#search-dialog';
const RESULT = `${DIALOG} [data-search-result]`;
const scope = (page: Page) => page.locator('[data-search-site]');
const status = (page: Page) => page.locator(`${DIALOG} .search-status`);
const found = (page: Page) => attributes(page, RESULT, 'href');

async function openDialog(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await page.locator(`${DIALOG} input[name=q]`).waitFor();
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
}

describe('the search dialog of a docs page', () => {
  test('looks everywhere until it is limited, then in its site alone, says so, and can be asked for more', async () => {
    const page = await browser.open(home);
    await openDialog(page);
    await page.keyboard.type(WORD);
    await page.waitForSelector(RESULT);
    expect((await found(page)).some((href) => !pages.includes(href.replace(/[?#].*/, '')))).toBe(true);
    await scope(page).click();
    expect(await scope(page).getAttribute('aria-pressed')).toBe('true');
    await eventually(() => status(page).innerText()).toContain(`in ${name}`);
    const limited = await found(page);
    expect(limited.length).toBeGreaterThan(0);
    expect(limited.filter((href) => !pages.includes(href.replace(/[?#].*/, '')))).toEqual([]);
    await page.locator('[data-search-all]').click();
    await page.waitForURL('**/search/?*');
    expect(await query(page)).toEqual([
      ['q', WORD],
      ['site', name],
    ]);
  });

  test('is limited by the keyboard alone, and stays so on the pages of the site, but not on those of another', async () => {
    const page = await browser.open(home);
    await openDialog(page);
    // Field, close, then the button.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await scope(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await eventually(() => scope(page).getAttribute('aria-pressed')).toBe('true');
    for (const [where, pressed] of [
      [pages[1] ?? '', 'true'],
      [other[1][0] ?? '', 'false'],
    ] as const) {
      await page.goto(where);
      await openDialog(page);
      await eventually(() => scope(page).getAttribute('aria-pressed')).toBe(pressed);
    }
  });

  test('says that nothing was found in the site', async () => {
    const page = await browser.open(home);
    await openDialog(page);
    await scope(page).click();
    await page.locator(`${DIALOG} input[name=q]`).fill('zzqqxxnothing');
    await eventually(() => status(page).innerText()).toBe(`Nothing found for "zzqqxxnothing" in ${name}.`);
  });

  test('offers nothing of the kind where there is no site', async () => {
    const page = await browser.open('/catalog/');
    expect(await scope(page).count()).toBe(0);
  });
});

describe('the search page', () => {
  const BOX = `[data-search-filters] input[name=site]`;

  test('takes the site from the address, says so, and gives it up', async () => {
    const page = await browser.open(`/search/?${new URLSearchParams({ q: WORD, site: name })}`);
    const results = page.locator('[data-search-list] [data-search-result]');
    await results.first().waitFor();
    const hrefs = await results.evaluateAll((all) => all.map((one) => one.getAttribute('href')?.replace(/[?#].*/, '') ?? ''));
    expect(hrefs.filter((href) => !pages.includes(href))).toEqual([]);
    expect(await page.locator('[data-search-status]').innerText()).toBe(
      `${hrefs.length} ${hrefs.length === 1 ? 'result' : 'results'} in ${name}`,
    );
    const box = page.locator(`${BOX}:checked`);
    expect(await box.inputValue()).toBe(name);
    await box.click();
    await eventually(() => query(page)).toEqual([['q', WORD]]);
    await eventually(() => results.count()).toBeGreaterThan(hrefs.length);
    expect(path(page)).toBe('/search/');
  });

  test('keeps a site that it does not know where it can be given up', async () => {
    const page = await browser.open(`/search/?${new URLSearchParams({ q: WORD, site: 'No such site' })}`);
    const box = page.locator(`${BOX}:checked`);
    await box.waitFor();
    expect(await box.inputValue()).toBe('No such site');
    await box.click();
    await eventually(() => query(page)).toEqual([['q', WORD]]);
  });
});
