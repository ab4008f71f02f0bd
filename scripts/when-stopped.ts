// Ends a benchmark that is told to stop. What it waits for may have been stopped with it, and would never come.
import { rmSync } from 'node:fs';

const EXIT_COULD_NOT_RUN = 2;

/** Chromium is ended with the program, not before it: the benchmark would take the lost page for a fault of the site. */
export const CHROMIUM_ENDS_WITH_US = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false } as const;

/** Removes the work folder and ends the program at the first signal; `stop` is aborted before, which ends a build. */
export function endWhenStopped(work: string, stop = new AbortController()): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      stop.abort();
      rmSync(work, { recursive: true, force: true });
      console.error('The benchmark was stopped.');
      process.exit(EXIT_COULD_NOT_RUN);
    });
  }
}
