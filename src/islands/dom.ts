// Small tools to build HTML elements: text only, never markup, so that nothing in data can run.

/** Path prefix of the site, with slashes at both ends. */
export const base = document.body.dataset['base'] ?? '/';

/** Makes a complete link: the portal's own addresses get the base path. */
export function toHref(address: string): string {
  return address.startsWith('/') ? base.slice(0, -1) + address : address;
}

/** Makes an element with a class and a text. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, className = '', text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  if (text !== '') made.textContent = text;
  return made;
}

/** Sets the text of an element when it is another one, so that nothing is painted or announced for nothing. */
export function setText(target: Element | null | undefined, text: string): void {
  if (target && target.textContent !== text) target.textContent = text;
}
