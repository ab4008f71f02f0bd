// Callboard's own files in, one short text out that is another one when any of them is another: what caches of its work depend on.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What says which packages are installed: in a checkout, and where Callboard itself is a package. */
const PACKAGES = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json', '../.package-lock.json'];

/** Returns the digest of files and folders of Callboard (paths seen from its root), of the packages it uses, and of the version of Node. */
export function codeDigest(paths: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...PACKAGES, ...paths].flatMap(filesAt)) {
    hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

function filesAt(path: string): string[] {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .sort();
}
