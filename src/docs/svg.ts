// SVG from repositories: text in, a picture without scripts, handlers, links and references to other files out.
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { eachElement } from './markdown/walk.ts';
import { wordList } from './word-list.ts';

const ELEMENTS = wordList(
  'svg g defs symbol use switch title desc style a',
  'path rect circle ellipse line polyline polygon image marker pattern mask clipPath',
  'text tspan textPath linearGradient radialGradient stop filter',
  'feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap',
  'feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode',
  'feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence',
);

const ATTRIBUTES = wordList(
  'id className style lang role ariaLabel ariaHidden ariaLabelledBy ariaDescribedBy transform viewBox version',
  'preserveAspectRatio overflow width height x y x1 x2 y1 y2 cx cy r rx ry fx fy fr',
  'd points dx dy rotate textLength lengthAdjust pathLength startOffset method spacing offset',
  'fill fillOpacity fillRule stroke strokeDashArray strokeDashOffset strokeLineCap strokeLineJoin',
  'strokeMiterLimit strokeOpacity strokeWidth color opacity visibility display stopColor stopOpacity',
  'fontFamily fontSize fontStyle fontVariant fontWeight fontStretch letterSpacing wordSpacing textAnchor',
  'textDecoration textRendering dominantBaseline alignmentBaseline baselineShift writingMode direction unicodeBidi',
  'clipPath clipRule clipPathUnits mask maskUnits maskContentUnits filter filterUnits primitiveUnits',
  'gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform markerStart',
  'markerMid markerEnd markerUnits markerWidth markerHeight refX refY orient vectorEffect shapeRendering',
  'imageRendering colorInterpolation colorInterpolationFilters floodColor floodOpacity lightingColor paintOrder',
  'mixBlendMode isolation in in2 result mode type values operator k1 k2 k3 k4 stdDeviation',
  'radius scale seed baseFrequency numOctaves stitchTiles surfaceScale diffuseConstant specularConstant',
  'specularExponent azimuth elevation pointsAtX pointsAtY pointsAtZ limitingConeAngle kernelMatrix order',
  'divisor bias targetX targetY edgeMode preserveAlpha xChannelSelector yChannelSelector tableValues slope',
  'intercept amplitude exponent kernelUnitLength systemLanguage requiredExtensions href xLinkHref xmlSpace',
);

const SCHEMA: Schema = {
  tagNames: ELEMENTS,
  attributes: { '*': ATTRIBUTES },
  // What an editor stores beside the picture, and everything that could act. Links keep their content.
  strip: [
    'script',
    'foreignObject',
    'metadata',
    'animate',
    'animateMotion',
    'animateTransform',
    'set',
    'handler',
    'listener',
    'iframe',
    'audio',
    'video',
  ],
  protocols: {},
  ancestors: {},
  required: {},
  clobber: [],
  clobberPrefix: '',
};

/** Larger drawings are not published. */
const MAX_SVG = 5 * 1024 * 1024;
const LOCAL = /^#[^\s"'()<>]+$/;
const PICTURE = /^data:image\/(?:png|gif|jpeg|webp);base64,[a-z\d+/=\s]*$/i;

/** Says whether a text looks as if `cleanSvg` would find a drawing in it. */
export function holdsDrawing(text: string): boolean {
  return text.length <= MAX_SVG && /<svg[\s/>]/i.test(text);
}

/**
 * Cleans an SVG by allow lists of elements and attributes. References may only lead into the file itself, or hold a picture as data; CSS
 * that could load anything goes. Returns the empty string when the text holds no SVG or is larger than 5 MB.
 */
export function cleanSvg(text: string): string {
  const svg = cleanSvgTree(text);
  return svg === null ? '' : toHtml(svg, { space: 'svg', closeEmptyElements: true, characterReferences: { useNamedReferences: false } });
}

/** The same as an element; `prepare` may change it before it is cleaned. Null for no SVG. */
export function cleanSvgTree(text: string, prepare: (svg: Element) => void = () => undefined): Element | null {
  if (text.length > MAX_SVG) return null;
  const found = findSvg(fromHtml(text, { fragment: true, space: 'html' }));
  if (found === null) return null;
  prepare(found);
  const clean = sanitize({ type: 'root', children: [found] }, SCHEMA);
  if (clean.type !== 'element' && clean.type !== 'root') return null;
  const svg = clean.type === 'element' ? clean : clean.children.find((child): child is Element => child.type === 'element');
  if (svg?.tagName !== 'svg') return null;
  cleanElement(svg);
  eachElement(svg, cleanElement);
  svg.properties = {
    xmlns: 'http://www.w3.org/2000/svg',
    ...(usesXlink(svg) && { xmlnsXLink: 'http://www.w3.org/1999/xlink' }),
    ...svg.properties,
  };
  return svg;
}

/** The HTML parser is used since it never fails, and takes apart what browsers would; what stands around the drawing is not looked at. */
function findSvg(tree: Root): Element | null {
  const found: Element[] = [];
  eachElement(tree, (element) => {
    if (element.tagName !== 'svg') return undefined;
    found.push(element);
    return 'skip';
  });
  return found[0] ?? null;
}

function cleanElement(element: Element): void {
  const { properties } = element;
  for (const [name, value] of Object.entries(properties)) {
    const text = String(value);
    const allowed =
      name === 'href' || name === 'xLinkHref' ? isAllowedReference(element, text) : name === 'className' || isHarmlessCss(text);
    if (!allowed) delete properties[name];
  }
  if (element.tagName !== 'style') return;
  const css = textOf(element).replace(/\/\*[^]*?\*\//g, ' ');
  const content: ElementContent[] = isHarmlessCss(css) ? [{ type: 'text', value: css }] : [];
  element.children = content;
}

function isAllowedReference({ tagName }: Element, url: string): boolean {
  if (tagName === 'a') return false;
  return LOCAL.test(url.trim()) || (tagName === 'image' && PICTURE.test(url.trim()));
}

/** CSS and presentation attributes: only `url(#…)` may be named. Escapes and comments could hide another, at-rules could import one. */
function isHarmlessCss(css: string): boolean {
  if (/[\\<]|\/\*|@(?!keyframes\b|media\b|supports\b)|expression|javascript:|image-set|src\s*\(/i.test(css)) return false;
  return [...css.matchAll(/url\s*\(([^)]*)\)?/gi)].every(([, target = '']) => LOCAL.test(target.trim().replace(/^(["'])(.*)\1$/, '$2')));
}

function usesXlink(svg: Element): boolean {
  let found = false;
  eachElement(svg, ({ properties }) => {
    found ||= properties['xLinkHref'] !== undefined;
  });
  return found;
}
