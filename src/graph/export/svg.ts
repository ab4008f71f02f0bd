// A drawing and colours in, an SVG file that stands alone out.
import { CARD } from '../card.ts';
import { cut } from '../cut.ts';
import { relationLabel } from '../relations.ts';
import type { Drawing } from './drawing.ts';

/** Colours by what they are for, as CSS writes them. */
export interface Palette {
  readonly background: string;
  readonly frame: string;
  readonly line: string;
  readonly edge: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
  readonly soft: string;
  readonly warn: string;
  /** By lower-case kind; the empty one for all others. */
  readonly kinds: ReadonlyMap<string, string>;
}

const MARGIN = 16;
const FONT = 'Inter, ui-sans-serif, system-ui, sans-serif';

/** Writes the picture as a file. */
export function renderSvg({ nodes, lines, frames, box, roots, words }: Drawing, colours: Palette): string {
  const [x, y, width, height] = [box[0] - MARGIN, box[1] - MARGIN, box[2] + 2 * MARGIN, box[3] + 2 * MARGIN];
  const title = (frame: Drawing['frames'][number]) => {
    const size = frame.level === 'block' ? 56 : 20;
    return frame.title === ''
      ? ''
      : `<text x="${frame.x + 16}" y="${frame.y + size * 1.2}" font-size="${size}" font-weight="600" fill="${colours.muted}">${escape(cut(frame.title, Math.floor(frame.width / size / 0.6)))}</text>`;
  };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" font-family="${FONT}">`,
    `<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 .5 7.5 4 0 7.5z" fill="${colours.edge}"/></marker></defs>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colours.background}"/>`,
    ...frames.map(
      (frame) =>
        `<rect x="${frame.x}" y="${frame.y}" width="${frame.width}" height="${frame.height}" rx="6" fill="${frame.level === 'block' ? colours.frame : colours.background}" stroke="${colours.line}"/>${title(frame)}`,
    ),
    ...lines.map(
      (line) =>
        `<path data-edge="${escape(`${line.source} ${line.target}`)}" d="${line.path}" fill="none" stroke="${colours.edge}" stroke-width="1.2" marker-end="url(#a)"><title>${escape(line.types.map((type) => relationLabel(type, words)).join(', '))}</title></path>`,
    ),
    ...nodes.map((node) => {
      const root = roots.has(node.ref);
      const kind = node.kind.toLowerCase();
      const stroke = node.missing ? `${colours.warn}" stroke-dasharray="4 3` : root ? colours.accent : colours.line;
      const note = node.missing ? 'not in the catalog' : [kind, node.type].filter((part) => part !== null).join(' · ');
      return [
        `<g data-node="${escape(node.ref)}" transform="translate(${node.x} ${node.y})">`,
        `<rect width="${CARD.width}" height="${CARD.height}" rx="6" fill="${root ? colours.soft : colours.background}" stroke="${stroke}"/>`,
        `<rect x="5" y="8" width="3" height="24" rx="1.5" fill="${colours.kinds.get(kind) ?? colours.kinds.get('') ?? colours.edge}"/>`,
        `<text x="14" y="17" font-size="12" font-weight="500" fill="${colours.text}">${escape(cut(node.title, 21))}</text>`,
        `<text x="14" y="31" font-size="10.5" fill="${colours.muted}">${escape(cut(note, 27))}</text>`,
        '</g>',
      ].join('');
    }),
    '</svg>',
    '',
  ].join('\n');
}

function escape(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // oxlint-disable-next-line no-control-regex -- control characters are exactly what XML must not hold
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
  );
}
