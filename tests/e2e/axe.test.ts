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

const browser = useBrowser();

describe.each(listPages(readBuiltSite(inject('dist'))))('$sort $path', ({ path, ready, status = 200 }) => {
  test('breaks no rule of WCAG 2.2 AA, light or dark, at a desk or on a phone', async () => {
    // axe is put into the page by script, which the page's policy would not allow.
    const page = await browser.open(path, { ready, status, bypassCSP: true });
    const faults: string[] = [];
    for (const { theme, viewport } of LOOKS) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize(viewport);
      await settle(page);
      faults.push(...(await violations(page)).map((fault) => `${theme} at ${viewport.width}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
});

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.split('\n').slice(1).join(' ').trim()}`),
  );
}
