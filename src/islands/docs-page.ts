// On docs pages: marks the section being read, copies code, makes tabs, draws diagrams, folds the navigation away on small screens; and what
// belongs to reading: the size of the text, folding blocks, large pictures, reporting faults.

import { fragmentOf } from '../lib/fragment.ts';
import { followDetails } from './reader/details.ts';
import { offerReport } from './reader/report.ts';
import { chooseTextSize } from './reader/text-size.ts';
import { enlargePictures } from './reader/zoom.ts';
import { makeTabs } from './tabs.ts';

const fold = document.querySelector<HTMLDetailsElement>('.docs-fold');
if (fold) {
  if (matchMedia('(max-width: 859px)').matches) fold.open = false;
  fold.dataset['ready'] = '';
}
const nav = document.querySelector<HTMLElement>('.docs-nav');
const here = nav?.querySelector('[aria-current]');
// The page is in the middle of a long navigation; nothing but the navigation scrolls.
if (nav && here) nav.scrollTop += here.getBoundingClientRect().top - nav.getBoundingClientRect().top - nav.clientHeight / 2;

const links = new Map([...document.querySelectorAll<HTMLAnchorElement>('[data-toc] a')].map((link) => [fragmentOf(link.hash), link]));
const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);

/** The section being read is the last whose heading has passed the upper third of the window. */
function markSection(): void {
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
  const current = passed.at(-1) ?? headings[0];
  for (const [id, link] of links) {
    if (id === current?.id) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

if (headings.length > 0) {
  let waiting = false;
  addEventListener(
    'scroll',
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        markSection();
      });
    },
    { passive: true },
  );
  markSection();
}

for (const figure of document.querySelectorAll<HTMLElement>('.prose figure.code')) {
  const code = figure.querySelector('code');
  if (!code) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-code';
  button.textContent = 'Copy';
  button.addEventListener('click', () => {
    const copy = code.cloneNode(true) as HTMLElement;
    for (const annotation of copy.querySelectorAll('.annotation')) annotation.remove();
    void navigator.clipboard.writeText(copy.textContent.trimEnd()).then(() => {
      button.textContent = 'Copied';
      setTimeout(() => (button.textContent = 'Copy'), 1500);
    });
  });
  figure.append(button);
}

makeTabs(document.querySelectorAll<HTMLElement>('.prose .tabs'));

const diagrams = document.querySelectorAll<HTMLElement>('.prose figure.mermaid-source');
if (diagrams.length > 0) void import('./diagrams/mermaid.ts').then(({ drawDiagrams }) => drawDiagrams(diagrams));

const article = document.querySelector<HTMLElement>('article.prose');
if (article) {
  const sizes = document.querySelector<HTMLFieldSetElement>('[data-text-sizes]');
  if (sizes) chooseTextSize(sizes, article);
  followDetails(article, document.querySelector<HTMLButtonElement>('[data-expand]'));
  enlargePictures(article);
  const report = document.querySelector<HTMLAnchorElement>('[data-report]');
  if (report) offerReport(article, report);
}
