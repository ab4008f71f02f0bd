import { describe, expect, test } from 'vitest';
import { readMkdocs } from '../../src/docs/mkdocs.ts';
import { memoryFiles } from '../../src/lib/files.ts';
import { lines } from './fixture.ts';

const read = (text: string | Uint8Array) => readMkdocs(memoryFiles({ 'x/mkdocs.yml': text }), 'shop', 'x/mkdocs.yml');

describe('readMkdocs', () => {
  test('reads settings and passes over tags that would run something', () => {
    const { mkdocs, problems } = read(
      'site_name: Shop\nsite_description: >-\n  two\n  lines\ndocs_dir: ./handbook\nnav:\n  - index.md\nrepo_url: https://github.com/a/b\n' +
        'extra: !ENV [A, b]\nmarkdown_extensions:\n  - x:\n      f: !!python/name:os.system\n      g: !!python/object/apply:os.system {kwds: {a: b}}\n',
    );
    expect(problems).toEqual([]);
    expect(mkdocs).toMatchObject({
      siteName: 'Shop',
      siteDescription: 'two lines',
      docsFolder: 'x/handbook',
      nav: ['index.md'],
      repoUrl: 'https://github.com/a/b',
    });
  });

  test('an empty file has the defaults', () => {
    expect(read('# nothing\n')).toMatchObject({ problems: [], mkdocs: { siteName: null, docsFolder: 'x/docs', nav: null } });
  });

  test.each([
    ['docs_dir: ../other', 'x/mkdocs.yml:1:11 docs/outside "docs_dir" must not leave the folder of mkdocs.yml, but is "../other".'],
    ['docs_dir: /etc', 'x/mkdocs.yml:1:11 docs/outside "docs_dir" must not leave the folder of mkdocs.yml, but is "/etc".'],
    ['docs_dir: a/../../b', 'x/mkdocs.yml:1:11 docs/outside "docs_dir" must not leave the folder of mkdocs.yml, but is "a/../../b".'],
    ['docs_dir: ..\\other', 'x/mkdocs.yml:1:11 docs/outside "docs_dir" must not leave the folder of mkdocs.yml, but is "..\\other".'],
    ['a: b\nnav: index.md', 'x/mkdocs.yml:2:6 docs/bad-mkdocs "nav" must be a list. Start each entry with "- ".'],
    ['site_name: [a]', 'x/mkdocs.yml:1:12 docs/bad-mkdocs "site_name" must be text.'],
    ['- a', 'x/mkdocs.yml:1:1 docs/bad-mkdocs The file must be a mapping of settings.'],
    ['a: b\na: c', 'x/mkdocs.yml:2:1 docs/bad-mkdocs The file is not valid YAML: duplicated mapping key.'],
  ])('%j is reported, and a default taken', (text, line) => {
    const { mkdocs, problems } = read(text);
    expect(lines({ problems })).toEqual([line]);
    expect(mkdocs.docsFolder).toBe('x/docs');
  });

  test('a file that is no text is reported', () => {
    expect(lines({ problems: read(new Uint8Array([0xff, 0xfe, 0xfd])).problems })).toEqual([
      'x/mkdocs.yml:: docs/bad-mkdocs The file is not valid UTF-8 text.',
    ]);
  });
});
