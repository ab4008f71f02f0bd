import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../../src/docs/markdown/front-matter.ts';

describe('splitFrontMatter', () => {
  test('reads title, description and tags, and keeps line numbers', () => {
    const { body, matter, findings } = splitFrontMatter(
      '---\ntitle: "A: b"\ndescription: |\n  two\n  lines\ntags: [x, 7, x, " "]\n---\n# Hello\n',
    );
    expect(matter).toEqual({ title: 'A: b', description: 'two lines', tags: ['x', '7'] });
    expect(body).toBe('\n\n\n\n\n\n\n# Hello\n');
    expect(findings).toEqual([]);
  });

  test.each([
    ['no front matter', '# Hello\n---\na: b\n---\n'],
    ['no end', '---\na: b\n'],
    ['text between rules', '---\nJust text.\n---\n'],
    ['a list between rules', '---\n- a\n- b\n---\n'],
  ])('%s is ordinary content', (_name, text) => {
    expect(splitFrontMatter(text)).toMatchObject({ body: text, findings: [], matter: { title: null, tags: [] } });
  });

  test('an empty block and Windows line ends are understood', () => {
    expect(splitFrontMatter('---\n---\ntext')).toMatchObject({ body: '\n\ntext', findings: [] });
    expect(splitFrontMatter('---\r\ntitle: x\r\n---\r\ntext')).toMatchObject({ body: '\n\n\ntext', matter: { title: 'x' } });
  });

  test('bad YAML is reported where it stands and left out', () => {
    const { body, findings } = splitFrontMatter('---\nok: 1\ntitle: Setup: first steps\n---\ntext');
    expect(body).toBe('\n\n\n\ntext');
    expect(findings).toMatchObject([{ rule: 'docs/bad-front-matter', spot: { line: 3 } }]);
  });

  test('fields that are no text, and names that objects have by themselves, are not taken', () => {
    expect(splitFrontMatter('---\ntitle: [a]\ndescription: {b: c}\ntags: {d: e}\n__proto__: {title: x}\n---\n').matter).toEqual({
      title: null,
      description: null,
      tags: [],
    });
  });
});
