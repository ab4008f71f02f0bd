import { describe, expect, test } from 'vitest';
import { cleanSvg } from '../../src/docs/svg.ts';

const inside = (content: string) => cleanSvg(`<svg viewBox="0 0 9 9">${content}</svg>`).replace(/^<svg[^>]*>|<\/svg>$/g, '');

describe('cleanSvg', () => {
  test('keeps a drawing, in valid XML', () => {
    const drawing =
      '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "y">]><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" viewBox="0 0 9 9">' +
      '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>' +
      '<path class="a" d="M0 0L9 9" fill="url(#g)" stroke-width="2"/><use xlink:href="#g"/><text x="1">a &amp; &lt;b&gt;</text></svg>';
    expect(cleanSvg(drawing)).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" viewBox="0 0 9 9">' +
        '<defs><linearGradient id="g"><stop offset="0" stop-color="red" /></linearGradient></defs>' +
        '<path class="a" d="M0 0L9 9" fill="url(#g)" stroke-width="2" /><use xlink:href="#g" /><text x="1">a &#x26; &#x3C;b></text></svg>',
    );
  });

  test.each([
    ['a script', '<script>alert(1)</script>', ''],
    ['a script in a CDATA section', '<script><![CDATA[alert(1)]]></script>', ''],
    ['a handler', '<g onload="alert(1)" onclick=\'x\'/>', '<g />'],
    ['foreign content', '<foreignObject><body onload="x"><iframe src="x"/></body></foreignObject>', ''],
    ['a script link', '<a href="javascript:alert(1)"><path d="M0 0"/></a>', '<a><path d="M0 0" /></a>'],
    ['a link elsewhere', '<a xlink:href="https://evil.example"><path/></a>', '<a><path /></a>'],
    ['an image elsewhere', '<image href="https://evil.example/x.png"/>', '<image />'],
    ['an image in the file', '<image href="data:image/png;base64,AAAA"/>', '<image href="data:image/png;base64,AAAA" />'],
    ['a drawing as data', '<image href="data:image/svg+xml;base64,AAAA"/>', '<image />'],
    ['a reference elsewhere', '<use href="https://evil.example/x.svg#a"/>', '<use />'],
    ['a reference as data', '<use href="data:image/svg+xml;base64,AAAA#a"/>', '<use />'],
    [
      'animation of a link',
      '<a><animate attributeName="href" values="javascript:alert(1)"/><set attributeName="onclick" to="x"/></a>',
      '<a />',
    ],
    ['a style that loads', '<path style="fill:url(https://evil.example/x)"/>', '<path />'],
    ['a style that loads, with escapes', '<path style="fill:u\\72l(https://evil.example)"/>', '<path />'],
    ['a style that loads, with a comment', '<path style="fill:url/**/(https://evil.example)"/>', '<path />'],
    ['a style without loading', '<path style="fill:red"/>', '<path style="fill:red" />'],
    ['a fill that loads', '<path fill="url(https://evil.example/x#a)"/>', '<path />'],
    ['a sheet that imports', '<style>@import url(https://evil.example);</style>', '<style />'],
    ['a sheet with a font', '<style>@font-face{src:url(x.woff)}</style>', '<style />'],
    [
      'a sheet',
      '<style>/* c */ .a{fill:url(#g)} @media print{.a{fill:red}}</style>',
      '<style>  .a{fill:url(#g)} @media print{.a{fill:red}}</style>',
    ],
    ['a sheet that ends early', '<style>.a{}</style><img src=x onerror=alert(1)>', '<style>.a{}</style>'],
    ['an HTML element that breaks out', '<p><img src=x onerror=alert(1)>', ''],
    ["an editor's own data", '<metadata><rdf:RDF/></metadata><sodipodi:namedview/>', ''],
  ])('%s', (_name, content, expected) => {
    expect(inside(content)).toBe(expected);
  });

  test.each([['hello'], [''], ['<html><body onload="x"></body></html>'], ['<math><mi/></math>']])('%j is no drawing', (text) => {
    expect(cleanSvg(text)).toBe('');
  });
});
