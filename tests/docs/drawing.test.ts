import { readFileSync } from 'node:fs';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { cleanDrawing, placeDrawing } from '../../src/docs/drawing.ts';

const read = (name: string) => readFileSync(new URL(`../fixtures/docs/drawings/${name}.svg`, import.meta.url), 'utf8');
const clean = (svg: string) => {
  const drawing = cleanDrawing(svg);
  return drawing === null ? null : toHtml(placeDrawing(drawing, 'p-'));
};
const inside = (content: string) =>
  clean(`<svg width="9" height="9" viewBox="0 0 9 9">${content}</svg>`)?.replace(/^<svg[^>]*>|<\/svg>$/g, '');

describe('cleanDrawing(svg)', () => {
  test('makes attributes of the style sheet of D2, and leaves its fonts', () => {
    const html = clean(read('d2')) ?? '';
    expect(html).not.toMatch(/<style| style=|class=|font-woff|font-family="d2/);
    expect(html).toMatch(/<rect [^>]*fill="#EDF0FD"[^>]*stroke-width="2"/);
    expect(html).toMatch(/<text [^>]*fill="#0A0F25"[^>]*font-weight="700"[^>]*>Booking API<\/text>/);
    expect(html).toMatch(/<text [^>]*font-style="italic"[^>]*>writes<\/text>/);
    // Its texts in Markdown are HTML, of which the words stay.
    expect(html).toMatch(/<text text-anchor="middle"[^>]*><tspan [^>]*font-weight="700">Why<\/tspan><tspan [^>]*>Money first<\/tspan>/);
    expect(html).toMatch(/^<svg [^>]*width="708" height="569"/);
  });

  test('makes attributes of the style attributes of PlantUML', () => {
    const html = clean(read('plantuml')) ?? '';
    expect(html).not.toContain('style=');
    expect(html).toContain('stroke="#A80036" stroke-width="1.5"');
    expect(html).toContain('stroke-dasharray="5.0,5.0"');
    expect(html.match(/id="([^"]+)"/g)).toEqual(['id="p-f1gl1kqth8xpjr"']);
    expect(html).toContain('filter="url(#p-f1gl1kqth8xpjr)"');
  });

  test('leaves nothing that acts, loads or reaches out', () => {
    const html = clean(read('hostile')) ?? '';
    expect(html).not.toMatch(/script|hacked|tracker|iframe|foreignObject|javascript|animate| on\w+=| style=|<style|class=|passwd|u\\72l/i);
    expect(html).toContain('words &#x3C;b>');
    expect(html).toContain('id="p-main"');
    expect(html).toContain('still here');
  });

  test.each([
    [
      'rules of names, classes and ids, by weight',
      '<style>path{fill:red} .a{fill:green} #b{fill:blue}</style><path/><path class="a"/><path id="b" class="a"/>',
      '<path fill="red"></path><path fill="green"></path><path id="p-b" fill="blue"></path>',
    ],
    ['the later of two equal rules', '<style>.a{fill:red}.b{fill:green}</style><path class="b a"/>', '<path fill="green"></path>'],
    [
      'rules over attributes, style over rules, important over all',
      '<style>.a{fill:red;stroke:red!important}</style><path class="a" fill="blue" style="fill:green;stroke:green"/>',
      '<path fill="green" stroke="red"></path>',
    ],
    [
      'what stands around',
      '<style>.a .b{fill:red}.a>.b{stroke:red}svg>g>g .c{fill:green}</style><g class="a"><g><path class="b"/><path class="c"/></g></g><path class="b"/>',
      '<g><g><path fill="red"></path><path fill="green"></path></g></g><path></path>',
    ],
    [
      'lists of selectors, and all elements',
      '<style>a, .x , path{fill:red} *{stroke:red}</style><path/>',
      '<path stroke="red" fill="red"></path>',
    ],
    [
      'no selector that is more than that',
      '<style>path:hover{fill:red} path::before{fill:red} [d]{fill:red} a+path{fill:red} path:not(.a){fill:red}</style><path d="M0 0"/>',
      '<path d="M0 0"></path>',
    ],
    [
      'nothing that is for dark screens, paper or later',
      '<style>@media (prefers-color-scheme: dark){path{fill:red}} @media print{path{fill:red}} @keyframes x{to{fill:red}} @supports (fill:red){path{fill:red}} @media screen{path{fill:green}}</style><path/>',
      '<path fill="green"></path>',
    ],
    [
      'no property that is none of SVG',
      '<path style="position:fixed;z-index:9;background:red;fill:red;content:\'x\'"/>',
      '<path fill="red"></path>',
    ],
    ['no variable', '<style>path{--a:red;fill:var(--a);stroke:red}</style><path/>', '<path stroke="red"></path>'],
    ['no address', '<style>path{fill:url(https://evil.example/x);stroke:url(#a)}</style><path/>', '<path stroke="url(#p-a)"></path>'],
    [
      'no CSS that is none',
      '<style>path{fill:red</style><path/><g style="}{fill:red"></g><g style="fill:red} path{fill:red"></g>',
      '<path></path><g></g><g></g>',
    ],
  ])('styles: %s', (_, content, expected) => {
    expect(inside(content)).toBe(expected);
  });

  test.each([
    ['<svg viewBox="0 0 300 200"/>', 'width="300" height="200"'],
    ['<svg viewBox="0 0 300 200" width="100%" height="100%"/>', 'width="300" height="200"'],
    ['<svg width="62pt" height="116pt" viewBox="0.00 0.00 62.00 116.00"/>', 'width="62pt" height="116pt"'],
    ['<svg width="300px" height="200px"/>', 'viewBox="0 0 300 200"'],
  ])('%s knows its size', (svg, expected) => {
    expect(clean(svg)).toContain(expected);
  });

  test('keeps references inside of the drawing, however they are written', () => {
    const html = inside(
      '<defs><marker id="m"/></defs><path marker-end="url(&#34;#m&#34;)"/><path marker-end="url(\'#m\')"/><use href="#m"/><g aria-labelledby="m"/>',
    );
    expect(html).toContain('marker-end="url(&#x22;#p-m&#x22;)"');
    expect(html).toContain('marker-end="url(&#x27;#p-m&#x27;)"');
    expect(html).toContain('<use href="#p-m">');
    expect(html).toContain('aria-labelledby="p-m"');
  });

  test.each([
    ['no drawing', 'hello'],
    ['a page', '<!doctype html><p>x'],
    ['what is nested without end', `<svg>${'<g>'.repeat(20_000)}`],
    ['what is too large', `<svg>${' '.repeat(5 * 1024 * 1024)}</svg>`],
  ])('is null for %s', (_, svg) => {
    expect(cleanDrawing(svg)).toBeNull();
  });

  test('takes no longer for very many rules and elements', { timeout: 60_000 }, () => {
    const rules = Array.from({ length: 20_000 }, (_, index) => `.a .b .c${index}{fill:red}`).join('');
    const before = process.cpuUsage();
    expect(clean(`<svg><style>${rules}</style>${'<g class="a b">'.repeat(30)}${'<path class="c1"/>'.repeat(5_000)}</svg>`)).toContain(
      '<path',
    );
    expect(process.cpuUsage(before).user).toBeLessThan(8_000_000);
  });
});
