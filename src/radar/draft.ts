// What a reader of one format found, before it is checked: the common ground between the formats and `assemble`.
import type { Place } from '../lib/problem.ts';
import type { Field } from './field.ts';
import type { EntryUsage, Link, Movement } from './types.ts';

/** A quadrant or ring as a file names it. */
export interface DraftName {
  /** As written; becomes a slug. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly color: string | null;
  /** Other names by which entries may call it. */
  readonly aliases?: readonly string[];
  /** Null for a default that stands in no file. */
  readonly place: Place | null;
}

export interface DraftDecision {
  /** Day or month in a form that `parseDate` knows; missing when the format has none. */
  readonly date: Field;
  /** Id or name of a ring. */
  readonly ring: Field;
  readonly text: string;
  /** Set on a decision that takes the entry off the radar, and so names no ring. */
  readonly leaves?: boolean;
  /** Set where the file states it; computed otherwise. That of the current decision is the entry's. */
  readonly moved: Movement | null;
}

export interface DraftEntry {
  /** Undefined when neither id nor title is said anywhere: the entry is left out. */
  readonly id: string | undefined;
  /** Empty when the file has none: the id is shown. */
  readonly title: string;
  /** Id or name of a quadrant. */
  readonly quadrant: Field;
  readonly description: string;
  readonly decisions: readonly DraftDecision[];
  /** The current ring where it is stated beside the history, to be compared with it; null where the format has no such field. */
  readonly statedRing: Field | null;
  /** True when the first decision is the current one, whatever the dates say. */
  readonly firstIsCurrent: boolean;
  /** Ids or titles of other entries. */
  readonly related: readonly Field[];
  readonly links: readonly Link[];
  readonly tags: readonly string[];
  readonly owner: string | null;
  readonly active: boolean;
  /** Left out when the format cannot say it. */
  readonly usage?: EntryUsage | undefined;
  readonly place: Place;
}

export interface Draft {
  /** Empty for the default title. */
  readonly title: string;
  /** Date of the release, ISO, where the format states it for the whole radar; null to take the newest decision's. */
  readonly date: string | null;
  /** Clockwise from the top right. */
  readonly quadrants: readonly DraftName[];
  /** From the inside out. */
  readonly rings: readonly DraftName[];
  readonly entries: readonly DraftEntry[];
  /** False for a format in which entries have no descriptions, so that none is missed. */
  readonly hasDescriptions: boolean;
  /** Place for problems about the radar as a whole. */
  readonly place: Place;
}
