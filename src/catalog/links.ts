// The links of an entity: those that can be shown, and those that must not be.
import { CommonValidatorFunctions } from '@backstage/catalog-model';
import type { Fault } from './fault.ts';
import { field, shorten } from './json.ts';
import type { EntityLink, Json, JsonObject } from './types.ts';

/** Schemes that run or carry content instead of naming a place. */
const UNSAFE = new Set(['javascript:', 'vbscript:', 'data:', 'blob:', 'file:']);

/** Lists the links that can be followed: with a full address of a safe scheme. Titles, icons and types that are no text are left out. */
export function linksOf(data: JsonObject): EntityLink[] {
  const links: EntityLink[] = [];
  for (const [, link, url] of writtenLinks(data)) {
    if (!isSafe(url)) continue;
    const text = (key: string) => {
      const value = field(link, key);
      return typeof value === 'string' && value.trim() !== '' ? value : undefined;
    };
    links.push({ url, title: text('title'), icon: text('icon'), type: text('type') });
  }
  return links;
}

/** Lists the links that are left out because following them would be dangerous. */
export function* unsafeLinks(data: JsonObject): Generator<Fault> {
  for (const [index, , url] of writtenLinks(data)) {
    if (isSafe(url)) continue;
    const message = `A link to ${JSON.stringify(shorten(url, 40))} is not shown: it does not name a place.`;
    yield { rule: 'entity/unsafe-link', path: ['metadata', 'links', index, 'url'], message };
  }
}

/** Links whose address can be parsed. */
function* writtenLinks(data: JsonObject): Generator<[index: number, link: Json, url: string]> {
  const links = field(field(data, 'metadata'), 'links');
  if (!Array.isArray(links)) return;
  for (const [index, link] of links.entries()) {
    const url = field(link, 'url');
    if (typeof url === 'string' && CommonValidatorFunctions.isValidUrl(url)) yield [index, link, url];
  }
}

function isSafe(url: string): boolean {
  return !UNSAFE.has(new URL(url).protocol);
}
