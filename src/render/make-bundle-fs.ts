// A program: `node make-bundle-fs.ts FOLDER BASE SITE`. Has Astro bundle the pages, and keeps what it would render them with.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { type AstroIntegration, build } from 'astro';
import { BUNDLE_FILES, ROOT } from './bundle-files.ts';

const [folder = '', base = '/', site = ''] = process.argv.slice(2);
const assets = join(folder, BUNDLE_FILES.assets);

/** Takes the modules out of Astro's hands before it would render pages with them. */
const keepModules: AstroIntegration = {
  name: 'callboard-keep-modules',
  hooks: {
    'astro:build:setup': ({ pages }) => {
      // Astro fills in the stylesheets as it bundles.
      styles = () => [...pages].map(([key, page]) => [key, { styles: page.styles }] as const);
    },
    'astro:build:start': ({ setPrerenderer }) => {
      setPrerenderer({
        name: 'callboard-keep-modules',
        setup: () => cp(join(assets, '.prerender'), join(folder, BUNDLE_FILES.pages), { recursive: true }),
        getStaticPaths: () => Promise.resolve([]),
        render: () => Promise.resolve(new Response()),
      });
    },
  },
};
let styles: () => unknown = () => [];

mkdirSync(folder, { recursive: true });
await build({ root: ROOT, outDir: assets, base, logLevel: 'error', integrations: [keepModules], ...(site !== '' && { site }) });
writeFileSync(join(folder, BUNDLE_FILES.styles), JSON.stringify(styles()));
