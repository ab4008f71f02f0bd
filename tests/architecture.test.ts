// Who may import whom: the table of CONTRIBUTING as rows, held against every import there is.
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { type Import, readImports, resolveImport } from './support/imports.ts';

/** What the files of a room may import of other rooms; `types` stands for imports that leave nothing behind. */
interface Room {
  readonly may: readonly string[];
  readonly types?: readonly string[];
}

const ROOMS: Readonly<Record<string, Room>> = {
  lib: { may: [] },
  config: { may: ['lib'] },
  sources: { may: ['lib', 'config'] },
  catalog: { may: ['lib'] },
  apis: { may: ['lib'] },
  docs: { may: ['lib'] },
  radar: { may: ['lib'] },
  packages: { may: ['lib'] },
  templates: { may: ['lib'] },
  graph: { may: ['lib'], types: ['catalog'] },
  facts: { may: ['lib', 'catalog'] },
  scorecards: { may: ['lib', 'catalog'] },
  search: { may: ['lib'] },
  deploy: { may: ['lib'] },
  portal: {
    may: ['lib', 'catalog', 'apis', 'docs', 'radar', 'packages', 'templates', 'graph', 'facts', 'scorecards', 'package.json'],
    types: ['config'],
  },
  islands: { may: ['lib', 'graph', 'portal'] },
  components: { may: ['lib', 'portal', 'islands', 'styles'] },
  layouts: { may: ['lib', 'portal', 'islands', 'components', 'styles'] },
  pages: { may: ['lib', 'portal', 'islands', 'components', 'layouts', 'styles'] },
  render: { may: ['lib', 'portal'] },
  scripts: { may: ['lib', 'config', 'sources', 'portal', 'search', 'render', 'deploy'] },
};

const FACE = ['islands', 'components', 'layouts', 'pages'];
/** Rooms that know how pages are drawn. */
const DRAWING = [...FACE, 'render', 'scripts'];
const PURE = Object.keys(ROOMS).filter((room) => !DRAWING.includes(room));

/** Packages and modules of Node that not everybody may use. A pattern stands for the start of their names. */
const MODULES: readonly { readonly what: string; readonly names: RegExp; readonly may: (file: SourceFile) => boolean }[] = [
  {
    what: 'the disk and other programs',
    names: /^node:(?:fs|child_process)(?:\/|$)/,
    may: ({ path, room }) => room === 'scripts' || path.endsWith('-fs.ts'),
  },
  {
    what: 'the network',
    names: /^node:(?:http|https|http2|net|tls|dns|dgram)(?:\/|$)/,
    may: ({ room }) => ['sources', 'scripts'].includes(room),
  },
  { what: 'modules of Node', names: /^node:/, may: ({ room }) => !FACE.includes(room) },
  { what: 'Astro and React', names: /^(?:astro|react|react-dom|@astrojs\/.*)(?:[/:]|$)/, may: ({ room }) => !PURE.includes(room) },
];

/** All packages that pages, layouts, components and islands may use: what draws, never what parses. Swagger UI is a file that is loaded when asked for. */
const FACE_PACKAGES =
  /^(?:astro|react|react-dom|d3|mermaid|@dagrejs\/dagre|lucide-static|@fontsource.*)(?:[/:]|$)|^swagger-ui-dist\/[\w.-]+\?url$/;

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly text: string;
  readonly imports: readonly (Import & { readonly target: string | null })[];
}

const files: SourceFile[] = globSync(['src/**/*.{ts,tsx,astro}', 'scripts/**/*.ts'], { ignore: '**/*.d.ts' })
  .sort()
  .map((path) => {
    const text = readFileSync(path, 'utf8');
    const imports = readImports(path, text).map((one) => ({ ...one, target: resolveImport(path, one.specifier) }));
    return { path, room: roomOf(path), text, imports };
  });

const present = [...new Set(files.map((file) => file.room))];

