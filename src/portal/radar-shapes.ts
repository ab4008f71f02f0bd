// How blips look, for pages and for the browser: a movement in, its word and its shape out.
import type { Movement } from '../radar/types.ts';

/** Words for how an entry moved; an entry that stayed has none. */
export const MOVEMENT_LABELS: Readonly<Record<Movement, string | null>> = { new: 'new', in: 'moved in', out: 'moved out', none: null };

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
