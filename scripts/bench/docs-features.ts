// What pages hold beside prose, and how often: rows of features, each a share and the block it writes.
import { codeBlock } from './docs-code.ts';
import { type PageContext, elsewhere, linkTo, neighbour, picture } from './docs-links.ts';
import { toSentence, toSlug } from './names.ts';

/** One thing that a page may hold. */
export interface Feature {
  readonly name: string;
  /** Share of the pages that have it. */
  readonly share: number;
  /** Says whether a page that has it may have it many times. */
  readonly several?: boolean;
  /** Writes one block; null when this page cannot have it. */
  render(context: PageContext): string | null;
}

/** Shares between those of the 852 pages of 18 public repositories and those of 18 other, hand-written TechDocs repositories; what pages have by number is in docs-page.ts. */
export const FEATURES: readonly Feature[] = [
  {
    name: 'absolute links',
    share: 0.5,
    several: true,
    render: ({ prose, company, random }) =>
      `See [${prose.phrase(2)}](https://wiki.${company}.example/${prose.word()}/${random.int(1, 999)}) for more.`,
  },
  {
    name: 'images',
    share: 0.2,
    several: true,
    render: (context) => image(context, (path) => `![${toSentence(context.prose.phrase(3))}](${path})`),
  },
  { name: 'relative links to pages', share: 0.32, several: true, render: (context) => links(context, 'file') },
  { name: 'links without extension', share: 0.23, render: (context) => links(context, 'folder') },
  { name: 'links to sections', share: 0.15, several: true, render: ({ page, random }) => toSection(random.pick(page.headings)) },
  { name: 'links to other sites', share: 0.2, render: (context) => links(context, 'site') },
  {
    name: 'nested lists',
    share: 0.21,
    render: ({ prose }) =>
      `- ${prose.phrase(4)}\n  - ${prose.phrase(6)}\n  - ${prose.phrase(5)}\n    - ${prose.phrase(3)}\n- ${prose.phrase(7)}`,
  },
  {
    name: 'admonitions',
    share: 0.13,
    several: true,
    render: ({ prose, random }) =>
      `!!! ${random.pick(['note', 'warning', 'tip', 'danger', 'info'])}${random.chance(0.4) ? ` "${toSentence(prose.phrase(3))}"` : ''}\n\n    ${prose.paragraph(25)}\n\n    ${prose.sentence()}`,
  },
  {
    name: 'GitHub alerts',
    share: 0.05,
    several: true,
    render: ({ prose, random }) => `> [!${random.pick(['NOTE', 'WARNING', 'TIP', 'IMPORTANT', 'CAUTION'])}]\n> ${prose.paragraph(15)}`,
  },
  {
    name: 'literal braces',
    share: 0.16,
    render: ({ prose, dialect }) => {
      const value = `${prose.word()}.${prose.word()}`;
      // VitePress looks into code, too.
      return `The value \`${prose.word()}\` becomes ${dialect === 'common' ? `\`{ ${value} }\`` : `{{ ${value} }}`} later.`;
    },
  },
  { name: 'HTML comments', share: 0.16, render: ({ prose }) => `<!-- ${prose.sentence()} -->` },
  {
    name: 'bare URLs',
    share: 0.11,
    render: ({ prose, company }) => `The board is at https://board.${company}.example/${prose.word()}?view=${prose.word()} for all.`,
  },
  { name: 'line breaks', share: 0.06, render: ({ prose }) => `${prose.sentence()}<br />\n${prose.sentence()}` },
  {
    name: 'fences in lists',
    share: 0.05,
    render: ({ prose, random }) => `1. ${prose.sentence()}\n\n${indent(codeBlock(random), '    ')}\n\n2. ${prose.sentence()}`,
  },
  {
    name: 'attribute lists',
    share: 0.04,
    render: ({ prose, dialect }) => {
      const attributes = `\n{: .${prose.word()} #${prose.word()}-part }`;
      return `${prose.paragraph(12)}${dialect === 'common' ? '' : attributes}`;
    },
  },
  {
    name: 'task lists',
    share: 0.03,
    render: ({ prose }) => `- [x] ${prose.phrase(5)}\n- [ ] ${prose.phrase(6)}\n- [ ] ${prose.phrase(4)}`,
  },
  {
    name: 'mermaid',
    share: 0.02,
    render: ({ prose }) =>
      `\`\`\`mermaid\nflowchart LR\n  a[${prose.word()}] --> b[${prose.word()}]\n  b --> c{${prose.word()}}\n  c -->|yes| d[${prose.word()}]\n\`\`\``,
  },
  {
    name: 'details',
    share: 0.015,
    render: ({ prose }) => `<details>\n<summary>${toSentence(prose.phrase(3))}</summary>\n\n${prose.paragraph(30)}\n\n</details>`,
  },
  {
    name: 'iframes',
    share: 0.013,
    render: ({ prose, company }) => `<iframe src="https://video.${company}.example/${prose.word()}" width="560" height="315"></iframe>`,
  },
  {
    name: 'HTML images',
    share: 0.011,
    render: (context) => image(context, (path) => `<img src="${path}" alt="${context.prose.phrase(3)}" width="400" />`),
  },
  {
    name: 'titles on fences',
    share: 0.011,
    render: ({ prose, random }) => codeBlock(random, ` title="${prose.word()}.conf" hl_lines="2"`),
  },
  {
    name: 'PlantUML',
    share: 0.007,
    render: ({ prose }) => `\`\`\`plantuml\n@startuml\n${prose.word()} -> ${prose.word()} : ${prose.phrase(3)}\n@enduml\n\`\`\``,
  },
  { name: 'emoji', share: 0.006, render: ({ prose }) => `${prose.sentence()} :tada: ${prose.sentence()}` },
  {
    name: 'collapsed admonitions',
    share: 0.004,
    render: ({ prose }) => `??? tip "${toSentence(prose.phrase(3))}"\n\n    ${prose.paragraph(25)}`,
  },
  {
    name: 'Markdown in HTML',
    share: 0.002,
    render: ({ prose }) => `<div markdown>\n\n**${prose.phrase(3)}** ${prose.sentence()}\n\n</div>`,
  },
  {
    name: 'tabs',
    share: 0.002,
    render: ({ prose, random }) => `=== "Linux"\n\n${indent(codeBlock(random), '    ')}\n\n=== "Windows"\n\n    ${prose.sentence()}`,
  },
  { name: 'footnotes', share: 0.002, render: ({ prose }) => `${prose.phrase(9)}.[^1]\n\n[^1]: ${prose.sentence()}` },
];

function image(context: PageContext, write: (path: string) => string): string | null {
  const path = picture(context);
  return path === null ? null : write(path);
}

function links(context: PageContext, form: 'file' | 'folder' | 'site'): string | null {
  const { prose, random } = context;
  const targets = Array.from({ length: random.int(1, 2) }, () => (form === 'site' ? elsewhere(context) : neighbour(context)));
  const written = targets.flatMap((target) => (target === null ? [] : `[${target.page.title}](${linkTo(context, target, form)})`));
  return written.length === 0 ? null : `${toSentence(prose.phrase(4))}: ${written.join(', ')}.`;
}

function toSection(heading: string): string {
  return `More of this under [${heading.toLowerCase()}](#${toSlug(heading)}).`;
}

function indent(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}
