// What holds for every page: it answers, is well formed and fits every screen. Each sort of page is opened at a desk and on a phone.
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { readBuiltSite } from '../support/built-site.ts';
import { PHONE, settle, useBrowser } from './browser.ts';
import { layoutShifts, tooWide } from './measure.ts';
import { listPages } from './page-list.ts';

const MOST_SHIFT = 0.005;
/** How long a page that has settled is watched for what comes late. */
const AFTERWARDS = 100;
/** The narrowest screen that must do: 1280 pixels at 400 %. */
const NARROWEST = { width: 320, height: 640 } as const;

/** Pages on which a script folds something on small screens. */
const LATE_SCRIPTS = new Set(['catalog', 'docs page with code', 'docs page with footnotes']);
/** A few sorts of text: a fallback of other measures shows in each of them. */
const LATE_FONTS = new Set(['home', 'catalog', 'component', 'docs page with code', 'docs page with a table', 'docs page with footnotes']);

const pages = listPages(readBuiltSite(inject('dist')));
const browser = useBrowser();

describe.each(pages)('$sort $path', ({ path, ready, status = 200 }) => {
  test('has one heading, a title and a strict policy, and holds still at a desk', async () => {
    const page = await browser.reopen(path, { ready, status });
    expect(await page.title()).toMatch(/\S/);
    expect(await page.locator('h1').allInnerTexts()).toEqual([expect.stringMatching(/\S/)]);
    expect(await page.locator('main').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await expectStrictPolicy(page);
    expect(await tooWide(page)).toEqual([]);
    await expectStillness(page);
  });

  test('fits a phone and holds still there', async () => {
    const page = await browser.reopen(path, { ready, status, viewport: PHONE, isMobile: true, hasTouch: true });
    expect(await tooWide(page)).toEqual([]);
    await expectStillness(page);
    await page.setViewportSize(NARROWEST);
    await settle(page);
    expect(await tooWide(page)).toEqual([]);
  });
});

describe('scripts that come late', () => {
  test.each(pages.filter(({ sort }) => LATE_SCRIPTS.has(sort)))('move nothing on a phone: $sort $path', async ({ path, ready }) => {
    const slow = { pattern: '**/_astro/*.js', delay: 600 };
    const page = await browser.open(path, { ready, viewport: PHONE, isMobile: true, hasTouch: true, slow });
    await expectStillness(page);
  });
});

describe('fonts that come late', () => {
  test.each(pages.filter(({ sort }) => LATE_FONTS.has(sort)))('move nothing: $sort $path', async ({ path, ready }) => {
    const page = await browser.open(path, { ready, slow: { pattern: '**/*.woff2', delay: 400 } });
    await expectStillness(page);
  });
});

/** What `apis.try` of the example allows, and on pages to try requests on alone. */
const ALLOWED_TO_TRY = ['https://api.test.fulmar.example'];

async function expectStrictPolicy(page: Page): Promise<void> {
  const policies = await page
    .locator('head meta[http-equiv="content-security-policy" i]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('content') ?? ''));
  expect(policies).toHaveLength(1);
  const directives = new Map(
    (policies[0] ?? '')
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .filter(([name]) => name !== '')
      .map(([name = '', ...values]) => [name, values]),
  );
  expect(directives.get('default-src')).toEqual(["'none'"]);
  expect(directives.get('base-uri')).toEqual(["'none'"]);
  for (const [name, values] of directives) {
    const opened = name === 'connect-src' && page.url().endsWith('/definition/try/') ? ALLOWED_TO_TRY : [];
    const loose = values.filter((value) => !isStrict(name, value) && !opened.includes(value));
    expect(loose, `what ${name} allows beyond our own files`).toEqual([]);
  }
}

function isStrict(directive: string, value: string): boolean {
  if (["'none'", "'self'"].includes(value) || value.startsWith("'sha256-")) return true;
  return (directive === 'script-src' && value === "'wasm-unsafe-eval'") || (directive === 'img-src' && value === 'data:');
}

async function expectStillness(page: Page): Promise<void> {
  await page.waitForTimeout(AFTERWARDS);
  const shifts = await layoutShifts(page);
  const sum = shifts.reduce((total, shift) => total + shift.value, 0);
  expect(sum, `shifts: ${JSON.stringify(shifts)}`).toBeLessThan(MOST_SHIFT);
}
