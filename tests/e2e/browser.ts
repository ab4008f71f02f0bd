// A browser for one file of tests. Whatever a page should never do fails the test in which it happens.
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { findChromium } from '../../scripts/chromium.ts';

export const DESKTOP = { width: 1280, height: 800 } as const;
export const PHONE = { width: 360, height: 740 } as const;

/** How long anything may take on a busy machine. */
export const PATIENCE = 15_000;

/** Opens pages; a test needs nothing else. */
export interface Visitor {
  /** Opens an address of the site in a window of its own and waits until the page has settled. */
  open(path: string, options?: VisitOptions): Promise<Page>;
  /** The same in the window that earlier calls with these options used: much quicker, for tests that leave nothing behind. */
  reopen(path: string, options?: VisitOptions): Promise<Page>;
}

export interface VisitOptions extends BrowserContextOptions {
  /** The status that the page must be answered with; 200 unless told. */
  readonly status?: number;
  /** An element that the page's script draws and that must be there before the page counts as settled. */
  readonly ready?: string | undefined;
  /** Another origin that the page may ask. */
  readonly mayAsk?: string;
  /** Files that are kept back for some milliseconds. */
  readonly slow?: { readonly pattern: string; readonly delay: number };
}

/** A window, and what its page may be answered with. */
interface Window {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly expected: { path: string; status: number; mayAsk: string };
}

/** Starts a browser before the tests of a file and ends it after them. Visits the built example, unless told another site. */
export function useBrowser(origin: string = inject('origin')): Visitor {
  const kept = new Map<string, Window>();
  let browser: Browser | undefined;
  let opened: Window[] = [];
  let faults: string[] = [];

  beforeAll(async () => {
    const executablePath = findChromium();
    if (executablePath === null) throw new Error('There is no Chromium: set CHROMIUM_PATH to one.');
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-dev-shm-usage'],
    });
  });
  afterEach(async () => {
    const [seen, windows] = [faults, opened];
    [faults, opened] = [[], []];
    await Promise.all(windows.map(({ context }) => context.close()));
    expect([...new Set(seen)], 'what pages did that they must not do').toEqual([]);
  });
  afterAll(() => browser?.close());

  async function newWindow(options: BrowserContextOptions): Promise<Window> {
    if (browser === undefined) throw new Error('The browser has not been started.');
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce', baseURL: origin });
    context.setDefaultTimeout(PATIENCE);
    await context.addInitScript(reportPolicyViolations);
    const expected = { path: '', status: 200, mayAsk: '' };
    context.on('page', (page) => watch(page, origin, expected, (fault) => faults.push(fault)));
    return { context, page: await context.newPage(), expected };
  }

  async function go(
    { page, expected }: Window,
    path: string,
    { status = 200, ready, mayAsk = '', javaScriptEnabled = true }: VisitOptions,
  ): Promise<Page> {
    Object.assign(expected, { path, status, mayAsk });
    const answer = await page.goto(path, { waitUntil: 'load' });
    expect(answer?.status(), `status of ${path}`).toBe(status);
    if (javaScriptEnabled) await settle(page, ready);
    return page;
  }

  return {
    async open(path, options = {}) {
      const window = await newWindow(windowOptions(options));
      opened.push(window);
      if (options.slow !== undefined) await holdBack(window.context, options.slow);
      return go(window, path, options);
    },
    async reopen(path, options = {}) {
      const settings = windowOptions(options);
      const key = JSON.stringify(settings);
      const window = kept.get(key) ?? (await newWindow(settings));
      kept.set(key, window);
      await window.page.setViewportSize(settings.viewport ?? DESKTOP);
      await window.page.emulateMedia({ colorScheme: settings.colorScheme ?? 'light' });
      return go(window, path, options);
    },
  };
}

async function holdBack(context: BrowserContext, { pattern, delay }: { readonly pattern: string; readonly delay: number }): Promise<void> {
  await context.route(pattern, async (route) => {
    await new Promise((done) => setTimeout(done, delay));
    await route.continue();
  });
}

function windowOptions(options: VisitOptions): BrowserContextOptions {
  const { status, ready, slow, mayAsk, ...rest } = options;
  void [status, ready, slow, mayAsk];
  return { viewport: DESKTOP, ...rest };
}

/** Waits until fonts are there, islands that load at once are alive, an expected element is drawn and two frames have passed. */
export async function settle(page: Page, ready?: string): Promise<void> {
  await page.waitForFunction(() => document.querySelector('astro-island[ssr][client="load"]') === null);
  if (ready !== undefined) await page.waitForSelector(ready, { state: 'attached' });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

function reportPolicyViolations(): void {
  addEventListener('securitypolicyviolation', (event) => {
    console.error(`The policy (${event.violatedDirective}) forbids ${event.blockedURI} ${event.sample}`);
  });
}

/** Reports what a page does wrong: errors, requests that fail or leave the site. */
function watch(page: Page, origin: string, expected: Window['expected'], report: (fault: string) => void): void {
  const add = (what: string) => report(`${page.url().replace(origin, '')}: ${what}`);
  page.on('console', (message) => {
    // A failed load is reported below, with its address and status.
    if (!['error', 'warning'].includes(message.type()) || message.text().startsWith('Failed to load resource')) return;
    // That a font was not used in time says how busy the machine is.
    if (/preload.* but not used/.test(message.text())) return;
    add(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => add(`error: ${error.message}`));
  page.on('crash', () => add('crashed'));
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (asked !== origin && asked !== expected.mayAsk && protocol !== 'data:' && protocol !== 'blob:')
      add(`request to another origin: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // Going to another page breaks off what was still loading.
    if (why !== 'net::ERR_ABORTED') add(`request failed: ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    const { pathname, search } = new URL(response.url());
    const status = pathname + search === expected.path ? expected.status : 200;
    if (response.status() >= 400 && response.status() !== status) add(`answer ${response.status()}: ${response.url()}`);
  });
}
