// Where things are: Callboard itself, and what a bundle of its pages holds.
import { fileURLToPath } from 'node:url';

/** Folder of Callboard itself. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What is written into a bundle. */
export const BUNDLE_FILES = {
  /** Modules that render pages. */
  pages: 'pages',
  /** Scripts, styles, fonts: what browsers load. */
  assets: 'assets',
  /** Which stylesheets belong to which page. */
  styles: 'styles.json',
} as const;
