// A small finished site on disk, for tests of what serves and uploads it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finishSite } from '../../src/deploy/finish-site-fs.ts';

const LINES = (text: string) => `<p>${text} The harbour master writes down what comes in.</p>\n`.repeat(60);

/** What the site holds. */
export const PAGES: Readonly<Record<string, string>> = {
  'index.html': LINES('Home.'),
  '404.html': LINES('There is no such page.'),
  'docs/a/index.html': LINES('Page.'),
  'docs/a/index.md': '# Page\n',
  'api/build.json': '{}\n',
  'theme.js': 'document.documentElement.classList.add("js");\n'.repeat(20),
  '_astro/page.D3RuDPIC.css': 'a { color: red }\n'.repeat(60),
  'pagefind/pagefind-entry.json': '{}\n',
  'pagefind/fragment/en_12.pf_fragment': 'fragment',
};

/** Writes a site into a folder and finishes it. */
export async function writeSmallSite(folder: string, pages: Readonly<Record<string, string>> = PAGES, compress = false): Promise<void> {
  for (const [path, text] of Object.entries(pages)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  await finishSite(folder, { base: '/', compress, headers: false, before: `${folder}.none`, store: undefined });
}
