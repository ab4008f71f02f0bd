import { describe, expect, test } from 'vitest';
import { renderSnippet } from '../../../src/docs/markdown/render.ts';

const render = (markdown: string, options = {}) => renderSnippet(markdown, { base: '/portal/', ...options });

describe('renderSnippet', () => {
  test.each([
    ['Just words, nothing else.', '<p>Just words, nothing else.</p>'],
    ['**Bold** and `code`', '<p><strong>Bold</strong> and <code>code</code></p>'],
    ['# Big\n\ntext\n\n## Small', '<h3>Big</h3>\n<p>text</p>\n<h4>Small</h4>'],
    ['### Only', '<h3>Only</h3>'],
    ['[x](https://example.com)', '<p><a href="https://example.com" class="external" rel="noopener">x</a></p>'],
    ['[x](/catalog/)', '<p><a href="/portal/catalog/">x</a></p>'],
    ['[x](other.md)', '<p><span class="broken">x</span></p>'],
    ['[x](javascript:alert(1))', '<p><span class="broken">x</span></p>'],
    ['![Alt](https://example.com/a.png)', '<p><a href="https://example.com/a.png" class="external" rel="noopener">Alt</a></p>'],
    ['![Alt](a.png)', '<p><span class="broken">Alt</span></p>'],
    ['ok <script>alert(1)</script><b id="main" onclick="x">b</b>', '<p>ok <b>b</b></p>'],
    ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['!!! note\n    text', '<div class="admonition note"><p class="admonition-title">Note</p><p>text</p></div>'],
    [
      '```yaml\na: b\n```',
      '<figure class="code" data-language="yaml"><pre tabindex="0"><code><span class="line">a: b</span></code></pre></figure>',
    ],
    ['', ''],
    ['   \n ', ''],
  ])('%j', (markdown, html) => {
    expect(render(markdown)).toBe(html);
  });

  test.each([
    ['Plain & simple', 'Plain &#x26; simple'],
    ['One **two**', 'One <strong>two</strong>'],
    ['First\n\nSecond', 'First'],
    ['# Title', 'Title'],
    ['<img src=x onerror=alert(1)> hi', '<span class="broken">x</span> hi'],
  ])('inline: %j', (markdown, html) => {
    expect(render(markdown, { inline: true })).toBe(html);
  });

  test('asks where other links lead', () => {
    expect(render('[x](other.md) [y](gone.md)', { link: (url: string) => (url === 'other.md' ? '/portal/x/' : null) })).toBe(
      '<p><a href="/portal/x/">x</a> <span class="broken">y</span></p>',
    );
  });

  test.each([
    'A service, for the team (and others).',
    'Runs at 100% of 2.5 GHz/core – "fast"?',
    'Ünïcödé wörds',
    'A  double space',
    'Note: "quoted", for C++!',
  ])('the short way for plain text gives what the long way gives: %j', (text) => {
    // A comment makes the text go the long way.
    expect(render(text)).toBe(render(`${text}<!-- -->`));
  });

  test('what would take too long is shown as written', () => {
    expect(render('**a*'.repeat(10_000))).toMatch(/^<pre>\*\*a/);
  });

  test('what is nested too deeply is shown as written', () => {
    expect(render(`<b>${'<i>'.repeat(20_000)}`)).toMatch(/^<pre>&lt;b&gt;&lt;i&gt;/);
  });
});
