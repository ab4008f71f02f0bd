import { describe, expect, test } from 'vitest';
import { publishAsset } from '../../src/docs/assets.ts';
import { isImage, publishedType } from '../../src/lib/file-types.ts';
import { sourceOf } from './fixture.ts';

describe('publishedType', () => {
  test.each(['a.png', 'a.SVG', 'a.pdf', 'a.txt', 'a.csv', 'a.json', 'a.yaml', 'a.zip', 'a.mp4', 'a.mp3'])('%s may be published', (path) => {
    expect(publishedType(path)).not.toBeNull();
  });

  test.each([
    'a.html',
    'a.htm',
    'a.js',
    'a.mjs',
    'a.xml',
    'a.xhtml',
    'a.css',
    'a.wasm',
    'a.woff2',
    'a.php',
    'a',
    '.png',
    'a.constructor',
    'a.png.html',
  ])('%s may not', (path) => {
    expect(publishedType(path)).toBeNull();
  });

  test('only pictures are images', () => {
    expect([isImage('a.png'), isImage('a.pdf'), isImage('a.toString')]).toEqual([true, false, false]);
  });
});

describe('publishAsset', () => {
  const source = sourceOf({
    'a.svg': '<svg onload="x"><script>1</script><path d="M0"/></svg>',
    'b.csv': 'x',
    'c.html': '<p>',
    'd.svg': 'no drawing',
  });
  const publish = (path: string) => {
    const bytes = publishAsset({ address: '/docs/', source: 'shop', path }, source);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  };

  test('cleans drawings and leaves the rest as it is', () => {
    expect(publish('a.svg')).toBe('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0" /></svg>');
    expect(publish('b.csv')).toBe('x');
  });

  test.each(['c.html', 'd.svg', 'missing.png', '../b.csv'])('gives nothing for %s', (path) => {
    expect(publish(path)).toBeNull();
  });
});
