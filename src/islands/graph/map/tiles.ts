// The painted tiles of the map: asks a worker for those that are in view, keeps them, and lays them on the canvas at any scale.
import type { Colours } from './colours.ts';
import type { Scene } from './scene.ts';
import type { FromWorker, Tile, ToWorker } from './tile-worker.ts';

/** Where the map stands on the screen: a point of the map is at `x + k * point`. */
export interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Tiles {
  /** Asks for what a view needs. With `sharp`, at the view's own scale; else at the scale that is there. */
  want(view: View, sharp: boolean): void;
  /** Lays what is there on a canvas. */
  draw(brush: CanvasRenderingContext2D, view: View, colours: Colours): void;
  /** Says whether everything in view is there at the view's own scale. */
  isSharp(view: View): boolean;
  close(): void;
}

const SIZE = 512;
/** Pixels of the longer side of the picture that lies below everything. */
const OVERVIEW = 1_024;
const MOST_TILES = 96;

interface Layer {
  readonly number: number;
  readonly scale: number;
  readonly tiles: Map<string, { readonly tile: Tile; readonly picture: ImageBitmap }>;
}

/** Starts a worker for a scene. `onChange` is called when a tile has come. */
export function createTiles(scene: Scene, colours: Colours, ratio: number, onChange: () => void): Tiles {
  const worker = new Worker(new URL('./tile-worker.ts', import.meta.url), { type: 'module' });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  const send = (message: ToWorker) => worker.postMessage(message);
  send({ scene, colours });
  const [left, top, width, height] = scene.box;
  const overview = makeLayer(0, Math.min(1, OVERVIEW / Math.max(width, height)));
  let before: Layer | undefined;
  let current: Layer | undefined;
  let asked = '';

  worker.addEventListener('message', ({ data: { tile, picture } }: MessageEvent<FromWorker>) => {
    const layer = [overview, before, current].find((one) => one?.number === tile.layer);
    if (layer === undefined) return picture.close();
    layer.tiles.get(keyOf(tile))?.picture.close();
    layer.tiles.set(keyOf(tile), { tile, picture });
    onChange();
  });

  const whole: Tile = {
    layer: 0,
    scale: overview.scale,
    column: 0,
    row: 0,
    left,
    top,
    width: Math.ceil(width * overview.scale),
    height: Math.ceil(height * overview.scale),
    ratio: 1,
  };

  /** Tiles that a view needs of a layer, the middle first, with a ring around it. */
  function needed({ number, scale }: Layer, view: View, ring: number): Tile[] {
    const size = SIZE / scale;
    const first = (offset: number) => Math.floor(-offset / view.k / size) - ring;
    const last = (offset: number, length: number) => Math.floor((length - offset) / view.k / size) + ring;
    const [middleX, middleY] = [(view.width / 2 - view.x) / view.k / size - 0.5, (view.height / 2 - view.y) / view.k / size - 0.5];
    const tiles: Tile[] = [];
    for (let row = first(view.y); row <= last(view.y, view.height); row++) {
      for (let column = first(view.x); column <= last(view.x, view.width); column++) {
        // Nothing is outside of the box.
        const [x, y] = [column * size, row * size];
        if (x > left + width || y > top + height || x + size < left || y + size < top) continue;
        tiles.push({ layer: number, scale, column, row, left: x, top: y, width: SIZE, height: SIZE, ratio });
      }
    }
    const far = (tile: Tile) => Math.hypot(tile.column - middleX, tile.row - middleY);
    return tiles.sort((a, b) => far(a) - far(b)).slice(0, MOST_TILES);
  }

  return {
    want(view, sharp) {
      if (current === undefined || (sharp && current.scale !== view.k)) {
        if (current !== undefined && current.tiles.size > 0) {
          clear(before);
          before = current;
        }
        current = makeLayer((current?.number ?? 0) + 1, view.k);
      }
      const tiles = needed(current, view, current.scale === view.k ? 1 : 0);
      const missing = tiles.filter((tile) => current?.tiles.has(keyOf(tile)) !== true);
      const list = overview.tiles.size === 0 ? [whole, ...missing] : missing;
      const key = list.map((tile) => `${tile.layer} ${keyOf(tile)}`).join();
      if (key !== asked) send({ wanted: list });
      asked = key;
      if (current.tiles.size > MOST_TILES * 1.5) {
        const keep = new Set(tiles.map(keyOf));
        for (const [name, { picture }] of current.tiles) {
          if (keep.has(name)) continue;
          picture.close();
          current.tiles.delete(name);
        }
      }
    },
    draw(brush, view, colours) {
      brush.setTransform(ratio, 0, 0, ratio, 0, 0);
      brush.fillStyle = colours.background;
      brush.fillRect(0, 0, view.width, view.height);
      // What covers the whole view hides all below it.
      const covered = current !== undefined && needed(current, view, 0).every((tile) => current?.tiles.has(keyOf(tile)) === true);
      for (const layer of covered ? [current] : [overview, before, current]) {
        if (layer === undefined) continue;
        for (const { tile, picture } of layer.tiles.values()) {
          const zoom = view.k / tile.scale;
          const [x, y] = [view.x + tile.left * view.k, view.y + tile.top * view.k];
          if (x > view.width || y > view.height || x + tile.width * zoom < 0 || y + tile.height * zoom < 0) continue;
          if (zoom === 1) brush.drawImage(picture, Math.round(x * ratio) / ratio, Math.round(y * ratio) / ratio, tile.width, tile.height);
          else brush.drawImage(picture, x, y, tile.width * zoom, tile.height * zoom);
        }
      }
    },
    isSharp(view) {
      const layer = current;
      return layer !== undefined && layer.scale === view.k && needed(layer, view, 0).every((tile) => layer.tiles.has(keyOf(tile)));
    },
    close() {
      worker.terminate();
      for (const layer of [overview, before, current]) clear(layer);
    },
  };
}

function makeLayer(number: number, scale: number): Layer {
  return { number, scale, tiles: new Map() };
}

function clear(layer: Layer | undefined): void {
  for (const { picture } of layer?.tiles.values() ?? []) picture.close();
  layer?.tiles.clear();
}

function keyOf({ column, row }: Tile): string {
  return `${column} ${row}`;
}
