import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDocs } from '../../src/docs/docs.ts';
import type { DrawDiagrams } from '../../src/lib/diagrams.ts';
import { docsRules } from '../../src/docs/rules.ts';
import { build, pageAt, sourceOf, specOf } from './fixture.ts';

describe('buildDocs with worker threads', () => {
  const root = mkdtempSync(join(tmpdir(), 'docs-pool-'));
  const COUNT = 45;
  beforeAll(() => {
    mkdirSync(join(root, 'docs'), { recursive: true });
    for (let page = 0; page < COUNT; page++) {
      const next = (page + 1) % COUNT;
      const text = `# Page ${page}\n\n[next](p${next}.md#page-${next}) [bad](p${next}.md#nothing) [gone](gone.md) [known](/catalog/)\n\n\`\`\`yaml\na: ${page}\n\`\`\`\n\n<b>raw</b> <iframe src="https://player.example/${page}"></iframe>\n\n\`\`\`d2\na${page % 3}\n\`\`\`\n`;
      writeFileSync(join(root, `docs/p${page}.md`), text);
    }
    writeFileSync(join(root, 'docs/index.md'), '# Home');
  });
  afterAll(() => rmSync(root, { recursive: true }));

  const run = (threads: number) => {
    const source = sourceOf(root);
    const specs = [specOf(source), specOf(source, { folder: 'docs', address: '/docs/other/' })];
    const draw: DrawDiagrams = async (diagrams) => ({
      drawings: new Map(diagrams.map(({ key, source }) => [key, { svg: `<svg viewBox="0 0 9 9"><text>${source}</text></svg>` }])),
      problems: [],
    });
    return buildDocs(specs, { base: '/portal/', known: new Set(['/catalog/']), threads, embeds: ['player.example'], draw });
  };

  test('gives the same bytes as without, in the same order', async () => {
    const [here, pool] = [await run(1), await run(2)];
    expect(here.sites[0]?.pages).toHaveLength(COUNT + 1);
    expect(here.problems).toHaveLength(4 * COUNT);
    expect(JSON.stringify(pool)).toBe(JSON.stringify(here));
    expect(pageAt(pool.sites[0], 'p1/')).toMatchObject({
      embeds: { frames: ['https://player.example'], media: [] },
      html: expect.stringMatching(/<iframe src="https:\/\/player\.example\/1"[^]*<text>a1<\/text>/),
    });
    expect(pageAt(pool.sites[0], 'p0/').html).toContain(
      '<a href="/portal/docs/shop/p1/#page-1">next</a> <a href="/portal/docs/shop/p1/">bad</a>',
    );
  });
});

describe('buildDocs', () => {
  test('keeps the order of the specs and leaves out sites without pages', async () => {
    const source = sourceOf({ 'a/docs/index.md': '# A', 'b/docs/index.md': '# B' });
    const specs = ['b', 'none', 'a'].map((folder) => specOf(source, { folder, address: `/docs/${folder}/`, title: folder }));
    const { sites } = await buildDocs(specs, { base: '/', known: new Set() });
    expect(sites.map(({ title }) => title)).toEqual(['b', 'a']);
  });

  test('gives an address to one page only, even of two sites', async () => {
    const source = sourceOf({ 'a/docs/x/index.md': '# A', 'b/docs/index.md': '# B' });
    const specs = [specOf(source, { folder: 'b', address: '/docs/a/x/' }), specOf(source, { folder: 'a', address: '/docs/a/' })];
    const { sites, problems } = await buildDocs(specs, { base: '/', known: new Set() });
    expect(sites.flatMap(({ pages }) => pages.map(({ address, title }) => [address, title]))).toEqual([['/docs/a/x/', 'B']]);
    expect(problems.map(({ rule }) => rule)).toEqual(['docs/same-address']);
  });

  test('problems say who owns the site', async () => {
    const { problems } = await build(
      { 'docs/index.md': '[x](y.md)', 'mkdocs.yml': 'nav: [z.md, index.md]' },
      { spec: { subject: 'component:default/shop' } },
    );
    expect(problems.map(({ rule, subject }) => [rule, subject])).toEqual([
      ['docs/broken-link', 'component:default/shop'],
      ['docs/missing-page', 'component:default/shop'],
    ]);
  });

  test('a description is the first paragraph, cut between words', async () => {
    const words = 'word '.repeat(100);
    const { site } = await build({
      'docs/index.md': `# Title\n\n![badge](https://example.com/x.svg)\n\nA *first*\nparagraph [here](x).\n`,
      'docs/long.md': words,
    });
    expect(pageAt(site, '').description).toBe('A first paragraph here.');
    expect(pageAt(site, 'long/').description).toMatch(/^(?:word ){38,39}word…$/);
  });

  test('literal braces pass untouched', async () => {
    const { site } = await build({ 'docs/index.md': '{{ site.title }} {% if x %} `{{ code }}` {# no #}\n\n{{% hugo %}}' });
    expect(pageAt(site, '').html).toBe('<p>{{ site.title }} {% if x %} <code>{{ code }}</code> {# no #}</p>\n<p>{{% hugo %}}</p>');
  });
});

describe('docsRules', () => {
  test.each(Object.entries(docsRules))('%s says what it finds and why it matters', (name, rule) => {
    expect(name).toMatch(/^docs\/[a-z-]+$/);
    expect(rule.meaning).toMatch(/\.$/);
    expect(rule.why).toMatch(/\.$/);
    expect('wrong' in rule).toBe('right' in rule);
  });
});
