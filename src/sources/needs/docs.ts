// What mkdocs.yml and a docs page ask for. Rules: MkDocs' settings, the monorepo plugin's includes, pymdownx.snippets, relative links.
import { folderOf, resolveInside } from '../../lib/paths.ts';
import { parseYaml } from '../../lib/yaml.ts';
import { type Ask, type Reader } from './types.ts';

const MAX_DEPTH = 20;

/** Finds the docs folder, the settings that are inherited and the sites that are included. */
export const readMkdocsFile: Reader = (path, text) => {
  const folder = folderOf(path);
  const values = parseYaml(text, { anyTag: true }).documents.map(({ value }) => value);
  const settings = values.find((value) => typeof value === 'object' && value !== null && !Array.isArray(value)) as
    Readonly<Record<string, unknown>> | undefined;
  const docs = settings !== undefined && typeof settings['docs_dir'] === 'string' ? settings['docs_dir'] : 'docs';
  const included = [...texts(settings, 0)].flatMap((one) => /^\s*[!*]include\s+(.+)$/s.exec(one)?.[1]?.trim() ?? []);
  const inherited = typeof settings?.['INHERIT'] === 'string' ? [settings['INHERIT']] : [];
  const asks = [
    ...[...included, ...inherited].map((target): [Ask['take'], string] => ['mkdocs', target]),
    ['pages', docs] as [Ask['take'], string],
  ];
  return {
    here: asks.flatMap(([take, target]): Ask[] => {
      const inside = resolveInside(folder, target);
      if (inside === null) return [];
      return [take === 'pages' ? { take, path: inside, assets: true } : { take: 'mkdocs', path: inside }];
    }),
    elsewhere: [],
  };
};

function* texts(value: unknown, depth: number): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null && depth < MAX_DEPTH)
    for (const inner of Object.values(value)) yield* texts(inner, depth + 1);
}

/** Links and images of Markdown and HTML; a link may stand in angle brackets. */
const LINKS = /(?:\]\(\s*<?|\]:\s*<?|\b(?:src(?:set)?|href|poster)\s*=\s*["']?)([^\s"'<>()#?]{1,1000})/gi;
/** `--8<-- "path"`, and the lines between two `--8<--`: both are quoted or alone on their line. */
const SNIPPET_LINE = /^[^\S\n]*-{1,}8<-{1,}[^\S\n]+["']([^"'\n]{1,1000})["']/gm;
const SNIPPET_BLOCK = /^[^\S\n]*-{1,}8<-{1,}[^\S\n]*$/m;

/** Files that PlantUML takes in, also in files that it takes in. */
const PLANTUML_INCLUDE = /^[^\S\n]*!include(?:_once|_many|sub)?[^\S\n]+([^\s<!]{1,1000})/gim;

/** Finds the files that a page links to, shows or takes in. */
export const readPage: Reader = (path, text) => {
  const folder = folderOf(path);
  const links = [...new Set([...text.matchAll(LINKS)].map((match) => match[1] ?? ''))].filter(
    (link) => !/^[a-z][a-z\d+.-]*:|^\/\//i.test(link),
  );
  const linked = links.flatMap((link): Ask[] =>
    // As seen from the file, and as a browser sees it from the rendered page, which is a folder.
    [resolveInside(folder, link), resolveInside(path.replace(/\.\w+$/, ''), link), resolveInside('', link.replace(/^\/+/, ''))].flatMap(
      (target) => (target === null || target === '' ? [] : [{ take: 'asset', path: decode(target) }]),
    ),
  );
  return { here: [...linked, ...snippets(folder, text)], elsewhere: [] };
};

/** Snippets and what PlantUML takes in are looked for in the folder of mkdocs.yml, which may be any folder above the page. */
function snippets(folder: string, text: string): Ask[] {
  const lines = [...text.matchAll(SNIPPET_LINE)].map((match) => match[1] ?? '');
  const blocks = text.split(SNIPPET_BLOCK).flatMap((part, index) => (index % 2 === 1 ? part.split('\n') : []));
  const included = [...text.matchAll(PLANTUML_INCLUDE)].map((match) => match[1] ?? '').filter((name) => !/^https?:/i.test(name));
  const names = new Set(
    [...lines, ...blocks, ...included].map((name) => name.trim().replace(/(?::[\w,:-]*)$/, '')).filter((name) => name !== ''),
  );
  if (names.size === 0) return [];
  const parts = folder === '' ? [] : folder.split('/');
  const folders = Array.from({ length: parts.length + 1 }, (_, length) => parts.slice(0, length).join('/'));
  return [...names].flatMap((name) =>
    folders.flatMap((from): Ask[] => {
      const target = resolveInside(from, name);
      return target === null || target === '' ? [] : [{ take: 'page', path: target }];
    }),
  );
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
