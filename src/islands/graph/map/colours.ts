// The colours of the page in force, read from its stylesheet for canvases and exported files.
import type { Palette } from '../../../graph/export/svg.ts';
import { COLOURED_KINDS } from './scene.ts';

/** Colours by what they are for; lists of kinds are in the order of `COLOURED_KINDS`. */
export interface Colours extends Omit<Palette, 'kinds'> {
  readonly kinds: readonly string[];
}

const NAMES = {
  background: '--bg',
  frame: '--bg-soft',
  line: '--line',
  edge: '--line-strong',
  text: '--text',
  muted: '--muted',
  accent: '--accent',
  soft: '--accent-soft',
  warn: '--warn',
} as const;

/** Reads the colours as they are inside of an element, whatever theme it has. */
export function readColours(inside: Element): Colours {
  const probe = document.createElement('span');
  inside.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    ...(Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, read(name)])) as Record<keyof typeof NAMES, string>),
    kinds: COLOURED_KINDS.map((kind) => read(`--kind-${kind === '' ? 'other' : kind}`)),
  };
  probe.remove();
  return colours;
}

/** The same for exported files. */
export function paletteOf(colours: Colours): Palette {
  return { ...colours, kinds: new Map(COLOURED_KINDS.map((kind, index) => [kind, colours.kinds[index] ?? ''])) };
}
