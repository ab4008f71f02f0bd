// What is shown as files: SVG and PNG of the picture, Mermaid, DOT and CSV of its nodes and relations.
import { useState } from 'react';
import { renderCsv } from '../../graph/export/csv.ts';
import { renderDot } from '../../graph/export/dot.ts';
import type { Drawing } from '../../graph/export/drawing.ts';
import { renderMermaid } from '../../graph/export/mermaid.ts';
import { renderSvg } from '../../graph/export/svg.ts';
import { paletteOf, readColours } from './map/colours.ts';

interface Props {
  /** Makes the picture when somebody wants it. */
  readonly drawing: () => Drawing;
}

/** Pixels of the longer side of a PNG: beyond it, browsers fail. */
const MOST_PIXELS = 8_192;

const svgOf = (drawing: Drawing, inside: Element) => renderSvg(drawing, paletteOf(readColours(inside)));
const text = (type: string, content: string) => new Blob([content], { type: `${type};charset=utf-8` });

/** The formats as rows. */
const FORMATS: readonly {
  readonly label: string;
  readonly file: string;
  readonly make: (drawing: Drawing, inside: Element) => Blob | Promise<Blob>;
}[] = [
  { label: 'SVG', file: 'graph.svg', make: (drawing, inside) => text('image/svg+xml', svgOf(drawing, inside)) },
  { label: 'PNG', file: 'graph.png', make: toPng },
  { label: 'Mermaid', file: 'graph.mmd', make: (drawing) => text('text/plain', renderMermaid(drawing)) },
  { label: 'DOT', file: 'graph.dot', make: (drawing) => text('text/vnd.graphviz', renderDot(drawing)) },
  { label: 'CSV', file: 'graph.csv', make: (drawing) => text('text/csv', renderCsv(drawing)) },
];

export function GraphExport({ drawing }: Props) {
  const [failed, setFailed] = useState(false);
  async function save(row: (typeof FORMATS)[number], inside: Element): Promise<void> {
    try {
      setFailed(false);
      const link = document.createElement('a');
      link.download = row.file;
      link.href = URL.createObjectURL(await row.make(drawing(), inside));
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    } catch {
      setFailed(true);
    }
  }
  return (
    <div className="explorer-export" role="group" aria-label="Save what is shown">
      <span className="small muted">Save as</span>
      {FORMATS.map((row) => (
        <button
          key={row.label}
          type="button"
          className="button"
          onClick={({ currentTarget }) => void save(row, currentTarget.parentElement ?? currentTarget)}
        >
          {row.label}
        </button>
      ))}
      {failed && <span role="alert">The file could not be made.</span>}
    </div>
  );
}

async function toPng(drawing: Drawing, inside: Element): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(drawing, inside))}`;
  await image.decode();
  const scale = Math.min(2, MOST_PIXELS / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob === null ? fail(new Error('The picture is empty.')) : done(blob)), 'image/png'),
  );
}
