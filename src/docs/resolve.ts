// Where the links of one page lead: the page, its site, its source and the map of the portal in; a resolver for its links and images out.
import { isImage, isPlayable } from '../lib/file-types.ts';
import { holds } from '../lib/paths.ts';
import { LOOKUPS, candidates, findAsset, hostedPage, toAsset } from './lookups.ts';
import type { PageContext, Target } from './markdown/page-state.ts';
import { elsewhere, parseReference } from './reference.ts';
import type { ResolveContext } from './resolve-context.ts';
import { suggestImage, suggestLink } from './suggest.ts';

/** Makes the functions that resolve the links and images of one page. */
export function createResolver(given: ResolveContext): Pick<PageContext, 'link' | 'image'> {
  let left = MAX_SUGGESTIONS;
  const context: Searching = { ...given, suggest: (make) => (left-- > 0 ? make() : undefined) };
  // Pages repeat their links; and to look for what was meant costs far more than to find what is there.
  return { link: remembering((url) => findLink(url, context)), image: remembering((url) => findImage(url, context)) };
}

const MAX_SUGGESTIONS = 50;

function remembering(find: (url: string) => Target): (url: string) => Target {
  const found = new Map<string, Target>();
  return (url) => {
    const target = found.get(url) ?? find(url);
    found.set(url, target);
    return target;
  };
}

interface Searching extends ResolveContext {
  /** Makes a hint for something that was not found, as long as the page has not had many. */
  suggest(make: () => string | undefined): string | undefined;
}

/** Sections of a portal whose addresses authors write down, as in Backstage. One repository alone cannot know which pages they have. */
const PORTAL_ADDRESS = /^\/(?:docs|catalog|api-docs|tech-radar|create)\//;

function findLink(url: string, context: Searching): Target {
  const outside = hostedPage(url, context) ?? elsewhere(url);
  if (outside !== null) return outside;
  const reference = parseReference(url);
  if (reference.path === '') return { kind: 'here', fragment: reference.fragment ?? '' };
  for (const look of LOOKUPS) {
    const target = look(reference, context);
    if (target !== null) return target;
  }
  if (PORTAL_ADDRESS.test(reference.path)) {
    return { kind: 'broken', rule: 'docs/unknown-address', message: `The link leads to "${url}", but this portal has no such page.` };
  }
  const message = `The link leads to "${url}", but there is no such page or file.`;
  return { kind: 'broken', rule: 'docs/broken-link', message, hint: context.suggest(() => suggestLink(reference.path, context)) };
}

function findImage(url: string, context: Searching): Target {
  const outside = elsewhere(url);
  if (outside !== null) return outside;
  const { path } = parseReference(url);
  const places = candidates(path, context);
  for (const place of places) {
    const asset = findAsset(place, context);
    if (asset !== null && (isImage(asset.path) || isPlayable(asset.path))) return toAsset(asset, context);
  }
  if (places.some(({ at, path: found }) => at === 'source' && holds(context.source.files.names(), found))) {
    return { kind: 'broken', rule: 'docs/broken-image', message: `The file "${url}" is of a type that is not shown as an image.` };
  }
  const message = `The image "${url}" does not exist.`;
  return { kind: 'broken', rule: 'docs/broken-image', message, hint: context.suggest(() => suggestImage(path, context)) };
}
