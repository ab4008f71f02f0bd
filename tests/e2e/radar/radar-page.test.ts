// Radars with many entries in a real browser: light, still, on one sheet, through their releases, and at a touch.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readBuiltSite } from '../../support/built-site.ts';
import { DESKTOP, PHONE, useBrowser } from '../browser.ts';
import { layoutShifts, tooWide } from '../measure.ts';
import { createScales } from '../../../scripts/bench-browser/page-weight.ts';
import { attributes, eventually, query } from '../reading.ts';
import { buildRadarSite } from './radar-site.ts';

const built = await buildRadarSite();
const browser = useBrowser(built.origin);
const site = readBuiltSite(built.folder);
const RADAR = '/tech-radar/';
const LARGE = '/tech-radar/large/';

const listed = (page: Page) => attributes(page, '[data-entry]', 'data-entry');

/** Where blips are that can be seen and are not filtered out: middle and ring, in pixels. */
function drawn(page: Page): Promise<{ id: string; ring: string; x: number; y: number; size: number }[]> {
  return page.locator('[data-blip]:not(.out)').evaluateAll((all) =>
    all
      .filter((one) => one.parentElement?.getAttribute('display') !== 'none')
      .map((one) => {
        const { x, y, width, height } = (one.querySelector('path') ?? one).getBoundingClientRect();
        return {
          id: one.getAttribute('data-blip') ?? '',
          ring: one.getAttribute('data-ring') ?? '',
          x: x + width / 2,
          y: y + height / 2,
          size: width,
        };
      }),
  );
}

test('a radar of a hundred entries weighs at most 60 KB, with its styles and scripts', () => {
  const weight = createScales(site.read)(RADAR);
  expect(site.read(RADAR).match(/data-blip=/g)).toHaveLength(100);
  expect([weight.html, weight.styles, weight.scripts].every((part) => part > 1_000)).toBe(true);
  expect(weight.total).toBeLessThanOrEqual(60 * 1024);
});

test.each([
  [RADAR, DESKTOP],
  [RADAR, PHONE],
  [LARGE, DESKTOP],
  [LARGE, PHONE],
])('nothing moves on %s once it is painted, and nothing stands out of the window', async (path, viewport) => {
  const page = await browser.open(path, { viewport });
  expect(await layoutShifts(page)).toEqual([]);
  expect(await tooWide(page)).toEqual([]);
});

test.each([RADAR, LARGE])('%s prints on one sheet, all entries on it', async (path) => {
  const page = await browser.open(path);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
});

