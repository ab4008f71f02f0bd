// Frames: an `<iframe>` in; one of a host that is allowed with everything that tames it, or a link, out.
import type { Element, ElementContent, Properties } from 'hast';
import { allowedAddress, tellForbidden } from './embeds.ts';
import { type PageState, spotOf } from './page-state.ts';

/** What a page in a frame may do: run, and be itself on its own host; nothing of it reaches the page around. */
const SANDBOX = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-presentation',
];
const ALLOW = 'fullscreen; picture-in-picture; encrypted-media';

/** Shapes that keep themselves when the page is narrow, as classes: policies forbid styles. */
const SHAPES: readonly { readonly ratio: number; readonly className: string }[] = [
  { ratio: 16 / 9, className: 'embed-wide' },
  { ratio: 4 / 3, className: 'embed-tv' },
  { ratio: 1, className: 'embed-square' },
];
const NEAR = 0.05;

/** Returns what stands in the place of a frame. `parent` is the name of the element around it. */
export function frameOf(element: Element, page: PageState, inLink: boolean, parent: string | null): ElementContent {
  const src = String(element.properties['src'] ?? '').trim();
  const title = String(element.properties['title'] ?? '').trim();
  const url = inLink ? null : allowedAddress(src, page.context.embeds);
  if (url !== null) {
    page.embeds.frames.add(url.origin);
    return { type: 'element', tagName: 'iframe', properties: propertiesOf(url, title, element.properties), children: [] };
  }
  if (/^(?:https?:)?\/\//i.test(src)) tellForbidden(src, element, page);
  else page.findings.push({ rule: 'docs/removed-html', message: src === '' ? EMPTY : REMOVED, spot: spotOf(element) });
  const text: ElementContent = { type: 'text', value: title === '' ? src : title };
  if (src === '' || inLink) return { type: 'element', tagName: 'span', properties: {}, children: [text] };
  const link: Element = { type: 'element', tagName: 'a', properties: { href: src }, children: [text], position: element.position };
  return HOLDS_BLOCKS.has(parent ?? 'div') ? { type: 'element', tagName: 'p', properties: {}, children: [link] } : link;
}

const EMPTY = 'The element <iframe> names nothing that a page may show and is left out.';
const REMOVED = 'Frames show pages of other hosts only: what this one names stands here as a link.';

/** Where a link would stand as a line of its own. */
const HOLDS_BLOCKS = new Set(['div', 'section', 'details', 'figure', 'td']);

function propertiesOf(url: URL, title: string, given: Properties): Properties {
  const [width, height] = [pixelsOf(given['width']), pixelsOf(given['height'])];
  const shape = shapeOf(width, height);
  return {
    src: url.href,
    title: title === '' ? `Page of ${url.host}` : title,
    ...(width !== null && { width }),
    ...(height !== null && { height }),
    className: ['embed', ...(shape === null ? [] : [shape])],
    loading: 'lazy',
    sandbox: [...SANDBOX],
    allow: ALLOW,
    allowFullScreen: true,
    // Players ask from which site they are shown; more than its name is nobody's business.
    referrerPolicy: 'strict-origin',
  };
}

function pixelsOf(value: Properties[string]): number | null {
  return /^[1-9]\d{0,3}$/.test(String(value)) ? Number(value) : null;
}

/** Frames are as wide as films unless they are told a height. */
function shapeOf(width: number | null, height: number | null): string | null {
  const [first] = SHAPES;
  if (height === null) return first?.className ?? null;
  return width === null ? null : (SHAPES.find(({ ratio }) => Math.abs(ratio - width / height) < NEAR)?.className ?? null);
}
