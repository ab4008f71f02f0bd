// One entry of a radar as its page shows it: where it is and why, what was decided before, whom to ask, what else to look at.
import { takesOff } from '../radar/archive.ts';
import type { RadarEntry } from '../radar/types.ts';
import { dateWords } from './date-words.ts';
import { type EntityLinkView, linkTo } from './links.ts';
import { markOf } from './radar-changes.ts';
import { MOVEMENT_LABELS } from './radar-shapes.ts';
import { type RadarRow, WITHOUT_RING, radarRows } from './radar-view.ts';
import { radarOwner } from './radars.ts';
import { renderDescription } from './snippets.ts';
import type { Portal, RadarUse } from './types.ts';

export interface RadarEntryView {
  readonly entry: RadarEntry;
  readonly quadrant: string;
  readonly ring: string;
  readonly ringIndex: number;
  readonly ringColor: string | null;
  readonly movement: string | null;
  readonly description: string;
  /** Why it is where it is: the text of the newest decision; empty for none. */
  readonly why: string;
  /** Since when it is where it is, for people; null when it is not known. */
  readonly since: string | null;
  /** When it left the radar, for people; '' when it is not known; null while it is there. */
  readonly left: string | null;
  readonly owner: EntityLinkView | null;
  /** The owner as written, when the catalog does not know it. */
  readonly unknownOwner: string | null;
  readonly history: readonly {
    readonly mark: string;
    readonly date: string | null;
    readonly ring: string;
    readonly ringIndex: number;
    readonly movement: string | null;
    readonly html: string;
  }[];
  readonly links: readonly { readonly title: string; readonly href: string }[];
  readonly tags: readonly { readonly name: string; readonly href: string }[];
  /** Entries that its author names beside it, or that name it. */
  readonly related: readonly RadarRow[];
  readonly siblings: readonly RadarRow[];
}

/** Makes the view of one entry. */
export function radarEntryView(portal: Portal, use: RadarUse, entry: RadarEntry): RadarEntryView {
  const { radar, address } = use;
  const { href } = portal.addresses;
  const ring = radar.rings.find(({ id }) => id === entry.ring);
  const owner = entry.owner === null ? null : radarOwner(entry.owner, portal.catalog);
  const rows = radarRows(portal, use);
  const related = new Set([...entry.related, ...radar.entries.filter((other) => other.related.includes(entry.id)).map(({ id }) => id)]);
  const newest = entry.history[0];
  return {
    entry,
    quadrant: radar.quadrants.find((quadrant) => quadrant.id === entry.quadrant)?.name ?? entry.quadrant,
    ring: ring?.name ?? WITHOUT_RING.name,
    ringIndex: radar.rings.findIndex(({ id }) => id === entry.ring),
    ringColor: ring?.color ?? null,
    movement: MOVEMENT_LABELS[entry.moved],
    description: renderDescription(portal, entry.description),
    why: renderDescription(portal, newest?.text ?? ''),
    since: sinceOf(entry),
    left: entry.left === null ? null : entry.left.date === null ? '' : dateWords(entry.left.date),
    owner: owner === null ? null : linkTo(portal, owner),
    unknownOwner: owner === null ? entry.owner : null,
    links: entry.links.map(({ url, title }) => ({ title, href: url.startsWith('/') ? href(url) : url })),
    tags: entry.tags.map((name) => ({ name, href: `${href(address)}?${new URLSearchParams({ tag: name })}` })),
    history: entry.history.map((decision) => ({
      mark: markOf(entry, decision),
      date: decision.date === null ? null : dateWords(decision.date),
      ring: takesOff(decision) ? 'Off the radar' : decision.said,
      ringIndex: radar.rings.findIndex(({ id }) => id === decision.ring),
      movement: MOVEMENT_LABELS[decision.moved],
      html: renderDescription(portal, decision.text),
    })),
    related: rows.filter((row) => related.has(row.entry.id)),
    siblings: rows.filter(
      (row) =>
        row.entry !== entry &&
        row.entry.left === null &&
        row.entry.quadrant === entry.quadrant &&
        row.entry.ring === entry.ring &&
        !related.has(row.entry.id),
    ),
  };
}

/** Returns the date of the oldest decision since which the ring is the same. */
function sinceOf({ history, left, ring }: RadarEntry): string | null {
  if (left !== null || ring === null) return null;
  const known = history.filter((decision) => decision.ring !== null || takesOff(decision));
  const before = known.findIndex((decision) => decision.ring !== ring);
  const first = before < 0 ? known.at(-1) : known[before - 1];
  return first?.date === null || first === undefined ? null : dateWords(first.date);
}
