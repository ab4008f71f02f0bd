// The map on a canvas: draws what the worker has painted, pans and zooms by frames, and knows which card is where.
import { type D3ZoomEvent, type Quadtree, quadtree, select as pick, zoom, zoomIdentity, zoomTransform } from 'd3';
import { CARD } from '../../../graph/card.ts';
import { type Colours, readColours } from './colours.ts';
import { aim, paintCards, paintLabel, paintLines } from './paint.ts';
import type { Scene } from './scene.ts';
import { type Tiles, type View, createTiles } from './tiles.ts';

export interface MapView {
  /** Shows all, or what is about the roots. */
  fit(): void;
  zoomBy(factor: number): void;
  panBy(x: number, y: number): void;
  /** Puts a card into the middle when it is out of sight; with `near`, in a size that can be read. */
  reveal(card: number, near: boolean): void;
  /** Marks a card and what is tied to it; the rest fades. Null marks nothing. */
  mark(card: number | null): void;
  /** The card at a place of the window; null for none. */
  cardAt(clientX: number, clientY: number): number | null;
  /** The card nearest to the middle of what is seen. */
  middle(): number | null;
  close(): void;
}

const ZOOM = { most: 2.5, readable: 0.8 } as const;
/** Milliseconds without zooming after which the map is painted at its new scale. */
const REST = 90;
/** Lines and cards that are marked at most: what a hub is tied to is more than can be seen. */
const MOST_MARKED = 600;

