// Style sheets of drawings: CSS in; the rules that can become attributes of SVG, taken apart, out.
import { type Rule as CssRule, parse } from 'postcss';
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

/** Parts of a selector, and characters of a sheet. */
const MAX_PARTS = 8;
const MAX_CSS = 1_000_000;

/** What a part of a selector asks of an element. */
export interface Part {
  readonly tag: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
  /** Whether the part before must fit the parent itself, and not any element around. */
  readonly child: boolean;
}

/** A rule for one selector; its parts from the inside out. */
export interface Rule {
  readonly parts: readonly Part[];
  readonly specificity: number;
  readonly declarations: Declarations;
}

/** What a rule says, by the names that properties have in trees. */
export type Declarations = readonly { readonly property: string; readonly value: string; readonly important: boolean }[];

/** Returns the rules of a sheet, of selectors of names, ids and classes alone. */
export function rulesOf(css: string): Rule[] {
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

/** Returns what a style attribute says. */
export function declarationsIn(style: string): Declarations {
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
