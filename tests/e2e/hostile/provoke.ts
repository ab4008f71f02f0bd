// What a visitor may do on a page, done by script in the page itself: events on everything, clicks on what is no way to another page.

/** What is wrong with a page as it stands in the browser; empty for a clean one. */
export type Fault = string;

/** Fires events at all elements, opens what folds, chooses tabs. Runs in the page. */
export async function provoke(): Promise<void> {
  const EVENTS =
    'pointerover pointerenter mouseover mouseenter mousemove mousedown mouseup pointerdown pointerup focus focusin blur focusout contextmenu auxclick dblclick wheel scroll keydown keyup keypress input change submit reset invalid select copy cut paste drag dragstart dragover drop toggle beforetoggle load error animationstart animationend transitionend begin end repeat message resize cuechange command beforematch securitypolicyviolation';
  for (const details of document.querySelectorAll('details')) details.open = true;
  // A drawing that is opened by itself has neither body nor main.
  const all = document.body instanceof HTMLElement ? document.querySelectorAll('body, main, main *') : document.querySelectorAll('*');
  for (const element of all) {
    for (const type of EVENTS.split(' ')) {
      // What the page's own scripts do with a key is none of an attack's business.
      element.dispatchEvent(
        type.startsWith('key')
          ? new KeyboardEvent(type, { bubbles: false, key: 'x' })
          : new Event(type, { bubbles: false, cancelable: true }),
      );
    }
  }
  const leaves = (element: Element): boolean => {
    const link = element.closest('a');
    const address = link?.getAttribute('href') ?? link?.getAttribute('xlink:href') ?? null;
    return address !== null && /^(?:https?|mailto|tel):$/.test(URL.parse(address, location.href)?.protocol ?? '');
  };
  const stop = (event: Event): void => {
    if (event.target instanceof Element && leaves(event.target)) event.preventDefault();
  };
  document.addEventListener('click', stop, true);
  for (const element of all) element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }));
  document.removeEventListener('click', stop, true);
  await new Promise((done) => setTimeout(done));
}

/** Lists everything in the page that could act, load from elsewhere or disturb what is around it. Runs in the page. */
export function listFaults(): Fault[] {
  const ELEMENTS =
    'script style link meta base title iframe frame frameset object embed applet portal template noscript form textarea select option dialog canvas map area track animate set astro-island xmp plaintext marquee';
  const LOADING = new Set([
    'img',
    'source',
    'video',
    'audio',
    'use',
    'image',
    'feimage',
    'track',
    'embed',
    'iframe',
    'object',
    'link',
    'script',
    'mpath',
    'pattern',
    'textpath',
  ]);
  const ADDRESSES = [
    'href',
    'xlink:href',
    'src',
    'srcset',
    'poster',
    'action',
    'formaction',
    'data',
    'cite',
    'background',
    'longdesc',
    'ping',
  ];
  const FORBIDDEN = [
    'srcdoc',
    'formaction',
    'ping',
    'is',
    'slot',
    'contenteditable',
    'popover',
    'autofocus',
    'background',
    'nonce',
    'target',
    'accesskey',
    'autoplay',
    'usemap',
    'data-handed-style',
    'http-equiv',
  ];
  const faults: Fault[] = [];
  const tell = (element: Element, what: string) =>
    faults.push(`<${element.localName}> in ${element.closest('[id]')?.id ?? 'the page'}: ${what}`);
  if (document.baseURI.split(/[?#]/)[0] !== location.href.split(/[?#]/)[0]) faults.push(`base ${document.baseURI}`);
  const names = new Set(ELEMENTS.toLowerCase().split(' '));
  // Elsewhere the portal's own forms and islands stand; words of authors are escaped there.
  const byAuthor = (element: Element) => element.closest('article, .prose, :root:is(svg)') !== null;
  for (const element of document.querySelectorAll(
    'main, main *, .docs-nav *, .docs-side *, .top *, .foot *, :root:is(svg), :root:is(svg) *',
  )) {
    if (names.has(element.localName.toLowerCase()) && byAuthor(element) && !element.matches('svg title, svg style'))
      tell(element, 'element');
    const drawn = element.closest('.diagram') !== null;
    for (const { name, value } of element.attributes) {
      const key = name.toLowerCase();
      if (key.startsWith('on')) tell(element, `${name}="${value}"`);
      if (FORBIDDEN.includes(key)) tell(element, `${name}="${value}"`);
      // Diagrams are styled by script, in ways that can be seen on the element; a tooltip is put in its place.
      const placed = element.matches('[data-radar-tip]') && /^(?:left|top): -?[\d.]+px; (?:left|top): -?[\d.]+px;$/.test(value);
      if (key === 'style' && !drawn && !placed && !(element instanceof SVGElement)) tell(element, `style="${value}"`);
      if (key === 'style' && /url\(\s*["']?(?!#)/i.test(value)) tell(element, `style="${value}"`);
      if (/url\(\s*["']?(?!["']?#)/i.test(value) && /^(?:fill|stroke|filter|mask|clip-path|marker-\w+|cursor)$/.test(key))
        tell(element, `${name}="${value}"`);
      if (!ADDRESSES.includes(key)) continue;
      for (const part of key === 'srcset' ? value.split(',').map((one) => one.trim().split(/\s/)[0] ?? '') : [value]) {
        const url = URL.parse(part, location.href);
        const loads = LOADING.has(element.localName.toLowerCase());
        const fine =
          url !== null &&
          (loads
            ? url.origin === location.origin || /^data:image\/(?:png|gif|jpeg|webp);base64,/.test(part)
            : /^(?:https?|mailto|tel|ssh|git):$/.test(url.protocol));
        if (!fine) tell(element, `${name}="${value}"`);
      }
    }
  }
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index))) faults.push(`id "${id}" twice`);
  for (const element of document.querySelectorAll('article :not(svg *)[name]')) tell(element, `name="${element.getAttribute('name')}"`);
  for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
    const own = sheet.href === null && !(sheet.ownerNode instanceof Element);
    for (const rule of own ? sheet.cssRules : []) {
      if (/url\(\s*["']?(?!["']?#)/i.test(rule.cssText)) faults.push(`rule ${rule.cssText.slice(0, 200)}`);
      if (rule instanceof CSSStyleRule && !rule.selectorText.split(',').every((one) => /^\s*#Diagram-\d+\b/.test(one)))
        faults.push(`rule ${rule.selectorText}`);
    }
  }
  return faults;
}
