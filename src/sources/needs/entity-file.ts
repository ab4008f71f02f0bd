// What an entity file asks for: targets of Locations, placeholders, docs. Rules: `PlaceholderProcessor`, `UrlReaderProcessor`, TechDocs' annotations.
import { folderOf, resolveInside } from '../../lib/paths.ts';
import { parseYaml } from '../../lib/yaml.ts';
import { type Asked, type AskElsewhere, type Ask, type Reader, NOTHING, joinAsked } from './types.ts';

/** What the value of a key names, wherever in an entity the key stands. */
const BY_KEY: Readonly<Record<string, AskElsewhere['take']>> = {
  target: 'entity',
  targets: 'entity',
  $text: 'definition',
  $json: 'definition',
  $yaml: 'definition',
};

/** What an annotation names, after `dir:` or `url:`. */
const BY_ANNOTATION: Readonly<Record<string, (path: string) => Ask>> = {
  'backstage.io/techdocs-ref': (path) => ({ take: 'site', path }),
  'backstage.io/adr-location': (path) => ({ take: 'pages', path, assets: true }),
};

const MAX_DEPTH = 100;

/** Finds what an entity file asks for. Documents that cannot be parsed ask for nothing. */
export const readEntityFile: Reader = (path, text) =>
  joinAsked(parseYaml(text).documents.map(({ value }) => walk(value, folderOf(path), 0)));

function walk(value: unknown, folder: string, depth: number): Asked {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return NOTHING;
  if (Array.isArray(value)) return joinAsked(value.map((item) => walk(item, folder, depth + 1)));
  return joinAsked(
    Object.entries(value).map(([key, inner]): Asked => {
      const take = Object.hasOwn(BY_KEY, key) ? BY_KEY[key] : undefined;
      if (take !== undefined) return joinAsked(strings(inner).map((target) => byTarget(take, target, folder)));
      const annotation = Object.hasOwn(BY_ANNOTATION, key) ? BY_ANNOTATION[key] : undefined;
      if (annotation !== undefined) return joinAsked(strings(inner).map((reference) => byReference(annotation, reference, folder)));
      return walk(inner, folder, depth + 1);
    }),
  );
}

function strings(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string');
}

function byTarget(take: AskElsewhere['take'], target: string, folder: string): Asked {
  if (isWebAddress(target)) return { here: [], elsewhere: [{ take, url: target }] };
  const path = target.startsWith('/') ? resolveInside('', target.replace(/^\/+/, '')) : resolveInside(folder, target);
  return path === null || take === 'site' ? NOTHING : { here: [{ take, path }], elsewhere: [] };
}

/** `dir:./docs`, `url:./docs` or `url:https://…`, as TechDocs reads them. */
function byReference(toAsk: (path: string) => Ask, reference: string, folder: string): Asked {
  const target = reference.trim().replace(/^(?:dir|url):/, '');
  if (isWebAddress(target)) return { here: [], elsewhere: [{ take: 'site', url: target }] };
  const path = resolveInside(folder, target);
  return path === null ? NOTHING : { here: [toAsk(path)], elsewhere: [] };
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}
