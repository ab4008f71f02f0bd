// Video and sound: a player in; the same with the files of the repository and of hosts that are allowed, or a link to what it would play, out.
import type { Element } from 'hast';
import { allowedAddress, tellForbidden } from './embeds.ts';
import { nameOf, replace } from './media-links.ts';
import { type PageState, spotOf } from './page-state.ts';

/** What an address of a player leads to. */
type Playable = { readonly src: string; readonly own: boolean } | { readonly link: string } | { readonly broken: string };

/** Resolves all that a player names. What stands inside of it for browsers of old goes. */
export function player(element: Element, page: PageState, inLink: boolean): 'skip' {
  const { src, poster, ...others } = element.properties;
  const own = typeof src === 'string' ? playableOf(src, element, page) : null;
  const children = element.children.filter((child): child is Element => child.type === 'element');
  const sources = children
    .filter(({ tagName }) => tagName === 'source')
    .map((source) => ({ source, found: playableOf(String(source.properties['src'] ?? ''), element, page) }));
  const all = [...(own === null ? [] : [own]), ...sources.map(({ found }) => found)];
  const played = all.filter((one) => 'src' in one);
  if (all.length > 0 && played.length === 0) {
    insteadOf(element, all, inLink);
    return 'skip';
  }
  element.properties = {
    ...(own !== null && 'src' in own && { src: own.src }),
    ...others,
    ...posterOf(poster, page),
    // Other hosts are asked when somebody wants to see it.
    preload: played.every((one) => one.own) ? 'metadata' : 'none',
  };
  element.children = [
    ...sources.flatMap(({ source, found }) =>
      'src' in found ? [withProperties(source, { src: found.src, type: source.properties['type'] })] : [],
    ),
    ...children.flatMap((child) => (child.tagName === 'track' ? trackOf(child, page) : [])),
  ];
  return 'skip';
}

function playableOf(url: string, element: Element, page: PageState): Playable {
  const target = page.context.image(url.trim());
  if (target.kind === 'asset') {
    page.assets.set(target.asset.address, target.asset);
    return { src: target.href, own: true };
  }
  if (target.kind === 'outside') {
    const allowed = allowedAddress(target.href, page.context.embeds);
    if (allowed === null) {
      tellForbidden(target.href, element, page);
      return { link: target.href };
    }
    page.embeds.media.add(allowed.origin);
    return { src: allowed.href, own: false };
  }
  if (target.kind === 'broken')
    page.findings.push({ rule: target.rule, message: target.message, hint: target.hint, spot: spotOf(element) });
  return { broken: url };
}

function insteadOf(element: Element, all: readonly Playable[], inLink: boolean): void {
  const [link] = all.flatMap((one) => ('link' in one ? [one.link] : []));
  const [broken = ''] = all.flatMap((one) => ('broken' in one ? [one.broken] : []));
  if (link === undefined) replace(element, 'span', { className: ['broken'] }, nameOf(broken));
  else if (inLink) replace(element, 'span', {}, nameOf(link));
  else replace(element, 'a', { href: link }, nameOf(link));
}

/** Pictures are the repository's own. */
function posterOf(poster: unknown, page: PageState): { readonly poster?: string } {
  const target = typeof poster === 'string' ? page.context.image(poster) : null;
  if (target?.kind !== 'asset') return {};
  page.assets.set(target.asset.address, target.asset);
  return { poster: target.href };
}

function trackOf(track: Element, page: PageState): Element[] {
  const { src, ...others } = track.properties;
  const target = typeof src === 'string' ? page.context.link(src.trim()) : null;
  if (target?.kind === 'broken') page.findings.push({ rule: target.rule, message: target.message, hint: target.hint, spot: spotOf(track) });
  if (target?.kind !== 'asset') return [];
  page.assets.set(target.asset.address, target.asset);
  return [withProperties(track, { src: target.href, ...others })];
}

function withProperties(element: Element, properties: Element['properties']): Element {
  return {
    ...element,
    properties: Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)),
    children: [],
  };
}
