import { describe, expect, test } from 'vitest';
import { tooCostly } from '../../src/docs/cost.ts';

describe('tooCostly', () => {
  test.each([
    ['a long page', 'Some text with *emphasis*.\n\n'.repeat(10_000)],
    ['a long list without empty lines', `${'- [a_b_c](https://example.com/x_y_z) *text*\n'.repeat(5_000)}`],
    ['a large table', `| a |\n|---|\n${'| a_b *c* |\n'.repeat(10_000)}`],
    ['a large block of code', `\`\`\`\n${'_____*****\n'.repeat(10_000)}\`\`\`\n`],
    ['a hundred alerts', '> [!NOTE]\n> text\n\n'.repeat(100)],
  ])('%s is parsed', (_name, text) => {
    expect(tooCostly(text)).toBeNull();
  });

  test.each([
    ['half a megabyte', 'word\n\n'.repeat(100_000)],
    ['quotes in quotes', `${'> '.repeat(150)}x`],
    ['deep indentation', `${' '.repeat(500)}- x`],
    ['thousands of emphasis marks in one paragraph', '**a*'.repeat(2_000)],
    ['thousands of quotes', '> a\n\n'.repeat(5_000)],
    ['thousands of underlines', 'a\n===\n\n'.repeat(5_000)],
    ['tens of thousands of list items', '- a\n'.repeat(50_000)],
  ])('%s is not', (_name, text) => {
    expect(tooCostly(text)).not.toBeNull();
  });
});
