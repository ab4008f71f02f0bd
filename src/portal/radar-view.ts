// The radar as its page draws it: blips, the same entries as lists, and what they can be filtered by.
import { compareText } from '../lib/problem.ts';
import type { RadarEntry } from '../radar/types.ts';
import { dateWords } from './date-words.ts';
import { type EntityLinkView, linkTo } from './links.ts';
import { MOVEMENT_LABELS } from './radar-shapes.ts';
import { type RadarTime, radarTime } from './radar-time.ts';
import { entryAddress, radarOwner } from './radars.ts';
import type { Portal, RadarUse } from './types.ts';

export interface RadarRow {
  readonly entry: RadarEntry;
  readonly number: number | null;
  readonly href: string;
  /** How it moved, or that it has left; null for neither. */
  readonly movement: string | null;
}

export interface RadarView extends RadarUse {
  readonly date: string | null;
  readonly moved: number;
  readonly quadrants: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    /** All rings, those without entries too: an earlier release may have had some there. */
    readonly rings: readonly { readonly id: string; readonly name: string; readonly rows: readonly RadarRow[] }[];
  }[];
  readonly tags: readonly string[];
  readonly owners: readonly EntityLinkView[];
  readonly time: RadarTime;
  readonly hrefOf: (entry: RadarEntry) => string;
  /** Where its feeds and its change log are. */
  readonly links: { readonly changes: string; readonly atom: string; readonly json: string };
  /** All radars of the portal, when there are several. */
  readonly others: readonly { readonly title: string; readonly href: string; readonly current: boolean }[];
}

/** Entries about which nothing was decided stand in the lists under this name. */
export const WITHOUT_RING = { id: null, name: 'Not decided' } as const;

/** Makes the rows of a radar's lists, in the order of its entries. */
export function radarRows(portal: Portal, use: RadarUse): readonly RadarRow[] {
  const numbers = new Map(use.picture.blips.map((blip) => [blip.entry.id, blip.number]));
  return use.radar.entries.map((entry) => ({
    entry,
    number: numbers.get(entry.id) ?? null,
    href: portal.addresses.href(entryAddress(use, entry.id)),
    movement: entry.left === null ? MOVEMENT_LABELS[entry.moved] : 'left',
  }));
}

/** Makes the view of a radar's page. */
export function radarView(portal: Portal, use: RadarUse): RadarView {
  const { radar, address } = use;
  const { href } = portal.addresses;
  const rows = radarRows(portal, use);
  const owners = ownersOf(portal, use);
  const bySegment = Map.groupBy(rows, ({ entry }) => `${entry.quadrant} ${entry.ring ?? ''}`);
  return {
    ...use,
    date: radar.date === null ? null : dateWords(radar.date),
    moved: radar.entries.filter((entry) => entry.moved !== 'none').length,
    quadrants: radar.quadrants.map(({ id, name, description }) => ({
      id,
      name,
      description,
      rings: [...radar.rings, WITHOUT_RING].map((ring) => ({
        id: ring.id ?? '',
        name: ring.name,
        rows: bySegment.get(`${id} ${ring.id ?? ''}`) ?? [],
      })),
    })),
    tags: [...new Set(radar.entries.flatMap(({ tags }) => tags))].sort(compareText),
    owners: [...new Map([...owners.values()].map((owner) => [owner.ref, owner])).values()].sort((a, b) =>
      compareText(a.title.toLowerCase(), b.title.toLowerCase()),
    ),
    time: radarTime(use, (entry) => owners.get(entry)?.ref ?? ''),
    hrefOf: (entry) => href(entryAddress(use, entry.id)),
    links: { changes: href(`${address}changes/`), atom: href(`${address}feed.atom`), json: href(`${address}feed.json`) },
    others:
      portal.radars.length < 2
        ? []
        : portal.radars.map((other) => ({ title: other.radar.title, href: href(other.address), current: other.id === use.id })),
  };
}

function ownersOf(portal: Portal, { radar }: RadarUse): ReadonlyMap<RadarEntry, EntityLinkView> {
  return new Map(
    radar.entries.flatMap((entry) => {
      const owner = entry.owner === null ? null : radarOwner(entry.owner, portal.catalog);
      return owner === null ? [] : [[entry, linkTo(portal, owner)] as const];
    }),
  );
}

/** Lines and words around the blips. */
export interface RadarDrawing {
  readonly rings: readonly { readonly name: string; readonly inner: number; readonly outer: number; readonly color: string | null }[];
  readonly axes: readonly { readonly x: number; readonly y: number }[];
  readonly quadrants: readonly {
    readonly id: string;
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'end';
    /** What to show of the picture to see this quadrant alone. */
    readonly viewBox: string;
  }[];
  /** Quadrant id to number of its colour, and a colour that its file gives it. */
  readonly colours: ReadonlyMap<string, { readonly index: number; readonly own: string | null; readonly text: string | null }>;
  readonly viewBox: string;
}

/** Free space around the picture. */
const MARGIN = 4;

/** Works out where rings, axes and names of quadrants are drawn. Rings come from the outside in, so that inner ones lie on top. */
export function radarDrawing({ picture }: RadarUse): RadarDrawing {
  const { radius } = picture;
  return {
    rings: picture.rings.map(({ ring, inner, outer }) => ({ name: ring.name, inner, outer, color: ring.color })).toReversed(),
    axes: picture.quadrants.map(({ from }) => ({ x: round(Math.sin(from) * radius), y: round(-Math.cos(from) * radius) })),
    quadrants: picture.quadrants.map(({ quadrant, from, to }) => {
      const middle = (from + to) / 2;
      const right = Math.sin(middle) >= 0;
      const four = picture.quadrants.length === 4;
      // Four quadrants leave the corners of the square free; others get their name at the rim.
      const x = four ? (right ? radius : -radius) : Math.sin(middle) * radius;
      const y = four ? (Math.cos(middle) >= 0 ? -radius + 12 : radius) : -Math.cos(middle) * (radius - 8);
      const anchor = right ? 'end' : 'start';
      return { id: quadrant.id, name: quadrant.name, x: round(x), y: round(y), anchor, viewBox: viewOf(from, to, radius) };
    }),
    colours: new Map(
      picture.quadrants.map(({ quadrant }, index) => [
        quadrant.id,
        { index, own: quadrant.color, text: quadrant.color === null ? null : textOn(quadrant.color) },
      ]),
    ),
    viewBox: `${-radius - MARGIN} ${-radius - MARGIN} ${2 * (radius + MARGIN)} ${2 * (radius + MARGIN)}`,
  };
}

/** Returns the smallest square that holds a sector. */
function viewOf(from: number, to: number, radius: number): string {
  const angles = [from, to, ...[0.5, 1, 1.5].map((share) => share * Math.PI).filter((angle) => angle > from && angle < to)];
  const xs = [0, ...angles.map((angle) => Math.sin(angle) * radius)];
  const ys = [0, ...angles.map((angle) => -Math.cos(angle) * radius)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const side = Math.max(right - left, bottom - top) + 2 * MARGIN;
  return [round((left + right - side) / 2), round((top + bottom - side) / 2), round(side), round(side)].join(' ');
}

/** Returns black or white, whichever is easier to read on a colour. */
function textOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  // At this luminance black and white have the same contrast.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}

function round(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
