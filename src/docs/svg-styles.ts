// Styles of drawings as attributes, since the policy of pages forbids styles: an SVG element in; the same, without style sheets and style
// attributes but with what they said, out.
import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { type Rule as CssRule, parse } from 'postcss';
import { eachElement } from './markdown/walk.ts';
import { wordList } from './word-list.ts';

/** Properties of CSS that SVG has as attributes, by the names that they have in trees. */
const PRESENTATION = new Map(
  wordList(
    'fill fillOpacity fillRule stroke strokeDashArray strokeDashOffset strokeLineCap strokeLineJoin strokeMiterLimit',
    'strokeOpacity strokeWidth color opacity visibility display stopColor stopOpacity fontFamily fontSize fontStyle',
    'fontVariant fontWeight fontStretch letterSpacing wordSpacing textAnchor textDecoration textRendering',
    'dominantBaseline alignmentBaseline baselineShift writingMode direction unicodeBidi clipPath clipRule mask filter',
    'markerStart markerMid markerEnd vectorEffect shapeRendering imageRendering colorInterpolation',
    'colorInterpolationFilters floodColor floodOpacity lightingColor paintOrder',
  ).map((name) => [name.toLowerCase(), name]),
);

/** Rules multiplied by elements that are looked at, and rules and parts of a selector. */
const MAX_COMPARISONS = 2_000_000;
const MAX_RULES = 2_000;
const MAX_PARTS = 8;
/** Elements around one that are looked at. */
const MAX_DEPTH = 64;
const MAX_CSS = 1_000_000;

/** One thing that a part of a selector asks of an element. */
interface Part {
  readonly tag: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
  /** Whether the part before must fit the parent itself, and not any element around. */
  readonly child: boolean;
}

interface Rule {
  readonly parts: readonly Part[];
  readonly specificity: number;
  readonly declarations: Declarations;
}

type Declarations = readonly { readonly property: string; readonly value: string; readonly important: boolean }[];

/**
 * Turns styles into attributes. Only selectors of names, ids and classes are read, which is what tools that draw write; what is for dark
 * screens or paper is left out.
 */
export function stylesToAttributes(svg: Element): void {
  const sheets: string[] = [];
  const elements: Element[] = [svg];
  const parents = new Map<Element, Element | Root>();
  eachElement(svg, (element, index, parent) => {
    if (element.tagName === 'style') {
      sheets.push(textOf(element));
      parent.children.splice(index, 1);
      return 'removed';
    }
    elements.push(element);
    parents.set(element, parent);
    return undefined;
  });
  const rules = sheets.flatMap(rulesOf).slice(0, MAX_RULES);
  const fitting = rules.length * elements.length > MAX_COMPARISONS ? [] : rules;
  const ordered = fitting.toSorted((a, b) => a.specificity - b.specificity);
  const ofAttribute = new Map<string, Declarations>();
  for (const element of elements) {
    const style = typeof element.properties['style'] === 'string' ? element.properties['style'] : '';
    delete element.properties['style'];
    const own = ofAttribute.get(style) ?? (style === '' ? [] : declarationsIn(style));
    ofAttribute.set(style, own);
    const all = [...ordered.filter(({ parts }) => fits(element, parts, parents)).flatMap(({ declarations }) => declarations), ...own];
    for (const important of [false, true]) {
      for (const one of all) if (one.important === important) element.properties[one.property] = one.value;
    }
  }
}

function rulesOf(css: string): Rule[] {
  const found: Rule[] = [];
  const root = parsed(css);
  const faces = new Set<string>();
  root?.walkAtRules('font-face', (face) => {
    face.walkDecls('font-family', ({ value }) => void faces.add(familyIn(value)));
  });
  root?.walkRules((rule) => {
    if (isForOthers(rule)) return;
    const declarations = declarationsOf(rule).flatMap((one) => withoutFace(one, faces));
    if (declarations.length === 0) return;
    for (const selector of rule.selectors) {
      const parts = partsOf(selector);
      if (parts !== null) found.push({ parts, specificity: specificityOf(parts), declarations });
    }
  });
  return found;
}

function parsed(css: string) {
  if (css.length > MAX_CSS) return null;
  try {
    return parse(css);
  } catch {
    // What is no CSS says nothing.
    return null;
  }
}

