import { describe, expect, test } from 'vitest';
import { allowedId } from '../../../src/docs/markdown/reserved-ids.ts';
import { lines, renderPage } from '../fixture.ts';

describe('names that every object has', () => {
  test.each([
    [
      'an attribute of a block',
      '/// html | div[constructor="x"][__proto__="y"][title="z"]\na\n///\n\n<b>x</b>',
      '<div title="z"><p>a</p></div>',
    ],
    [
      'an option of a block',
      '/// html | div\n    attrs: {constructor: x, title: z}\n\na\n///\n\n<b>x</b>',
      '<div title="z"><p>a</p></div>',
    ],
    ['an attribute of an element', '<p constructor="x" __proto__="y" title="z">a</p>', '<p title="z">a</p>'],
  ])('%s leave the page as it is', async (_name, markdown, expected) => {
    const { html, problems } = await renderPage(markdown);
    expect(html).toContain(expected);
    expect(lines({ problems })).toEqual([]);
  });
});

describe('allowedId', () => {
  test.each([
    ['setup', 'setup'],
    ['tab-1-1', 'tab-1-1'],
    ['Diagram', 'Diagram'],
    ['main', 'main_1'],
    ['Tab-1-1', 'Tab-1-1_1'],
    ['Option-0', 'Option-0_1'],
    ['dDiagram-2', 'dDiagram-2_1'],
    ['Graph-0-node1', 'Graph-0-node1_1'],
  ])('%s gives %s', (id, allowed) => {
    expect(allowedId(id)).toBe(allowed);
  });
});

describe('a file that only pretends to be a drawing', () => {
  test.each([
    ['no SVG', '<script>alert(1)</script>'],
    ['another encoding', '<?xml version="1.0" encoding="UTF-7"?>+ADw-svg onload+AD0AIg-x+ACI-/+AD4-'],
    ['a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>'],
  ])('%s is neither shown nor linked to, and is told', async (_name, svg) => {
    const result = await renderPage('![A drawing](a.svg) [open](a.svg)', { 'docs/a.svg': svg });
    expect(result.html).toBe('<p><span class="broken">A drawing</span> <span class="broken">open</span></p>');
    expect(result.site?.assets).toEqual([]);
    expect(lines(result)).toEqual([
      'docs/index.md:1:1 docs/broken-image The file "a.svg" holds no drawing that can be shown.',
      'docs/index.md:1:21 docs/broken-image The file "a.svg" holds no drawing that can be shown.',
    ]);
  });
});
