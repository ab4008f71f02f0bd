import { createHighlighterCore } from 'shiki/core';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';
import { type BundledLanguage, bundledLanguages } from 'shiki/langs';
import githubLight from 'shiki/themes/github-light.mjs';
import { describe, expect, test } from 'vitest';
import { rememberingHighlighter } from '../../src/docs/highlight-lines.ts';

const THEME = 'github-light';
const MAX_LINE = 80;
const HEREDOC = "cat <<'END'\nname: $NAME\nEND\nname: $NAME\n";
const CODE: Readonly<Record<string, readonly string[]>> = {
  yaml: [
    'kind: Component\nmetadata:\n  name: a\n  description: |\n    kind: Component\n    # no comment\nspec: {}\n',
    'kind: Component\nmetadata:\n  name: "a\n    kind: Component"\nspec: {}\n',
    '- |\n  name: a\n- name: a\n',
  ],
  bash: [HEREDOC, `${HEREDOC}echo "a\nname: $NAME\n"\nname: $NAME\n`, 'for x in a b; do\n  echo "$x"\ndone\n'],
  typescript: ['const a = `x\nconst a = 1;\n`;\nconst a = 1;\n', '/* const a = 1;\nconst a = 1;\n*/\nconst a = 1;\n\nconst a = 1;\n'],
  markdown: ['# A\n\n```yaml\nkind: A\n```\n\nkind: A\n', '```js\nkind: A\n```\n\n~~~\nkind: A\n~~~\n'],
  cpp: ['#define A(x) \\\n  int x;\nint x;\n', 'R"x(\nint x;\n)x";\nR"y(\n)x";\nint x;\n)y";\nint x;\n'],
  python: ['"""\nx = 1\n"""\nx = 1\n', `x = 1 # ${'long '.repeat(20)}\nx = 1\n`],
};
const languages = Object.keys(CODE) as BundledLanguage[];

async function both() {
  const core = await createHighlighterCore({
    themes: [githubLight],
    langs: languages.map((name) => bundledLanguages[name]),
    engine: createOnigurumaEngine(import('shiki/wasm')),
  });
  const ours = rememberingHighlighter(
    core,
    THEME,
    MAX_LINE,
    (colour) => colour,
    (line, starts, classes) => starts.map((start, index) => `${classes[index]}:${line.slice(start, starts[index + 1])}|`).join(''),
  );
  const shikis = (code: string, lang: string) =>
    core
      .codeToTokensBase(code, { lang, theme: THEME, tokenizeMaxLineLength: MAX_LINE, tokenizeTimeLimit: 0 })
      .map((line) => line.map(({ content, color }) => `${color ?? ''}:${content}|`).join(''));
  return { ours, shikis };
}

describe('lines highlighted with memory', () => {
  test.each(languages)('equal those of Shiki, whatever was highlighted before: %s', async (language) => {
    const { ours, shikis } = await both();
    const texts = CODE[language] ?? [];
    for (const code of [...texts, ...texts.toReversed(), texts.join(''), ...texts]) {
      const lines = ours(code, language);
      expect(lines.filter((line) => line !== ':|')).toEqual(shikis(code, language).filter((line) => line !== ''));
      expect(lines).toHaveLength(code.split('\n').length);
    }
  });

  test('go on when more was remembered than is kept', async () => {
    const { ours, shikis } = await both();
    const many = Array.from({ length: 60_000 }, (_, index) => `a${index}: 1`).join('\n');
    ours(many, 'yaml');
    for (const code of CODE['yaml'] ?? [])
      expect(ours(code, 'yaml').filter((line) => line !== ':|')).toEqual(shikis(code, 'yaml').filter((line) => line !== ''));
  });
});
