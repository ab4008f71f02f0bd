// Styles of drawings as attributes, since the policy of pages forbids styles: an SVG element in; the same, without style sheets and style
// attributes but with what they said, out.
import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { type Declarations, type Part, declarationsIn, rulesOf } from './css-rules.ts';
import { eachElement } from './markdown/walk.ts';

/** Rules, and rules multiplied by elements, that are looked at; elements around one. */
const MAX_RULES = 2_000;
const MAX_COMPARISONS = 2_000_000;
const MAX_DEPTH = 64;

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
