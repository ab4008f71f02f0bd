// The radar as its pages draw it: blips, the same entries as lists, and one page for each entry.
import type { Movement, RadarEntry } from '../radar/types.ts';
import { radarOwner } from './compile.ts';
import { type EntityLinkView, linkTo } from './links.ts';
import { renderDescription } from './snippets.ts';
import type { Portal, RadarUse } from './types.ts';

/** Words for how an entry moved; an entry that stayed has none. */
export const MOVEMENT_LABELS: Readonly<Record<Movement, string | null>> = { new: 'new', in: 'moved in', out: 'moved out', none: null };

export interface RadarRow {
  readonly entry: RadarEntry;
  readonly number: number | null;
  readonly href: string;
  readonly movement: string | null;
}

export interface RadarView extends RadarUse {
  readonly date: string | null;
  readonly moved: number;
  readonly quadrants: readonly {
    readonly id: string;
    readonly name: string;
    readonly rings: readonly { readonly id: string; readonly name: string; readonly rows: readonly RadarRow[] }[];
  }[];
  readonly hrefOf: (entry: RadarEntry) => string;
}

/** Entries about which nothing was decided stand in the lists under this name. */
const WITHOUT_RING = { id: null, name: 'Not decided' } as const;

/** Makes the view of the radar; the portal must have one. */
export function radarView(portal: Portal, use: RadarUse): RadarView {
  const { radar, picture } = use;
  const numbers = new Map(picture.blips.map((blip) => [blip.entry.id, blip.number]));
  const hrefOf = (entry: RadarEntry) => portal.addresses.href(`/tech-radar/${entry.id}/`);
  const toRow = (entry: RadarEntry): RadarRow => ({
    entry,
    number: numbers.get(entry.id) ?? null,
    href: hrefOf(entry),
    movement: MOVEMENT_LABELS[entry.moved],
  });
  return {
    ...use,
    date: radar.date === null ? null : dateWords(radar.date),
    moved: radar.entries.filter((entry) => entry.moved !== 'none').length,
    quadrants: radar.quadrants.map((quadrant) => ({
      id: quadrant.id,
      name: quadrant.name,
      rings: [...radar.rings, WITHOUT_RING]
        .map((ring) => ({
          id: ring.id ?? '',
          name: ring.name,
          rows: radar.entries.filter((entry) => entry.quadrant === quadrant.id && entry.ring === ring.id).map(toRow),
        }))
        .filter((ring) => ring.rows.length > 0),
    })),
    hrefOf,
  };
}

export interface RadarEntryView {
  readonly entry: RadarEntry;
  readonly quadrant: string;
  readonly ring: string;
  readonly ringIndex: number;
  readonly movement: string | null;
  readonly description: string;
  readonly owner: EntityLinkView | null;
  readonly history: readonly {
    readonly date: string | null;
    readonly ring: string;
    readonly movement: string | null;
    readonly html: string;
  }[];
  readonly links: readonly { readonly title: string; readonly href: string }[];
  readonly siblings: readonly RadarRow[];
}

/** Makes the view of one entry. */
export function radarEntryView(portal: Portal, use: RadarUse, entry: RadarEntry): RadarEntryView {
  const { radar } = use;
  const ringName = (id: string) => radar.rings.find((ring) => ring.id === id)?.name ?? id;
  const owner = entry.owner === null ? null : radarOwner(entry.owner, portal.catalog);
  return {
    entry,
    quadrant: radar.quadrants.find((quadrant) => quadrant.id === entry.quadrant)?.name ?? entry.quadrant,
    ring: entry.ring === null ? WITHOUT_RING.name : ringName(entry.ring),
    ringIndex: radar.rings.findIndex((ring) => ring.id === entry.ring),
    movement: MOVEMENT_LABELS[entry.moved],
    description: renderDescription(portal, entry.description),
    owner: owner === null ? null : linkTo(portal, owner),
    links: entry.links.map(({ url, title }) => ({ title, href: url.startsWith('/') ? portal.addresses.href(url) : url })),
    history: entry.history.map((decision) => ({
      date: decision.date === null ? null : dateWords(decision.date),
      ring: ringName(decision.ring),
      movement: MOVEMENT_LABELS[decision.moved],
      html: renderDescription(portal, decision.text),
    })),
    siblings: radarView(portal, use)
      .quadrants.filter((quadrant) => quadrant.id === entry.quadrant)
      .flatMap((quadrant) => quadrant.rings.filter((ring) => ring.id === (entry.ring ?? '')))
      .flatMap((ring) => ring.rows.filter((row) => row.entry.id !== entry.id)),
  };
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Writes an ISO date (`2026-10-03`, `2026-10`) for people: `3 October 2026`, `October 2026`. Anything else is returned as it is. */
export function dateWords(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return date;
  return [day === undefined ? null : String(Number(day)), name, year].filter((part) => part !== null).join(' ');
}

/** Shapes of blips as paths about their centre, for a radius of 10.5: a circle, a diamond, triangles in and out. */
export const BLIP_SHAPES: Readonly<Record<Movement, string>> = {
  none: 'M-10.5 0a10.5 10.5 0 1 0 21 0a10.5 10.5 0 1 0-21 0z',
  new: 'M0-13 13 0 0 13-13 0z',
  in: 'M0-13 11.5 8h-23z',
  out: 'M0 13-11.5-8h23z',
};

/** Where the number of a blip stands and how large it is, so that it lies inside its shape. */
export const BLIP_TEXT: Readonly<Record<Movement, { readonly y: number; readonly size: number }>> = {
  none: { y: 3.5, size: 10 },
  new: { y: 3.5, size: 10 },
  in: { y: 5, size: 9 },
  out: { y: 1.5, size: 9 },
};

/** Lines and words around the blips. */
export interface RadarDrawing {
  readonly rings: readonly { readonly name: string; readonly inner: number; readonly outer: number }[];
  readonly axes: readonly { readonly x: number; readonly y: number }[];
  readonly quadrants: readonly { readonly name: string; readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' }[];
  /** Quadrant id to number of its colour. */
  readonly colours: ReadonlyMap<string, number>;
}

/** Works out where rings, axes and names of quadrants are drawn. Rings come from the outside in, so that inner ones lie on top. */
export function radarDrawing({ picture }: RadarUse): RadarDrawing {
  const { radius } = picture;
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    rings: picture.rings.map(({ ring, inner, outer }) => ({ name: ring.name, inner, outer })).toReversed(),
    axes: picture.quadrants.map(({ from }) => ({ x: round(Math.sin(from) * radius), y: round(-Math.cos(from) * radius) })),
    quadrants: picture.quadrants.map(({ quadrant, from, to }) => {
      const middle = (from + to) / 2;
      const right = Math.sin(middle) >= 0;
      const four = picture.quadrants.length === 4;
      // Four quadrants leave the corners of the square free; others get their name at the rim.
      const x = four ? (right ? radius : -radius) : Math.sin(middle) * radius;
      const y = four ? (Math.cos(middle) >= 0 ? -radius + 12 : radius) : -Math.cos(middle) * (radius - 8);
      return { name: quadrant.name, x: round(x), y: round(y), anchor: right ? 'end' : 'start' };
    }),
    colours: new Map(picture.quadrants.map(({ quadrant }, index) => [quadrant.id, index])),
  };
}
