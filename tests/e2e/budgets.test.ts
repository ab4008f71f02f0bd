// What a visit costs: for each sort of page the requests and bytes that a browser really asks for, compressed as a server sends them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { isText } from '../../src/deploy/compress.ts';
import { readBuiltSite } from '../support/built-site.ts';
import { settle, useBrowser } from './browser.ts';
import { listPages } from './page-list.ts';

/** What somebody does on a page, and an element that is there when it is done. */
interface Deed {
  readonly what: string;
  readonly act: (page: Page) => Promise<void>;
  readonly done: string;
}

interface Budget {
  /** A sort of `page-list.ts`. */
  readonly sort: string;
  /** KB of all that is asked for; the font of texts is 47 KB of it, that of names and code another 40 KB. */
  readonly kilobytes: number;
  readonly requests: number;
  /** What is done, and its costs counted as well. */
  readonly deed?: Deed;
}

const openSearch: Deed = {
  what: 'search opened, and a word looked for',
  act: async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('booking');
  },
  done: '#search-dialog [data-search-result]',
};

const BUDGETS: readonly Budget[] = [
  { sort: 'home', kilobytes: 70, requests: 16 },
  { sort: 'catalog', kilobytes: 88, requests: 19 },
  { sort: 'component', kilobytes: 122, requests: 21 },
  { sort: 'group', kilobytes: 122, requests: 21 },
  { sort: 'dependencies tab', kilobytes: 120, requests: 19 },
  { sort: 'definition tab', kilobytes: 126, requests: 19 },
  { sort: 'docs home', kilobytes: 66, requests: 9 },
  { sort: 'docs page with code', kilobytes: 128, requests: 13 },
  { sort: 'docs page with a table', kilobytes: 132, requests: 14 },
  { sort: 'APIs', kilobytes: 68, requests: 11 },
  { sort: 'radar', kilobytes: 122, requests: 13 },
  { sort: 'radar entry', kilobytes: 117, requests: 14 },
  { sort: 'graph', kilobytes: 212, requests: 21 },
  { sort: 'search', kilobytes: 165, requests: 30 },
  { sort: 'search results', kilobytes: 285, requests: 90 },
  { sort: 'problems', kilobytes: 110, requests: 11 },
  { sort: 'teams', kilobytes: 68, requests: 11 },
  { sort: 'landscape', kilobytes: 68, requests: 11 },
  { sort: 'create', kilobytes: 66, requests: 9 },
  { sort: 'home', kilobytes: 210, requests: 33, deed: openSearch },
];

/** How long scripts may take to come up with more when all seems done. */
const IDLE = 500;

const site = readBuiltSite(inject('dist'));
const pages = new Map(listPages(site).map((page) => [page.sort, page]));
const browser = useBrowser();

const named = BUDGETS.map((budget) => ({ ...budget, name: [budget.sort, budget.deed?.what].filter(Boolean).join(': ') }));

describe.each(named)('$name', ({ sort, kilobytes, requests, deed }) => {
  const { path = '', ready } = pages.get(sort) ?? {};

  test(`asks for at most ${kilobytes} KB in ${requests} requests`, async () => {
    // A window of its own has nothing kept from before; a text has nothing that pages need.
    const page = await browser.open('/llms.txt');
    // What is asked for again comes from what the browser has kept; the server of these tests forbids to keep anything.
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).pathname));
    await page.goto(path, { waitUntil: 'load' });
    await settle(page, ready);
    if (deed !== undefined) {
      await deed.act(page);
      await page.waitForSelector(deed.done);
    }
    await page.evaluate((idle) => new Promise((done) => requestIdleCallback(() => setTimeout(done, idle))), IDLE);
    const costs = [...asked].map((path) => ({ path, bytes: bytesOf(path) }));
    const report = costs
      .toSorted((a, b) => b.bytes - a.bytes)
      .map((one) => `${one.bytes} ${one.path}`)
      .join('\n');
    const sum = costs.reduce((total, { bytes }) => total + bytes, 0) / 1024;
    expect(costs.length, `requests: ${report}`).toBeLessThanOrEqual(requests);
    expect(sum, report).toBeLessThanOrEqual(kilobytes);
    // A budget that is much too large holds nothing.
    expect(sum, report).toBeGreaterThan(kilobytes / 2);
  });
});

const known = new Map<string, number>();

/** Returns the bytes of a file as a server would send it. */
function bytesOf(path: string): number {
  const found = known.get(path);
  if (found !== undefined) return found;
  const address = decodeURIComponent(path);
  const file = site.has(address) ? address.replace(/\/$/, '/index.html') : '/404.html';
  const bytes = readFileSync(join(site.folder, file));
  const size = isText(file) ? compressed(bytes) : bytes.length;
  known.set(path, size);
  return size;
}

/** As `build --compress` compresses a page. */
function compressed(bytes: Uint8Array): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length;
}
