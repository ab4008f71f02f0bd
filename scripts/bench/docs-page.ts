// One made-up page: its plan in, Markdown out. Every page has about 600 words, a table, a list and two code blocks; the rest as often as in real docs.
import { codeBlock } from './docs-code.ts';
import { FEATURES } from './docs-features.ts';
import type { PageContext } from './docs-links.ts';
import type { Organisation, Page, Site } from './model.ts';
import { type Prose, createProse } from './prose.ts';
import { TAGS } from './words.ts';

const FRONT_MATTER = 0.31;
const WITHOUT_TITLE = 0.29;
/** Least and most words of prose. */
const WORDS = [400, 800] as const;
const WORDS_PER_PARAGRAPH = 55;

/** Writes a page. */
export function renderPage(site: Site, page: Page, { random, vocabulary, company }: Organisation, sites: readonly Site[]): string {
  const own = random.fork(`page/${site.component.name}/${page.path}`);
  const prose = createProse(own, vocabulary);
  const context: PageContext = { site, page, sites, company, prose, random: own };
  const front = own.chance(FRONT_MATTER) ? [frontMatter(context)] : [];
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
  const paragraphs = Math.round(random.int(...WORDS) / WORDS_PER_PARAGRAPH);
  const text = Array.from({ length: paragraphs }, () => paragraph(prose, context));
  const features = FEATURES.flatMap((feature) => (random.chance(feature.share) ? (feature.render(context) ?? []) : []));
  const blocks = [codeBlock(random), codeBlock(random), table(prose), list(prose, context), ...features];
  const sections: string[][] = [
    [],
    ...page.headings.map((heading, index) => [`${index > 1 && random.chance(0.25) ? '###' : '##'} ${heading}`]),
  ];
  for (const [index, part] of text.entries()) sections[index % sections.length]?.push(part);
  for (const block of blocks) random.pick(sections).push(block);
  return sections.flat();
}

function paragraph(prose: Prose, { random }: PageContext): string {
  const text = prose.paragraph(random.int(WORDS_PER_PARAGRAPH - 20, WORDS_PER_PARAGRAPH + 10));
  return random.weighted([
    [text, 6],
    [`${text} **${prose.phrase(2)}** ${prose.sentence()}`, 2],
    [`\`${prose.word()}.${prose.word()}\` ${prose.phrase(4)} *${prose.word()}*. ${text}`, 2],
  ]);
}

function table(prose: Prose): string {
  const row = () => `| \`${prose.word()}\` | ${prose.phrase(2)} | ${prose.phrase(6)} |`;
  return ['| Name | Type | What it does |', '|------|:----:|--------------|', row(), row(), row(), row()].join('\n');
}

function list(prose: Prose, { random }: PageContext): string {
  const numbered = random.chance(0.3);
  return Array.from(
    { length: random.int(3, 6) },
    (_, index) => `${numbered ? `${index + 1}.` : '-'} ${prose.phrase(random.int(3, 12))}`,
  ).join('\n');
}
