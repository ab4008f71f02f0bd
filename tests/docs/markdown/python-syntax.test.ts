// Blocks that Python-Markdown and TechDocs see differently from CommonMark. What is expected is what MkDocs with techdocs-core makes.
import { describe, expect, test } from 'vitest';
import { lines, renderPage } from '../fixture.ts';

const folded = (html: string) => html.replace(/<a class="anchor"[^>]*><\/a>/g, '').replace(/\s*\n\s*/g, '');

describe('renderMarkdown: blocks as Python-Markdown sees them', () => {
  test.each([
    [
      'ordered lists nest by two spaces, at every level',
      '1. a\n2. b\n  1. c\n  2. d\n    1. e\n  3. f\n3. g',
      '<ol><li>a</li><li>b<ol><li>c</li><li>d<ol><li>e</li></ol></li><li>f</li></ol></li><li>g</li></ol>',
    ],
    [
      'bullets nest in numbers by two spaces',
      '1. a\n  - b\n    more of b\n2. c',
      '<ol><li>a<ul><li>bmore of b</li></ul></li><li>c</li></ol>',
    ],
    ['numbers that are indented by one are neighbours', ' 1. a\n 2. b\n10. c', '<ol><li>a</li><li>b</li><li>c</li></ol>'],
    [
      'four spaces lead into an item whose content stands further in',
      '  2.  a\n\n    b\n\n    - c\n\n  3.  d',
      '<ol start="2"><li><p>a</p><p>b</p><ul><li>c</li></ul></li><li><p>d</p></li></ol>',
    ],
    [
      'wide bullets keep their code',
      '-   a\n\n        code\n-   b',
      '<ul><li><p>a</p><figure class="code"><pre tabindex="0"><code><span class="line">code</span></code></pre></figure></li><li><p>b</p></li></ul>',
    ],
    ['text behind a comment is Markdown', '<!-- x --> *a*\nand *b*', '<p> <em>a</em>and <em>b</em></p>'],
    ['a comment alone leaves nothing', 'a\n\n<!-- x -->\n\nb', '<p>a</p><p>b</p>'],
    ['a comment can be the term of a definition', '<!-- x -->\n\n:   *a*\n\n    b', '<dl><dt></dt><dd><p><em>a</em></p><p>b</p></dd></dl>'],
    ['definitions below a comment count', '<!-- links -->\n[a]: #top\n\n[a]', '<p><a href="#">a</a></p>'],
    ['indented code below a comment is code', '<!-- x -->\n    a', /<figure class="code">/],
    ['a comment over several lines goes whole', '<!-- x\n\n*y* -->\n\nb', '<p>b</p>'],
    ['a heading below an anchor is a heading', '<a id="x"></a>\n## Set up', '<p><span id="x"></span></p><h2 id="set-up">Set up</h2>'],
    ['text below a rule is Markdown', '<hr>\n**a**', '<hr><p><strong>a</strong></p>'],
    ['a line break starts no block', 'a\n<br>*b*', '<p>a<br><em>b</em></p>'],
    ['blocks of HTML stay as they are', '<div>\n*a*\n</div>', '<div>*a*</div>'],
    [
      'attributes may stand on the last line without a colon',
      'a\n{ .annotate }\n\n{{ value }}\n{ value }',
      '<p class="annotate">a</p><p>{{ value }}{ value }</p>',
    ],
    ['headings need no space', '##Set *up*', '<h2 id="set-up">Set <em>up</em></h2>'],
    ['a space that does not break is one', '#\u00a0Set up', '<h1 id="set-up">Set up</h1>'],
    ['numbers of issues are no headings', '#123 is open', '<p>#123 is open</p>'],
    ['tags in a text are no headings', '#one\n#two', '<p>#one#two</p>'],
    ['a link may have a footnote directly behind it', '[a b][^1]\n\n[^1]: n\n\n[a b]: #top', /^<p><a href="#">a b<\/a><sup>/],
    ['brackets that mean nothing keep theirs', '[c][^1]\n\n[^1]: n', /^<p>\[c\]<sup>/],
    [
      'the name of a link may stand on the next line',
      '[`a`]\n[b] and [c d] [b]\n\n[b]: #top',
      '<p><a href="#"><code>a</code></a> and <a href="#">c d</a></p>',
    ],
    [
      'the text of a footnote may start on the next line',
      'a[^1]\n\n[^1]:\n  n *m*\n\nb',
      /^<p>a<sup>.*<\/sup><\/p><p>b<\/p>.*<li id="fn-1"><p>n <em>m<\/em>/,
    ],
    [
      'indented text below an alert belongs to it',
      '> [!NOTE]\n> a\n\n    *b*\n\nc',
      '<div class="admonition note"><p class="admonition-title">Note</p><p>a</p><p><em>b</em></p></div><p>c</p>',
    ],
    ['a fence below an alert does not', '> [!NOTE]\n> a\n\n```\nb\n```', /<\/div><figure/],
  ])('%s', async (_name, markdown, expected) => {
    const { html } = await renderPage(markdown);
    if (typeof expected === 'string') expect(folded(html)).toBe(expected);
    else expect(folded(html)).toMatch(expected);
  });

  test('problems in text below an alert have their line', async () => {
    const result = await renderPage('> [!NOTE]\n> a\n\n    b\n    [c](c.md)');
    expect(lines(result)).toEqual(['docs/index.md:5:5 docs/broken-link The link leads to "c.md", but there is no such page or file.']);
  });
});
