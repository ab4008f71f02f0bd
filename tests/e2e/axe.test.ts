// Accessibility as far as a machine can tell: every sort of page, light and dark, by axe's rules for WCAG 2.2 AA.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { readBuiltSite } from '../support/built-site.ts';
import { DESKTOP, PHONE, settle, useBrowser } from './browser.ts';
import { listPages } from './page-list.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Each theme on another screen: a pass takes its time, and colours do not depend on the width. */
const LOOKS = [
  { theme: 'light', viewport: DESKTOP },
  { theme: 'dark', viewport: PHONE },
] as const;

/** A reference of an API has thousands of parts to look at: milliseconds that a page may take on a busy machine. */
const PATIENCE = 180_000;

const browser = useBrowser();

describe.each(listPages(readBuiltSite(inject('dist'))))('$sort $path', ({ path, ready, status = 200 }) => {
  test(
    'breaks no rule of WCAG 2.2 AA, light or dark, at a desk or on a phone',
    async () => {
      // axe is put into the page by script, which the page's policy would not allow.
      const page = await browser.reopen(path, { ready, status, bypassCSP: true });
      const faults: string[] = [];
      for (const { theme, viewport } of LOOKS) {
        await page.emulateMedia({ colorScheme: theme });
        await page.setViewportSize(viewport);
        await settle(page);
        faults.push(...(await violations(page)).map((fault) => `${theme} at ${viewport.width}: ${fault}`));
      }
      expect(faults).toEqual([]);
    },
    PATIENCE,
  );
});

/** What opens on a page: the way to it, and the part that is looked at. */
interface State {
  readonly what: string;
  readonly path: string;
  readonly part: string;
  readonly viewport?: typeof PHONE;
  readonly open: (page: Page) => Promise<unknown>;
}

const STATES: readonly State[] = [
  {
    what: 'the search dialog with results',
    path: '/',
    part: '#search-dialog',
    open: async (page) => {
      await page.keyboard.press('/');
      await page.waitForSelector('#search-dialog[open]');
      await page.locator('#search-dialog input[name=q]').fill('service');
      await page.waitForSelector('#search-dialog [data-search-result]');
    },
  },
  {
    what: 'the search dialog on a phone, with results of all sorts and a link of one chosen',
    path: '/docs/default/component/gate-service/',
    part: '#search-dialog',
    viewport: PHONE,
    open: async (page) => {
      await page.keyboard.press('/');
      await page.waitForSelector('#search-dialog[open]');
      await page.locator('#search-dialog input[name=q]').fill('go');
      await page.waitForSelector('#search-dialog .search-status:not(:empty)');
      await page.locator('#search-dialog input[name=q]').fill('reservations-rest');
      await page.waitForSelector('#search-dialog .search-status:not(:empty)');
      await page.keyboard.press('ArrowRight');
    },
  },
  {
    what: 'the menu on a phone',
    path: '/',
    part: '[data-menu]',
    viewport: PHONE,
    open: (page) => page.locator('[data-menu] summary').click(),
  },
  {
    what: 'the filters on a phone',
    path: '/catalog/',
    part: '.filters',
    viewport: PHONE,
    open: (page) => page.locator('.filters summary').click(),
  },
  {
    what: 'the dialog in which a person picks themself',
    path: '/catalog/',
    part: '[data-me-picker]',
    open: async (page) => {
      await page.locator('[data-me-open]').click();
      await page.waitForSelector('[data-me-picker] [role="option"]');
      await page.locator('[data-me-picker] input').fill('a');
      await page.waitForSelector('[data-me-picker] [aria-selected="true"]');
    },
  },
  {
    what: 'the columns and an opened filter of the catalog',
    path: '/catalog/?kind=all&lifecycle=production',
    part: '.catalog',
    open: async (page) => {
      await page.waitForSelector('[data-chosen] .chip');
      await page.locator('[data-group="owner"] [data-more-values]').click();
      await page.locator('[data-columns] summary').click();
      await page.locator('[data-rows] [data-star]').first().click();
    },
  },
  {
    what: 'all parts of the graph',
    path: '/catalog-graph/',
    part: '.explorer',
    open: async (page) => {
      await page.waitForSelector('.explorer-canvas canvas[data-sharp="true"]');
      await page.locator('.explorer details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    },
  },
  {
    what: 'what breaks, with its owners and its table',
    path: '/catalog-graph/?root=resource:default/booking-db&show=impact',
    part: '.explorer',
    open: async (page) => {
      await page.waitForSelector('[data-answer="impact"]');
      await page.locator('.explorer details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    },
  },
];

describe.each(STATES)('$what', ({ path, part, open, viewport = DESKTOP }) => {
  test('breaks no rule of WCAG 2.2 AA, light or dark', async () => {
    const page = await browser.open(path, { bypassCSP: true, viewport });
    await open(page);
    const faults: string[] = [];
    for (const { theme } of LOOKS) {
      await page.emulateMedia({ colorScheme: theme });
      await settle(page);
      faults.push(...(await violations(page, part)).map((fault) => `${theme}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
});

async function violations(page: Page, part = 'html'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(TAGS)
    .include(part)
    // Thousands of words in the colours that code has in docs, too.
    .exclude('.full-code code')
    .exclude('.api figure code')
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.split('\n').slice(1).join(' ').trim()}`),
  );
}
