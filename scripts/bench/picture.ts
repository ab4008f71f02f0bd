// A made-up diagram: random numbers in, a small SVG out.
import type { Random } from './random.ts';
import { SUBJECTS } from './words.ts';

/** Draws a row of boxes with arrows between them. */
export function renderPicture(random: Random): string {
  const labels = random.sample(SUBJECTS, random.int(3, 6));
  const width = labels.length * 160;
  const boxes = labels.map((label, index) => {
    const x = index * 160 + 10;
    const arrow = index === 0 ? '' : `<path d="M${x - 30} 60h28" stroke="#555" stroke-width="2" marker-end="url(#arrow)"/>`;
    return `${arrow}<rect x="${x}" y="30" width="120" height="60" rx="6" fill="#${random.int(0x88, 0xee).toString(16)}ccee"/><text x="${x + 60}" y="65" text-anchor="middle">${label}</text>`;
  });
  const marker =
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0l8 4-8 4z"/></marker></defs>';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 120" width="${width}" height="120" font-family="sans-serif" font-size="14">\n${[marker, ...boxes].join('\n')}\n</svg>\n`;
}
