// Finding something from anywhere: a key, half a name, an arrow, Enter.
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { readBuiltSite, refOf } from '../../support/built-site.ts';
import { DESKTOP, PHONE, useBrowser } from '../browser.ts';
import { attributes, eventually, path } from '../reading.ts';

const browser = useBrowser();
const site = readBuiltSite(inject('dist'));
const components = site.entities.filter((entity) => entity.kind === 'Component');
const [component] = components;
if (component === undefined) throw new Error('The example has no component.');
const { name } = component.metadata;
const half = name.slice(0, Math.ceil(name.length / 2));
const address = `/catalog/${component.metadata.namespace}/component/${name}/`;

const DIALOG = '#search-dialog';
const RESULT = `${DIALOG} [data-search-result]`;
const input = (page: Page) => page.locator(`${DIALOG} input`);
const status = (page: Page) => page.locator(`${DIALOG} .search-status`);
const chosen = (page: Page) => page.locator(`${DIALOG} [aria-selected="true"] [data-entity-ref]`).getAttribute('data-entity-ref');

/** Opens the dialog and waits until it listens. */
async function openDialog(page: Page, keys = '/'): Promise<void> {
  await page.keyboard.press(keys);
  await untilFocused(page);
}

async function untilFocused(page: Page): Promise<void> {
  await eventually(() => input(page).evaluate((field) => field === document.activeElement)).toBe(true);
}

/** Refs of the results when they no longer change: answers to the first letters may come while the last ones are typed. */
async function settled(page: Page): Promise<string[]> {
  let before = '';
  for (;;) {
    const refs = await attributes(page, RESULT, 'data-entity-ref');
    if (refs.join() === before) return refs;
    before = refs.join();
    await page.waitForTimeout(500);
  }
}

async function answerTo(page: Page, question: string): Promise<string[]> {
  await input(page).fill('');
  await eventually(() => page.locator(RESULT).count()).toBe(0);
  await input(page).fill(question);
  await complete(page);
  return attributes(page, RESULT, 'href');
}

/** Waits until all indexes have been asked: only then it is said how much there is. */
async function complete(page: Page): Promise<void> {
  await eventually(() => status(page).innerText()).toMatch(/result|Nothing/);
}

