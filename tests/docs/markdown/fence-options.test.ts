import { describe, expect, test } from 'vitest';
import { parseFence } from '../../../src/docs/markdown/fence-options.ts';

const plain = { language: null, title: null, alt: null, id: null, highlighted: [], numbersFrom: null };

describe('parseFence', () => {
  test.each([
    ['', {}],
    ['py', { language: 'py' }],
    ['py title="a b.py"', { language: 'py', title: 'a b.py' }],
    ["py title='a'", { language: 'py', title: 'a' }],
    ['{.py title=x}', { language: 'py', title: 'x' }],
    ['{ .sh .no-copy #run }', { language: 'sh', id: 'run' }],
    ['yaml hl_lines="2-3 5"', { language: 'yaml', highlighted: [2, 3, 5] }],
    ['yaml hl_lines="1,4"', { language: 'yaml', highlighted: [1, 4] }],
    ['js {1,3-4}', { language: 'js', highlighted: [1, 3, 4] }],
    ['js{1}', { language: 'js', highlighted: [1] }],
    ['go linenums="10"', { language: 'go', numbersFrom: 10 }],
    ['go linenums="x"', { language: 'go' }],
    ['c++', { language: 'c++' }],
    ['.python', { language: 'python' }],
    ['title="only"', { title: 'only' }],
    ['plantuml format="svg" classes="uml" alt="Who calls whom"', { language: 'plantuml', alt: 'Who calls whom' }],
    ['kroki-d2', { language: 'd2' }],
    ['kroki-', { language: 'kroki-' }],
    ['"><script>', {}],
    ['py hl_lines="9999999"', { language: 'py' }],
    ['py hl_lines="5-2"', { language: 'py' }],
  ])('%j asks for %j', (info, expected) => {
    const { highlighted, ...options } = parseFence(info);
    expect({ ...options, highlighted: [...highlighted] }).toEqual({ ...plain, ...expected });
  });

  test('a range of lines is bounded', () => {
    expect(parseFence('py hl_lines="1-999999"').highlighted.size).toBe(10_000);
  });
});
