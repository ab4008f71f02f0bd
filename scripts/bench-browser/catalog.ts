// Measures the catalog index: typing, filters, order and kinds, each until the rows are painted; and how much data it loads.
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { Measurement, Samples } from './model.ts';
import { paintsOf, watchPaints } from './painted.ts';

/** Pauses between keys, as a quick typist makes them: what is drawn late falls into the next key. */
const PAUSE = 150;

export const measureCatalog: Measurement = {
  name: 'catalog',
  about: 'key press and click to painted rows on /catalog/',
  async run(page, origin, rounds) {
    await watchPaints(page);
    const loaded = await watchData(page);
    const start = async () => {
      await page.goto(`${origin}/catalog/?kind=all`);
      await page.waitForSelector('html:not([data-asks]) [data-rows] tr');
      await page.waitForTimeout(500);
    };
    await start();
    const words = wordsOf(await page.locator('[data-rows] .name a').allInnerTexts());
    const field = page.locator('[data-catalog-form] input[name="q"]');
    const samples: Samples[] = [];
    for (const { what, act } of [
      { what: 'type a letter', act: () => typeWords(page, words) },
      { what: 'delete a letter', act: () => deleteWord(page, words[0] ?? 'a') },
      { what: 'tick a filter', act: () => tickAll(page, ['type', 'lifecycle', 'owner']) },
      { what: 'sort by a column', act: () => clickEach(page, '[data-sort]') },
      { what: 'choose a kind', act: () => clickEach(page, '[data-group="kind"] a') },
    ]) {
      const milliseconds: number[] = [];
      for (let round = 0; round < rounds; round++) {
        await start();
        await field.focus();
        milliseconds.push(...(await paintsOf(page, act)));
      }
      samples.push({ what, milliseconds });
    }
    return { samples, notes: loaded() };
  },
};

/** Notes the size of the data that the page asks for. */
async function watchData(page: Page): Promise<() => string[]> {
  const sizes = new Map<string, number>();
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    if (!/\/catalog\/.*\.json$/.test(path) || sizes.has(path)) return;
    sizes.set(path, 0);
    void response.body().then(
      (body) => sizes.set(path, gzipSync(body).length),
      () => sizes.delete(path),
    );
  });
  return () => {
    const index = [...sizes].find(([path]) => path.endsWith('/index.json'))?.[1] ?? 0;
    const blocks = [...sizes].filter(([path]) => !path.endsWith('/index.json')).map(([, size]) => size);
    const mean = blocks.reduce((sum, size) => sum + size, 0) / Math.max(1, blocks.length);
    return [`index.json: ${kilobytes(index)} compressed; ${blocks.length} blocks of descriptions, ${kilobytes(mean)} each`];
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** A few words out of titles that are there. */
function wordsOf(titles: readonly string[]): string[] {
  const words = titles.flatMap((title) => title.toLowerCase().split(/[^a-z]+/)).filter((word) => word.length > 4);
  return [...new Set(words)].slice(0, 4);
}

async function typeWords(page: Page, words: readonly string[]): Promise<void> {
  await page.keyboard.type(words.join(' '), { delay: PAUSE });
}

async function deleteWord(page: Page, word: string): Promise<void> {
  await page.locator('[data-catalog-form] input[name="q"]').fill(word);
  await page.waitForTimeout(PAUSE);
  for (let letter = 0; letter < word.length; letter++) await page.keyboard.press('Backspace', { delay: PAUSE });
}

async function tickAll(page: Page, filters: readonly string[]): Promise<void> {
  for (const filter of filters) {
    await page.locator(`[data-group="${filter}"] ul input`).first().click();
    await page.waitForTimeout(PAUSE);
  }
}

async function clickEach(page: Page, selector: string): Promise<void> {
  const count = await page.locator(`${selector}:visible`).count();
  for (let index = 0; index < Math.min(count, 8); index++) {
    const one = page.locator(`${selector}:visible`).nth(index);
    if (await one.isVisible()) await one.click();
    await page.waitForTimeout(PAUSE);
  }
}
