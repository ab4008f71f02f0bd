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
/** Share that rings may be filled to before they are made wider: measured, places are still found there. */
const FULL = 0.53;
/** Room for more than is needed: an entry that moves should find its ring wide enough. */
const SPARE = 1.15;
/** Narrowest ring, as a share of the radius: its label must fit. */
const NARROWEST = 0.1;
/** Room is made for these counts, so that rings do not widen with every entry and blips stay where they are. */
const STEPS = [4, 8, 12, 16, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 640, 768, 896, 1024];

/**
 * Returns the outer radius of each ring, the last being the whole radius, or null when there is no room for all. Rings have equal areas, as
 * far as every one has room for its entries; where one needs more, the others give way.
 */
export function ringRadii(needs: RingNeeds): readonly number[] | null {
  for (let evenness = 1; evenness >= 0; evenness = Math.round((evenness - 0.05) * 100) / 100) {
    const radii = radiiWith(needs, evenness);
    if (radii !== null) return radii;
  }
  return null;
}

/** Says whether rings as wide as they are have room for a number of entries. */
export function haveRoom(needs: RingNeeds, radii: readonly number[]): boolean {
  return needs.counts.every((count, index) => (FULL / DENSITY) * capacity(needs, radii[index - 1] ?? 0, radii[index] ?? 0) >= count);
}

function radiiWith(needs: RingNeeds, evenness: number): readonly number[] | null {
  const { radius, counts } = needs;
  const radii: number[] = [];
  for (const [index, count] of counts.entries()) {
    const least = leastOuter(needs, radii.at(-1) ?? 0, SPARE * roomFor(count));
    if (least > radius) return null;
    const even = evenness * radius * Math.sqrt((index + 1) / counts.length);
    radii.push(index === counts.length - 1 ? radius : Math.max(least, even));
  }
  return radii;
}

function roomFor(count: number): number {
  return count === 0 ? 0 : (STEPS.find((step) => step >= count) ?? count);
}

/** Returns the least outer radius with which a ring holds a number of entries. */
function leastOuter(needs: RingNeeds, inner: number, room: number): number {
  let low = inner + Math.max(NARROWEST * needs.radius, 2.5 * needs.clearance);
  if (capacity(needs, inner, low) >= room) return low;
  let high = 2 * needs.radius;
  if (capacity(needs, inner, high) < room) return Infinity;
  while (high - low > 0.01) {
    const middle = (low + high) / 2;
    if (capacity(needs, inner, middle) >= room) high = middle;
    else low = middle;
  }
  return high;
}

/** Estimates how many blips a segment can hold: its area without half a clearance along its edges and without the labels. */
function capacity({ span, clearance, labelHeight }: RingNeeds, inner: number, outer: number): number {
  const area = (span * (outer ** 2 - inner ** 2)) / 2;
  const edges = span * (inner + outer) + 2 * (outer - inner);
  return (DENSITY * (area - (edges * clearance) / 2 - labelHeight * (outer - inner))) / (Math.PI * clearance ** 2);
}
