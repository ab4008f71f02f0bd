// Docs sites: a number of pages and the components in; sites of one to some hundred pages, with a nav and headings, out.
import type { Component, Page, Site } from './model.ts';
import { createNames, toSentence, toSlug, toTitle } from './names.ts';
import type { Random } from './random.ts';
import { ACTIVITIES, SUBJECTS } from './words.ts';

/** Pages of the site in the middle, how far others are from it, and the most: one of twenty real sites has 455. */
const PAGES = { median: 8, spread: 1.3, most: 450 };
/** The same of the headings on a page. */
const HEADINGS_OF_PAGE = { median: 6, spread: 0.8, most: 40 };

const SECTIONS = ['Guides', 'Concepts', 'Runbooks', 'Reference', 'Decisions', 'Operations', 'Tutorials'];
const VERBS =
  'Using Configuring Understanding Testing Migrating Debugging Scaling Monitoring Securing Releasing Replacing Explaining'.split(' ');
const OBJECTS = 'pipeline queue schema import job flow store model rules service'.split(' ');
const HEADINGS = [
  'Overview',
  'Before you begin',
  'How it works',
  'Configuration',
  'Example',
  'Limits',
  'Retries and timeouts',
  'Who to ask',
  'Monitoring',
  'Known problems',
  'Rolling back',
  'Data model',
  'Permissions',
  'Local development',
  'Background',
  'Step by step',
  'What can go wrong',
  'Alternatives considered',
  'Costs',
  'Glossary',
  'Next steps',
  'Deployment',
  'Testing',
  'Dashboards',
  'Change log',
  'Errors and codes',
];

/** Divides pages among components. When there are too few components for sites of the usual size, the sites are of one, larger size. */
export function planSites(pages: number, components: readonly Component[], random: Random): Map<Component, Site> {
  const sizes = divide(pages, components.length, random);
  const owners = random.sample(components, sizes.length);
  return new Map(owners.map((component, index) => [component, planSite(component, sizes[index] ?? 0, random.fork(component.name))]));
}

function divide(pages: number, most: number, random: Random): number[] {
  const sizes: number[] = [];
  for (let left = pages; left > 0;) {
    const size = Math.min(left, between(random.spread(PAGES.median, PAGES.spread), PAGES.most));
    sizes.push(size);
    left -= size;
  }
  if (sizes.length <= most) return sizes;
  return Array.from({ length: most }, (_, index) => Math.floor(pages / most) + (index < pages % most ? 1 : 0));
}

/** A whole number from 1 to a bound. */
function between(value: number, most: number): number {
  return Math.min(most, Math.max(1, Math.round(value)));
}

function planSite(component: Component, size: number, random: Random): Site {
  const names = createNames();
  const sections = random.sample(SECTIONS, Math.min(5, Math.ceil(size / 5)));
  const pages: Page[] = [];
  for (let index = 0; index < size; index++) {
    const title = index === 0 ? toTitle(component.name) : names.fresh(() => drawTitle(random));
    // The first pages stand by themselves, the others in folders.
    const section = index < 3 ? null : random.pick(sections);
    const path = index === 0 ? 'index.md' : `${section === null ? '' : `${toSlug(section)}/`}${toSlug(title)}.md`;
    pages.push({ path, title, section, headings: drawHeadings(random) });
  }
  const pictures = Array.from(
    { length: Math.ceil(size / 3) },
    (_, index) => `${random.pick(SUBJECTS)}-${random.pick(OBJECTS)}-${index + 1}`,
  );
  const docsDir = random.chance(0.15) ? 'handbook' : 'docs';
  return { component, title: toTitle(component.name), docsDir, pages, pictures };
}

function drawHeadings(random: Random): string[] {
  const names = createNames();
  const count = between(random.spread(HEADINGS_OF_PAGE.median, HEADINGS_OF_PAGE.spread), HEADINGS_OF_PAGE.most);
  return Array.from({ length: count }, (_, index) =>
    names.fresh(() =>
      index < 6 ? random.pick(HEADINGS) : `${random.pick(HEADINGS)} of the ${random.pick(SUBJECTS)} ${random.pick(OBJECTS)}`,
    ),
  );
}

function drawTitle(random: Random): string {
  const subject = `${random.pick(SUBJECTS)} ${random.pick(ACTIVITIES)}`;
  return random.chance(0.6)
    ? `${random.pick(VERBS)} the ${subject} ${random.pick(OBJECTS)}`
    : toSentence(`${subject} ${random.pick(OBJECTS)}`);
}
