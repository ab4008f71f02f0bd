// "Try it": a request to a server that portal.yaml allows, sent from the page of an API with a reader that is loaded when asked for.
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { readBuiltSite } from '../../support/built-site.ts';
import { PHONE, useBrowser } from '../browser.ts';
import { eventually } from '../reading.ts';

const ALLOWED = 'https://api.test.fulmar.example';
const REFERENCE = '/catalog/default/api/reservations-rest/definition/';

const browser = useBrowser();
const site = readBuiltSite(inject('dist'));

const policyOf = async (page: Page): Promise<string> =>
  (await page.locator('meta[http-equiv="content-security-policy" i]').getAttribute('content')) ?? '';
const loaded = (page: Page) => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));

/** Answers what is sent to the allowed server as the server would. */
async function answer(page: Page): Promise<string[]> {
  const asked: string[] = [];
  await page.route(`${ALLOWED}/**`, async (route) => {
    asked.push(`${route.request().method()} ${route.request().url()}`);
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    await route.fulfill({ contentType: 'application/json', headers, body: '{"lanes": 41}' });
  });
  return asked;
}

describe('trying a request', () => {
  test('sends it to the allowed server with the mouse', async () => {
    const page = await browser.open(REFERENCE, { mayAsk: ALLOWED });
    const asked = await answer(page);
    await page.getByRole('link', { name: 'Try it' }).click();
    await page.waitForURL(`**${REFERENCE}try/`);
    expect((await loaded(page)).filter((name) => /swagger|definition\.json/.test(name))).toEqual([]);
    await page.getByRole('button', { name: 'Open Swagger UI' }).click();
    await page.locator('.opblock-get', { hasText: '/sailings/{sailingId}/space' }).locator('.opblock-summary-control').click();
    expect(await page.locator('.servers option').allInnerTexts()).toEqual([expect.stringContaining(`${ALLOWED}/reservations/v4`)]);
    const operation = page.locator('.opblock.is-open');
    await operation.locator('tr[data-param-name="sailingId"] input').fill('1-20261104-0715-STN');
    await operation.getByRole('button', { name: 'Execute' }).click();
    await eventually(() => operation.locator('.live-responses-table').innerText()).toContain('"lanes": 41');
    expect(asked).toEqual([`GET ${ALLOWED}/reservations/v4/sailings/1-20261104-0715-STN/space`]);
  });

  test('is reached and begun with keys alone', async () => {
    const page = await browser.open(`${REFERENCE}try/`);
    await page.getByRole('button', { name: 'Open Swagger UI' }).focus();
    await page.keyboard.press('Enter');
    await eventually(() => page.evaluate(() => document.activeElement?.hasAttribute('data-trial-place'))).toBe(true);
    await page.locator('.opblock').first().waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.closest('.opblock-summary-control')?.getAttribute('aria-expanded'));
    for (let step = 0; step < 60 && (await focused()) === undefined; step++) await page.keyboard.press('Tab');
    expect(await focused()).toBe('false');
    await page.keyboard.press('Enter');
    await page.locator('.opblock.is-open').getByRole('button', { name: 'Execute' }).waitFor();
  });

  test('fits a phone, and is dark where the page is', async () => {
    const page = await browser.open(`${REFERENCE}try/`, { viewport: PHONE, colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Open Swagger UI' }).click();
    await page.locator('.opblock-summary-control').first().click();
    await page.locator('.opblock.is-open').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    expect(await page.evaluate(() => document.documentElement.classList.contains('dark-mode'))).toBe(true);
  });

  test('opens the policy of its own page alone', async () => {
    const trials = site.pages.filter((page) => page.endsWith('/definition/try/'));
    expect(trials.length).toBeGreaterThan(0);
    const open = site.pages.filter((page) => /connect-src[^;]*https:/.test(site.read(page).slice(0, 10_000)));
    expect(open.toSorted()).toEqual(trials.toSorted());
    const page = await browser.open(`${REFERENCE}try/`);
    expect(await policyOf(page)).toContain(`connect-src 'self' ${ALLOWED};`);
    expect(await policyOf(page)).not.toContain('unsafe-inline');
  });

  test('says without scripts that it needs them', async () => {
    const page = await browser.open(`${REFERENCE}try/`, { javaScriptEnabled: false });
    expect(await page.getByText('This needs JavaScript').isVisible()).toBe(true);
    expect(await page.locator('[data-trial-open]').isVisible()).toBe(false);
  });
});
