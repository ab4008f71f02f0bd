import { describe, expect, test } from 'vitest';
import { compareFeatures, countFeatures } from '../../../scripts/bench/count-features.ts';

const PAGE = `# One two

Three \`four\`, see [five](six.md), [seven](https://example.org) and [eight](#nine). ![Ten](ten.png)

- eleven
- twelve

!!! note

    Thirteen.

| A | B |
|---|---|
| 1 | 2 |

\`\`\`sh
# no heading
ls
\`\`\`
`;

describe('countFeatures(pages)', () => {
  test.each([
    ['headings', 1],
    ['code blocks', 1],
    ['lines of code', 2],
    ['code in lines', 1],
    ['items of lists', 2],
    ['tables', 1],
    ['admonitions and alerts', 1],
    ['links to other hosts', 1],
    ['links to pages', 1],
    ['links to sections', 1],
    ['images', 1],
  ])('counts %s', (name, count) => {
    expect(countFeatures([PAGE]).get(name)).toEqual({ share: 1, mean: count, deviation: 0, median: count, highest: count });
  });

  test('says how far pages are from each other', () => {
    const pages = ['', '', '# A\n', '# A\n# B\n# C\n'];
    expect(countFeatures(pages).get('headings')).toMatchObject({ share: 0.5, mean: 1, deviation: Math.sqrt(1.5), median: 0 });
  });
});

describe('compareFeatures(real, madeUp)', () => {
  test('puts both side by side', () => {
    const [head, ...rows] = compareFeatures(countFeatures([PAGE]), countFeatures(['# A\n', '']));
    expect(head).toHaveLength(7);
    expect(rows.find(([name]) => name === 'headings')).toEqual(['headings', '100 %', '1 ± 0', '1, 1', '50 %', '0.5 ± 0.5', '0, 0']);
  });
});
