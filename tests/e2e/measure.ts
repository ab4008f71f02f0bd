// What a page looks like in numbers: what stands out of the window, what moved after it was painted.
import type { Page } from 'playwright-core';

/** Returns the elements that make the document wider than the window, outermost first; none when it fits. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const most = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= most) return [];
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    const name = (element: Element) => [element.localName, ...element.classList].join('.');
    const culprits = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > most + 0.5 && !scrolls(element.parentElement),
    );
    const words = culprits.map((element) => `${name(element)} ends at ${Math.round(element.getBoundingClientRect().right)} of ${most}`);
    return words.length > 0 ? words.slice(0, 6) : [`the document is ${document.documentElement.scrollWidth} wide, ${most} are there`];
  });
}

export interface Shift {
  readonly value: number;
  /** When, in milliseconds after the page was asked for. */
  readonly at: number;
  /** The elements that moved, and by how much. */
  readonly what: readonly string[];
}

/** Returns all that moved without anybody touching the page since it was first painted. */
export function layoutShifts(page: Page): Promise<Shift[]> {
  return page.evaluate(
    () =>
      new Promise<Shift[]>((done) => {
        interface LayoutShift extends PerformanceEntry {
          readonly value: number;
          readonly hadRecentInput: boolean;
          readonly sources: readonly {
            readonly node: Node | null;
            readonly previousRect: DOMRectReadOnly;
            readonly currentRect: DOMRectReadOnly;
          }[];
        }
        const name = (node: Node | null) =>
          node instanceof Element ? [node.localName, ...node.classList].join('.') : (node?.nodeName ?? 'gone');
        const place = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(' ');
        const observer = new PerformanceObserver((list) => {
          const entries = list.getEntries() as LayoutShift[];
          finish(
            entries
              .filter((entry) => !entry.hadRecentInput)
              .map((entry) => ({
                value: entry.value,
                at: Math.round(entry.startTime),
                what: entry.sources.map((one) => `${name(one.node)} from ${place(one.previousRect)} to ${place(one.currentRect)}`),
              })),
          );
        });
        // Without any shift the observer is never called.
        const timer = setTimeout(() => finish([]), 60);
        observer.observe({ type: 'layout-shift', buffered: true });
        function finish(shifts: Shift[]) {
          clearTimeout(timer);
          observer.disconnect();
          done(shifts);
        }
      }),
  );
}
