// The changes of a radar in; an Atom feed and a JSON feed of them out.
import { dateWords } from './date-words.ts';
import { type RadarChange, markOf, radarChanges } from './radar-changes.ts';
import { entryAddress } from './radars.ts';
import { renderDescription } from './snippets.ts';
import type { Portal, RadarUse } from './types.ts';

/** Newest changes that a feed has. */
const MOST = 100;
/** Where nothing has a date: feeds must have one. */
const NEVER = '1970-01-01T00:00:00Z';

interface Item {
  readonly id: string;
  /** Complete address; a path on the site where nobody knows where that is served. */
  readonly url: string;
  readonly title: string;
  readonly time: string;
  readonly html: string;
  readonly tags: readonly string[];
}

/** Writes the changes as Atom (RFC 4287). */
export function radarAtom(portal: Portal, use: RadarUse): string {
  const items = itemsOf(portal, use);
  const { self, home } = addressesOf(portal, use, 'feed.atom');
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom"${portal.site === null ? '' : ` xml:base="${escape(`${portal.site}/`)}"`}>`,
    `  <title>${escape(titleOf(portal, use))}</title>`,
    `  <id>${escape(portal.site === null ? urnOf(use) : home)}</id>`,
    `  <updated>${items[0]?.time ?? NEVER}</updated>`,
    `  <author><name>${escape(portal.title)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escape(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escape(home)}"/>`,
    ...items.flatMap(({ id, url, title, time, html, tags }) => [
      '  <entry>',
      `    <title>${escape(title)}</title>`,
      `    <id>${escape(id)}</id>`,
      `    <updated>${time}</updated>`,
      `    <link rel="alternate" type="text/html" href="${escape(url)}"/>`,
      ...tags.map((tag) => `    <category term="${escape(tag)}"/>`),
      `    <content type="html">${escape(html)}</content>`,
      '  </entry>',
    ]),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

/** Writes the changes as JSON Feed 1.1. Without a known site it has no addresses but those of its items, which are paths. */
export function radarJsonFeed(portal: Portal, use: RadarUse): object {
  const { self, home } = addressesOf(portal, use, 'feed.json');
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(portal, use),
    ...(portal.site !== null && { home_page_url: home, feed_url: self }),
    language: 'en',
    items: itemsOf(portal, use).map(({ id, url, title, time, html, tags }) => ({
      id,
      ...(portal.site === null ? { _path: url } : { url }),
      title,
      content_html: html,
      date_published: time,
      ...(tags.length > 0 && { tags }),
    })),
  };
}

function titleOf(portal: Portal, { radar }: RadarUse): string {
  return `${radar.title} · ${portal.title}`;
}

function addressesOf({ site, addresses }: Portal, { address }: RadarUse, file: string) {
  return { self: `${site ?? ''}${addresses.href(address + file)}`, home: `${site ?? ''}${addresses.href(address)}` };
}

/** A name that stays when the site moves; a feed needs one where no address is known. */
function urnOf({ id }: RadarUse, ...parts: readonly string[]): string {
  return ['urn:callboard:radar', id, ...parts].map((part, index) => (index === 0 ? part : encodeURIComponent(part))).join(':');
}

function itemsOf(portal: Portal, use: RadarUse): readonly Item[] {
  const changes = radarChanges(use).flatMap((release) => release.changes);
  return changes.slice(0, MOST).map((change) => itemOf(portal, use, change));
}

function itemOf(portal: Portal, use: RadarUse, { entry, decision, date, words }: RadarChange): Item {
  const page = portal.addresses.href(entryAddress(use, entry.id));
  const mark = markOf(entry, decision);
  const text = decision.text || entry.description;
  return {
    id: portal.site === null ? urnOf(use, entry.id, mark) : `${portal.site}${page}#${mark}`,
    url: `${portal.site ?? ''}${page}`,
    title: `${entry.title}: ${words}`,
    time: timeOf(date),
    html: `<p>${escape(`${entry.title}, ${dateWords(date)}: ${words}.`)}</p>${withSite(renderDescription(portal, text), portal.site)}`,
    tags: entry.tags,
  };
}

/** Writes a day or month as a point in time: its beginning. */
function timeOf(date: string): string {
  return `${date.length === 7 ? `${date}-01` : date}T00:00:00Z`;
}

/** Completes the paths of links and images, since a feed is read elsewhere. */
function withSite(html: string, site: string | null): string {
  return site === null ? html : html.replace(/ (href|src)="\/(?!\/)/g, ` $1="${site}/`);
}

function escape(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
