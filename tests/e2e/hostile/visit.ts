// A browser that visits pages of attacks: addresses in, one line for everything that must not happen out.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { VECTORS } from './organisation.ts';
import { listFaults, provoke } from './provoke.ts';
import { CALL, HOST } from './vector.ts';

/** Pages that are open at once. */
const WINDOWS = 3;

const DESK = { width: 1280, height: 800 };
/** Diagrams are drawn when they come into view: here all of them are, which costs too much to paint for pages without. */
const TALL = { width: 1280, height: 16_000 };

/** What was seen while pages were open: one line each, with the name of the attack where it is known. */
export type Report = (what: string) => void;

const nameOf = (id: unknown) => VECTORS.find((vector) => vector.id === Number(id))?.name ?? `attack ${String(id)}`;

/** Opens a context in which everything is reported that an attack may bring about. */
export async function newContext(browser: Browser, origin: string, bypassCSP: boolean, report: Report): Promise<BrowserContext> {
  const context = await browser.newContext({
    bypassCSP,
    baseURL: origin,
    viewport: DESK,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(90_000);
  await context.exposeFunction(CALL, (id: unknown) => report(`ran: ${nameOf(id)}`));
  await context.exposeFunction('violated', (what: string) => report(`policy: ${what}`));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, documentURI }) => {
      void (globalThis as unknown as { violated(what: string): void }).violated(
        `${effectiveDirective} ${blockedURI} ${sample} ${documentURI}`,
      );
    });
  });
  await context.route(
    (url) => url.origin !== origin && url.protocol !== 'data:',
    (route) => {
      report(`request: ${route.request().url()} (${nameOf(new RegExp(`${HOST}/(\\d+)`).exec(route.request().url())?.[1])})`);
      return route.abort();
    },
  );
  context.on('response', (response) => {
    if (response.status() >= 400) report(`answer ${response.status()}: ${response.url()} on ${response.frame().url()}`);
  });
  return context;
}

function watch(page: Page, report: Report): void {
  const where = () => page.url().replace(/^https?:\/\/[^/]+/, '');
  page.on('dialog', (dialog) => {
    report(`dialog "${dialog.message()}" on ${where()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => report(`window ${popup.url()} on ${where()}`));
  page.on('pageerror', (error) => report(`error on ${where()}: ${error.message}`));
  // The catalog makes its downloads itself.
  page.on('download', (download) => download.url().startsWith('blob:') || report(`download of ${download.url()} on ${where()}`));
}

/** Opens a page, provokes it, and says what is wrong with it. */
export async function visit(page: Page, path: string, report: Report): Promise<void> {
  await page.setViewportSize(DESK);
  await page.goto(path, { waitUntil: 'load' });
  const opened = page.url();
  await page.evaluate(provoke);
  // A whole site on one page is longer than any window.
  const drawn = !path.endsWith('/print/') && (await page.evaluate(() => document.querySelector('article figure.mermaid-source') !== null));
  if (drawn) {
    await page.setViewportSize(TALL);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('article figure.mermaid-source')].every(
        (figure) => figure.querySelector('.diagram, .diagram-note') !== null,
      ),
    );
    await page.evaluate(provoke);
  }
  for (const fault of await page.evaluate(listFaults)) report(`fault on ${path}: ${fault}`);
  if (placeOf(page.url()) !== placeOf(opened)) report(`left ${path} for ${page.url()}`);
}

/** The portal's own filters write into the query, and those of the catalog lead from its kinds to all of it. */
function placeOf(url: string): string {
  return url.replace(/[?#].*/, '').replace(/\/catalog\/(?:[^/]+\/)?$/, '/catalog/');
}

/** Says whether the portal's own scripts still work. */
export async function tryOut(page: Page, path: string, report: Report): Promise<void> {
  await page.setViewportSize(TALL);
  await page.goto(path, { waitUntil: 'load' });
  const before = await page.getAttribute('html', 'data-theme');
  await page.click('[data-theme-toggle]');
  if ((await page.getAttribute('html', 'data-theme')) === before) report(`no theme on ${path}`);
  await page.keyboard.press('/');
  await page.keyboard.type('pages');
  await page
    .locator('dialog[open] [data-search-result]')
    .first()
    .waitFor()
    .catch(() => report(`no search on ${path}`));
  await page.locator('[data-search-close]').click();
  await page.getByRole('tab', { name: 'Second tab' }).click();
  if (!(await page.getByText('Two', { exact: true }).isVisible())) report(`no tabs on ${path}`);
  await page
    .locator('figure.mermaid-source .diagram svg')
    .first()
    .waitFor()
    .catch(() => report(`no diagram on ${path}`));
  if ((await page.locator('.copy-code').count()) === 0) report(`no button to copy on ${path}`);
}

/** Lets several windows take one path after the other. */
export async function inWindows(context: BrowserContext, paths: readonly string[], report: Report, work: typeof visit): Promise<void> {
  const queue = [...paths];
  await Promise.all(
    Array.from({ length: WINDOWS }, async () => {
      const page = await context.newPage();
      watch(page, report);
      for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
        await work(page, path, report).catch((error: unknown) => report(`stuck on ${path}: ${String(error).slice(0, 300)}`));
      }
    }),
  );
}
