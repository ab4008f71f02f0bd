// An entity's page: its tabs are pages, reached with keys as with the mouse; its ref can be copied.
import { describe, expect, inject, test } from 'vitest';
import { readBuiltSite } from '../../support/built-site.ts';
import { useBrowser } from '../browser.ts';
import { attributes, path } from '../reading.ts';

const TABS = 'nav[aria-label="Parts"] a';

const browser = useBrowser();
const site = readBuiltSite(inject('dist'));
/** The component with most tabs. */
const [component] = site.graph.nodes
  .filter((node) => node.kind === 'Component')
  .map((node) => ({ ...node, tabs: site.pages.filter((page) => node.address !== null && page.startsWith(node.address)).length }))
  .sort((a, b) => b.tabs - a.tabs);
const address = component?.address ?? '';

describe('the page of an entity', () => {
  test('has tabs that the keyboard walks through, each a page that knows itself and leads back', async () => {
    const page = await browser.open(address);
    const heading = await page.locator('h1').textContent();
    const tabs = await attributes(page, `${TABS}`, 'href');
    expect(tabs.length).toBeGreaterThan(3);
    expect(tabs[0]).toBe(address);

    for (const [index, tab] of tabs.entries()) {
      await page.goto(address);
      await page.locator(`${TABS}`).first().focus();
      for (let step = 0; step < index; step++) await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(tab);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${tab}`);
      if (!tab.startsWith(address)) continue;
      expect(await page.locator('h1').textContent()).toBe(heading);
      expect(await attributes(page, `${TABS}[aria-current="page"]`, 'href')).toEqual([tab]);
      expect(await attributes(page, `${TABS}`, 'href')).toEqual(tabs);
    }
    await page.goBack();
    expect(path(page)).toBe(address);
  });

  test('has tabs for the mouse', async () => {
    const page = await browser.open(address);
    const last = page.locator(`${TABS}`).last();
    const tab = await last.getAttribute('href');
    await last.click();
    await page.waitForURL(`**${tab}`);
    expect(await attributes(page, `${TABS}[aria-current="page"]`, 'href')).toEqual([tab]);
  });

  test('copies its ref', async () => {
    const page = await browser.open(address, { permissions: ['clipboard-read', 'clipboard-write'] });
    const button = page.locator('[data-copy]').first();
    await button.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-copied]');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(component?.ref);
  });

  test('has in its small picture the entities that its lists name', async () => {
    const page = await browser.open(address);
    const drawn = await attributes(page, 'figure.graph [data-node]', 'data-node');
    expect(drawn.length).toBeGreaterThan(1);
    expect(drawn).toContain(component?.ref);
    const named = new Set(await attributes(page, 'main a[data-entity-ref], main span[data-entity-ref]', 'data-entity-ref'));
    expect(drawn.filter((ref) => ref !== component?.ref && !named.has(ref))).toEqual([]);
    await page.locator('figure.graph svg:visible a[data-node]').first().click();
    await page.waitForURL((url) => url.pathname !== address);
  });
});
