// The radar's page in; its blips, rows and data out, and where they stand now.
import type { RadarTime } from '../../portal/radar-time.ts';
import type { Movement } from '../../portal/types.ts';

/** One entry as it is shown now. */
export interface Part {
  readonly id: string;
  readonly title: string;
  readonly quadrant: string;
  readonly row: HTMLElement;
  /** Null for an entry that is in no picture. */
  readonly blip: SVGAElement | null;
  readonly number: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly owner: string;
  readonly legs: RadarTime['entries'][string]['legs'];
  /** What its title and summary say, in lower case. */
  readonly words: string;
  /** As the page was built: its ring, its movement, and what its row says of that. */
  readonly built: { readonly ring: string; readonly moved: Movement; readonly label: string | null };
  /** Changed when another release is shown. */
  ring: string;
  moved: Movement;
  /** Says whether it is on the radar in the release that is shown. */
  there: boolean;
}

/** Reads the data of the page; null on a page without a radar. */
export function readTime(): RadarTime | null {
  const text = document.querySelector('[data-radar-time]')?.textContent;
  // Written by our own build.
  return text ? (JSON.parse(text) as RadarTime) : null;
}

/** Finds the rows of the list and their blips. */
export function readParts(time: RadarTime): readonly Part[] {
  const blips = new Map([...document.querySelectorAll<SVGAElement>('[data-blip]')].map((blip) => [blip.dataset['blip'] ?? '', blip]));
  return [...document.querySelectorAll<HTMLElement>('[data-entry]')].map((row) => {
    const id = row.dataset['entry'] ?? '';
    const { summary = '', tags = [], owner = '', legs = [] } = Object.hasOwn(time.entries, id) ? (time.entries[id] ?? {}) : {};
    const blip = blips.get(id) ?? null;
    const title = row.querySelector('a')?.textContent ?? '';
    const ring = row.closest<HTMLElement>('[data-legend-ring]')?.dataset['legendRing'] ?? '';
    const moved = (blip?.dataset['moved'] as Movement | undefined) ?? 'none';
    return {
      id,
      title,
      quadrant: row.closest<HTMLElement>('[data-legend-quadrant]')?.dataset['legendQuadrant'] ?? '',
      row,
      blip,
      number: row.querySelector('.n')?.textContent ?? '',
      summary,
      tags,
      owner,
      legs,
      words: [title, ...tags, summary].join(' ').toLowerCase(),
      built: { ring, moved, label: row.querySelector('.moved')?.textContent ?? null },
      ring,
      moved,
      there: true,
    };
  });
}
