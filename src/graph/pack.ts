// Rectangles side by side: sizes in the order in which they should stand near each other in, corners out, none overlapping.

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Packed extends Size {
  readonly corners: readonly (readonly [x: number, y: number])[];
}

/** Packs rectangles, with a gap between them, into about the asked ratio of width to height: each as far up as it goes, then as far left. */
export function pack(sizes: readonly Size[], gap: number, ratio: number): Packed {
  const area = sizes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const limit = Math.max(Math.sqrt(area * ratio), ...sizes.map((size) => size.width + gap));
  // The lower edge of what stands already, from left to right.
  let line: { x: number; y: number; width: number }[] = [{ x: 0, y: 0, width: limit }];
  const corners = sizes.map(({ width, height }) => {
    const [x, y] = lowest(line, width + gap, limit);
    line = raise(line, x, width + gap, y + height + gap);
    return [x, y] as const;
  });
  const far = (side: 0 | 1, size: keyof Size) => Math.max(0, ...corners.map((corner, index) => corner[side] + (sizes[index]?.[size] ?? 0)));
  return { corners, width: far(0, 'width'), height: far(1, 'height') };
}

/** Ratios that are tried: few large rectangles leave gaps that no formula foresees. */
const TRIED = [0.5, 0.75, 1, 1.5, 2, 3] as const;

/** Packs rectangles so that all of them are seen as large as can be in a window of the asked ratio. */
export function packTo(sizes: readonly Size[], gap: number, ratio: number): Packed {
  const needs = ({ width, height }: Size) => Math.max(width / ratio, height);
  return TRIED.map((factor) => pack(sizes, gap, ratio * factor)).reduce((best, one) => (needs(one) < needs(best) ? one : best));
}

type Line = readonly { readonly x: number; readonly y: number; readonly width: number }[];

/** The highest place where a width fits; the leftmost of those. */
function lowest(line: Line, width: number, limit: number): [x: number, y: number] {
  let best: [number, number] = [0, Infinity];
  for (const [start, { x }] of line.entries()) {
    if (x + width > limit + 0.001) break;
    let y = 0;
    for (let index = start; index < line.length && (line[index]?.x ?? 0) < x + width - 0.001; index++) y = Math.max(y, line[index]?.y ?? 0);
    if (y < best[1]) best = [x, y];
  }
  return best;
}

/** The line after something has been put on it. */
function raise(line: Line, x: number, width: number, y: number): { x: number; y: number; width: number }[] {
  const next: { x: number; y: number; width: number }[] = [];
  let placed = false;
  for (const part of line) {
    const end = part.x + part.width;
    if (part.x < x) next.push({ ...part, width: Math.min(end, x) - part.x });
    if (!placed && end > x) {
      next.push({ x, y, width });
      placed = true;
    }
    if (end > x + width) next.push({ x: Math.max(part.x, x + width), y: part.y, width: end - Math.max(part.x, x + width) });
  }
  return next.filter((part) => part.width > 0.001);
}
