// Hands the compiled portal from the command line to the pages. Astro bundles pages into modules of their own, so a module variable of the
// command line is not theirs: both meet at one well-known symbol of the process.
import type { Portal } from './types.ts';

const KEY = Symbol.for('callboard.portal');
const slot = globalThis as { [KEY]?: Portal };

/** Sets the portal that pages will show. */
export function setPortal(portal: Portal): void {
  slot[KEY] = portal;
}

/** Returns the portal to show; throws when pages are rendered without the command line. */
export function getPortal(): Portal {
  const portal = slot[KEY];
  if (portal === undefined) throw new Error('No portal was compiled: run "npm run build" or "npm run dev" instead of "astro".');
  return portal;
}
