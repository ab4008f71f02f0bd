// Icons: `:material-account:` and its like become drawings out of icon packages, of which only those in use are taken.
import { createRequire } from 'node:module';
import { lazy } from '../../../lib/lazy.ts';
import { htmlNode } from '../html-node.ts';
import type { TextReplacement } from './replacement.ts';

interface IconSet {
  readonly icons: Readonly<Record<string, { readonly body: string; readonly width?: number; readonly height?: number }>>;
  readonly aliases?: Readonly<Record<string, { readonly parent: string }>>;
  readonly width?: number;
  readonly height?: number;
}

/** Starts of names as Material for MkDocs has them, and the packages that hold those icons. */
const SETS: Readonly<Record<string, () => IconSet>> = {
  'material-': iconSet('mdi'),
  'octicons-': iconSet('octicon'),
  'fontawesome-brands-': iconSet('fa6-brands'),
  'fontawesome-solid-': iconSet('fa6-solid'),
  'fontawesome-regular-': iconSet('fa6-regular'),
  'simple-': iconSet('simple-icons'),
};
const DEFAULT_SIZE = 16;

/** Replaces names of icons by marks that `rehypeIcons` finds behind the sanitiser. */
export const icons: TextReplacement = {
  hint: /:(?:material|octicons|fontawesome|simple)-/,
  pattern: /:((?:material|octicons|fontawesome-(?:brands|solid|regular)|simple)-[\da-z-]{1,80}):/g,
  replace: ([, name = '']) => (iconSvg(name) === null ? null : [htmlNode('span', { dataIcon: name }, [])]),
};

/** Returns the drawing of an icon, or null if there is no such icon. */
export function iconSvg(name: string): string | null {
  const start = Object.keys(SETS).find((one) => name.startsWith(one)) ?? '';
  const set = SETS[start]?.();
  const wanted = name.slice(start.length);
  const found = set?.aliases !== undefined && Object.hasOwn(set.aliases, wanted) ? set.aliases[wanted]?.parent : wanted;
  if (set === undefined || found === undefined || !Object.hasOwn(set.icons, found)) return null;
  const { body, width, height } = set.icons[found] ?? { body: '' };
  const box = `0 0 ${width ?? set.width ?? DEFAULT_SIZE} ${height ?? set.height ?? DEFAULT_SIZE}`;
  return `<svg viewBox="${box}" aria-hidden="true">${body}</svg>`;
}

function iconSet(name: string): () => IconSet {
  return lazy(() => createRequire(import.meta.url)(`@iconify-json/${name}/icons.json`) as IconSet);
}