describe('the search dialog', () => {
  test.each([
    { keys: '/', from: '/' },
    { keys: 'Control+k', from: '/catalog/' },
    { keys: 'Meta+k', from: '/tech-radar/' },
  ])('is opened by $keys; half a name, arrows and Enter lead to the page', async ({ keys, from }) => {
    const page = await browser.open(from);
    await openDialog(page, keys);
    await page.keyboard.type(half);
    await page.waitForSelector(`${RESULT}[data-entity-ref="${refOf(component)}"]`);
    await complete(page);

    const refs = await settled(page);
    const steps = refs.indexOf(refOf(component));
    // Down and up again: the arrows go both ways, and around the ends.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowDown');
    expect(await chosen(page)).toBe(refOf(component));
    expect(await page.locator(`${DIALOG} [aria-selected="true"]`).getAttribute('id')).toBe(
      await input(page).getAttribute('aria-activedescendant'),
    );
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address}`);
  });

  test.each([
    { where: 'at a desk', viewport: DESKTOP },
    { where: 'on a phone', viewport: PHONE },
  ])('works with the mouse $where: field, result, page', async ({ viewport }) => {
    const page = await browser.open('/catalog/', { viewport });
    await page.locator('header [data-search-open]').click();
    await untilFocused(page);
    await input(page).pressSequentially(half);
    await page.locator(`${RESULT}[data-entity-ref="${refOf(component)}"]`).click();
    await page.waitForURL(`**${address}`);
    expect(await page.locator(`${DIALOG}[open]`).count()).toBe(0);
  });

  test.each([
    { what: 'Escape', close: (page: Page) => page.keyboard.press('Escape') },
    { what: 'its button', close: (page: Page) => page.locator(`${DIALOG} [data-search-close]`).click() },
    { what: 'a click beside it', close: (page: Page) => page.mouse.click(20, 700) },
  ])('is closed by $what, and the focus returns to where it was', async ({ close }) => {
    // What makes the dialog search comes late: it closes all the same.
    const page = await browser.open('/', { slow: { pattern: '**/_astro/search-*.js', delay: 1_000 } });
    const link = page.locator('main a[data-entity-ref]').first();
    await link.focus();
    await openDialog(page);
    await close(page);
    await page.waitForSelector(`${DIALOG}:not([open])`, { state: 'attached' });
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('leaves a slash to whoever is typing', async () => {
    const page = await browser.open('/catalog/');
    const filter = page.locator('[data-catalog-form] input');
    await filter.click();
    await page.keyboard.type('a/b');
    expect(await filter.inputValue()).toBe('a/b');
    expect(await page.locator(`${DIALOG}[open]`).count()).toBe(0);
  });

  test('loses no letter of somebody who types on without waiting', async () => {
    const page = await browser.open('/');
    await page.keyboard.type(`/${name}`);
    await eventually(() => input(page).inputValue()).toBe(name);
    await page.waitForSelector(RESULT);
  });

  test('never shows the answer to an older question', async () => {
    const early = half.slice(0, 2);
    const page = await browser.open('/');
    await openDialog(page);
    const expected = await answerTo(page, name);

    const slow = await browser.open('/');
    // What the first question needs arrives long after the answer to the last one.
    let late = 0;
    await slow.route('**/{pagefind/fragment,pagefind/index,search/keys,search/words}/**', async (route) => {
      const delayed = late++ < 4;
      await new Promise((done) => setTimeout(done, delayed ? 700 : 0));
      await route.continue().catch(() => undefined);
    });
    await openDialog(slow);
    await slow.keyboard.type(early, { delay: 30 });
    await eventually(() => late).toBeGreaterThan(0);
    await slow.keyboard.type(name.slice(2), { delay: 5 });
    expect(await input(slow).inputValue()).toBe(name);
    await slow.waitForSelector(RESULT);
    for (let look = 0; look < 12; look++) {
      // It may still be growing, but nothing of another answer is in it.
      expect((await attributes(slow, RESULT, 'href')).filter((href) => !expected.includes(href))).toEqual([]);
      await slow.waitForTimeout(100);
    }
    await complete(slow);
    expect(await attributes(slow, RESULT, 'href')).toEqual(expected);
  });

  test('finds every component by its exact name, and by its reference, before all others', async () => {
    const page = await browser.open('/');
    await openDialog(page);
    const late: string[] = [];
    for (const one of components) {
      for (const question of [one.metadata.name, refOf(one)]) {
        await answerTo(page, question);
        const [first] = await attributes(page, RESULT, 'data-entity-ref');
        const called = site.entities.filter(({ metadata }) =>
          [metadata.name, metadata.title].some((text) => text?.toLowerCase() === question),
        );
        if (![refOf(one), ...called.map(refOf)].includes(first ?? '')) late.push(`${question}: ${first}`);
      }
    }
    expect(late, 'components that are not the first result').toEqual([]);
  });

  test('forgives a slip, and finds words of names in any spelling', async () => {
    const page = await browser.open('/');
    await openDialog(page);
    const slip = `${name.slice(0, 3)}${name.slice(4)}`;
    for (const question of [slip, name.replaceAll('-', ' '), name.replaceAll('-', '')]) {
      await answerTo(page, question);
      expect((await attributes(page, RESULT, 'data-entity-ref')).slice(0, 3), question).toContain(refOf(component));
    }
  });

  test('finds a heading of the docs and leads to it', async () => {
    const page = await browser.open('/');
    await openDialog(page);
    const [first] = await answerTo(page, 'How long it may last');
    expect(first).toBe('/docs/default/component/gate-service/offline/#how-long-it-may-last');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${first}`);
  });

  test('leads to docs, API and graph of an entity with the arrow keys', async () => {
    const page = await browser.open('/');
    await openDialog(page);
    await answerTo(page, 'reservations-rest');
    const choice = () => page.locator(`${DIALOG} [aria-selected="true"] a`).getAttribute('href');
    expect(await choice()).toBe('/catalog/default/api/reservations-rest/');
    const links = await page
      .locator(`${DIALOG} .search-row[data-chosen] .search-link`)
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links.at(-1)).toBe('/catalog-graph/?root=api%3Adefault%2Freservations-rest');
    for (const link of links) {
      await page.keyboard.press('ArrowRight');
      expect(await choice()).toBe(link);
    }
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${links.at(-2)}`);
  });

  test('does what it is told: another page, other colours', async () => {
    const page = await browser.open('/');
    await openDialog(page);
    await input(page).fill('dark colours');
    await page.getByRole('button', { name: 'Use dark colours' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await page.locator(`${DIALOG}[open]`).count()).toBe(0);
    await openDialog(page);
    await input(page).fill('go to radar');
    await complete(page);
    await page.getByRole('link', { name: 'Go to Radar', exact: true }).click();
    await page.waitForURL('**/tech-radar/');
  });

  test.each(['/', '/catalog/'])('leads from %s to where one picks who one is', async (from) => {
    const page = await browser.open(from);
    await openDialog(page);
    await input(page).fill('pick my team');
    // What is found later would push the link from under the pointer.
    await complete(page);
    await page.getByRole('link', { name: 'Pick my team', exact: true }).click();
    await page.waitForSelector('[data-me-picker][open]');
  });

  test('remembers what was asked, offers it again, and forgets it', async () => {
    const page = await browser.open('/');
    await openDialog(page);
    await answerTo(page, name);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/');
    await openDialog(page);
    await page.waitForSelector(`${DIALOG} .search-row`);
    await page.keyboard.press('Enter');
    await eventually(() => input(page).inputValue()).toBe(name);
    await page.waitForSelector(RESULT);
    await input(page).fill('');
    await page.getByRole('button', { name: 'Forget these' }).click();
    await eventually(() => page.locator(`${DIALOG} .search-row`).count()).toBe(0);
    await page.reload();
    await openDialog(page);
    expect(await page.locator(`${DIALOG} .search-row`).count()).toBe(0);
  });

  test('loads nothing of the search before it is opened', async () => {
    const page = await browser.open('/catalog/default/system/booking/');
    await page.waitForTimeout(500);
    const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
    const ofSearch = (path: string) => /^\/(?:search|pagefind)\/|\/search-/.test(path);
    expect((await loaded()).filter(ofSearch)).toEqual([]);
    await openDialog(page);
    await answerTo(page, name);
    expect((await loaded()).filter(ofSearch)).toContain('/search/names.json');
  });

  test('says when nothing is found, and hands the question to the search page', async () => {
    const page = await browser.open('/');
    await openDialog(page);
    await page.keyboard.type('jyyzqq');
    await eventually(() => page.locator(`${DIALOG} [role="status"]`).innerText()).toContain('Nothing found');
    expect(await page.locator(RESULT).count()).toBe(0);
    await page.locator('[data-search-all]').click();
    await page.waitForURL('**/search/?q=jyyzqq');
    expect(path(page)).toBe('/search/');
  });
});
