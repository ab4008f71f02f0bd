// The shapes of a tech radar, whatever format it was written in.
import type { Place, Problem } from '../lib/problem.ts';

/** How an entry came to where it is, against the release before. */
export type Movement = 'new' | 'in' | 'out' | 'none';

export interface Quadrant {
  /** Slug, unique within the radar. */
  readonly id: string;
  readonly name: string;
  /** Markdown; empty if there is none. */
  readonly description: string;
  /** `#rrggbb`; null for a colour of the site's own. */
  readonly color: string | null;
}

/** Rings from the inside out. */
export interface Ring {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly color: string | null;
}

/** An address to read on. */
export interface Link {
  /** http, https, mailto, or a path on this site that starts with one slash. */
  readonly url: string;
  readonly title: string;
}

/** What an entity says of itself that shows that it uses an entry. */
export interface UsageMatch {
  readonly on: 'tag' | 'label' | 'annotation';
  /** The tag, or the key of the label or annotation. */
  readonly key: string;
  /** The value it must have, perhaps with stars; null for any. */
  readonly value: string | null;
  readonly place: Place;
}

/** How the use of an entry is known, as its file says it. */
export interface EntryUsage {
  /** Names of packages, or patterns of package URLs, as written. */
  readonly packages: readonly { readonly text: string; readonly place: Place }[];
  /** Null when nothing is said: then the tag that is called as the entry counts. */
  readonly match: readonly UsageMatch[] | null;
}

/** One decision about an entry. */
export interface Decision {
  /** ISO date (`2026-03-01`, or `2026-03` where no day is known); null when the format has none. */
  readonly date: string | null;
  /** Ring id; null for a decision that names none of the radar's rings, such as the one that took the entry off the radar. */
  readonly ring: string | null;
  /** What the decision calls its ring: the ring's name, or the word that is none; `archive` takes the entry off the radar. */
  readonly said: string;
  /** Markdown (HTML in it is sanitised when it is rendered); empty if there is none. */
  readonly text: string;
  readonly moved: Movement;
}

export interface RadarEntry {
  /** Slug, unique within the radar: the entry's address. */
  readonly id: string;
  readonly title: string;
  readonly quadrant: string;
  /** Ring id; null when no decision about it is known: it is shown in lists, not in the picture. */
  readonly ring: string | null;
  /** Against the newest release of the radar. */
  readonly moved: Movement;
  /** What it is: Markdown; empty if there is none. */
  readonly description: string;
  /** Newest first; empty only when the ring is null. */
  readonly history: readonly Decision[];
  /** Set when the newest decision took the entry off the radar: it is in lists, in the ring it was in last, but not in the picture. */
  readonly left: { /** ISO date; null when it is not known. */ readonly date: string | null } | null;
  /** Ids of other entries that its author names beside it. */
  readonly related: readonly string[];
  readonly links: readonly Link[];
  readonly tags: readonly string[];
  /** Entity ref of who to ask, as written; null if none. */
  readonly owner: string | null;
  /** False for an entry that is in lists but not in the picture. */
  readonly active: boolean;
  /** How its use is known; left out when the format cannot say it. */
  readonly usage?: EntryUsage | undefined;
  readonly place: Place;
}

export interface Radar {
  readonly title: string;
  /** Date of the newest release, ISO (day or month); null when none is known. */
  readonly date: string | null;
  /** Three to eight (fewer only with a problem), clockwise from the top right. */
  readonly quadrants: readonly Quadrant[];
  /** Two to six (fewer only with a problem). */
  readonly rings: readonly Ring[];
  /** Sorted by quadrant, ring (null last), title in lower case: numbers are given in this order. */
  readonly entries: readonly RadarEntry[];
}

export interface RadarResult {
  /** Null when nothing could be read at all. */
  readonly radar: Radar | null;
  readonly problems: readonly Problem[];
}

/** Where one entry stands in the picture, in the picture's units from its centre (y grows downwards). */
export interface Blip {
  readonly entry: RadarEntry;
  /** From 1, the number in picture and list. */
  readonly number: number;
  /** ISO date on which it came to where it stands; '' for always. */
  readonly since: string;
  readonly x: number;
  readonly y: number;
}

/** Where one entry stood for some time before it moved on. */
export interface PastBlip {
  readonly entry: RadarEntry;
  readonly ring: string;
  /** ISO date on which it came; '' for always. */
  readonly since: string;
  /** Date on which it left. */
  readonly until: string;
  readonly x: number;
  readonly y: number;
}

/** The picture: everything the page needs to draw it as SVG. */
export interface RadarPicture {
  /** Half the width and height of the square. */
  readonly radius: number;
  /** Radius of a blip. */
  readonly blipRadius: number;
  /** Height of the strip above the left half of the horizontal axis that blips keep clear of: ring labels stand there. */
  readonly labelHeight: number;
  readonly rings: readonly { readonly ring: Ring; readonly inner: number; readonly outer: number }[];
  /** Angles in radians, clockwise from twelve o'clock. */
  readonly quadrants: readonly { readonly quadrant: Quadrant; readonly from: number; readonly to: number }[];
  readonly blips: readonly Blip[];
  /** Earlier places of entries, by which the picture of an earlier release can be drawn. */
  readonly past: readonly PastBlip[];
}
