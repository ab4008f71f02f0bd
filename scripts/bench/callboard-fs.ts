// Callboard itself as the benchmark starts it: a copy whose own files may be changed, with what it has made for later builds.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of this Callboard. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const FILES = ['src', 'public', 'scripts', 'astro.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'];
/** A page's template: every page of an entity is drawn with it, and no page of docs. */
const TEMPLATE = 'src/layouts/EntityPage.astro';
const END = '</main>';

/** Copies Callboard into a folder that does not exist yet. The packages stay where they are. */
export function copyCallboard(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of FILES.filter((one) => existsSync(join(ROOT, one)))) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}

/** Removes what a copy has bundled: its next build is the first of its version. */
export function forgetBundles(folder: string): void {
  rmSync(join(folder, '.astro'), { recursive: true, force: true });
}

/** Changes the template of a copy, so that each page that is drawn with it is another. */
export function changeTemplate(folder: string, mark: string): void {
  const text = readFileSync(join(ROOT, TEMPLATE), 'utf8');
  if (!text.includes(END)) throw new Error(`There is no ${END} in ${TEMPLATE}.`);
  writeFileSync(join(folder, TEMPLATE), text.replace(END, `<p>${mark}</p>${END}`));
}
