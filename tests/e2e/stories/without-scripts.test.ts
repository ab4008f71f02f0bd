// Reading needs nothing: with scripts off, every page has its text and its links, and nothing that only scripts bring to life.
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { readBuiltSite, refOf } from '../../support/built-site.ts';
import { DESKTOP, PHONE, useBrowser } from '../browser.ts';
import { listPages } from '../page-list.ts';
import { attributes, count, refsIn } from '../reading.ts';

/** Counts of one page that are followed. */
const MOST_COUNTS = 12;

const TABS = 'nav[aria-label="Parts"] a';

const browser = useBrowser();
const site = readBuiltSite(inject('dist'));
const open = (path: string, viewport: { width: number; height: number } = DESKTOP) =>
  browser.open(path, { javaScriptEnabled: false, viewport });
const main = (page: Page) => page.locator('main');
const text = async (page: Page) => (await main(page).innerText()).replaceAll(/\s+/g, ' ');

describe('without scripts', () => {
  test.each([
    'home',
    'catalog',
    'component',
    'group',
    'docs page with code',
    'radar',
    'radar entry',
    'graph',
    'problems',
    'APIs',
    'teams',
    'create',
  ])('the %s page has text, links and no dead buttons', async (sort) => {
    const found = listPages(site).find((page) => page.sort === sort);
    const page = await open(found?.path ?? '');
    expect((await text(page)).length).toBeGreaterThan(100);
    expect(await main(page).locator('a[href]:visible').count()).toBeGreaterThan(0);
    expect(
      await page
        .locator('button:visible, input:visible:not([disabled])')
        .evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 100))),
    ).toEqual([]);
    expect(await page.locator('.js-only:visible').count()).toBe(0);
  });

  test('the catalog leads to complete lists of every kind', async () => {
    const page = await open('/catalog/');
    const lists = await attributes(page, 'main a[data-facet="kind"]', 'href');
    const found: string[] = [];
    for (const list of new Set(lists)) {
      await page.goto(list);
      const refs = await refsIn(page.locator('main .name'));
      expect(await count(page.locator('h1 .n'))).toBe(refs.length);
      found.push(...refs);
    }
    expect(found.toSorted()).toEqual(site.entities.map(refOf).toSorted());
  });

  test.each([
    { address: '/', links: '.home-counts a', number: 'b' },
    { address: '/catalog/', links: '[data-facet]', number: '.n' },
  ])('a count on $address leads to as many as it promises', async ({ address, links, number }) => {
    const page = await open(address);
    const promises = await page
      .locator(`${links}:visible`)
      .evaluateAll(
        (all, number) => all.map((one) => [one.getAttribute('href') ?? '', one.querySelector(number)?.textContent ?? ''] as const),
        number,
      );
    for (const [href, promised] of promises.slice(0, MOST_COUNTS)) {
      await page.goto(new URL(href, page.url()).href);
      expect(await page.locator('h1 .n').innerText(), href).toBe(promised);
      await page.goto(address);
    }
  });

  test('an entity names its owner, its relations and its tabs', async () => {
    const entity = site.entities.filter((one) => one.kind === 'Component').sort((a, b) => b.relations.length - a.relations.length)[0];
    if (entity === undefined) throw new Error('The example has no component.');
    const page = await open(`/catalog/${entity.metadata.namespace}/component/${entity.metadata.name}/`);
    const named = new Set(
      await page.locator('main [data-entity-ref]:visible').evaluateAll((all) => all.map((one) => one.getAttribute('data-entity-ref'))),
    );
    expect(entity.relations.filter((relation) => !named.has(relation.targetRef))).toEqual([]);
    expect(await page.locator(`${TABS}:visible`).count()).toBeGreaterThan(2);
  });

  test('the radar lists all its entries, and draws them', async () => {
    const page = await open('/tech-radar/');
    const entries = await attributes(page, '[data-entry]', 'data-entry');
    expect(entries.map((id) => `/tech-radar/${id}/`).toSorted()).toEqual(
      site.pages.filter((address) => /^\/tech-radar\/(?!changes\/|usage\/).+/.test(address)).toSorted(),
    );
    expect(await page.locator('[data-blip]:visible').count()).toBeGreaterThan(10);
  });

  test('the graph page draws its systems with links, and lists all of them', async () => {
    const page = await open('/catalog-graph/');
    const systems = site.entities.filter((entity) => entity.kind === 'System').map(refOf);
    const domains = site.entities.filter((entity) => entity.kind === 'Domain').map(refOf);
    const drawn = await attributes(page, '.overview svg [data-node]', 'data-node');
    expect(drawn.toSorted()).toEqual([...systems, ...domains].toSorted());
    expect(await page.locator('.overview svg .edge:visible').count()).toBeGreaterThan(3);
    // As large as it can be read, on a phone too, where it is scrolled.
    const picture = page.locator('.overview svg:visible');
    expect((await picture.boundingBox())?.width).toBe(Number(await picture.getAttribute('width')));
    expect(new Set(await refsIn(main(page)))).toEqual(new Set([...systems, ...domains]));
  });

  test('an entity says what breaks with it, and who is to be asked', async () => {
    const page = await open('/catalog/default/resource/booking-db/dependencies/');
    const part = page.locator('[data-impact]');
    expect(await part.innerText()).toContain('What breaks if this goes');
    expect((await refsIn(part)).filter((ref) => ref.startsWith('group:')).length).toBeGreaterThan(1);
    expect(await part.locator('a[href^="mailto:"]:visible').count()).toBeGreaterThan(0);
  });

  test('the search page says that it needs scripts, and leads on', async () => {
    const page = await open('/search/');
    expect(await text(page)).toContain('needs JavaScript');
    expect(await main(page).locator('a[href]:visible').count()).toBeGreaterThan(3);
  });

  test('the menu opens on a phone, and docs show their navigation', async () => {
    const page = await open('/docs/', PHONE);
    await page.locator('[data-menu] summary').click();
    expect(await page.locator('[data-menu] nav a').first().isVisible()).toBe(true);
    const docs = listPages(site).find((one) => one.sort === 'docs page with code');
    await page.goto(docs?.path ?? '');
    expect(await page.locator('.docs-nav nav a:visible').count()).toBeGreaterThan(1);
  });
});
