// What a page costs before anybody touches it: a built page in; bytes of HTML, styles and scripts, compressed, out.
import { dirname, join } from 'node:path/posix';
import { gzipSync } from 'node:zlib';

export interface PageWeight {
  readonly html: number;
  readonly styles: number;
  readonly scripts: number;
  readonly total: number;
}

/** Reads a file of a built site; an address that ends in a slash stands for its page. */
export type ReadFile = (address: string) => string;

/** Makes the function that weighs a page with all that it loads by itself: stylesheets, and scripts with what they import at once. */
export function createScales(read: ReadFile): (path: string) => PageWeight {
  // All pages share a few files.
  const known = new Map<string, number>();
  const sizeOf = (file: string) => {
    const found = known.get(file) ?? size(read(file));
    known.set(file, found);
    return found;
  };
  const imports = new Map<string, readonly string[]>();
  const importsOf = (script: string) => {
    const found = imports.get(script) ?? findImports(script, read(script));
    imports.set(script, found);
    return found;
  };
  return (path) => weigh(read(path), sizeOf, importsOf);
}

function findImports(script: string, text: string): string[] {
  return [...text.matchAll(/\bfrom\s*"(\.[^"]+)"|\bimport\s*"(\.[^"]+)"/g)].map(([, from, alone]) =>
    join(dirname(script), from ?? alone ?? ''),
  );
}

function weigh(html: string, sizeOf: (file: string) => number, importsOf: (script: string) => readonly string[]): PageWeight {
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href);
  const scripts = new Set([...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src = '']) => src));
  // A set that grows while it is walked is the queue.
  for (const script of scripts) for (const name of importsOf(script)) scripts.add(name);
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + sizeOf(file), 0);
  const weight = { html: size(html), styles: sum(styles), scripts: sum(scripts) };
  return { ...weight, total: weight.html + weight.styles + weight.scripts };
}

function size(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}
