// Accessibility of what opens and floats on pages of docs, as far as a machine can tell: light at a desk, dark on a phone.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { DESKTOP, PHONE, settle, useBrowser } from '../browser.ts';
import { tooWide } from '../measure.ts';
import { buildReaderSite } from './reader-site.ts';

const browser = useBrowser((await buildReaderSite()).origin);
const HOME = '/docs/handbook/';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LOOKS = [
  { theme: 'light', viewport: DESKTOP },
  { theme: 'dark', viewport: PHONE },
] as const;

interface State {
  readonly what: string;
  readonly path: string;
  readonly open?: (page: Page) => Promise<unknown>;
}

const STATES: readonly State[] = [
  { what: 'a page with pictures', path: `${HOME}pictures/` },
  {
    what: 'an enlarged picture',
    path: `${HOME}pictures/`,
    open: async (page) => {
      await page.locator('img.zoomable').click();
      await page.waitForSelector('.zoom-dialog[open] img');
    },
  },
  {
    what: 'an enlarged diagram',
    path: `${HOME}pictures/`,
    open: async (page) => {
      await page.locator('.zoom-open').focus();
      await page.keyboard.press('Enter');
      await page.waitForSelector('.zoom-dialog[open] svg');
    },
  },
  {
    what: 'the offer to report an issue',
    path: HOME,
    open: async (page) => {
      await page.locator('.prose p').nth(1).selectText();
      await page.waitForSelector('.report-selection');
    },
  },
  { what: 'large text with everything unfolded', path: `${HOME}folding/`, open: (page) => unfoldLarge(page) },
  { what: 'a part of a large navigation', path: `${HOME}runbooks/60/` },
  { what: 'all pages', path: `${HOME}contents/` },
];

async function unfoldLarge(page: Page): Promise<void> {
  await page.locator('.text-sizes .size-large').click();
  await page.locator('[data-expand]').click();
}

test.each(STATES)('$what breaks no rule of WCAG 2.2 AA, and fits', async ({ path, open }) => {
  const faults: string[] = [];
  for (const { theme, viewport } of LOOKS) {
    // axe is put into the page by script, which the page's policy would not allow.
    const page = await browser.open(path, { bypassCSP: true, viewport, colorScheme: theme });
    await open?.(page);
    await settle(page);
    const { violations } = await new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      .withTags(TAGS)
      .setLegacyMode()
      .analyze();
    faults.push(
      ...violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${theme} ${id}: ${target.join(' ')}: ${failureSummary}`),
      ),
    );
    faults.push(...(await tooWide(page)).map((fault) => `${theme}: ${fault}`));
  }
  expect(faults).toEqual([]);
});
