// Which files of a repository a portal reads.
import { describe, expect, test } from 'vitest';
import { type Repository, openSelection } from '../../../src/sources/needs/select.ts';

/** Selects from files in memory until nothing more is asked for. */
function select(files: Readonly<Record<string, string>>, repository: Partial<Repository> = {}) {
  const names = Object.keys(files).sort();
  const selection = openSelection({ names, catalog: ['catalog-info.yaml'], docs: null, asked: [], ...repository });
  const taken = new Set<string>();
  for (let paths = selection.next(); paths.length > 0; paths = selection.next()) {
    for (const path of paths) {
      taken.add(path);
      selection.read(path, files[path] ?? '');
    }
  }
  return { taken: [...taken].sort(), elsewhere: selection.elsewhere() };
}

const component = (more: string) => `kind: Component\nmetadata:\n  name: a\n${more}`;
const others = { 'src/main.go': '', 'README.md': '', 'photo.png': '', 'package-lock.json': '{}' };

describe('openSelection(repository)', () => {
  test('takes the files that PlantUML takes in, in turn, and pictures for each scheme', () => {
    const files = {
      'mkdocs.yml': 'site_name: A',
      'docs/index.md':
        '```plantuml\n!include ../diagrams/style.puml!1\n!include <C4/C4_Context>\n!include https://x.example/a.puml\n```\n<source srcset="../pics/dark.png">',
      'diagrams/style.puml': '!include_once colours.puml\n',
      'diagrams/colours.puml': '',
      'diagrams/unused.puml': '',
      'pics/dark.png': '',
      ...others,
    };
    expect(select(files, { docs: '' }).taken).toEqual([
      'README.md',
      'diagrams/colours.puml',
      'diagrams/style.puml',
      'docs/index.md',
      'mkdocs.yml',
      'pics/dark.png',
    ]);
  });

  test('takes the files of radars that lie in it', () => {
    const files = {
      'catalog-info.yaml': component(''),
      'radar/go.md': '',
      'radar/2026-03/go.md': '',
      'radar/go.png': '',
      'tech.csv': '',
      ...others,
    };
    expect(select(files, { radars: ['radar'] }).taken).toEqual(['catalog-info.yaml', 'radar/2026-03/go.md', 'radar/go.md']);
    expect(select(files, { radars: ['tech.csv', 'gone'] }).taken).toEqual(['catalog-info.yaml', 'tech.csv']);
  });

  test('takes entity files, and nothing that nobody asks for', () => {
    expect(select({ 'catalog-info.yaml': component(''), ...others }).taken).toEqual(['catalog-info.yaml']);
  });

  test('follows Locations through files, globs and folders up', () => {
    const files = {
      'catalog-info.yaml':
        'kind: Location\nspec:\n  target: ./org/all.yaml\n  targets: [services/*/catalog-info.yaml, ../out.yaml, ./missing.yaml]',
      'org/all.yaml': 'kind: Location\nspec: {targets: [../people/ann.yaml, /root.yaml]}',
      'people/ann.yaml': '',
      'people/bob.yaml': '',
      'root.yaml': '',
      'services/a/catalog-info.yaml': '',
      'services/a/other.yaml': '',
      'services/b/c/catalog-info.yaml': '',
      ...others,
    };
    expect(select(files).taken).toEqual([
      'catalog-info.yaml',
      'org/all.yaml',
      'people/ann.yaml',
      'root.yaml',
      'services/a/catalog-info.yaml',
    ]);
  });

  test.each([
    ['$text', 'api/petstore.yaml'],
    ['$json', 'api/petstore.json'],
    ['$yaml', 'api/x.yml'],
  ])('takes what %s names, and what that refers to', (key, path) => {
    const files = {
      'catalog-info.yaml': component(`spec:\n  definition:\n    ${key}: ./${path}`),
      [path]: '{"a": {"$ref": "./schemas/pet.json#/Pet"}, "b": {"$ref": "#/here"}, "c": {"$ref": "https://acme.example/x.json"}}',
      'api/schemas/pet.json': '{"$ref":"../more/owner.json"}',
      'api/more/owner.json': '',
      'api/more/unused.json': '',
    };
    expect(select(files).taken).toEqual(['catalog-info.yaml', 'api/more/owner.json', path, 'api/schemas/pet.json'].sort());
  });

  test('takes the files that a proto file imports, from its folder or one above', () => {
    const files = {
      'catalog-info.yaml': component('spec: {definition: {$text: ./proto/acme/a.proto}}'),
      'proto/acme/a.proto': 'syntax = "proto3";\nimport "acme/b.proto";\nimport public "c.proto";\n// import "no.proto"\n',
      'proto/acme/b.proto': '',
      'proto/acme/c.proto': '',
      'proto/no.proto': '',
    };
    expect(select(files).taken).toEqual(['catalog-info.yaml', 'proto/acme/a.proto', 'proto/acme/b.proto', 'proto/acme/c.proto']);
  });

  test('takes a docs site: settings, what they inherit and include, pages, what these show and take in', () => {
    const files = {
      'svc/catalog-info.yaml': component('  annotations:\n    backstage.io/techdocs-ref: dir:.'),
      'svc/mkdocs.yml':
        'INHERIT: ../base.yml\ndocs_dir: handbook\nnav: [{Other: "!include ../lib/mkdocs.yml"}, {All: "*include ./plugins/*/mkdocs.yml"}]\nhook: !ENV X',
      'base.yml': 'site_name: x',
      'svc/handbook/index.md':
        '# A\n\n![x](../../img/up.png) <img src="img/a.svg"> [zip](/files/a.zip) [code](../../src/main.go)\n\n--8<-- "snippets/s.md"\n',
      'svc/handbook/img/a.svg': '',
      'svc/handbook/img/beside.png': '',
      'svc/handbook/notes.txt': '',
      'svc/handbook/script.js': '',
      'svc/snippets/s.md': '',
      'svc/docs/index.md': '',
      'img/up.png': '',
      'files/a.zip': '',
      'lib/mkdocs.yml': 'site_name: lib',
      'lib/docs/index.md': '',
      'svc/plugins/p/mkdocs.yml': '',
      'svc/plugins/p/docs/p.md': '',
      ...others,
    };
    expect(select(files, { catalog: ['*/catalog-info.yaml'] }).taken).toEqual(
      Object.keys(files)
        .filter((path) => !['svc/handbook/script.js', ...Object.keys(others)].includes(path))
        // MkDocs' own folder counts where the settings that are inherited do not name another.
        .filter((path) => path !== 'svc/docs/index.md')
        .sort(),
    );
  });

  test.each([
    [
      'its folder docs',
      { 'docs/index.md': '', 'docs/a.png': '', 'guide.md': '', 'README.md': '' },
      ['README.md', 'docs/a.png', 'docs/index.md'],
    ],
    ['the pages at the root', { 'guide.md': '', 'README.md': '', 'src/notes.md': '', 'a.png': '' }, ['README.md', 'guide.md']],
  ])('takes of a repository without settings %s', (_, files, taken) => {
    expect(select(files, { docs: '' }).taken).toEqual(taken);
  });

  test('tells what is asked of other repositories', () => {
    const files = {
      'catalog-info.yaml': `kind: Location\nspec: {targets: ['https://git.acme.example/b/blob/main/x.yaml']}\n---\n${component(
        "  annotations: {backstage.io/techdocs-ref: 'url:https://git.acme.example/docs/tree/main/a'}\nspec: {definition: {$text: https://git.acme.example/c/raw/main/a.json}}",
      )}`,
    };
    expect(select(files).elsewhere).toEqual([
      { take: 'definition', url: 'https://git.acme.example/c/raw/main/a.json' },
      { take: 'entity', url: 'https://git.acme.example/b/blob/main/x.yaml' },
      { take: 'site', url: 'https://git.acme.example/docs/tree/main/a' },
    ]);
  });

  test('takes what other repositories ask for, in its role', () => {
    const files = {
      'catalog-info.yaml': '',
      'x.yaml': 'spec: {targets: [./y.yaml]}',
      'y.yaml': '',
      'api.json': '{"$ref": "s.json"}',
      's.json': '',
    };
    expect(
      select(files, {
        asked: [
          { take: 'entity', path: 'x.yaml' },
          { take: 'definition', path: 'api.json' },
        ],
      }).taken,
    ).toEqual(['api.json', 'catalog-info.yaml', 's.json', 'x.yaml', 'y.yaml']);
  });

  test('takes manifests where they are wanted: not what is installed, tried or made by templates, and only below a few folders', () => {
    const files = {
      'catalog-info.yaml': '',
      'package.json': '{}',
      'services/a/go.mod': '',
      'src/Shop/Shop.csproj': '',
      '.github/workflows/ci.yml': '',
      '.github/settings.yml': '',
      '.tool-versions': '',
      'a/.github/workflows/ci.yml': '',
      'node_modules/x/package.json': '{}',
      'lib/vendor/x/go.mod': '',
      'tests/fixtures/x/package.json': '{}',
      'templates/service/skeleton/package.json': '{}',
      'a/b/c/d/e/f/pom.xml': '',
      'a/b/c/d/e/f/g/pom.xml': '',
      ...others,
    };
    expect(select(files).taken).toEqual(['catalog-info.yaml']);
    expect(select(files, { manifests: true }).taken).toEqual([
      '.github/workflows/ci.yml',
      '.tool-versions',
      'a/b/c/d/e/f/pom.xml',
      'catalog-info.yaml',
      'package.json',
      'services/a/go.mod',
      'src/Shop/Shop.csproj',
    ]);
  });

  test('takes of a great many manifests those that lie nearest to the root', () => {
    const many = Object.fromEntries(Array.from({ length: 700 }, (_, index) => [`a/b/p${index}/package.json`, '{}']));
    const { taken } = select({ 'z/package.json': '{}', ...many }, { manifests: true });
    expect(taken).toHaveLength(500);
    expect(taken).toContain('z/package.json');
  });

  test('survives files that name themselves, and text that is no YAML', () => {
    const files = { 'catalog-info.yaml': 'spec: {targets: [./catalog-info.yaml, "**"]}\n---\n{{{', 'b.yaml': '\0' };
    expect(select(files).taken).toEqual(['b.yaml', 'catalog-info.yaml']);
  });
});
