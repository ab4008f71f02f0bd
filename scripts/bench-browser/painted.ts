// The time from a key or a click to the painted result, measured inside of the page.
import type { Page } from 'playwright-core';

/** Begins to measure every key and click on the pages that are opened from now on. */
export async function watchPaints(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const times: number[] = [];
    Object.assign(window, { callboardPaints: times });
    const watch = ({ timeStamp }: Event) => {
      // A message that is sent in the frame is handled when the frame has been painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => times.push(performance.now() - timeStamp));
        port1.start();
        port2.postMessage(null);
      });
    };
    for (const type of ['keydown', 'click']) addEventListener(type, watch, { capture: true });
  });
}

/** Does something and returns what its keys and clicks took. */
export async function paintsOf(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    (window as unknown as { callboardPaints: number[] }).callboardPaints.length = 0;
  });
  await act();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))));
  return page.evaluate(() => [...(window as unknown as { callboardPaints: number[] }).callboardPaints]);
}
