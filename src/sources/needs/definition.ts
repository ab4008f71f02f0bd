// What an API definition asks for: files that `$ref` and `import` name. Rules: JSON Reference, https://protobuf.dev/reference/protobuf/proto3-spec/#import_statement.
import { extension, folderOf, resolveInside } from '../../lib/paths.ts';
import { type Ask, type Reader } from './types.ts';

/** How a definition names other files, by its ending; the first group is the path. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  '.yaml': /\$ref['"]?\s*:\s*['"]?([^'"#\s,}]{1,1000})/g,
  '.yml': /\$ref['"]?\s*:\s*['"]?([^'"#\s,}]{1,1000})/g,
  '.json': /"\$ref"\s*:\s*"([^"#]{1,1000})/g,
  '.proto': /^\s*import\s+(?:public\s+|weak\s+|option\s+)?["']([^"']{1,1000})["']/gm,
};

/** Finds the files that a definition names: beside it, and for imports of proto files also from each folder above it. */
export const readDefinition: Reader = (path, text) => {
  const pattern = PATTERNS[extension(path)];
  if (pattern === undefined) return { here: [], elsewhere: [] };
  const names = new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''));
  const folders = extension(path) === '.proto' ? foldersAbove(folderOf(path)) : [folderOf(path)];
  const here = [...names].flatMap((name) =>
    folders.flatMap((folder): Ask[] => {
      const target = /^[a-z][a-z\d+.-]*:/i.test(name) ? null : resolveInside(folder, name);
      return target === null || target === '' ? [] : [{ take: 'definition', path: target }];
    }),
  );
  return { here, elsewhere: [] };
};

function foldersAbove(folder: string): string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return Array.from({ length: parts.length + 1 }, (_, up) => parts.slice(0, parts.length - up).join('/'));
}
