// What will most likely be asked for once the first files are there: names in, paths to fetch along with them out. Only saves questions.
import picomatch from 'picomatch';
import { isPagePath, publishedType } from '../../lib/file-types.ts';
import { fileName, filesUnder, folderOf } from '../../lib/paths.ts';

const MOST = 5_000;

/** Lists the settings and pages of the docs sites that lie beside entity files, as they usually do. */
export function likelyFiles(names: readonly string[], catalog: readonly string[]): string[] {
  const known = new Set(names);
  const matches = catalog.map((glob) => picomatch(glob.replace(/^(?:\.?\/)+/, '')));
  const entityFiles = names.filter((path) => matches.some((match) => match(path)));
  const folders = new Set(entityFiles.map(folderOf));
  const found = [...folders].flatMap((folder) => {
    const docs = filesUnder(names, folder === '' ? 'docs' : `${folder}/docs`).filter(
      (path) => isPagePath(path) || publishedType(path) !== null,
    );
    const settings = ['mkdocs.yml', 'mkdocs.yaml'].map((name) => (folder === '' ? name : `${folder}/${name}`));
    // Without settings of its own, a folder `docs` is as likely as not to be for other readers.
    return settings.some((path) => known.has(path)) ? [...settings, ...docs] : [];
  });
  const readmes = names.filter((path) => folders.has(folderOf(path)) && /^readme\./i.test(fileName(path)));
  return [...new Set([...found, ...readmes])].slice(0, MOST);
}
