// The catalog index: filters, their counts and the address, held against what `/api/catalog/entities.json` says.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { type EntityJson, readBuiltSite, refOf } from '../../support/built-site.ts';
import { PHONE, useBrowser } from '../browser.ts';
import { count, eventually, path, query, refsIn } from '../reading.ts';

const browser = useBrowser();
const { entities } = readBuiltSite(inject('dist'));
const ofKind = (kind: string) => entities.filter((entity) => entity.kind === kind);
const typeOf = (entity: EntityJson) => entity.spec?.['type'];
const ownerOf = (entity: EntityJson) => entity.relations.find(({ type }) => type === 'ownedBy')?.targetRef;

/** The two most common types of components. */
const [[first, firstOnes] = ['', []], [second, secondOnes] = ['', []]] = [...Map.groupBy(ofKind('Component'), typeOf)]
  .map(([type, ones]) => [String(type), ones] as const)
  .sort(([, a], [, b]) => b.length - a.length);

const facet = (page: Page, name: string, value: string) => page.locator(`[data-facets] [data-facet="${name}"][data-value="${value}"]`);
const countOf = (page: Page, name: string, value: string) => facet(page, name, value).locator('xpath=..').locator('.n');
const shown = (page: Page) => refsIn(page.locator('[data-rows] .name'));
const refs = (list: readonly EntityJson[]) => list.map(refOf).toSorted();
const field = (page: Page) => page.locator('[data-catalog-form] input');

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
      expect(path(page)).toBe(`/catalog/${kind.toLowerCase()}/`);
      expect(await link.getAttribute('aria-current')).toBe('true');
    }
    await page.reload();
    await expectShown(page, ofKind('Location'));
    await facet(page, 'kind', 'api').click({ modifiers: ['Shift'] });
    await expectShown(page, [...ofKind('Location'), ...ofKind('API')]);
    await page.locator('[data-all-kinds]').click();
    await eventually(() => count(page.locator('[data-count]'))).toBe(entities.length);
    expect(await query(page)).toEqual([['kind', 'all']]);
    // The first rows are drawn, and more when they are asked for: the focus goes to the first new one.
    const drawn = (await shown(page)).length;
    expect(drawn).toBeLessThan(entities.length);
    await page.locator('[data-more] button').click();
    await expectShown(page, entities);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-entity-ref'));
    expect(await focused()).toBe((await shown(page))[drawn]);
  });

  test('narrows by type, adds another, drops it again; reload, back and forward restore', async () => {
    const page = await browser.open('/catalog/');
    expect(await count(countOf(page, 'type', first))).toBe(firstOnes.length);
    await facet(page, 'type', first).check();
    await expectShown(page, firstOnes);
    expect(await query(page)).toEqual([['type', first]]);

    await facet(page, 'type', second).check();
    await expectShown(page, [...firstOnes, ...secondOnes]);
    expect(await query(page)).toEqual([
      ['type', first],
      ['type', second],
    ]);
    await page.reload();
    await expectShown(page, [...firstOnes, ...secondOnes]);
    expect(await facet(page, 'type', second).isChecked()).toBe(true);

    await page.goBack();
    await expectShown(page, firstOnes);
    await page.goBack();
    await expectShown(page, ofKind('Component'));
    expect(await query(page)).toEqual([]);
    await page.goForward();
    await expectShown(page, firstOnes);
    await page.locator('[data-chosen] .chip').click();
    await expectShown(page, ofKind('Component'));
    expect(await facet(page, 'type', first).isChecked()).toBe(false);
  });

  test('narrows by text while it is typed, and other counts follow', async () => {
    const page = await browser.open('/catalog/');
    const [wanted] = firstOnes;
    const word = wanted?.metadata.name ?? '';
    await field(page).focus();
    await page.keyboard.type(word);
    await eventually(async () => (await shown(page)).length).toBeLessThan(ofKind('Component').length);
    expect((await shown(page))[0]).toBe(wanted === undefined ? '' : refOf(wanted));
    expect(await query(page)).toEqual([['q', word]]);
    const left = (await shown(page))
      .map((ref) => entities.find((entity) => refOf(entity) === ref))
      .filter((entity) => entity !== undefined);
    expect(await count(countOf(page, 'type', first))).toBe(left.filter((entity) => typeOf(entity) === first).length);
    await eventually(() => page.locator('[data-status]').innerText()).toBe(left.length === 1 ? '1 result' : `${left.length} results`);

    await page.reload();
    await eventually(async () => (await shown(page)).toSorted()).toEqual(refs(left));
    expect(await field(page).inputValue()).toBe(word);
    await field(page).fill('');
    await expectShown(page, ofKind('Component'));
    expect(await query(page)).toEqual([]);
  });

  test('joins tags by and, or by or', async () => {
    const [a = '', b = ''] = [...new Set(ofKind('Component').flatMap((entity) => entity.metadata.tags ?? []))];
    const has = (entity: EntityJson, tag: string) => entity.metadata.tags?.includes(tag) === true;
    const page = await browser.open(`/catalog/?tag=${a}&tag=${b}`, { ready: '[data-chosen] .chip' });
    await expectShown(
      page,
      ofKind('Component').filter((one) => has(one, a) && has(one, b)),
    );
    await page.getByLabel('One of them is enough').check();
    await expectShown(
      page,
      ofKind('Component').filter((one) => has(one, a) || has(one, b)),
    );
    expect(await query(page)).toContainEqual(['tags', 'any']);
  });

  test('is ordered by any column, either way', async () => {
    const page = await browser.open('/catalog/');
    const types = () => page.locator('[data-rows] tr td:nth-child(5)').allInnerTexts();
    await page.locator('[data-sort="type"]').click();
    await eventually(types).toEqual((await types()).toSorted());
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
    await page.locator('[data-sort="type"]').focus();
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    expect(await types()).toEqual((await types()).toSorted().toReversed());
    expect(await query(page)).toEqual([['sort', '-type']]);
    await page.locator('[data-sort="name"]').click();
    await eventually(() => query(page)).toEqual([]);
  });

  test('is worked with keys alone, and the focus stays on the filter that was used', async () => {
    const page = await browser.open('/catalog/');
    await facet(page, 'type', first).focus();
    await page.keyboard.press('Space');
    await expectShown(page, firstOnes);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-value'))).toBe(first);
    await facet(page, 'type', second).focus();
    await page.keyboard.press('Space');
    await expectShown(page, [...firstOnes, ...secondOnes]);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-value'))).toBe(second);
  });

  test('opens a filter with many values and finds one in it', async () => {
    const page = await browser.open('/catalog/?kind=all', { ready: '[data-group="tag"] [data-more-values]:not([hidden])' });
    await page.locator('[data-group="tag"] [data-more-values]').click();
    const find = page.locator('[data-group="tag"] .facet-find');
    await eventually(() => find.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('java');
    await eventually(() => page.locator('[data-group="tag"] ul label span:first-of-type').allInnerTexts()).toContain('java');
    expect((await page.locator('[data-group="tag"] ul li').count()) < 6).toBe(true);
    await facet(page, 'tag', 'java').check();
    await expectShown(
      page,
      entities.filter((entity) => entity.metadata.tags?.includes('java')),
    );
  });

  test('leads addresses that were saved from Backstage to the same view', async () => {
    const [owner = '', ones = []] = [...Map.groupBy(ofKind('API'), ownerOf)].find(([ref]) => ref?.startsWith('group:default/')) ?? [];
    const name = String(owner).replace('group:default/', '');
    const page = await browser.open(`/catalog?filters[kind]=api&filters[user]=all&filters[owners]=${name}`.replace('?', '/?'));
    await expectShown(page, ones);
    expect(await query(page)).toEqual(
      [
        ['kind', 'api'],
        ['owner', name],
      ].toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    );
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
    await page.locator('[data-sort-select]').selectOption('lifecycle');
    await eventually(() => query(page)).toEqual([['sort', 'lifecycle']]);
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

  test('hides columns for as long as the browser remembers, and gives the view as files', async () => {
    const page = await browser.open('/catalog/', { acceptDownloads: true });
    await page.locator('[data-columns] summary').click();
    await page.locator('[data-columns-list]').getByLabel('System').uncheck();
    const headings = () => page.locator('thead button').allInnerTexts();
    await eventually(headings).not.toContain('System');
    await page.keyboard.press('Escape');
    await page.reload();
    await eventually(headings).not.toContain('System');
    await facet(page, 'type', first).check();
    await expectShown(page, firstOnes);

    const saved = async (name: string) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-download="${name}"]`).click()]);
      expect(file.suggestedFilename()).toBe(`catalog.${name}`);
      return readFileSync(await file.path(), 'utf8');
    };
    const rows = parse(await saved('csv'), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map(({ ref }) => ref)).toEqual(await shown(page));
    expect(Object.keys(rows[0] ?? {})).toContain('Owner');
    expect(Object.keys(rows[0] ?? {})).not.toContain('System');
    const list = JSON.parse(await saved('json')) as { ref: string; url: string }[];
    expect(list.map(({ ref }) => ref)).toEqual(await shown(page));
    expect(list[0]?.url.startsWith(inject('origin'))).toBe(true);
  });
});
