// Tables and bare links are looked for on some lines only: the result must be that of looking everywhere.
import { globSync } from 'tinyglobby';
import { readFileSync } from 'node:fs';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { remarkGitHub } from '../../../src/docs/markdown/gfm.ts';
import { remarkText } from '../../../src/docs/markdown/parse-text.ts';

const ours = unified().use(remarkText).use(remarkGitHub).freeze();
const theirs = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

const WRITTEN = [
  '| a | b |\n| - | - |\n| 1 | 2 |\n\nafter',
  'a | b\n-|-\n1 | 2',
  '| a |\n|:-:|\n| 1 |\n| 2 |\n3\n\n4',
  '> | a |\n> | - |\n> | 1 |\n\n1. | a |\n   | - |\n   | 1 |\n',
  '- x\n\n  | a |\n  | - |\n  | 1 |',
  '| a |\r\n| - |\r\n| 1 |\r\n',
  '| a |\r| - |\r| 1 |',
  '\t| a |\n| - |',
  '| a |\n| b |\n| - |',
  'text\n| a |\n| - |',
  'a\n:-\n\na\n-\n\n--- | ---',
  'See https://example.com/a_b_c, (http://example.com) and www.example.com/~x~.',
  'HTTPS://EXAMPLE.COM and hhttps://no.example and [https://in.example](https://to.example)',
  'Line one\nhttps://second.example/line\n> https://quoted.example',
  'Write to someone@example.com or <other@example.com>, not to a@b.',
  '[a@example.com](https://example.com) **b@example.com** ![c@example.com](x.png)',
  '\uFEFFhttps://mark.example\n\n| a |\n| - |',
];

describe('remarkGitHub', () => {
  test.each(WRITTEN)('reads %j as remark-gfm does', (text) => {
    expect(withoutPlaces(ours.parse(text))).toEqual(withoutPlaces(theirs.parse(text)));
  });

  const files = globSync(['tests/fixtures/**/*.md', 'content/**/*.md'], { cwd: process.cwd() });

  test('reads every Markdown file of ours as remark-gfm does', () => {
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      expect(withoutPlaces(ours.parse(text)), file).toEqual(withoutPlaces(theirs.parse(text)));
    }
  });
});

/** Places of e-mails differ: those are found in the tree. */
function withoutPlaces(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'position' ? undefined : value)));
}
