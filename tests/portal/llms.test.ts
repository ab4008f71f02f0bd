// Docs for programs that read text.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { llmsIndex, llmsSite } from '../../src/portal/llms.ts';
import { docsSitePaths } from '../../src/portal/paths.ts';
import { publishFiles } from '../../src/portal/publish-fs.ts';
import { compile, entity, source } from './organisation.ts';

const DOCS = source('a', {
  'catalog-info.yaml': entity(
    'Component',
    'cart',
    { type: 'service', lifecycle: 'production', owner: 'x' },
    { title: 'Cart [new]', annotations: { 'backstage.io/techdocs-ref': 'dir:.' } },
  ),
  'mkdocs.yml': 'site_description: Everything about\n  the cart.\n',
  'docs/index.md': '# Home\n\nHow it works.\n',
  'docs/run/start.md': '---\ntags: [x]\n---\n# Start it\n',
  'docs/img/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
});

describe('llmsIndex(portal) and llmsSite(portal, entry)', () => {
  test('list sites and pages as links to text', async () => {
    const portal = await compile([DOCS], '/portal/');
    expect(llmsIndex(portal)).toBe(
      [
        '# Test',
        '> A developer portal: who owns what, how things hang together, and their docs.',
        '## Docs',
        '- [Cart \\[new\\]](/portal/docs/default/component/cart/llms.txt): Everything about the cart.\n',
      ].join('\n\n'),
    );
    const [path] = docsSitePaths(portal);
    expect(path?.params).toEqual({ site: 'default/component/cart' });
    expect(path === undefined ? '' : llmsSite(portal, path.props.entry)).toBe(
      [
        '# Cart [new]',
        '> Everything about the cart.',
        '## Pages',
        '- [Home](/portal/docs/default/component/cart/index.md): How it works.\n- [Start it](/portal/docs/default/component/cart/run/start/index.md)\n',
      ].join('\n\n'),
    );
  });
});

describe('publishFiles(portal, snapshot, folder)', () => {
  test('writes each page as it was written, and nothing that no page shows', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'callboard-'));
    await publishFiles(await compile([DOCS]), { sources: [DOCS], radar: null }, folder);
    const site = join(folder, 'docs/default/component/cart');
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.\w+$/.test(path))).toHaveLength(2);
    expect(readFileSync(join(site, 'run/start/index.md'), 'utf8')).toBe('---\ntags: [x]\n---\n# Start it\n');
    rmSync(folder, { recursive: true });
  });
});
