// Fences without end: told at the line where they start, wherever they stand; all others are not.
import { describe, expect, test } from 'vitest';
import { lines, renderPage } from '../fixture.ts';

const OPEN = 'docs/unclosed-fence The code block that starts here has no end, so all that follows is code.';

describe('renderMarkdown: fences', () => {
  test.each([
    ['at the top', '```sh\na\n\nText.\n', ['1:1']],
    ['behind front matter', '---\ntitle: T\n---\n\n```sh\na\n', ['5:1']],
    ['of one line', 'Text.\n\n```\n', ['3:1']],
    ['that is longer than its end', '````md\n```\na\n```\n', ['1:1']],
    ['of the other sort than its end', '~~~\na\n```\n', ['1:1']],
    ['in a list', '- a\n\n  ```sh\n  b\n\nText.\n', ['3:3']],
    ['in a quote', '> ```sh\n> a\n\nText.\n', ['1:3']],
    ['in an admonition', '!!! note\n\n    ```sh\n    a\n\nText.\n', ['3:5']],
  ])('without end, %s', async (_, text, places) => {
    expect(lines(await renderPage(text))).toEqual(places.map((place) => `docs/index.md:${place} ${OPEN}`));
  });

  test.each([
    ['at the top', '```sh\na\n```\n'],
    ['with a longer end', '```sh\na\n`````   \n'],
    ['at the end of the file', '```sh\na\n```'],
    ['in a list', '- a\n\n  ```sh\n  b\n  ```\n- c\n'],
    ['in a quote', '> ```sh\n> a\n> ```\n'],
    ['in an admonition in a list', '1. a\n\n    !!! note\n\n        ```sh\n        a\n        ```\n'],
    ['in a tab', '=== "A"\n\n    ```sh\n    a\n    ```\n'],
    ['empty', '```\n```\n'],
    ['that is none: indented code', '    ```\n    a\n'],
  ])('with an end, %s', async (_, text) => {
    expect(lines(await renderPage(text))).toEqual([]);
  });
});
