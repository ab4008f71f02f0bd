import { describe, expect, test } from 'vitest';
import { plainTitle, titleOfFile } from '../../src/docs/titles.ts';

describe('titleOfFile', () => {
  test.each([
    ['index.md', 'Home'],
    ['first-steps.md', 'First steps'],
    ['a/how_to.md', 'How to'],
    ['FAQ.md', 'FAQ'],
    ['a/index.md', 'Index'],
  ])('%s is called "%s"', (path, title) => {
    expect(titleOfFile(path)).toBe(title);
  });
});

describe('plainTitle', () => {
  test.each([
    ['About &amp; Support', 'About & Support'],
    ['&beta; &#65;&#x42;', 'β AB'],
    ['&nosuch; &#0; &#xD800; &#99999999;', '&nosuch; &#0; &#xD800; &#99999999;'],
    ['  two \n lines ', 'two lines'],
    ['<b>x</b>', '<b>x</b>'],
  ])('%j becomes %j', (written, title) => {
    expect(plainTitle(written)).toBe(title);
  });
});
