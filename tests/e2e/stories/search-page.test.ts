// The search page: question and filters stand in the address, and come back with it.
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { readBuiltSite, refOf } from '../../support/built-site.ts';
import { useBrowser } from '../browser.ts';
import { attributes, eventually, query } from '../reading.ts';

const browser = useBrowser();
const entities = new Map(readBuiltSite(inject('dist')).entities.map((entity) => [refOf(entity), entity]));

const RESULT = '[data-search-list] [data-search-result]';
const STATUS = '[data-search-status]';
const box = (page: Page, filter: string) => page.locator(`[data-search-filters] input[name="${filter}"]`);
const hits = (page: Page) => attributes(page, RESULT, 'href');
const total = async (page: Page) => Number(/^([\d,]+) results?$/.exec(await page.locator(STATUS).innerText())?.[1]?.replaceAll(',', ''));

/** How a filter's value shows in an entity. Docs and radar entries have their own. */
const OF_ENTITY: Readonly<Record<string, (ref: string) => readonly unknown[]>> = {
  kind: (ref) => [entities.get(ref)?.kind],
  type: (ref) => [entities.get(ref)?.spec?.['type']],
  lifecycle: (ref) => [entities.get(ref)?.spec?.['lifecycle']],
  tag: (ref) => entities.get(ref)?.metadata.tags ?? [],
};

describe('the search page', () => {
  test.each(['section', 'kind', 'type', 'owner', 'lifecycle', 'tag'])(
    'narrows by %s; the address keeps it over reload, back and forward',
    async (filter) => {
      const page = await browser.open('/search/?q=service', { ready: RESULT });
      const before = await hits(page);
      const first = box(page, filter).first();
      const value = (await first.getAttribute('value')) ?? '';
      const promised = Number(await page.locator(`label:has(#${await first.getAttribute('id')}) .n`).innerText());
      await first.check();
      await eventually(() => total(page)).toBe(promised);
      expect(await query(page)).toEqual([
        ['q', 'service'],
        [filter, value],
      ]);

      const narrowed = await hits(page);
      expect(narrowed.length).toBe(Math.min(promised, 50));
      for (const ref of await attributes(page, `${RESULT}[data-entity-ref]`, 'data-entity-ref')) {
        expect(OF_ENTITY[filter]?.(ref) ?? [value], `${filter} of ${ref}`).toContain(value);
      }

      await page.reload();
      await page.waitForSelector(RESULT);
      expect(await hits(page)).toEqual(narrowed);
      expect(await page.locator(`[data-search-filters] input[name="${filter}"][value="${value}"]`).isChecked()).toBe(true);
      await page.goBack();
      await eventually(() => hits(page)).toEqual(before);
      expect(await query(page)).toEqual([['q', 'service']]);
      await page.goForward();
      await eventually(() => hits(page)).toEqual(narrowed);
      expect(await page.locator('[data-search-page] input').inputValue()).toBe('service');
    },
  );

  test('joins filters, and works with keys alone', async () => {
    const page = await browser.open('/search/');
    await page.locator('[data-search-page] input').focus();
    await page.keyboard.type('service');
    await eventually(() => query(page)).toEqual([['q', 'service']]);
    await page.waitForSelector(RESULT);
    const kind = page.locator('[data-search-filters] input[name="kind"][value="Component"]');
    await kind.focus();
    await page.keyboard.press('Space');
    await eventually(() => query(page)).toContainEqual(['kind', 'Component']);
    const type = page.locator('[data-search-filters] input[name="type"][value="service"]');
    await type.focus();
    await page.keyboard.press('Space');
    await eventually(() => query(page)).toContainEqual(['type', 'service']);
    await expect
      .poll(async () =>
        (await attributes(page, `${RESULT}[data-entity-ref]`, 'data-entity-ref')).every(
          (ref) => entities.get(ref)?.spec?.['type'] === 'service',
        ),
      )
      .toBe(true);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'where the focus is after filtering').toBe('type');
    await page.keyboard.press('Space');
    await expect
      .poll(() => query(page))
      .toEqual([
        ['q', 'service'],
        ['kind', 'Component'],
      ]);
  });

  test('orders by use when asked to, and keeps that in the address', async () => {
    const page = await browser.open('/search/?q=service', { ready: RESULT });
    const before = await hits(page);
    const promised = await total(page);
    await page.locator('[data-search-order]').selectOption('used');
    await eventually(() => query(page)).toEqual([
      ['q', 'service'],
      ['sort', 'used'],
    ]);
    await eventually(() => hits(page)).not.toEqual(before);
    const refs = await attributes(page, `${RESULT}[data-entity-ref]`, 'data-entity-ref');
    const steps = refs.map((ref) => Math.round(Math.log2((entities.get(ref)?.relations.length ?? 0) + 1)));
    expect(steps.length).toBeGreaterThan(5);
    expect(steps).toEqual(steps.toSorted((a, b) => b - a));
    expect(await total(page)).toBe(promised);
    await page.goBack();
    await eventually(() => hits(page)).toEqual(before);
    expect(await page.locator('[data-search-order]').inputValue()).toBe('best');
  });

  test('lists each thing once, and more when asked for more', async () => {
    const page = await browser.open('/search/?section=Docs&section=Catalog', { ready: RESULT });
    const first = await hits(page);
    expect(first).toHaveLength(50);
    await page.locator('[data-search-more]').click();
    await eventually(async () => (await hits(page)).length).toBeGreaterThan(50);
    const all = await hits(page);
    expect(new Set(all).size).toBe(all.length);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(all[50]);
  });

  test('finds nothing for nonsense, though single letters of it are words', async () => {
    const page = await browser.open('/search/?q=axqzjk');
    await eventually(() => page.locator(STATUS).innerText()).toBe('Nothing found for "axqzjk".');
  });

  test.each(['system', 'section'])('counts for %s what it would leave, also while another value is chosen', async (filter) => {
    const page = await browser.open('/search/?q=booking', { ready: RESULT });
    const values = await box(page, filter).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    const counts = await page.locator(`label:has(input[name="${filter}"]) .n`).allInnerTexts();
    expect(values.length).toBeGreaterThan(1);
    await box(page, filter).first().check();
    await eventually(() => total(page)).toBe(Number(counts[0]));
    expect(await page.locator(`label:has(input[name="${filter}"]) .n`).allInnerTexts()).toEqual(counts);
  });

  test('never shows the answer to an older question', async () => {
    const page = await browser.open('/search/?q=radar', { ready: RESULT });
    const expected = await hits(page);
    const fresh = await browser.open('/search/');
    const input = fresh.locator('[data-search-page] input');
    await input.pressSequentially('ra', { delay: 20 });
    await input.pressSequentially('dar', { delay: 1 });
    await eventually(() => hits(fresh)).toEqual(expected);
    await fresh.waitForTimeout(500);
    expect(await hits(fresh)).toEqual(expected);
    expect(await query(fresh)).toEqual([['q', 'radar']]);
  });

  test('shows what passes a filter without any question', async () => {
    const page = await browser.open('/search/?kind=Template', { ready: RESULT });
    const templates = [...entities.values()].filter((entity) => entity.kind === 'Template');
    expect((await attributes(page, `${RESULT}[data-entity-ref]`, 'data-entity-ref')).toSorted()).toEqual(templates.map(refOf).toSorted());
  });

  test('takes a text that looks like HTML for a text', async () => {
    const page = await browser.open(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    await eventually(() => page.locator(STATUS).innerText()).not.toBe('');
    expect(await page.locator('main img').count()).toBe(0);
  });
});
