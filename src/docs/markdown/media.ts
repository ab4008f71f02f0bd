// Images, video, audio and frames: each is resolved; local images get their size and load lazily; what is on another host becomes a link
// unless the configuration allows it.
import type { Element, Properties, Root } from 'hast';
import type { VFile } from 'vfile';
import { frameOf } from './frames.ts';
import { nameOf, replace } from './media-links.ts';
import { type PageState, pageOf, spotOf } from './page-state.ts';
import { player } from './players.ts';
import { type Verdict, eachElement } from './walk.ts';

/** The only pictures that may be written into the page itself. */
const DATA_IMAGE = /^data:image\/(?:png|gif|jpeg|webp);base64,[a-z\d+/=\s]*$/i;

/** Resolves what a page shows. Runs before links, which may be made here. */
export function rehypeMedia(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const page = pageOf(file);
    eachElement(tree, (element, index, parent) => {
      const verdict = handle(element, page, false, { index, parent });
      if (verdict !== undefined || element.tagName !== 'a') return verdict;
      eachElement(element, (inner, at, around) => handle(inner, page, true, { index: at, parent: around }));
      return 'skip';
    });
  };
}

/** Where an element stands. */
interface Stand {
  readonly index: number;
  readonly parent: Root | Element;
}

function handle(element: Element, page: PageState, inLink: boolean, { index, parent }: Stand): Verdict {
  if (element.tagName === 'iframe') {
    parent.children[index] = frameOf(element, page, inLink, 'tagName' in parent ? parent.tagName : null);
    return 'skip';
  }
  return Object.hasOwn(MEDIA_KINDS, element.tagName) ? MEDIA_KINDS[element.tagName]?.(element, page, inLink) : undefined;
}

type Handle = (element: Element, page: PageState, inLink: boolean) => Verdict;

const MEDIA_KINDS: Readonly<Record<string, Handle>> = {
  img: image,
  video: player,
  audio: player,
  source: alternative,
};

function image(element: Element, page: PageState, inLink: boolean): undefined {
  const src = String(element.properties['src'] ?? '').trim();
  if (DATA_IMAGE.test(src)) {
    element.properties = { ...element.properties, src: src.replace(/\s/g, '') };
    return;
  }
  // What GitHub and Material write behind the address of an image for one colour scheme only.
  const scheme = /#(?:gh-(?:light|dark)-mode-only|only-(?:light|dark))$/.exec(src)?.[0];
  const target = src.startsWith('data:')
    ? ({
        kind: 'broken',
        rule: 'docs/broken-image',
        message: 'Only PNG, GIF, JPEG and WebP images can be written into the page as data.',
      } as const)
    : page.context.image(scheme === undefined ? src : src.slice(0, -scheme.length));
  if (target.kind === 'asset') {
    const { src: _, className, ...others } = element.properties;
    page.assets.set(target.asset.address, target.asset);
    const classes = [
      ...(Array.isArray(className) ? className : []),
      ...(scheme === undefined ? [] : [scheme.includes('dark') ? 'only-dark' : 'only-light']),
    ];
    element.properties = {
      src: target.href,
      alt: '',
      ...others,
      ...sizeOf(element.properties, page.context.imageSize(target.asset)),
      loading: 'lazy',
      decoding: 'async',
      ...(classes.length > 0 && { className: classes }),
    };
    return;
  }
  const alt = String(element.properties['alt'] ?? '').trim();
  if (target.kind === 'outside') {
    page.findings.push({
      rule: 'docs/remote-image',
      message: 'The image lies on another host, from which pages load nothing.',
      hint: 'Copy it into the docs folder.',
      spot: spotOf(element),
    });
    replace(element, inLink ? 'span' : 'a', inLink ? {} : { href: target.href }, alt === '' ? nameOf(target.href) : alt);
    return;
  }
  if (target.kind === 'broken')
    page.findings.push({ rule: target.rule, message: target.message, hint: target.hint, spot: spotOf(element) });
  replace(element, 'span', { className: ['broken'] }, alt === '' ? nameOf(src) : alt);
}

/** Fills in what the author left out, so that the page does not move when the image arrives. */
function sizeOf(given: Properties, natural: { readonly width: number; readonly height: number } | null): Properties {
  const [width, height] = [given['width'], given['height']].map((value) => (/^\d+$/.test(String(value)) ? Number(value) : null));
  if (natural === null || natural.width === 0 || natural.height === 0) return {};
  if (given['width'] === undefined && given['height'] === undefined) return { width: natural.width, height: natural.height };
  if (width !== null && width !== undefined && given['height'] === undefined)
    return { height: Math.round((width * natural.height) / natural.width) };
  if (height !== null && height !== undefined && given['width'] === undefined)
    return { width: Math.round((height * natural.width) / natural.height) };
  return {};
}

/** A `<source>` that does not lead to one local file is emptied: browsers then take the next, or the `<img>` beside it. */
function alternative(element: Element, page: PageState): undefined {
  const { src, srcSet, ...others } = element.properties;
  const candidates = [srcSet].flat().map((value) => String(value ?? '').trim());
  const url = typeof src === 'string' ? src : candidates.length === 1 ? candidates[0] : undefined;
  const target = url === undefined || url === '' || /\s/.test(url) ? null : page.context.image(url);
  element.properties = others;
  if (target?.kind !== 'asset') return;
  page.assets.set(target.asset.address, target.asset);
  element.properties[typeof src === 'string' ? 'src' : 'srcSet'] = target.href;
}
