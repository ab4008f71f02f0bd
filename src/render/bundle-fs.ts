// Pages, layouts, components and islands as one bundle that renders without a bundler: made once for a version of Callboard and an address
// of the site, and kept beside Callboard itself, since it holds nothing of any portal.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { codeDigest } from '../lib/code-digest-fs.ts';
import { ROOT } from './bundle-files.ts';

/** Where a site is served: addresses in the bundle begin with it. */
export interface SiteAddress {
  /** Path prefix; starts and ends with a slash. */
  readonly base: string;
  /** Origin without a slash at the end; null for not known. */
  readonly site: string | null;
}

const CODE = ['src', 'public', 'astro.config.mjs', 'tsconfig.json'];
/** Packages are found only below Callboard's own folder. */
const FOLDER = join(ROOT, '.astro', 'bundles');
const PROGRAM = fileURLToPath(new URL('./make-bundle-fs.ts', import.meta.url));
/** Versions of Callboard and addresses of sites that are kept; one has about 8 MB. */
const KEPT = 6;

/** Returns the folder of the bundle of a site, and makes it first where it is missing. Throws when it cannot be made. */
export async function openBundle({ base, site }: SiteAddress): Promise<string> {
  const name = createHash('sha256')
    .update(JSON.stringify([codeDigest(CODE), base, site]))
    .digest('hex')
    .slice(0, 32);
  const folder = join(FOLDER, name);
  if (existsSync(folder)) {
    const now = new Date();
    utimesSync(folder, now, now);
    return folder;
  }
  const temporary = `${folder}.making-${process.pid}`;
  mkdirSync(FOLDER, { recursive: true });
  try {
    await runProgram([temporary, base, site ?? '']);
    if (!existsSync(folder)) renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  forgetOld();
  return folder;
}

/** Bundles in a process of its own: the bundler's memory is free again when pages are rendered, and other work goes on meanwhile. */
async function runProgram(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<number | null>((done, fail) => child.once('close', done).once('error', fail));
  const [said, code] = await Promise.all([text(child.stderr), ended]);
  if (code !== 0) throw new Error(`The pages could not be bundled:\n${said.trimEnd().split('\n').slice(-20).join('\n')}`);
}

/** Removes the bundles that were not used for longest, but never one that a build that runs may be reading. */
function forgetOld(): void {
  const hour = 3_600_000;
  const bundles = readdirSync(FOLDER)
    .map((name) => ({ path: join(FOLDER, name), used: statSync(join(FOLDER, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .toSorted((a, b) => b.used - a.used);
  for (const { path, used } of bundles.slice(KEPT)) if (Date.now() - used > hour) rmSync(path, { recursive: true, force: true });
}
