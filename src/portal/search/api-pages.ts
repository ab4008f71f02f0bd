// References of APIs as Pagefind reads them: every page of a reference with a heading for each operation and type, by which it is linked to.
import type { Field, FieldGroup, Item, Part } from '../../apis/types.ts';
import { planPages } from '../api-pages.ts';
import { pageTitle, referenceAddress } from '../api-reference.ts';
import { escapeHtml } from '../../docs/highlight.ts';
import type { Portal } from '../types.ts';
import { type SearchMarks, apiMarks } from './marks.ts';

export interface ApiSearchPage {
  readonly address: string;
  readonly marks: SearchMarks;
  readonly body: string;
  /** What is said in words, which tells the language. */
  readonly text: string;
}

/** Items of one page, and the words of one. */
const MAX_ITEMS = 2000;
const MAX_WORDS = 400;

/** Makes the pages of all APIs, one at a time. */
export function* apiSearchPages(portal: Portal): Generator<ApiSearchPage> {
  for (const [ref, { model }] of portal.apis) {
    const entity = portal.catalog.get(ref);
    if (entity === null || model === null) continue;
    const { pages } = planPages(model);
    const whole = { part: '', title: entity.title, items: pages.length === 0 ? model.groups.flatMap(({ items }) => items) : [] };
    const parts = pages.map((page) => ({ part: page.part, title: pageTitle(page), items: page.items }));
    for (const { part, title, items } of [whole, ...parts]) {
      const about = part === '' ? model.description : '';
      const sections = items.slice(0, MAX_ITEMS).map(itemHtml).join('\n');
      yield {
        address: referenceAddress(portal, entity, part),
        marks: apiMarks(portal, entity, title),
        body: `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(plain(about))}</p>${sections}`,
        text: `${about} ${items.map(({ summary }) => summary).join(' ')}`,
      };
    }
  }
}

function itemHtml(item: Item): string {
  const title = [item.badge ?? '', item.title].filter((part) => part !== '').join(' ');
  const fields: string[] = [];
  for (const part of item.parts) collect(part, fields);
  const spoken = plain([item.summary, item.description].filter((text) => text !== '').join('. '));
  const words = [...item.words, ...spoken.split(/\s+/).slice(0, MAX_WORDS), ...fields.slice(0, MAX_WORDS)].join(' ');
  return `<h2 id="${escapeHtml(item.id)}">${escapeHtml(title)}</h2><p>${escapeHtml(words)}</p>`;
}

function plain(markdown: string): string {
  return markdown.replace(/[*_`#>]+/g, '');
}

function collect(part: Part, names: string[]): void {
  if (part.kind === 'code') return;
  collectFields(part.fields, names);
  if (part.kind === 'body') for (const { shape } of part.contents) collectGroups(shape?.groups ?? [], names);
}

function collectFields(fields: readonly Field[], names: string[]): void {
  for (const field of fields) {
    if (names.length >= MAX_WORDS) return;
    // Single letters find everything and nothing.
    if (field.name.length > 1) names.push(field.name);
    collectGroups(field.groups, names);
  }
}

function collectGroups(groups: readonly FieldGroup[], names: string[]): void {
  for (const { fields } of groups) collectFields(fields, names);
}
