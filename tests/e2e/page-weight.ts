// What a page costs before anybody touches it: a built page in; bytes of HTML, styles and scripts, compressed, out.
import { dirname, join } from 'node:path/posix';
import { gzipSync } from 'node:zlib';
import type { BuiltSite } from '../support/built-site.ts';

export interface PageWeight {
  readonly html: number;
  readonly styles: number;
  readonly scripts: number;
  readonly total: number;
}

/** Weighs a page with all that it loads by itself: stylesheets, and scripts with what they import at once. */
export function weigh(site: BuiltSite, path: string): PageWeight {
  const html = site.read(path);
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href);
  const scripts = new Set([...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src = '']) => src));
  for (const script of scripts) {
    for (const [, name = ''] of site.read(script).matchAll(/\bfrom\s*"(\.[^"]+)"|\bimport\s*"(\.[^"]+)"/g)) {
      if (name !== '') scripts.add(join(dirname(script), name));
    }
  }
  const weight = { html: size(html), styles: sum(site, styles), scripts: sum(site, [...scripts]) };
  return { ...weight, total: weight.html + weight.styles + weight.scripts };
}

function sum(site: BuiltSite, files: readonly string[]): number {
  return files.reduce((total, file) => total + size(site.read(file)), 0);
}

function size(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}