/** Starts the map of a scene. While everything in view is painted, the canvas says so in `data-sharp`. */
export function createMapView(canvas: HTMLCanvasElement, scene: Scene, neighbours: readonly (readonly number[])[]): MapView {
  const ratio = Math.min(2, devicePixelRatio || 1);
  let colours: Colours = readColours(canvas.parentElement ?? document.body);
  const brush = canvas.getContext('2d', { alpha: false });
  const tree: Quadtree<number> = quadtree<number>(
    [...scene.x.keys()],
    (card) => scene.x[card] ?? 0,
    (card) => scene.y[card] ?? 0,
  );
  let marked: number | null = null;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let size = measure();
  let tiles: Tiles = createTiles(scene, colours, ratio, draw);

  function measure() {
    const { clientWidth: width, clientHeight: height } = canvas;
    canvas.width = Math.max(1, Math.round(width * ratio));
    canvas.height = Math.max(1, Math.round(height * ratio));
    return { width, height };
  }

  function view(): View {
    const { k, x, y } = zoomTransform(canvas);
    return { k, x, y, ...size };
  }

  function draw(): void {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (brush === null) return;
      const now = view();
      tiles.want(now, false);
      tiles.draw(brush, now, colours);
      if (marked !== null) drawMarked(brush, now, marked);
      canvas.dataset['sharp'] = String(tiles.isSharp(now));
    });
  }

  function drawMarked(on: CanvasRenderingContext2D, now: View, card: number): void {
    const part = { scale: now.k, left: -now.x / now.k, top: -now.y / now.k, width: now.width, height: now.height, ratio };
    on.setTransform(ratio, 0, 0, ratio, 0, 0);
    on.globalAlpha = 0.72;
    on.fillStyle = colours.background;
    on.fillRect(0, 0, now.width, now.height);
    on.globalAlpha = 1;
    aim(on, part);
    const lines: number[] = [];
    for (let line = 0; line * 2 < scene.ends.length && lines.length < MOST_MARKED; line++) {
      if (scene.ends[line * 2] === card || scene.ends[line * 2 + 1] === card) lines.push(line);
    }
    paintLines(on, scene, lines, now.k, colours.accent, 1.4);
    paintCards(on, scene, [...(neighbours[card] ?? []).slice(0, MOST_MARKED), card], colours, part);
    const [x, y] = [((scene.x[card] ?? 0) + CARD.width / 2) * now.k + now.x, (scene.y[card] ?? 0) * now.k + now.y];
    paintLabel(
      on,
      [scene.titles[card], scene.notes[card]].filter(Boolean).join(' · '),
      x,
      y < 32 ? y + 64 * now.k + 20 : y - 16,
      colours,
      part,
    );
  }

  const least = () => Math.min(1, size.width / (scene.box[2] + 1), size.height / (scene.box[3] + 1)) * 0.8;
  const behaviour = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([least(), ZOOM.most])
    // The wheel scrolls the page; with Control or Command, and in full screen, it zooms, as in maps.
    .filter((event: WheelEvent | MouseEvent) =>
      event.type === 'wheel' ? event.ctrlKey || event.metaKey || document.fullscreenElement !== null : event.button === 0,
    )
    .on('zoom', ({ transform }: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
      draw();
      if (transform.k === lastScale) return;
      lastScale = transform.k;
      clearTimeout(timer);
      timer = setTimeout(sharpen, REST);
    });
  let lastScale = 0;
  const selection = pick(canvas).call(behaviour).on('dblclick.zoom', null);

  function sharpen(): void {
    tiles.want(view(), true);
    draw();
  }

  function goTo(x: number, y: number, k: number): void {
    selection.call(
      behaviour.transform,
      zoomIdentity
        .translate(size.width / 2, size.height / 2)
        .scale(k)
        .translate(-x, -y),
    );
    sharpen();
  }

  function fit(): void {
    const [left, top, width, height] = scene.box;
    const whole = Math.min(1, (size.width - 16) / width, (size.height - 16) / height);
    const root = scene.root.indexOf(1);
    if (root >= 0 && whole < 0.3) goTo((scene.x[root] ?? 0) + CARD.width / 2, (scene.y[root] ?? 0) + CARD.height / 2, 0.45);
    else goTo(left + width / 2, top + height / 2, whole);
  }

  function restart(): void {
    tiles.close();
    colours = readColours(canvas.parentElement ?? document.body);
    tiles = createTiles(scene, colours, ratio, draw);
    sharpen();
  }
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', restart);
  const theme = new MutationObserver(restart);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  let resized = false;
  const resize = new ResizeObserver(() => {
    if (resized && canvas.clientWidth === size.width && canvas.clientHeight === size.height) return;
    size = measure();
    behaviour.scaleExtent([least(), ZOOM.most]);
    if (resized) sharpen();
    else fit();
    resized = true;
  });
  resize.observe(canvas);

  function cardAt(clientX: number, clientY: number): number | null {
    const box = canvas.getBoundingClientRect();
    const { k, x, y } = view();
    const [mapX, mapY] = [(clientX - box.left - x) / k, (clientY - box.top - y) / k];
    let found: number | null = null;
    tree.visit((node, x1, y1, x2, y2) => {
      if (!node.length) {
        // Several cards never share a corner, so that a leaf has one.
        const card = node.data;
        const [cardX, cardY] = [scene.x[card] ?? 0, scene.y[card] ?? 0];
        if (mapX >= cardX && mapX <= cardX + CARD.width && mapY >= cardY && mapY <= cardY + CARD.height) found = card;
      }
      return found !== null || x1 > mapX || y1 > mapY || x2 < mapX - CARD.width || y2 < mapY - CARD.height;
    });
    return found;
  }

  return {
    fit,
    cardAt,
    zoomBy(factor) {
      selection.call(behaviour.scaleBy, factor);
      sharpen();
    },
    panBy(x, y) {
      const { k } = view();
      selection.call(behaviour.translateBy, x / k, y / k);
      sharpen();
    },
    reveal(card, near) {
      const { k, x, y } = view();
      const [mapX, mapY] = [(scene.x[card] ?? 0) + CARD.width / 2, (scene.y[card] ?? 0) + CARD.height / 2];
      const [screenX, screenY] = [mapX * k + x, mapY * k + y];
      const out = screenX < 40 || screenY < 40 || screenX > size.width - 40 || screenY > size.height - 40;
      if (near && k < ZOOM.readable) goTo(mapX, mapY, ZOOM.readable);
      else if (out) goTo(mapX, mapY, k);
    },
    mark(card) {
      if (marked === card) return;
      marked = card;
      draw();
    },
    middle() {
      const { k, x, y } = view();
      return tree.find((size.width / 2 - x) / k - CARD.width / 2, (size.height / 2 - y) / k - CARD.height / 2) ?? null;
    },
    close() {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      scheme.removeEventListener('change', restart);
      theme.disconnect();
      resize.disconnect();
      selection.on('.zoom', null);
      tiles.close();
    },
  };
}
