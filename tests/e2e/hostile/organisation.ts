// The attacks of all tables in, an organisation of repositories that holds each of them out: files by path, and which attack stands where.
import type { Files } from '../../support/git.ts';
import { type Vector, numberVectors } from './vector.ts';
import { GRAPHVIZ, MATH, MERMAID } from './vectors/drawn.ts';
import { CATALOG, DECISIONS, DRAWINGS, FILE_NAMES, FRONT_MATTER, MANIFESTS, NAV_FILES, RADAR, SITES } from './vectors/files.ts';
import { HTML_ADDRESSES, LINKS } from './vectors/html-addresses.ts';
import { HTML_ELEMENTS, HTML_HANDLERS } from './vectors/html-elements.ts';
import { ATTRIBUTES, BLOCKS, CODE, INLINE } from './vectors/markdown.ts';
import { CLOBBERING, NESTING } from './vectors/nesting.ts';

/** Attacks on one page; more make it hard to see which one is to blame. */
const TOGETHER = 12;

const ON_PAGES = [HTML_ELEMENTS, HTML_HANDLERS, HTML_ADDRESSES, NESTING, LINKS, ATTRIBUTES, CODE, BLOCKS, INLINE, MATH, GRAPHVIZ, MERMAID];
const IN_FILES = [CLOBBERING, DRAWINGS, FRONT_MATTER, FILE_NAMES, SITES, NAV_FILES, DECISIONS, CATALOG, RADAR, MANIFESTS];

/** All attacks, numbered. */
export const VECTORS: readonly Vector[] = numberVectors([...ON_PAGES, ...IN_FILES]);

/** A PNG of one pixel. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** What must still work on a page whatever else stands on it: tabs, code with its button, a diagram. */
const WORKING = `
=== "First tab"

    One

=== "Second tab"

    Two

\`\`\`txt
Some code
\`\`\`

\`\`\`mermaid
flowchart LR
  Start --> End
\`\`\`
`;

const MKDOCS = 'site_name: Pages\nmarkdown_extensions:\n  - pymdownx.arithmatex\n';
const catalogFile = (name: string, annotations = '') =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\n  annotations:\n    backstage.io/techdocs-ref: dir:.\n${annotations}spec: { type: service, lifecycle: production, owner: crew }\n`;

/** Returns all files of the organisation, its `portal.yaml` among them. */
export function hostileOrganisation(): Files {
  return {
    'portal.yaml': 'title: Hostile\nsources:\n  - path: repos/*\n  - path: sites/*\n    docs: .\nradar: radar\n',
    'radar/radar.yaml': 'title: "<img src=x onerror=hit(0)>"\n',
    'repos/pages/catalog-info.yaml': catalogFile('pages'),
    'repos/pages/mkdocs.yml': MKDOCS,
    'repos/pages/docs/index.md': '# Pages\n',
    'repos/pages/docs/x.png': PIXEL,
    'repos/pages/docs/evil.html': '<script>hit(0)</script>\n',
    'repos/pages/docs/evil.js': 'hit(0)\n',
    ...Object.fromEntries([...pages(), ...files()]),
  };
}

/** Says whether an attack has a page of its own: one that swallows what follows, and a NUL byte, with which a file is no text. */
export function isApart({ alone, family, text }: Vector): boolean {
  return alone || family === NESTING.family || text.includes('\0');
}

/** A sentence before and after each attack shows whether one has swallowed the next. */
export const after = (id: number) => `After ${id}`;

function* pages(): Generator<[path: string, text: string]> {
  for (const { family } of ON_PAGES) {
    const own = VECTORS.filter((vector) => vector.family === family);
    const together = own.filter((vector) => !isApart(vector));
    for (const vector of own.filter(isApart)) yield pageOf([vector]);
    for (let start = 0; start < together.length; start += TOGETHER) yield pageOf(together.slice(start, start + TOGETHER));
  }
}

function pageOf(vectors: readonly Vector[]): [path: string, text: string] {
  const parts = vectors.map(({ id, name, text }) => `## ${id}: ${name.replace(/[^\w ]/g, ' ')}\n\n${text}\n\n${after(id)}\n`);
  return [`repos/pages/docs/attack-${vectors[0]?.id}.md`, `# Attacks\n\n${parts.join('\n')}`];
}

function* files(): Generator<[path: string, text: string]> {
  const of = ({ family }: { readonly family: string }) => VECTORS.filter((vector) => vector.family === family);
  for (const { id, text } of of(CLOBBERING)) yield [`repos/pages/docs/names-${id}.md`, `# Names\n\n${text}\n${WORKING}`];
  for (const { id, text } of of(DRAWINGS)) yield [`repos/pages/docs/drawing-${id}.svg`, text];
  yield [
    'repos/pages/docs/drawings.md',
    of(DRAWINGS)
      .map(({ id }) => `![Drawing ${id}](drawing-${id}.svg) [${id}](drawing-${id}.svg)\n`)
      .join('\n'),
  ];
  for (const { id, text } of of(FRONT_MATTER)) yield [`repos/pages/docs/front-${id}.md`, `---\n${text}\n---\n\nText of ${id}.\n`];
  for (const { id, text } of of(FILE_NAMES)) yield [`sites/named-${id}/docs/${text}`, `Text of ${id}.\n`];
  for (const { id } of of(FILE_NAMES)) yield* site(`named-${id}`, 'site_name: Names\n');
  for (const { id, text } of of(SITES)) yield* site(`site-${id}`, `${text}\n`);
  for (const { id, text } of of(NAV_FILES)) {
    yield* site(`nav-${id}`, 'site_name: Nav\n');
    yield [`sites/nav-${id}/docs/.nav.yml`, `${text}\n`];
  }
  yield ['repos/decisions/catalog-info.yaml', catalogFile('decisions', '    backstage.io/adr-location: docs/adr\n')];
  yield ['repos/decisions/mkdocs.yml', MKDOCS];
  yield ['repos/decisions/docs/index.md', '# Decisions\n'];
  for (const [index, { text }] of of(DECISIONS).entries()) yield [`repos/decisions/docs/adr/000${index + 1}-x.md`, `${text}\n`];
  yield [
    'repos/catalog/catalog-info.yaml',
    of(CATALOG)
      .map(({ text }) => `${text}\n`)
      .join('---\n'),
  ];
  for (const { id, text } of of(RADAR)) yield [`radar/entry-${id}.md`, `${text}\n`];
  for (const { id, text } of of(MANIFESTS)) {
    yield [`repos/manifest-${id}/package.json`, text];
    yield [
      `repos/manifest-${id}/catalog-info.yaml`,
      catalogFile(`manifest-${id}`, `    x.example/evil: '"><img src=x onerror=hit(${id})>'\n`),
    ];
    yield [`repos/manifest-${id}/docs/index.md`, `Text of ${id}.\n`];
  }
}

function* site(name: string, mkdocs: string): Generator<[path: string, text: string]> {
  yield [`sites/${name}/mkdocs.yml`, mkdocs];
  yield [`sites/${name}/docs/index.md`, '# Start\n\n## A section\n\nText.\n'];
}
