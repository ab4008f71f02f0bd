import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lines, renderPage } from '../fixture.ts';

const FOLDER = new URL('../../fixtures/docs/markdown/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');
const cases = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -'.md'.length));

/** A PNG of 40 by 20 pixels, cut off behind its header. */
const PNG = Buffer.from('89504e470d0a1a0a0000000d494844520000002800000014080200000000000000', 'hex');
const SETTINGS: Readonly<Record<string, string>> = { math: 'markdown_extensions:\n  - pymdownx.arithmatex:\n      generic: true\n' };
/** Hosts that a case may show something from. */
const EMBEDS: Readonly<Record<string, readonly string[]>> = { embeds: ['player.example', 'localhost:8080'] };
const OTHERS = {
  'docs/film.vtt': 'WEBVTT',
  'docs/img/film.webm': 'film',
  'docs/img/dot.png': PNG,
  'docs/img/film.mp4': 'film',
  'docs/data.csv': 'a,b',
  'docs/report.html': '<p>',
};

describe('renderMarkdown', () => {
  test.each(cases)('%s.md gives the HTML and the problems beside it', async (name) => {
    const result = await renderPage(
      read(`${name}.md`),
      { ...OTHERS, 'mkdocs.yml': `site_name: Shop\n${SETTINGS[name] ?? ''}` },
      { embeds: EMBEDS[name] },
    );
    const problems = lines(result).map((line) => `<!-- ${line.replace('docs/index.md:', '')} -->\n`);
    const found = `${result.html.trimEnd()}\n${problems.join('')}`;
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(new URL(`${name}.html`, FOLDER), found);
    expect(found).toBe(read(`${name}.html`));
  });
});
