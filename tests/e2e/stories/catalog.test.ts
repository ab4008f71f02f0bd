// The catalog index: filters, their counts and the address, held against what `/api/catalog/entities.json` says.
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { type EntityJson, readBuiltSite, refOf } from '../../support/built-site.ts';
import { PHONE, useBrowser } from '../browser.ts';
import { count, eventually, query, refsIn } from '../reading.ts';

const browser = useBrowser();
const { entities } = readBuiltSite(inject('dist'));
const ofKind = (kind: string) => entities.filter((entity) => entity.kind === kind);
const typeOf = (entity: EntityJson) => entity.spec?.['type'];

/** The two most common types of components. */
const [[first, firstOnes] = ['', []], [second, secondOnes] = ['', []]] = [...Map.groupBy(ofKind('Component'), typeOf)]
  .map(([type, ones]) => [String(type), ones] as const)
  .sort(([, a], [, b]) => b.length - a.length);

const facet = (page: Page, name: string, value: string) => page.locator(`[data-facets] [data-facet="${name}"][data-value="${value}"]`);
const shown = (page: Page) => refsIn(page.locator('[data-rows] .name'));
const refs = (list: readonly EntityJson[]) => list.map(refOf).toSorted();

async function expectShown(page: Page, list: readonly EntityJson[]): Promise<void> {
  await eventually(async () => (await shown(page)).toSorted()).toEqual(refs(list));
  expect(await count(page.locator('[data-count]'))).toBe(list.length);
}

describe('the catalog', () => {
  test('shows all components at first, and for every kind the list that its count promises', async () => {
    const page = await browser.open('/catalog/');
    await expectShown(page, ofKind('Component'));
    for (const kind of ['API', 'Resource', 'System', 'Domain', 'Group', 'User', 'Template', 'Location']) {
      const link = facet(page, 'kind', kind.toLowerCase());
      expect(await count(link.locator('.n')), kind).toBe(ofKind(kind).length);
      await link.click();
      await expectShown(page, ofKind(kind));
      expect(await query(page)).toEqual([['kind', kind.toLowerCase()]]);
      expect(await link.getAttribute('aria-current')).toBe('true');
    }
  });

  test('narrows by type, adds another with shift, drops it again; reload, back and forward restore', async () => {
    const page = await browser.open('/catalog/');
    expect(await count(facet(page, 'type', first).locator('.n'))).toBe(firstOnes.length);
    await facet(page, 'type', first).click();
    await expectShown(page, firstOnes);
    expect(await query(page)).toEqual([['type', first]]);

    await facet(page, 'type', second).click({ modifiers: ['Shift'] });
    await expectShown(page, [...firstOnes, ...secondOnes]);
    expect(await query(page)).toEqual([
      ['type', first],
      ['type', second],
    ]);
    await page.reload();
    await expectShown(page, [...firstOnes, ...secondOnes]);

    await page.goBack();
    await expectShown(page, firstOnes);
    await page.goBack();
    await expectShown(page, ofKind('Component'));
    expect(await query(page)).toEqual([]);
    await page.goForward();
    await expectShown(page, firstOnes);
    await facet(page, 'type', second).click();
    await expectShown(page, secondOnes);
    expect(await query(page)).toEqual([['type', second]]);
    await page.locator('[data-chosen] .chip').click();
    await expectShown(page, ofKind('Component'));
  });

  test('narrows by text while it is typed, and other counts follow', async () => {
    const page = await browser.open('/catalog/');
    const [wanted] = firstOnes;
    const word = wanted?.metadata.name ?? '';
    await page.locator('[data-catalog-form] input').focus();
    await page.keyboard.type(word);
    await eventually(async () => (await shown(page)).length).toBeLessThan(ofKind('Component').length);
    expect(await shown(page)).toContain(wanted === undefined ? '' : refOf(wanted));
    expect(await query(page)).toEqual([['q', word]]);
    const left = (await shown(page))
      .map((ref) => entities.find((entity) => refOf(entity) === ref))
      .filter((entity) => entity !== undefined);
    expect(await count(facet(page, 'type', first).locator('.n'))).toBe(left.filter((entity) => typeOf(entity) === first).length);

    await page.reload();
    await eventually(async () => (await shown(page)).toSorted()).toEqual(refs(left));
    expect(await page.locator('[data-catalog-form] input').inputValue()).toBe(word);
    await page.locator('[data-catalog-form] input').fill('');
    await expectShown(page, ofKind('Component'));
    expect(await query(page)).toEqual([]);
  });

  test('is worked with keys alone, and the focus stays on the filter that was used', async () => {
    const page = await browser.open('/catalog/');
    await facet(page, 'type', first).focus();
    await page.keyboard.press('Enter');
    await expectShown(page, firstOnes);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-value'))).toBe(first);
    await facet(page, 'type', second).focus();
    await page.keyboard.press('Shift+Enter');
    await expectShown(page, [...firstOnes, ...secondOnes]);
  });

  test('says when nothing passes, and clears all again', async () => {
    const page = await browser.open('/catalog/?q=nothingiscalledthis', { ready: '[data-empty]:not([hidden])' });
    expect(await page.locator('[data-rows] tr:visible').count()).toBe(0);
    await page.locator('[data-empty] a').click();
    await expectShown(page, ofKind('Component'));
  });

  test('folds its filters away on a phone, and unfolds them', async () => {
    const page = await browser.open('/catalog/', { viewport: PHONE });
    await eventually(() => facet(page, 'kind', 'api').isVisible()).toBe(false);
    await page.locator('.filters summary').click();
    await facet(page, 'kind', 'api').click();
    await expectShown(page, ofKind('API'));
  });

  test('opens an entity from its row', async () => {
    const page = await browser.open('/catalog/?kind=system');
    await eventually(() => page.locator('[data-count]').innerText()).toBe(String(ofKind('System').length));
    const link = page.locator('[data-rows] .name a').first();
    const address = (await link.getAttribute('href')) ?? '';
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address}`);
  });
});
