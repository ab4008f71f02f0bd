// On the page on which requests of an API are tried: loads Swagger UI and the definition when asked for, and hands the one to the other.
import scriptHref from 'swagger-ui-dist/swagger-ui-bundle.js?url';
import styleHref from 'swagger-ui-dist/swagger-ui.css?url';
import { setText } from './dom.ts';

/** The part of Swagger UI that is used here: its bundle brings no types. */
type StartSwagger = (options: Readonly<Record<string, unknown>>) => unknown;

const root = document.documentElement;
const section = document.querySelector<HTMLElement>('[data-trial]');
const place = document.querySelector<HTMLElement>('[data-trial-place]');
const button = section?.querySelector<HTMLButtonElement>('[data-trial-open]');
const state = section?.querySelector('[data-trial-state]');

async function open(): Promise<void> {
  if (!section || !place || !button) return;
  button.disabled = true;
  setText(state, 'Loading …');
  try {
    const [spec] = await Promise.all([readDefinition(section.dataset['trial'] ?? ''), loadScript(scriptHref), loadStyle(styleHref)]);
    followTheme();
    const start = (window as unknown as { SwaggerUIBundle?: StartSwagger }).SwaggerUIBundle;
    start?.({
      spec,
      domNode: place,
      docExpansion: 'list',
      defaultModelsExpandDepth: -1,
      tryItOutEnabled: true,
      // Nothing of the address may choose another definition, and nobody else is asked whether this one is valid.
      queryConfigEnabled: false,
      validatorUrl: null,
    });
    section.querySelector('.trial-start')?.remove();
    place.setAttribute('tabindex', '-1');
    place.focus();
  } catch {
    button.disabled = false;
    setText(state, 'It could not be loaded. Try again.');
  }
}

async function readDefinition(href: string): Promise<unknown> {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${href}: ${answer.status}`);
  return answer.json();
}

function loadScript(src: string): Promise<void> {
  return load(Object.assign(document.createElement('script'), { src }));
}

function loadStyle(href: string): Promise<void> {
  return load(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
}

function load(element: HTMLScriptElement | HTMLLinkElement): Promise<void> {
  return new Promise((done, fail) => {
    element.addEventListener('load', () => done(), { once: true });
    element.addEventListener('error', () => fail(new Error('A file of Swagger UI could not be loaded.')), { once: true });
    document.head.append(element);
  });
}

/** Swagger UI is dark by a class of its own. */
function followTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const show = () =>
    root.classList.toggle('dark-mode', root.dataset['theme'] === 'dark' || (root.dataset['theme'] !== 'light' && dark.matches));
  dark.addEventListener('change', show);
  new MutationObserver(show).observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  show();
}

button?.addEventListener('click', () => void open());
