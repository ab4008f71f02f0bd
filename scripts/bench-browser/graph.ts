// Measures the map of the whole organisation: frames while it is dragged and zoomed, beside those of an empty canvas on the same machine, and what its page weighs.
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { Measurement, Samples } from './model.ts';

/** Frames of one round. */
const FRAMES = 120;
const MAP = '.explorer-canvas canvas[data-sharp="true"]';

/** What one round gives: times between frames, and what scripts took of each. */
interface Frames {
  readonly between: readonly number[];
  readonly scripts: readonly number[];
}

export const measureGraph: Measurement = {
  name: 'graph',
  about: 'frames of the map on /catalog-graph/ with all relations',
  async run(page, origin, rounds) {
    await watchScripts(page);
    const found = new Map<string, number[]>();
    const add = (what: string, values: readonly number[]) => found.set(what, [...(found.get(what) ?? []), ...values]);
    for (let round = 0; round < rounds; round++) {
      await page.goto(`${origin}/catalog-graph/?relation=*`);
      await page.waitForSelector(MAP, { timeout: 120_000 });
      add('until the map is painted', [await page.evaluate(() => performance.now())]);
      for (const [what, act] of [
        ['dragging, all in view', 'drag'],
        ['zooming', 'zoom'],
        ['dragging, near', 'drag'],
      ] as const) {
        const { between, scripts } = await page.evaluate(drive, { selector: '[data-map]', act, frames: FRAMES });
        add(`${what}: frame`, between);
        add(`${what}: script in it`, scripts);
        await page.waitForSelector(MAP, { timeout: 120_000 });
      }
      await page.evaluate(emptyCanvas);
      add('an empty canvas: frame', (await page.evaluate(drive, { selector: '#empty', act: 'drag' as const, frames: FRAMES })).between);
    }
    const samples: Samples[] = [...found].map(([what, milliseconds]) => ({ what, milliseconds }));
    await page.goto(`${origin}/catalog-graph/`);
    const system = await page.locator('.landscape a[data-entity-ref]').first().getAttribute('href');
    const notes = [await weigh(page, "the graph's page", `${origin}/catalog-graph/`, MAP)];
    if (system !== null)
      notes.push(await weigh(page, "an entity's Dependencies, before anything is touched", `${origin}${system}dependencies/`, '.graph'));
    return { samples, notes };
  },
};

/** Notes what scripts take of each frame, from the start of its first callback to the end of its last. */
async function watchScripts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const own = window.requestAnimationFrame.bind(window);
    const times: number[] = [];
    Object.assign(window, { callboardScripts: times });
    window.requestAnimationFrame = (callback) =>
      own((time) => {
        const since = performance.now();
        callback(time);
        times.push(performance.now() - since);
      });
  });
}

/** Drags or zooms an element by one step in each frame, as a hand does, and returns the frames. Runs in the page. */
function drive({ selector, act, frames }: { selector: string; act: string; frames: number }): Promise<Frames> {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error('There is nothing to drag.');
  const box = element.getBoundingClientRect();
  const [middleX, middleY] = [box.left + box.width / 2, box.top + box.height / 2];
  const all = (window as unknown as { callboardScripts: number[] }).callboardScripts;
  const send = (target: EventTarget, type: string, x: number, y: number) =>
    target.dispatchEvent(new MouseEvent(type, { clientX: x, clientY: y, bubbles: true, cancelable: true, view: window, buttons: 1 }));
  if (act === 'drag') send(element, 'mousedown', middleX, middleY);
  all.length = 0;
  return new Promise((done) => {
    const between: number[] = [];
    let last = 0;
    const step = (time: number) => {
      if (last > 0) between.push(time - last);
      last = time;
      const turn = (between.length / frames) * Math.PI * 2;
      const [x, y] = [middleX + Math.sin(turn) * 400, middleY + Math.sin(turn * 2) * 150];
      if (act === 'drag') send(window, 'mousemove', x, y);
      else {
        const init = {
          clientX: middleX,
          clientY: middleY,
          deltaY: between.length < frames * 0.7 ? -12 : 8,
          ctrlKey: true,
          bubbles: true,
          cancelable: true,
        };
        element.dispatchEvent(new WheelEvent('wheel', { ...init, view: window }));
      }
      if (between.length < frames) return void requestAnimationFrame(step);
      if (act === 'drag') send(window, 'mouseup', x, y);
      done({ between, scripts: all.filter((value) => value > 0) });
    };
    requestAnimationFrame(step);
  });
}

/** Puts a canvas of the same size in the place of the map, which draws nothing but a background. Runs in the page. */
function emptyCanvas(): void {
  const map = document.querySelector<HTMLElement>('.explorer-canvas');
  const canvas = document.createElement('canvas');
  canvas.id = 'empty';
  canvas.width = map?.clientWidth ?? 0;
  canvas.height = map?.clientHeight ?? 0;
  map?.replaceWith(canvas);
  const brush = canvas.getContext('2d', { alpha: false });
  addEventListener('mousemove', ({ clientX }) => {
    requestAnimationFrame(() => {
      if (brush === null) return;
      brush.fillStyle = clientX % 2 < 1 ? '#fdfdfc' : '#fcfdfd';
      brush.fillRect(0, 0, canvas.width, canvas.height);
    });
  });
}

/** Opens a page afresh and tells the size of all that it loads, as a server sends it compressed. */
async function weigh(from: Page, what: string, address: string, ready: string): Promise<string> {
  const page = await from.context().browser()?.newPage();
  if (page === undefined) return `${what}: not measured`;
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    if (sizes.has(path)) return;
    const size = response.body().then(
      (body) => (/\.(?:woff2|png)$/.test(path) ? body.length : gzipSync(body).length),
      () => 0,
    );
    sizes.set(path, size);
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForSelector(ready, { timeout: 120_000 });
  const known = await Promise.all([...sizes].map(async ([path, size]) => [path, await size] as const));
  await page.close();
  const parts = PARTS.map(
    ([name, filter]) => [name, known.reduce((sum, [path, size]) => sum + (filter.test(path) ? size : 0), 0)] as const,
  );
  return `${what}: ${parts.map(([name, size]) => `${name} ${(size / 1000).toFixed(1)} KB`).join(', ')} compressed`;
}

/** What a page is made of, by the names of files. */
const PARTS = [
  ['HTML', /\/$/],
  ['scripts', /\.js$/],
  ['styles', /\.css$/],
  ['data', /\.json$/],
  ['pictures', /\.svg$/],
  ['fonts', /\.woff2$/],
] as const;
