// Where the command line keeps its working files: mirrors and snapshots, rendered pages, notes of builds.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ConfigFile } from '../src/config/types.ts';
import { cacheFolder } from '../src/sources/copies-fs.ts';

/** Returns the full path of the folder of working files. */
export function workFolder(): string {
  return cacheFolder(undefined, process.env);
}

/** Returns a folder for what is kept from build to build: one for each portal, since a build forgets what is not its own. */
export function keptFolder({ file, base }: ConfigFile, what: 'pages' | 'rendered' | 'compressed'): string {
  const name = createHash('sha256')
    .update(JSON.stringify([file, base]))
    .digest('hex')
    .slice(0, 32);
  return join(workFolder(), what, name);
}
