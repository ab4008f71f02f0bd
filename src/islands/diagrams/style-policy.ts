// Lets a library draw under a policy that forbids inline styles: what it writes as attributes and elements goes through the CSSOM instead.

/** Stands for `style` in markup. */
const HANDED_ON = 'data-handed-style';

/** Values that load something; only what lies in the drawing itself may be named. */
const LOADS = /url\(\s*["']?(?!["']?#)|image-set\(|src\(|@import/i;
/** Properties by which a drawing could leave its place. */
const LEAVES = new Set(['position', 'inset', 'top', 'right', 'bottom', 'left', 'z-index']);

/** Pictures that a drawing may hold: they lie in its source. */
const PICTURE = /^data:image\/(?:png|gif|jpeg|webp);base64,/i;

/** Says whether an attribute would load a picture that does not lie in the drawing. */
function fetches(element: Element, name: string, value: unknown): boolean {
  const loading = element instanceof SVGImageElement || element instanceof HTMLImageElement;
  return loading && /^(?:xlink:)?href$|^src(?:set)?$/i.test(name) && !PICTURE.test(String(value));
}

/** Takes from a declaration what loads anything or leaves the drawing. */
function tidy(style: CSSStyleDeclaration): void {
  for (const name of Array.from(style)) if (LEAVES.has(name) || LOADS.test(style.getPropertyValue(name))) style.removeProperty(name);
}

/** Sets a style by script; it is looked at before it reaches the element. */
function setStyle(element: HTMLElement | SVGElement, css: string): void {
  const { style } = document.createElement('span');
  style.cssText = css;
  tidy(style);
  element.style.cssText = style.cssText;
}

/** Returns the rules of a style element that only reach into one drawing, as a sheet. */
function sheetFor(css: string, id: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  for (let index = sheet.cssRules.length - 1; index >= 0; index--) {
    const rule = sheet.cssRules[index];
    if (rule instanceof CSSKeyframesRule) continue;
    const inside =
      rule instanceof CSSStyleRule &&
      rule.cssRules.length === 0 &&
      rule.selectorText.split(',').every((selector) => new RegExp(`^\\s*#${id}(?![\\w-])(?!\\s*[~+])`).test(selector));
    if (inside) tidy(rule.style);
    else sheet.deleteRule(index);
  }
  return sheet;
}

/** Gives the style attributes of markup their other name. */
function handOn(markup: string): string {
  return markup.replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\sstyle=(?=["'])/gi, ` ${HANDED_ON}=`));
}

/** Sets the styles that were handed on. */
function takeOver(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement | SVGElement>(`[${HANDED_ON}]`)) {
    setStyle(element, element.getAttribute(HANDED_ON) ?? '');
    element.removeAttribute(HANDED_ON);
  }
}

/** What has been drawn, and the sheets that it needs. */
export interface Styled<T> {
  readonly result: T;
  readonly sheets: readonly CSSStyleSheet[];
}

/**
 * Runs `draw`; meanwhile style attributes and style elements are set in ways that the policy allows. Rules that reach further than `#id` go.
 * The sheets stay with the document until they are removed.
 */
export async function withStyles<T>(id: string, draw: () => Promise<T>): Promise<Styled<T>> {
  const { setAttribute, setAttributeNS } = Element.prototype;
  const { insertBefore, appendChild } = Node.prototype;
  const { parseFromString } = DOMParser.prototype;
  const sheets: CSSStyleSheet[] = [];
  const adopt = (style: HTMLStyleElement): void => {
    const sheet = sheetFor(style.textContent, id);
    sheets.push(sheet);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };
  Element.prototype.setAttribute = function set(name, value) {
    if (name === 'style' && (this instanceof HTMLElement || this instanceof SVGElement)) setStyle(this, String(value));
    else if (!fetches(this, name, value)) setAttribute.call(this, name, value);
  };
  Element.prototype.setAttributeNS = function set(namespace, name, value) {
    if (!fetches(this, name, value)) setAttributeNS.call(this, namespace, name, value);
  };
  const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src') ?? {};
  Object.defineProperty(HTMLImageElement.prototype, 'src', {
    ...source,
    set(this: HTMLImageElement, value: unknown) {
      if (!fetches(this, 'src', value)) source.set?.call(this, value);
    },
  });
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
  DOMParser.prototype.parseFromString = function parse(markup, type) {
    return parseFromString.call(this, handOn(String(markup)), type);
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
    set(this: Element, value: unknown) {
      const text = String(value);
      const styled = !(this instanceof HTMLStyleElement) && text.includes('style=');
      markup.set?.call(this, styled ? handOn(text) : text);
      if (styled) takeOver(this);
    },
  });
  try {
    return { result: await draw(), sheets };
  } catch (error) {
    removeSheets(sheets);
    throw error;
  } finally {
    Object.defineProperty(Element.prototype, 'innerHTML', markup);
    Object.defineProperty(HTMLImageElement.prototype, 'src', source);
    Object.assign(Element.prototype, { setAttribute, setAttributeNS });
    Object.assign(Node.prototype, { insertBefore, appendChild });
    DOMParser.prototype.parseFromString = parseFromString;
  }
}

/** Takes the sheets of a drawing that is gone from the document. */
export function removeSheets(sheets: readonly CSSStyleSheet[]): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
}

/** Makes a drawing out of its text. Its style attributes are set by script, since those in markup are forbidden. */
export function drawingOf(svg: string): SVGElement | null {
  const drawing = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
  if (drawing === null) return null;
  for (const element of drawing.querySelectorAll('style, script, image, iframe')) element.remove();
  const holder = document.createElement('div');
  holder.append(drawing);
  takeOver(holder);
  return drawing;
}
