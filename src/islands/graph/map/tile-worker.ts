// Paints tiles of the map beside the page, so that the page never waits: a scene and a list of tiles in, pictures out, one by one.
import textFont from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import type { Colours } from './colours.ts';
import { paint } from './paint.ts';
import type { Scene } from './scene.ts';

/** A square of the map at one scale. */
export interface Tile {
  /** Number of the list of tiles that it belongs to. */
  readonly layer: number;
  readonly scale: number;
  readonly column: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly ratio: number;
}

/** What the page sends: what is to be drawn, or which tiles it wants now, the most urgent first. */
export type ToWorker = { readonly scene: Scene; readonly colours: Colours } | { readonly wanted: readonly Tile[] };

/** What comes back. */
export interface FromWorker {
  readonly tile: Tile;
  readonly picture: ImageBitmap;
}

const port = self as unknown as {
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
  postMessage(message: FromWorker, transfer: readonly Transferable[]): void;
  readonly fonts?: FontFaceSet;
};

let stage: { readonly scene: Scene; readonly colours: Colours } | undefined;
let wanted: Tile[] = [];
let busy = false;

port.addEventListener('message', ({ data }) => {
  if ('wanted' in data) wanted = [...data.wanted];
  else stage = data;
  if (!busy) void work();
});

async function work(): Promise<void> {
  busy = true;
  await font;
  for (let tile = wanted.shift(); tile !== undefined && stage !== undefined; tile = wanted.shift()) {
    const canvas = new OffscreenCanvas(Math.ceil(tile.width * tile.ratio), Math.ceil(tile.height * tile.ratio));
    const brush = canvas.getContext('2d', { alpha: false });
    if (brush === null) break;
    paint(brush, stage.scene, stage.colours, tile);
    const picture = canvas.transferToImageBitmap();
    port.postMessage({ tile, picture }, [picture]);
    // A breath, in which a newer list may come.
    await new Promise((done) => setTimeout(done));
  }
  busy = false;
}

const font = loadFont();

/** The page's font; without it the machine's own serves. */
async function loadFont(): Promise<void> {
  try {
    const face = new FontFace('Inter Variable', `url(${textFont})`, { weight: '100 900' });
    await face.load();
    port.fonts?.add(face);
  } catch {
    // The words are legible in any font.
  }
}
