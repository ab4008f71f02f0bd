// callboard changes: lists what has to be uploaded and removed so that a site that is online becomes the one that was built.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Changes, changesBetween } from '../../src/deploy/changes.ts';
import { MANIFEST_PATH, type Manifest, parseManifest } from '../../src/deploy/manifest.ts';

interface Options {
  readonly out: string;
  readonly into: string;
}

const EXIT_COULD_NOT_RUN = 2;

/** The lists, in the order of uploading. */
const LISTS: readonly (readonly [file: string, step: keyof Changes])[] = [
  ['1-assets.txt', 'assets'],
  ['2-files.txt', 'files'],
  ['3-pages.txt', 'pages'],
  ['4-removed.txt', 'removed'],
];

/** Writes a list of paths for each step. `online` is the `api/files.json` of the site that is online; without one, nothing is. Returns 2 when a list cannot be read. */
export function changesCommand(online: string | undefined, { out, into }: Options): number {
  const built = readManifest(join(out, MANIFEST_PATH));
  if (typeof built === 'string') return fail(`${built} Build a site first: npm run build`);
  const before = online === undefined ? new Map<string, string>() : readManifest(online);
  if (typeof before === 'string') return fail(`${before} Without a list, everything counts as new.`);
  const changes = changesBetween(before, built);
  mkdirSync(into, { recursive: true });
  for (const [file, step] of LISTS) writeFileSync(join(into, file), changes[step].map((path) => `${path}\n`).join(''));
  const [assets = 0, files = 0, pages = 0, removed = 0] = LISTS.map(([, step]) => changes[step].length);
  console.log(
    `${assets + files + pages} of ${built.size} files to upload (${assets} assets, ${files} other files, ${pages} pages), ${removed} to remove`,
  );
  return 0;
}

/** Returns a list of files, or why it cannot be used. */
function readManifest(file: string): Manifest | string {
  try {
    return parseManifest(readFileSync(file, 'utf8')) ?? `${file} is no list of the files of a site.`;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? `There is no ${file}.` : `${file} cannot be read.`;
  }
}

function fail(message: string): number {
  console.error(message);
  return EXIT_COULD_NOT_RUN;
}
