// Lets a library draw under a policy that forbids inline styles: what it writes as attributes and elements goes through the CSSOM instead.

/** Stands for `style` in markup. */
const HANDED_ON = 'data-handed-style';

/** Returns the rules of a style element that only reach into one drawing, as a sheet. */
function sheetFor(css: string, id: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  for (let index = sheet.cssRules.length - 1; index >= 0; index--) {
    const rule = sheet.cssRules[index];
    const inside = rule instanceof CSSStyleRule && rule.selectorText.split(',').every((selector) => selector.trim().startsWith(`#${id}`));
    if (!inside && !(rule instanceof CSSKeyframesRule)) sheet.deleteRule(index);
  }
  return sheet;
}

/** Runs `draw`; meanwhile style attributes and style elements are set in ways that the policy allows. Rules that reach further than `#id` go. */
export async function withStyles<T>(id: string, draw: () => Promise<T>): Promise<T> {
  const { setAttribute } = Element.prototype;
  const { insertBefore, appendChild } = Node.prototype;
  const adopt = (style: HTMLStyleElement): void => {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheetFor(style.textContent, id)];
  };
  Element.prototype.setAttribute = function set(name, value) {
    if (name === 'style' && (this instanceof HTMLElement || this instanceof SVGElement)) this.style.cssText = value;
    else setAttribute.call(this, name, value);
  };
  Node.prototype.insertBefore = function insert<N extends Node>(node: N, before: Node | null): N {
    if (node instanceof HTMLStyleElement) adopt(node);
    else insertBefore.call(this, node, before);
    return node;
  };
  Node.prototype.appendChild = function append<N extends Node>(node: N): N {
    if (node instanceof HTMLStyleElement) adopt(node);
    else appendChild.call(this, node);
    return node;
  };
  // What is read as markup is parsed again later on, and then style attributes would be forbidden: they are handed on under another name.
  const markup = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML') ?? {};
  Object.defineProperty(Element.prototype, 'innerHTML', {
    ...markup,
    get(this: Element): string {
      const copy = this.cloneNode(true) as Element;
      for (const element of copy.querySelectorAll('[style]')) {
        setAttribute.call(element, HANDED_ON, element.getAttribute('style') ?? '');
        element.removeAttribute('style');
      }
      return String(markup.get?.call(copy));
    },
  });
  try {
    return await draw();
  } finally {
    Object.defineProperty(Element.prototype, 'innerHTML', markup);
    Element.prototype.setAttribute = setAttribute;
    Object.assign(Node.prototype, { insertBefore, appendChild });
  }
}

/** Makes a drawing out of its text. Its style attributes are set by script, since those in markup are forbidden. */
export function drawingOf(svg: string): SVGElement | null {
  const drawing = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
  if (drawing === null) return null;
  for (const element of drawing.querySelectorAll('style, script, image, iframe')) element.remove();
  document.adoptNode(drawing);
  for (const element of [drawing, ...drawing.querySelectorAll<SVGElement>(`[${HANDED_ON}]`)]) {
    element.style.cssText = element.getAttribute(HANDED_ON) ?? '';
    element.removeAttribute(HANDED_ON);
  }
  return drawing;
}
