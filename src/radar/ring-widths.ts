// How many entries each ring must hold in; the radii of the rings out.

export interface RingNeeds {
  readonly radius: number;
  /** Angle of one quadrant. */
  readonly span: number;
  /** Free distance around the middle of every blip. */
  readonly clearance: number;
  readonly labelHeight: number;
  /** For each ring, from the inside out: how many entries its fullest quadrant holds. */
  readonly counts: readonly number[];
}

/** Share of a segment's usable area that blips can cover when each takes the free place nearest to its own point (measured: 0.42 to 0.55). */
const DENSITY = 0.44;
/** Share that rings may be filled to before they are made wider (measured: places are still found there). */
const FULL = 0.53;
/** Room for more than is needed: an entry that moves should find its ring wide enough. */
const SPARE = 1.15;
