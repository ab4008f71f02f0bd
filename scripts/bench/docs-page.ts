// One made-up page: its plan in, Markdown out. How long it is and what it holds is spread as on the 852 pages of 18 public repositories.
import { codeBlock } from './docs-code.ts';
import { FEATURES } from './docs-features.ts';
import type { Dialect, PageContext } from './docs-links.ts';
import type { Organisation, Page, Site } from './model.ts';
import { type Prose, createProse } from './prose.ts';
import type { Random } from './random.ts';
import { TAGS } from './words.ts';

const FRONT_MATTER = 0.31;
const WITHOUT_TITLE = 0.29;
/** Words of prose on the page in the middle, how far others are from it, and the most. */
const WORDS = { median: 150, spread: 1.45, most: 6000 };
const WORDS_PER_PARAGRAPH = 55;

type Counts = readonly (readonly [count: number, weight: number])[];
/** Blocks of code by the number of pages with so many: none on a third of the pages, some dozens on a few. */
const CODE_BLOCKS: Counts = [
  [0, 268],
  [1, 67],
  [2, 59],
  [3, 80],
  [4, 168],
  [6, 72],
  [9, 52],
  [15, 50],
  [27, 25],
  [48, 11],
];
const TABLES: Counts = [
  [0, 741],
  [1, 64],
  [2, 24],
  [4, 12],
  [6, 7],
  [10, 4],
];
const TABLE_ROWS: Counts = [
  [2, 4],
  [4, 4],
  [8, 2],
  [30, 0.4],
];
const LISTS: Counts = [
  [0, 28],
  [1, 27],
  [2, 20],
  [4, 15],
  [9, 10],
];
/** How often a page has what it may have several times. */
const TIMES: Counts = [
  [1, 55],
  [2, 18],
  [4, 15],
  [8, 9],
  [20, 3],
];

/** Writes a page. */
export function renderPage(site: Site, page: Page, organisation: Organisation, sites: readonly Site[], dialect: Dialect): string {
  const { random, vocabulary, company, catalog } = organisation;
  const own = random.fork(`page/${site.component.name}/${page.path}`);
  const prose = createProse(own, vocabulary);
  const context: PageContext = { site, page, sites, company, catalog, dialect, prose, random: own };
  const front = own.chance(FRONT_MATTER) ? [frontMatter(context)] : [];
  // Some programs refuse a page that has no title there.
  if (front.length === 0 && dialect === 'common') front.push(`---\ntitle: ${page.title}\n---`);
  const title = own.chance(WITHOUT_TITLE) ? [] : [`# ${page.title}`];
  return `${[...front, ...title, ...body(context)].join('\n\n')}\n`;
}

function frontMatter({ page, prose, random }: PageContext): string {
  const tags = random.chance(0.5) ? `tags: [${random.sample(TAGS, 2).join(', ')}]\n` : '';
  return `---\ntitle: ${page.title}\ndescription: ${prose.phrase(8)}\n${tags}---`;
}

/** Prose and blocks, dealt out to the sections. */
function body(context: PageContext): string[] {
  const { page, prose, random } = context;
  const words = Math.min(WORDS.most, random.spread(WORDS.median, WORDS.spread));
  const text = Array.from({ length: Math.ceil(words / WORDS_PER_PARAGRAPH) }, () =>
    paragraph(prose, Math.min(words, WORDS_PER_PARAGRAPH), random),
  );
  const features = FEATURES.flatMap(({ share, several = false, render }) =>
    random.chance(share) ? Array.from({ length: several ? random.weighted(TIMES) : 1 }, () => render(context) ?? []).flat() : [],
  );
  const blocks = [
    ...some(CODE_BLOCKS, () => codeBlock(random), random),
    ...some(TABLES, () => table(prose, random), random),
    ...some(LISTS, () => list(prose, random), random),
    ...features,
  ];
  const sections: string[][] = [
    [],
    ...page.headings.map((heading, index) => [`${index > 1 && random.chance(0.25) ? '###' : '##'} ${heading}`]),
  ];
  for (const [index, part] of text.entries()) sections[index % sections.length]?.push(part);
  for (const block of blocks) random.pick(sections).push(block);
  return sections.flat();
}

function some(counts: Counts, make: () => string, random: Random): string[] {
  return Array.from({ length: random.weighted(counts) }, make);
}

function paragraph(prose: Prose, words: number, random: Random): string {
  const text = prose.paragraph(words * (0.4 + random.next() * 0.7));
  const code = () => `\`${prose.word()}.${prose.word()}\` ${prose.phrase(4)}`;
  return random.weighted([
    [text, 5],
    [`${text} **${prose.phrase(2)}** ${prose.sentence()}`, 2],
    [`${code()} *${prose.word()}*. ${text} ${code()}, ${code()}.`, 3],
  ]);
}

function table(prose: Prose, random: Random): string {
  const row = () => `| \`${prose.word()}\` | ${prose.phrase(2)} | ${prose.phrase(6)} |`;
  return ['| Name | Type | What it does |', '|------|:----:|--------------|', ...some(TABLE_ROWS, row, random)].join('\n');
}

function list(prose: Prose, random: Random): string {
  const numbered = random.chance(0.3);
  const code = random.chance(0.5);
  return Array.from({ length: random.int(3, 6) }, (_, index) => {
    const item = `${code ? `\`${prose.word()}\`: ` : ''}${prose.phrase(random.int(3, 12))}`;
    return `${numbered ? `${index + 1}.` : '-'} ${item}`;
  }).join('\n');
}
