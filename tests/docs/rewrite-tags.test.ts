import { describe, expect, test } from 'vitest';
import { rewriteTags } from '../../src/docs/rewrite-tags.ts';

describe('rewriteTags(html, change)', () => {
  test.each([
    '<p>Text &#x3C; and > with <em class="a b">words</em>.</p>',
    '<input type="checkbox" disabled checked><br><img src="/a.png" alt="a > b">',
    '<svg viewBox="0 0 1 1"><use xlink:href="#a"></use><path d="M0 0" /></svg>',
    '<p title="it\'s a &#x22;quote&#x22; with /> in it">1 < 2</p>',
    'no tag at all',
  ])('gives what is not changed as it was: %s', (html) => {
    expect(rewriteTags(html, () => undefined)).toBe(html);
  });

  test('sees start and end tags with names and attributes, and writes what they were made', () => {
    const seen: string[] = [];
    const html = rewriteTags('<h2 id="x" hidden>A <b>b</b></h2>', (tag) => {
      seen.push(`${tag.end ? '/' : ''}${tag.name} ${[...tag.attributes].map(([name, value]) => `${name}=${value}`).join(' ')}`.trim());
      if (tag.name === 'h2') tag.name = 'h3';
      if (tag.attributes.has('id')) tag.attributes.set('id', 'p-x').set('open', null);
    });
    expect(seen).toEqual(['h2 id=x hidden=null', 'b', '/b', '/h2']);
    expect(html).toBe('<h3 id="p-x" hidden open>A <b>b</b></h3>');
  });

  test('takes as long as the text is, whatever stands in it', () => {
    const hostile = `${'<a '.repeat(20_000)}${'<a b="'.repeat(20_000)}${'<'.repeat(20_000)}`;
    expect(rewriteTags(hostile, () => undefined)).toBe(hostile);
  });
});
