// The radar: one ring at a time, in picture and list alike, with the ring in the address.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../browser.ts';
import { attributes, eventually, query } from '../reading.ts';

const browser = useBrowser();
const listed = (page: Page) => attributes(page, '[data-entry]', 'data-entry');
const button = (page: Page, ring: string) => page.locator(`[data-radar-filters] [data-ring="${ring}"]`);

/** Blips by what the picture says of them; filtered-out ones are drawn, but no stop for the keyboard. */
function blips(page: Page): Promise<{ id: string; ring: string | null; moved: string | null; reachable: boolean }[]> {
  return page.locator('[data-blip]').evaluateAll((all) =>
    all.map((one) => ({
      id: one.getAttribute('data-blip') ?? '',
      ring: one.getAttribute('data-ring'),
      moved: one.getAttribute('data-moved'),
      reachable: one.getAttribute('tabindex') !== '-1',
    })),
  );
}

describe('the radar', () => {
  test('lists what it draws', async () => {
    const page = await browser.open('/tech-radar/');
    const all = await blips(page);
    expect((await listed(page)).toSorted()).toEqual(all.map((blip) => blip.id).toSorted());
    expect(all.every((blip) => blip.reachable)).toBe(true);
    const numbers = (selector: string, id: string, number: string) =>
      page
        .locator(selector)
        .evaluateAll(
          (found, [id, number]) =>
            found.map((one) => `${one.getAttribute(id ?? '')} ${one.querySelector(number ?? '')?.textContent?.trim()}`).toSorted(),
          [id, number],
        );
    expect(await numbers('[data-blip]', 'data-blip', 'text')).toEqual(await numbers('[data-entry]', 'data-entry', '.n'));
  });

  test('shows one ring at a time, in picture and list; address, reload and back keep it', async () => {
    const page = await browser.open('/tech-radar/');
    const all = await blips(page);
    const rings = (await attributes(page, '[data-radar-filters] [data-ring]', 'data-ring')).filter((ring) => ring !== '');
    expect(rings.length).toBeGreaterThan(2);
    for (const ring of rings) {
      const expected = all
        .filter((blip) => blip.ring === ring)
        .map((blip) => blip.id)
        .toSorted();
      expect(expected).not.toEqual([]);
      await button(page, ring).click();
      expect((await listed(page)).toSorted()).toEqual(expected);
      expect(
        (await blips(page))
          .filter((blip) => blip.reachable)
          .map((blip) => blip.id)
          .toSorted(),
      ).toEqual(expected);
      expect(await query(page)).toEqual([['ring', ring]]);
      expect(await button(page, ring).getAttribute('aria-pressed')).toBe('true');
      expect(await attributes(page, '[data-legend-ring]', 'data-legend-ring').then((shown) => [...new Set(shown)])).toEqual([ring]);
    }
    const last = await listed(page);
    await page.reload();
    expect(await listed(page)).toEqual(last);
    await page.goBack();
    await eventually(() => query(page)).toEqual([['ring', rings.at(-2)]]);
    await eventually(async () => (await listed(page)).toSorted()).toEqual(
      all
        .filter((blip) => blip.ring === rings.at(-2))
        .map((blip) => blip.id)
        .toSorted(),
    );
    await button(page, '').click();
    expect((await listed(page)).length).toBe(all.length);
    expect(await query(page)).toEqual([]);
  });

  test('shows what is new or moved, with keys alone', async () => {
    const page = await browser.open('/tech-radar/');
    const moved = (await blips(page)).filter((blip) => blip.moved !== null).map((blip) => blip.id);
    expect(moved).not.toEqual([]);
    await page.locator('[data-radar-filters] [data-moved]').focus();
    await page.keyboard.press('Space');
    expect((await listed(page)).toSorted()).toEqual(moved.toSorted());
    expect(await query(page)).toEqual([['moved', '']]);
    await page.keyboard.press('Space');
    expect(await query(page)).toEqual([]);
  });

  test('opens an entry from its blip and from its row', async () => {
    const page = await browser.open('/tech-radar/');
    const blip = page.locator('[data-blip]').first();
    const href = await blip.getAttribute('href');
    await blip.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${href}`);
    await page.goBack();
    await page.locator(`[data-entry="${await page.locator('[data-blip]').last().getAttribute('data-blip')}"] a`).click();
    await page.waitForURL(/\/tech-radar\/[^/]+\/$/);
  });

  test('lights picture and row up together', async () => {
    const page = await browser.open('/tech-radar/');
    const id = (await listed(page))[0] ?? '';
    await page.locator(`[data-entry="${id}"] a`).focus();
    expect(
      await page.locator('.lit').evaluateAll((all) => all.map((one) => one.getAttribute('data-blip') ?? one.getAttribute('data-entry'))),
    ).toEqual([id, id]);
  });

  test('is searched by keyboard, held things are looked through, one is opened, and the address is shared', async () => {
    const page = await browser.open('/tech-radar/');
    // From the top of the page to the field, by Tab alone.
    for (let stops = 0; stops < 40; stops++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.hasAttribute('data-radar-q') ?? false)) break;
    }
    await page.keyboard.type('kafka');
    await eventually(() => listed(page)).toEqual(['kafka']);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tech-radar/kafka/');
    expect(await page.locator('h1').innerText()).toBe('Apache Kafka');

    await page.goto('/tech-radar/');
    const hold = button(page, 'hold');
    await hold.focus();
    await page.keyboard.press('Enter');
    const held = await listed(page);
    expect(held.length).toBeGreaterThan(1);
    expect(await query(page)).toEqual([['ring', 'hold']]);
    // Whoever gets the address sees the same.
    const shared = new URL(page.url());
    const other = await browser.open(shared.pathname + shared.search);
    expect(await listed(other)).toEqual(held);
    await other.locator(`[data-entry="${held[0]}"] a`).focus();
    await other.keyboard.press('Enter');
    await other.waitForURL(`**/tech-radar/${held[0]}/`);
    expect(await other.locator('.facts dd').first().innerText()).toContain('Hold');
    expect(await other.locator('.history li').count()).toBeGreaterThan(0);
  });

  test('shows picture and list without scripts, and no control that would do nothing', async () => {
    const page = await browser.open('/tech-radar/', { javaScriptEnabled: false });
    expect(await page.locator('[data-blip]').count()).toBeGreaterThan(20);
    expect((await listed(page)).length).toBe(await page.locator('[data-entry]').count());
    expect(await page.locator('[data-radar-filters]').isVisible()).toBe(false);
  });
});
