// Paints a part of the map: a scene, a scale and a corner in, pixels out. The nearer, the more is written.
import { CARD } from '../../../graph/card.ts';
import type { Colours } from './colours.ts';
import type { Scene } from './scene.ts';

export type Brush = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/** What part is painted: its corner in the units of the map, its size in those of the screen. */
export interface Part {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Pixels of the device in one of the screen. */
  readonly ratio: number;
}

/** Scales from which more is drawn. */
const NEAR = { bends: 0.22, cards: 0.36, titles: 0.36, notes: 0.8, arrows: 0.36 } as const;
/** Lines that are stroked at once: a path of thousands is slow. */
const BATCH = 128;
/** Units of the map from which a line leads elsewhere. */
const LONG = 900;
const SANS = '"Inter Variable", ui-sans-serif, system-ui, sans-serif';

/** Paints all that a part shows. */
export function paint(brush: Brush, scene: Scene, colours: Colours, part: Part): void {
  aim(brush, part);
  const { left, top, scale } = part;
  const [right, bottom] = [left + part.width / scale, top + part.height / scale];
  brush.fillStyle = colours.background;
  brush.fillRect(left, top, right - left, bottom - top);
  for (const frame of scene.frames) {
    if (frame.x > right || frame.y > bottom || frame.x + frame.width < left || frame.y + frame.height < top) continue;
    brush.fillStyle = frame.level === 'block' ? colours.frame : colours.background;
    brush.strokeStyle = colours.line;
    brush.lineWidth = 1 / scale;
    brush.beginPath();
    brush.roundRect(frame.x, frame.y, frame.width, frame.height, 6 / scale);
    brush.fill();
    brush.stroke();
  }
  // Where thousands of lines cross, each may only be a breath, and the long ones less than those within a system.
  const faint = Math.min(0.8, Math.max(0.05, 1_200 / Math.max(1, scene.ends.length / 2)));
  const thin = scale < NEAR.bends ? 0.8 : 1.1;
  for (const [far, lines] of Map.groupBy(visibleLines(scene, left, top, right, bottom), (line) => isLong(scene, line))) {
    brush.globalAlpha = far ? faint : Math.min(0.8, faint + (scale < NEAR.bends ? 0.1 : 0.5));
    paintLines(brush, scene, lines, scale, colours.edge, thin);
  }
  brush.globalAlpha = 1;
  const cards: number[] = [];
  for (let index = 0; index < scene.x.length; index++) {
    const [x, y] = [scene.x[index] ?? 0, scene.y[index] ?? 0];
    if (x < right && y < bottom && x + CARD.width > left && y + CARD.height > top) cards.push(index);
  }
  paintCards(brush, scene, cards, colours, part);
  paintFrameTitles(brush, scene, colours, part);
}

/** Lets a brush paint in the units of the map. */
export function aim(brush: Brush, { scale, left, top, ratio }: Part): void {
  brush.setTransform(scale * ratio, 0, 0, scale * ratio, -left * scale * ratio, -top * scale * ratio);
}

function isLong({ bends }: Scene, line: number): boolean {
  const at = line * 6;
  return Math.abs((bends[at] ?? 0) - (bends[at + 4] ?? 0)) + Math.abs((bends[at + 1] ?? 0) - (bends[at + 5] ?? 0)) > LONG;
}

function visibleLines({ bends }: Scene, left: number, top: number, right: number, bottom: number): number[] {
  const found: number[] = [];
  for (let line = 0, at = 0; at < bends.length; line++, at += 6) {
    const [x1 = 0, y1 = 0, cx = 0, cy = 0, x2 = 0, y2 = 0] = [
      bends[at],
      bends[at + 1],
      bends[at + 2],
      bends[at + 3],
      bends[at + 4],
      bends[at + 5],
    ];
    if (x1 < left && x2 < left && cx < left) continue;
    if (x1 > right && x2 > right && cx > right) continue;
    if (y1 < top && y2 < top && cy < top) continue;
    if (y1 > bottom && y2 > bottom && cy > bottom) continue;
    found.push(line);
  }
  return found;
}

/** Paints lines, with arrows from near. */
export function paintLines(brush: Brush, { bends }: Scene, lines: readonly number[], scale: number, colour: string, width: number): void {
  brush.strokeStyle = colour;
  brush.fillStyle = colour;
  brush.lineWidth = width / scale;
  for (let start = 0; start < lines.length; start += BATCH) {
    brush.beginPath();
    for (const line of lines.slice(start, start + BATCH)) {
      const at = line * 6;
      brush.moveTo(bends[at] ?? 0, bends[at + 1] ?? 0);
      if (scale < NEAR.bends) brush.lineTo(bends[at + 4] ?? 0, bends[at + 5] ?? 0);
      else brush.quadraticCurveTo(bends[at + 2] ?? 0, bends[at + 3] ?? 0, bends[at + 4] ?? 0, bends[at + 5] ?? 0);
    }
    brush.stroke();
  }
  if (scale < NEAR.arrows) return;
  brush.beginPath();
  for (const line of lines) {
    const at = line * 6;
    const [cx = 0, cy = 0, x = 0, y = 0] = [bends[at + 2], bends[at + 3], bends[at + 4], bends[at + 5]];
    const length = Math.hypot(x - cx, y - cy) || 1;
    const [dx, dy] = [((x - cx) / length) * 8, ((y - cy) / length) * 8];
    brush.moveTo(x, y);
    brush.lineTo(x - dx - dy * 0.45, y - dy + dx * 0.45);
    brush.lineTo(x - dx + dy * 0.45, y - dy - dx * 0.45);
    brush.closePath();
  }
  brush.fill();
}

