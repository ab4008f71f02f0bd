// The graph as a map, for the many: a scene in, a canvas that is worked with pointer and keys out. Its marked card is told to whoever asks.
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { ARROWS, follow } from '../../graph/arrows.ts';
import { Zoom } from './Zoom.tsx';
import { type MapView, createMapView } from './map/map-view.ts';
import type { Scene } from './map/scene.ts';

interface Props {
  readonly scene: Scene;
  /** Words for a card, for those who do not see it. */
  readonly describe: (card: number) => string;
  /** Called with the card that is chosen. */
  readonly onOpen: (card: number) => void;
}

const STEP = { zoom: 1.4, pan: 80 } as const;
/** Pixels that a click may move and still be one. */
const STILL = 4;

export function MapCanvas({ scene, describe, onOpen }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const map = useRef<MapView>(null);
  const pressed = useRef<readonly [number, number]>([0, 0]);
  const [cursor, setCursor] = useState<number | null>(null);
  const neighbours = useMemo(() => neighboursOf(scene), [scene]);
  const order = useMemo(
    () => [...scene.x.keys()].sort((a, b) => (scene.y[a] ?? 0) - (scene.y[b] ?? 0) || (scene.x[a] ?? 0) - (scene.x[b] ?? 0)),
    [scene],
  );

  useEffect(() => {
    if (canvas.current === null) return undefined;
    const view = createMapView(canvas.current, scene, neighbours);
    map.current = view;
    setCursor(null);
    return () => view.close();
  }, [scene, neighbours]);

  function move(card: number | null): void {
    if (card === null) return;
    setCursor(card);
    map.current?.mark(card);
    map.current?.reveal(card, true);
  }

  const spot = (card: number) => ({ x: scene.x[card] ?? 0, y: scene.y[card] ?? 0 });
  const beside = (step: number) => order[(order.indexOf(cursor ?? -1) + step + order.length) % order.length] ?? null;

  /** What each key does, beside the arrows. */
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => map.current?.zoomBy(STEP.zoom),
    '=': () => map.current?.zoomBy(STEP.zoom),
    '-': () => map.current?.zoomBy(1 / STEP.zoom),
    '0': () => map.current?.fit(),
    Home: () => move(scene.root.indexOf(1) < 0 ? (order[0] ?? null) : scene.root.indexOf(1)),
    PageDown: () => move(beside(1)),
    PageUp: () => move(beside(-1)),
    Enter: () => {
      if (cursor !== null) onOpen(cursor);
    },
    Escape: () => {
      setCursor(null);
      map.current?.mark(null);
    },
  };

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const arrow = ARROWS.get(event.key);
    // Escape that has nothing to leave is not ours: it ends full screen.
    if (arrow === undefined && (!Object.hasOwn(keys, event.key) || (event.key === 'Escape' && cursor === null))) return;
    event.preventDefault();
    if (arrow === undefined) keys[event.key]?.();
    else if (event.shiftKey) map.current?.panBy(-arrow[0] * STEP.pan, -arrow[1] * STEP.pan);
    else if (cursor === null) move(map.current?.middle() ?? null);
    else
      move(
        follow(
          event.key,
          spot(cursor),
          (neighbours[cursor] ?? []).map((card) => [card, spot(card)] as const),
        ),
      );
  }

  function onClick(event: MouseEvent): void {
    const [x, y] = pressed.current;
    if (Math.hypot(event.clientX - x, event.clientY - y) > STILL) return;
    const card = map.current?.cardAt(event.clientX, event.clientY) ?? null;
    if (card !== null) onOpen(card);
  }

  return (
    <div className="explorer-canvas">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application is worked with keys */}
      <div
        className="explorer-map"
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keys need a place to be heard at
        tabIndex={0}
        aria-label="Map of the graph: arrow keys walk along lines, Page Up and Page Down from card to card, Enter looks closer, plus and minus zoom, Shift and arrows move, Escape leaves a card. The table below says the same."
        onKeyDown={onKeyDown}
      >
        <canvas
          ref={canvas}
          data-map
          onPointerDown={(event) => (pressed.current = [event.clientX, event.clientY])}
          onPointerMove={(event) => {
            if (event.buttons !== 0) return;
            const card = map.current?.cardAt(event.clientX, event.clientY) ?? null;
            event.currentTarget.classList.toggle('over', card !== null);
            map.current?.mark(card ?? cursor);
          }}
          onPointerLeave={() => map.current?.mark(cursor)}
          onClick={onClick}
        />
      </div>
      <p className="sr" role="status" data-cursor>
        {cursor === null ? '' : describe(cursor)}
      </p>
      <Zoom onIn={() => map.current?.zoomBy(STEP.zoom)} onOut={() => map.current?.zoomBy(1 / STEP.zoom)} onFit={() => map.current?.fit()} />
    </div>
  );
}

/** Neighbours of each card, both ways, each once. */
function neighboursOf({ x, ends }: Scene): number[][] {
  const found: Set<number>[] = Array.from(x, () => new Set());
  for (let at = 0; at < ends.length; at += 2) {
    const [a = 0, b = 0] = [ends[at], ends[at + 1]];
    found[a]?.add(b);
    found[b]?.add(a);
  }
  return found.map((set) => [...set]);
}
