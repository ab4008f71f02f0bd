// What a person sees of a page, in words that tests compare.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { PATIENCE } from './browser.ts';

/** Expects something that becomes true before long, however busy the machine is. */
export function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: PATIENCE, interval: 50 });
}

/** Returns the query of the current address, in order: `[['kind', 'api']]`. Asks the page, which knows it before its driver does. */
export function query(page: Page): Promise<[name: string, value: string][]> {
  return page.evaluate(() => [...new URLSearchParams(location.search)]);
}

/** Returns the path of the current address. */
export function path(page: Page): string {
  return new URL(page.url()).pathname;
}

/** Returns the refs of the entities that visible links inside of an element lead to, in order. */
export function refsIn(part: Locator): Promise<string[]> {
  return part.locator('a[data-entity-ref]:visible').evaluateAll((links) => links.map((link) => link.getAttribute('data-entity-ref') ?? ''));
}

/** Returns an attribute of each visible element that a selector finds, in order. */
export function attributes(part: Page | Locator, selector: string, name: string): Promise<string[]> {
  return part.locator(`${selector}:visible`).evaluateAll((all, name) => all.map((one) => one.getAttribute(name) ?? ''), name);
}

/** Reads a count as pages write it: `1,204`. */
export async function count(element: Locator): Promise<number> {
  return Number((await element.innerText()).replaceAll(',', ''));
}