test.each([RADAR, LARGE])('%s breaks no rule of WCAG 2.2 AA', async (path) => {
  for (const [colorScheme, viewport] of [
    ['light', DESKTOP],
    ['dark', PHONE],
  ] as const) {
    const page = await browser.open(path, { colorScheme, viewport, bypassCSP: true });
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});

test('the slider goes back in time: entries stand in the rings of then, and what changed is said', async () => {
  const page = await browser.open(RADAR);
  const now = await listed(page);
  const slider = page.locator('[data-radar-at]');
  await slider.focus();
  await page.keyboard.press('Home');
  await eventually(() => page.locator('[data-radar-at-words]').innerText()).toBe('April 2018');
  const first = await listed(page);
  expect(first.length).toBeGreaterThan(0);
  expect(first.length).toBeLessThan(now.length);
  expect((await drawn(page)).map(({ id }) => id).toSorted()).toEqual(first.toSorted());
  expect(await query(page)).toEqual([['at', '2018-04']]);
  await page.keyboard.press('ArrowRight');
  await page.locator('[data-radar-vs]').selectOption({ label: 'April 2018' });
  const difference = page.locator('[data-radar-diff]');
  await eventually(() => difference.locator('p').innerText()).toMatch(/^\d+ changes between April 2018 and April 2019$/);
  expect(await difference.locator('li').count()).toBeGreaterThan(2);
  expect(await query(page)).toEqual([
    ['at', '2019-04'],
    ['vs', '2018-04'],
  ]);
  const then = await drawn(page);
  await page.reload();
  await eventually(() => drawn(page)).toEqual(then);
  for (const [index, one] of then.entries()) {
    for (const other of then.slice(index + 1)) {
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(Math.min(one.size, other.size) * 0.9);
    }
  }
  await slider.focus();
  await page.keyboard.press('End');
  await eventually(() => listed(page)).toEqual(now);
  expect(await difference.isVisible()).toBe(false);
});

test('filters by words, status, tag and team, each in the address', async () => {
  const page = await browser.open(RADAR);
  await page.locator('select[name=tag]').selectOption('security');
  await page.locator('select[name=owner]').selectOption('group:default/web');
  const both = await listed(page);
  expect(both.length).toBeGreaterThan(0);
  expect(await query(page)).toEqual([
    ['tag', 'security'],
    ['owner', 'group:default/web'],
  ]);
  expect(await page.locator('[data-radar-count]').innerText()).toBe(`${both.length} of 100`);
  await page.reload();
  expect(await listed(page)).toEqual(both);
  await page.locator('[data-radar-clear]').click();
  expect((await listed(page)).length).toBe(100);
  await page.locator('select[name=status]').selectOption('new');
  const fresh = await listed(page);
  expect(fresh).toEqual(await attributes(page, '[data-entry]:has(.moved)', 'data-entry'));
  await page.goBack();
  await eventually(async () => (await listed(page)).length).toBe(100);
  await page.locator('[data-radar-q]').fill('number 42');
  expect(await listed(page)).toEqual(['technology-42']);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/tech-radar/technology-42/');
});

test('a quadrant fills the picture', async () => {
  const page = await browser.open(LARGE);
  const before = (await drawn(page)).find(({ id }) => id === 'large-1');
  await page.locator('select[name=quadrant]').selectOption('platforms');
  const after = await drawn(page);
  expect(after.length).toBeLessThan(100);
  expect(after.find(({ id }) => id === 'large-1')?.size).toBeGreaterThan(1.8 * (before?.size ?? 0));
  const frame = await page.locator('.radar-svg').boundingBox();
  expect(after.every(({ x, y }) => x > (frame?.x ?? 0) && x < (frame?.x ?? 0) + (frame?.width ?? 0) && y > (frame?.y ?? 0))).toBe(true);
});

test('a label names who is pointed at or tabbed to; a first touch shows it, a second one opens the entry', async () => {
  const page = await browser.open(RADAR);
  const tip = page.locator('[data-radar-tip]');
  await page.locator('[data-blip="technology-42"]').hover();
  await eventually(() => tip.innerText()).toMatch(/Technology number 42\s+\w+[^]*What technology 42 is good for/);
  await page.keyboard.press('Escape');
  expect(await tip.isVisible()).toBe(false);
  await page.locator('[data-blip="technology-41"]').focus();
  expect(await tip.innerText()).toContain('Technology number 41');

  const phone = await browser.open(RADAR, { viewport: PHONE, hasTouch: true, isMobile: true });
  const blip = phone.locator('[data-blip="technology-7"]');
  await blip.tap();
  await eventually(() => phone.locator('[data-radar-tip]').innerText()).toContain('Technology number 7');
  expect(new URL(phone.url()).pathname).toBe(RADAR);
  await blip.tap();
  await phone.waitForURL('**/tech-radar/technology-7/');
});

test('every change has its page and its feeds, and each radar its own', async () => {
  const page = await browser.open(`${RADAR}changes/`);
  expect(await page.locator('.changes li').count()).toBeGreaterThan(100);
  const atom = site.read('/tech-radar/feed.atom');
  expect(
    await page.evaluate(
      (text) => new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')?.textContent ?? null,
      atom,
    ),
  ).toBeNull();
  expect(atom.match(/<entry>/g)).toHaveLength(100);
  expect(JSON.parse(site.read('/tech-radar/feed.json'))).toMatchObject({ items: { length: 100 } });
  await page.goto(LARGE);
  await page.locator('[data-entry="large-5"] a').click();
  await page.waitForURL('**/tech-radar/large/large-5/');
  expect(await page.locator('.crumbs a').getAttribute('href')).toBe(LARGE);
});