/** What the name of a font that the drawing brings along says of it. */
const FACES: readonly { readonly pattern: RegExp; readonly property: string; readonly value: string }[] = [
  { pattern: /bold/i, property: 'fontWeight', value: '700' },
  { pattern: /italic|oblique/i, property: 'fontStyle', value: 'italic' },
  { pattern: /mono/i, property: 'fontFamily', value: 'monospace' },
];

/** Fonts of a drawing are not loaded: letters are those of the page, as bold and slanted as their font was. */
function withoutFace(declaration: Declarations[number], faces: ReadonlySet<string>): Declarations {
  if (declaration.property !== 'fontFamily' || !faces.has(familyIn(declaration.value))) return [declaration];
  return FACES.filter(({ pattern }) => pattern.test(declaration.value)).map(({ property, value }) => ({ ...declaration, property, value }));
}

function familyIn(value: string): string {
  const [first = ''] = value.split(',', 1);
  return first
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .toLowerCase();
}

/** Frames of animations, rules for dark screens and for paper. */
function isForOthers({ parent }: CssRule): boolean {
  if (parent?.type !== 'atrule' || !('name' in parent) || !('params' in parent)) return parent?.type === 'rule';
  return parent.name !== 'media' || /dark|print|reduced|contrast/i.test(String(parent.params));
}

function declarationsIn(style: string): Declarations {
  const root = parsed(`a{${style}}`);
  const [rule, ...more] = root?.nodes ?? [];
  return rule?.type === 'rule' && more.length === 0 ? declarationsOf(rule) : [];
}

function declarationsOf(rule: CssRule): Declarations {
  return rule.nodes.flatMap((node) => {
    if (node.type !== 'decl') return [];
    const property = PRESENTATION.get(node.prop.toLowerCase().replaceAll('-', ''));
    // Variables are those of the page here.
    return property === undefined || /\bvar\s*\(/i.test(node.value)
      ? []
      : { property, value: node.value, important: node.important === true };
  });
}

const COMPOUND = /^(\*|[a-z][\w-]*)?((?:[.#][\w-]+)*)$/i;

/** Takes a selector apart, its last part first; null for what is more than names, ids and classes. */
function partsOf(selector: string): Part[] | null {
  const words = selector
    .replace(/\s*>\s*/g, ' > ')
    .trim()
    .split(/\s+/);
  const parts: Part[] = [];
  let child = false;
  for (const word of words) {
    if (word === '>') {
      if (child || parts.length === 0) return null;
      child = true;
      continue;
    }
    const [whole, tag = '*', more = ''] = COMPOUND.exec(word) ?? [];
    if (whole === undefined || whole === '') return null;
    const marks = more.match(/[.#][\w-]+/g) ?? [];
    const ids = marks.filter((mark) => mark.startsWith('#'));
    if (ids.length > 1) return null;
    parts.unshift({
      tag: tag === '*' ? null : tag.toLowerCase(),
      id: ids[0]?.slice(1) ?? null,
      classes: marks.filter((mark) => mark.startsWith('.')).map((mark) => mark.slice(1)),
      child,
    });
    child = false;
  }
  return child || parts.length > MAX_PARTS ? null : parts;
}

function specificityOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { id, classes, tag }) => sum + (id === null ? 0 : 10_000) + classes.length * 100 + (tag === null ? 0 : 1), 0);
}

/** Says whether a selector fits an element: each part is looked for from the inside out, the nearest that fits. */
function fits(element: Element, parts: readonly Part[], parents: ReadonlyMap<Element, Element | Root>): boolean {
  const [last, ...outer] = parts;
  if (last === undefined || !isLike(element, last)) return false;
  let direct = last.child;
  let around = parents.get(element);
  let steps = 0;
  for (const part of outer) {
    while (around?.type === 'element' && !isLike(around, part)) {
      if (direct || steps++ > MAX_DEPTH) return false;
      around = parents.get(around);
    }
    if (around?.type !== 'element') return false;
    direct = part.child;
    around = parents.get(around);
  }
  return true;
}

function isLike({ tagName, properties }: Element, { tag, id, classes }: Part): boolean {
  if (tag !== null && tagName.toLowerCase() !== tag) return false;
  if (id !== null && properties['id'] !== id) return false;
  const own = Array.isArray(properties['className']) ? properties['className'] : [];
  return classes.every((name) => own.includes(name));
}
