// Asks a site in a browser: the dialog of its pages as a person does, and a plain Pagefind index beside it. Questions in, outcomes out.
import type { Browser, Page } from 'playwright-core';
import type { Outcome, Question } from './model.ts';
import type { CountedSite } from './serve.ts';

const DIALOG = '#search-dialog';

/** What the page measures: when the last key came, and when the first result of the question was painted. */
interface Watched {
  key: number;
  painted: number;
}

/** Opens a page with the dialog open and everything loaded that comes without a question. */
async function openDialog(browser: Browser, { origin }: CountedSite): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(watchResults);
  await page.goto(`${origin}/`, { waitUntil: 'networkidle' });
  return page;
}

/** Runs in the page. */
function watchResults(): void {
  const watched: Watched = { key: 0, painted: 0 };
  Object.assign(window, { callboardWatched: watched });
  addEventListener('input', ({ timeStamp }) => Object.assign(watched, { key: timeStamp, painted: 0 }), { capture: true });
  addEventListener('DOMContentLoaded', () => {
    const list = document.querySelector('#search-list');
    if (list === null) return;
    new MutationObserver(() => {
      if (watched.painted !== 0 || list.querySelector('[data-search-result]') === null) return;
      watched.painted = -1;
      const { key } = watched;
      // A message that is sent in the frame is handled when the frame has been painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          if (watched.key === key) watched.painted = performance.now();
        });
        port1.start();
        port2.postMessage(null);
      });
    }).observe(list, { childList: true });
  });
}

/** Writes all of a question but its last letter, then presses that one; waits for the whole answer. */
async function askOne(page: Page, question: Question): Promise<Outcome> {
  const field = page.locator(`${DIALOG} input[name=q]`);
  // The same question may be asked twice: the second answer must not be taken from the first.
  await field.fill('');
  await field.evaluate(
    (input: HTMLInputElement, text) => {
      input.value = text;
      input.setSelectionRange(text.length, text.length);
    },
    question.text.slice(0, -1),
  );
  await field.press('End');
  await page.keyboard.insertText(question.text.slice(-1));
  await page.waitForFunction(() => document.querySelector('#search-dialog .search-status')?.textContent !== '', undefined, {
    polling: 20,
    timeout: 30_000,
  });
  await page.waitForTimeout(20);
  const hrefs = await page
    .locator(`${DIALOG} [data-search-result]`)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const { key, painted } = await page.evaluate(() => (window as unknown as { callboardWatched: Watched }).callboardWatched);
  return { question, found: hrefs.map(decodeAddress), milliseconds: painted > 0 ? painted - key : null };
}

/** Asks all questions one after the other. */
export async function askDialog(browser: Browser, site: CountedSite, questions: readonly Question[]): Promise<Outcome[]> {
  const page = await openDialog(browser, site);
  await page.keyboard.press('/');
  await page.locator(DIALOG).waitFor();
  const outcomes: Outcome[] = [];
  for (const question of questions) outcomes.push(await askOne(page, question));
  await page.context().close();
  return outcomes;
}

/** Asks each question as the first one of a visit; returns the bytes that were loaded for it from the opening of the dialog on. */
export async function bytesOfFirst(
  browser: Browser,
  site: CountedSite,
  questions: readonly Question[],
): Promise<{ bytes: number; before: readonly string[] }[]> {
  const all: { bytes: number; before: readonly string[] }[] = [];
  for (const question of questions) {
    site.reset();
    const page = await openDialog(browser, site);
    const before = site.sent().paths.filter((path) => /^\/(?:pagefind|search)\//.test(path) && path !== '/search/');
    site.reset();
    await page.keyboard.press('/');
    await page.locator(DIALOG).waitFor();
    await askOne(page, question);
    await page.waitForTimeout(150);
    all.push({ bytes: site.sent().bytes, before });
    await page.context().close();
  }
  return all;
}

/** Asks a Pagefind index at a path with nothing of ours around it. */
export async function askPlain(browser: Browser, site: CountedSite, path: string, questions: readonly Question[]): Promise<Outcome[]> {
  const page = await openDialog(browser, site);
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    const { found, milliseconds } = await page.evaluate(
      async ([address, text]) => {
        const pagefind = (await import(address)) as {
          search: (text: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
        };
        const start = performance.now();
        const { results } = await pagefind.search(text);
        const pages = await Promise.all(results.slice(0, 10).map((one) => one.data()));
        return { found: pages.map(({ url }) => url), milliseconds: performance.now() - start };
      },
      [`${path}pagefind.js`, question.text] as const,
    );
    outcomes.push({ question, found: found.map(decodeAddress), milliseconds: found.length === 0 ? null : milliseconds });
  }
  await page.context().close();
  return outcomes;
}

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