/** Paints cards: from afar as blocks of their kind's colour, from near with their words. */
export function paintCards(brush: Brush, scene: Scene, cards: readonly number[], colours: Colours, part: Part): void {
  const { scale, ratio, left, top } = part;
  if (scale < NEAR.cards) {
    brush.globalAlpha = 0.8;
    for (const [kind, members] of Map.groupBy(cards, (card) => scene.kind[card] ?? 0)) {
      brush.fillStyle = colours.kinds[kind] ?? colours.edge;
      brush.beginPath();
      for (const card of members) brush.rect(scene.x[card] ?? 0, scene.y[card] ?? 0, CARD.width, CARD.height);
      brush.fill();
    }
    brush.globalAlpha = 1;
    return;
  }
  for (const card of cards) {
    const [x, y] = [scene.x[card] ?? 0, scene.y[card] ?? 0];
    const root = scene.root[card] === 1;
    brush.fillStyle = root ? colours.soft : colours.background;
    brush.strokeStyle = scene.missing[card] === 1 ? colours.warn : root ? colours.accent : colours.edge;
    brush.lineWidth = 1 / scale;
    brush.setLineDash(scene.missing[card] === 1 ? [4 / scale, 3 / scale] : []);
    brush.beginPath();
    brush.roundRect(x, y, CARD.width, CARD.height, 6);
    brush.fill();
    brush.stroke();
    brush.fillStyle = colours.kinds[scene.kind[card] ?? 0] ?? colours.edge;
    brush.fillRect(x + 5, y + 8, 3, CARD.height - 16);
  }
  brush.setLineDash([]);
  if (scale < NEAR.titles) return;
  // Words are written in pixels of the screen, so that they are crisp.
  brush.setTransform(ratio, 0, 0, ratio, 0, 0);
  brush.textBaseline = 'middle';
  const both = scale >= NEAR.notes;
  const size = Math.max(9.5, 12 * scale);
  for (const card of cards) {
    const x = ((scene.x[card] ?? 0) - left + 14) * scale;
    const y = ((scene.y[card] ?? 0) - top) * scale;
    const room = (CARD.width - 20) * scale;
    brush.fillStyle = colours.text;
    brush.font = `500 ${size}px ${SANS}`;
    brush.fillText(fit(brush, scene.titles[card] ?? '', room), x, y + CARD.height * scale * (both ? 0.33 : 0.52));
    if (!both) continue;
    brush.fillStyle = colours.muted;
    brush.font = `400 ${10.5 * scale}px ${SANS}`;
    brush.fillText(fit(brush, scene.notes[card] ?? '', room), x, y + CARD.height * scale * 0.7);
  }
  aim(brush, part);
}

/** Titles of domains and systems in a size that can be read at every scale, where they have room. */
function paintFrameTitles(brush: Brush, scene: Scene, colours: Colours, part: Part): void {
  const { scale, left, top, ratio } = part;
  brush.setTransform(ratio, 0, 0, ratio, 0, 0);
  brush.textBaseline = 'top';
  brush.lineJoin = 'round';
  for (const frame of scene.frames) {
    const block = frame.level === 'block';
    const [x, y] = [(frame.x - left) * scale, (frame.y - top) * scale];
    const room = frame.width * scale - 12;
    if (frame.title === '' || room < (block ? 44 : 72) || x > part.width || y > part.height || x + room < 0 || y + 40 < 0) continue;
    // From afar the domains speak, from near the systems.
    const size = block ? Math.min(26, Math.max(11, 60 * scale)) : Math.min(14, Math.max(10.5, 20 * scale));
    if (!block && scale < 0.16) continue;
    const space = (block ? 104 : 64) * scale;
    brush.font = `${block ? 650 : 500} ${size}px ${SANS}`;
    brush.strokeStyle = block ? colours.frame : colours.background;
    brush.lineWidth = 3;
    brush.fillStyle = block ? colours.text : colours.muted;
    const text = fit(brush, frame.title, room);
    const at = y + Math.max(2, (space - size) / 2);
    brush.strokeText(text, x + 6, at);
    brush.fillText(text, x + 6, at);
  }
  aim(brush, part);
}

/** Writes a word beside a place, above all else. */
export function paintLabel(brush: Brush, text: string, x: number, y: number, colours: Colours, { ratio, width }: Part): void {
  brush.setTransform(ratio, 0, 0, ratio, 0, 0);
  brush.font = `500 12px ${SANS}`;
  brush.textBaseline = 'middle';
  const words = fit(brush, text, width - 24);
  const size = brush.measureText(words).width + 16;
  const left = Math.max(4, Math.min(width - size - 4, x - size / 2));
  brush.fillStyle = colours.background;
  brush.strokeStyle = colours.accent;
  brush.lineWidth = 1.5;
  brush.beginPath();
  brush.roundRect(left, y - 12, size, 24, 4);
  brush.fill();
  brush.stroke();
  brush.fillStyle = colours.text;
  brush.fillText(words, left + 8, y + 0.5);
}

/** Cuts a text to a width. */
function fit(brush: Brush, text: string, width: number): string {
  if (brush.measureText(text).width <= width) return text;
  const letters = [...text];
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (brush.measureText(`${letters.slice(0, middle).join('')}…`).width <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${letters.slice(0, low).join('')}…`;
}
