// What is measured in the browser: a page that has been opened in, a row of figures for each thing that a person does out.
import type { Page } from 'playwright-core';

/** What one thing took, each time it was done, in milliseconds from the key or click until the result was painted. */
export interface Samples {
  readonly what: string;
  readonly milliseconds: readonly number[];
}

/** One measurement: a row of the table in bench-browser.ts. */
export interface Measurement {
  readonly name: string;
  readonly about: string;
  /** Opens what it needs of the site at `origin`, which lies in `folder`, and does everything `rounds` times. Returns lines of figures of its own beside the samples. */
  readonly run: (
    page: Page,
    origin: string,
    rounds: number,
    folder: string,
  ) => Promise<{ readonly samples: readonly Samples[]; readonly notes: readonly string[] }>;
}
