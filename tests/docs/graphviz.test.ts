import { describe, expect, test } from 'vitest';
import { lines, renderPage } from './fixture.ts';

describe('graphs', () => {
  test('are drawn at build, with ids and a title of their own', async () => {
    const { html, problems } = await renderPage('```dot title="Two"\ndigraph { a -> b }\n```\n\n```graphviz\ngraph { c -- d }\n```');
    expect(problems).toEqual([]);
    expect(html.match(/<svg /g)).toHaveLength(2);
    expect(html).toContain('<figcaption>Two</figcaption>');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('that are not valid stay as source and are told with their line', async () => {
    const result = await renderPage('text\n\n```dot\ndigraph { a -> }\n```');
    expect(lines(result)).toEqual([
      expect.stringMatching(/^docs\/index\.md:3:1 docs\/bad-diagram The graph cannot be drawn: .*syntax error/),
    ]);
    expect(result.html).toContain('<span class="line">digraph { a -&gt; }</span>');
  });

  test.each([
    ['links', 'x [URL="javascript:alert(1)" href="https://evil.example"]'],
    ['pictures', 'x [image="https://evil.example/x.png" label=<<table><tr><td><img src="/etc/passwd"/></td></tr></table>>]'],
    ['markup', 'x [label="<script>alert(1)</script>" tooltip="\\"><script>alert(1)</script>" class="x\\" onload=\\"alert(1)"]'],
    ['styles', 'stylesheet="https://evil.example/x.css"; x [style=filled fillcolor="red:blue"]'],
  ])('hold no %s', async (_name, content) => {
    const { html } = await renderPage(`\`\`\`dot\ndigraph { ${content} }\n\`\`\``);
    expect(html).not.toMatch(/<script|evil\.example|javascript:|passwd|onload="|style=|<image|<a [^>]*href/);
  });

  test('that would take for ever cost themselves', { timeout: 60_000 }, async () => {
    const many = (name: string) => Array.from({ length: 900 }, (_, index) => name + index).join(' ');
    const result = await renderPage(`\`\`\`dot\ndigraph { {${many('a')}} -> {${many('b')}} }\n\`\`\`\n\n\`\`\`dot\ndigraph { ok }\n\`\`\``);
    expect(lines(result)).toEqual(['docs/index.md:1:1 docs/bad-diagram The graph cannot be drawn: it takes too long.']);
    expect(result.html.match(/<svg /g)).toHaveLength(1);
  });
});