describe('imports of src/ and scripts/', () => {
  test('come from files of rooms that have a row here', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(present.filter((room) => !Object.hasOwn(ROOMS, room))).toEqual([]);
  });

  test.each(present)('of %s keep to its row', (room) => {
    const { may = [], types = [] } = ROOMS[room] ?? {};
    const allowed = [...may, ...types.map((one) => `types of ${one}`)].join(', ') || 'nothing';
    const faults = importsOf(room).flatMap(({ path, line, specifier, target, typeOnly }) => {
      const there = target === null ? room : roomOf(target);
      if (there === room || may.includes(there) || (typeOnly && types.includes(there))) return [];
      return [`${path}:${line} imports ${specifier}: ${room} may import only ${allowed}`];
    });
    expect(faults).toEqual([]);
  });

  test.each(MODULES)('keep $what to those who may use them', ({ names, may }) => {
    const faults = files
      .filter((file) => !may(file))
      .flatMap(({ path, imports }) =>
        imports.filter(({ specifier }) => names.test(specifier)).map(({ line, specifier }) => `${path}:${line} imports ${specifier}`),
      );
    expect(faults).toEqual([]);
  });

  test.each(FACE)('of %s name no package that parses', (room) => {
    const faults = importsOf(room)
      .filter(({ specifier, target }) => target === null && !FACE_PACKAGES.test(specifier))
      .map(({ path, line, specifier }) => `${path}:${line} imports ${specifier}`);
    expect(faults).toEqual([]);
  });

  test('bring nothing of Node and no parser into the browser', () => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const reached = new Map(files.filter((file) => file.room === 'islands').map((file) => [file.path, file.path]));
    const faults: string[] = [];
    for (const [path, way] of reached) {
      for (const { specifier, target, typeOnly } of byPath.get(path)?.imports ?? []) {
        if (typeOnly) continue;
        if (target === null && !FACE_PACKAGES.test(specifier)) faults.push(`${way} imports ${specifier}`);
        if (target !== null && !reached.has(target)) reached.set(target, `${way} > ${target}`);
      }
    }
    expect(faults).toEqual([]);
  });

  test('run in no circle', () => {
    expect(circles()).toEqual([]);
  });
});

describe('readImports', () => {
  test('sees every way to name another file, and which of them are types', () => {
    const text = [
      "import a, { type B } from './a.ts';",
      "import type { C } from './c.ts';",
      "import { type D } from './d.ts';",
      "import './e.css';",
      "export { f } from './f.ts';",
      "type G = import('./g.ts').G;",
      "const h = () => import('./h.ts');",
      "const i = new URL('./i.ts', import.meta.url);",
      "const j = new URL('..', import.meta.url);",
      "// import './k.ts';",
    ].join('\n');
    const seen = readImports('x.ts', text).map(({ specifier, line, typeOnly }) => `${line} ${specifier}${typeOnly ? ' type' : ''}`);
    expect(seen).toEqual(['1 ./a.ts', '2 ./c.ts type', '3 ./d.ts type', '4 ./e.css', '5 ./f.ts', '6 ./g.ts type', '7 ./h.ts', '8 ./i.ts']);
  });

  test('looks into the frontmatter and the scripts of an Astro file', () => {
    const text =
      "---\nimport A from './A.astro';\n---\n\n<A />\n<script src=\"./b.ts\"></script>\n<script>\n  import './c.ts';\n</script>\n";
    expect(readImports('X.astro', text).map(({ specifier, line }) => `${line} ${specifier}`)).toEqual([
      '2 ./A.astro',
      '6 ./b.ts',
      '8 ./c.ts',
    ]);
  });
});

describe('files of src/', () => {
  const sources = files.filter((file) => file.room !== 'scripts');

  test('are no barrels', () => {
    const only = ({ text }: SourceFile) =>
      text.split('\n').every((line) => /^(?:export \{[^}]*\} from .*|export \* from .*|\/\/.*|\s*)$/.test(line));
    expect(
      sources
        .filter(
          (file) =>
            /(?:^|\/)index\.tsx?$/.test(file.path) || (file.path.endsWith('.ts') && file.text.includes('export * from') && only(file)),
        )
        .map((file) => file.path),
    ).toEqual([]);
  });

  test('say in their first line what goes in and what comes out', () => {
    const silent = sources.filter((file) => /\.tsx?$/.test(file.path) && !/^\/[/*]/.test(file.text));
    expect(silent.map((file) => file.path)).toEqual([]);
  });
});

function importsOf(room: string): (Import & { readonly path: string; readonly target: string | null })[] {
  return files.filter((file) => file.room === room).flatMap(({ path, imports }) => imports.map((one) => ({ ...one, path })));
}

/** `src/catalog/entity.ts` lies in `catalog`; what lies outside of src/ is its own room, by the first part of its path. */
function roomOf(path: string): string {
  const parts = path.split('/');
  return (parts[0] === 'src' ? parts[1] : parts[0]) ?? path;
}

/** Each circle of imports once, from the file that comes first. Types count: who needs another's types depends on it. */
function circles(): string[] {
  const next = new Map(files.map(({ path, imports }) => [path, imports.flatMap(({ target }) => target ?? [])]));
  const found = new Map<string, string>();
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]) => {
    const start = way.indexOf(path);
    if (start >= 0) {
      const circle = way.slice(start);
      found.set(circle.toSorted().join(' '), [...circle, path].join(' > '));
    } else if (!done.has(path)) {
      for (const one of next.get(path) ?? []) visit(one, [...way, path]);
      done.add(path);
    }
  };
  for (const path of next.keys()) visit(path, []);
  return [...found.values()];
}
