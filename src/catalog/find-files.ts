// The entity files of a source: its globs and its list of files in, paths out.
import picomatch from 'picomatch';
import type { Problem } from '../lib/problem.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';
import { report } from './rules.ts';

/** Finds the files that the globs of a source match: in the order of the globs, then sorted; each once. */
export function findEntityFiles(source: SourceSnapshot): string[] {
  const found = new Set<string>();
  for (const glob of source.catalog) {
    const matches = picomatch(glob.replace(/^(?:\.?\/)+/, ''));
    for (const path of source.files.list()) if (matches(path)) found.add(path);
  }
  return [...found];
}

const CONVENTIONAL = /(?:^|\/)catalog-info\.ya?ml$/;

/** Reports a source without entity files, and where it has some that its globs miss. */
export function noEntityFile(source: SourceSnapshot): Problem {
  const elsewhere = source.files.names().find((path) => CONVENTIONAL.test(path));
  return report('catalog/no-entity-file', {
    message: `Source "${source.id}" has no file that matches ${source.catalog.map((glob) => `"${glob}"`).join(' or ')}.`,
    hint:
      elsewhere === undefined
        ? 'Set "catalog" of the source in portal.yaml to the files that describe its entities, or add a catalog-info.yaml to it.'
        : `There is "${elsewhere}": set "catalog" of the source in portal.yaml, e.g. to ["**/${elsewhere.slice(elsewhere.lastIndexOf('/') + 1)}"].`,
  });
}
