// The docs sites of public repositories that are compared with MkDocs: one row each, and all mkdocs.yml that stand alone.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskFiles } from '../../../src/lib/files-fs.ts';
import { folderOf } from '../../../src/lib/paths.ts';

/** Where the repositories lie, beside the project. */
export const REPOSITORIES = new URL('../../../../shared/data/repos/', import.meta.url).pathname;

/** One site. */
export interface Site {
  /** Repository, and folder in it. */
  readonly name: string;
  readonly repository: string;
  readonly folder: string;
  /** Folder of the pages below `folder`, where no mkdocs.yml says it. */
  readonly docs?: string;
  /** What the site itself adds to the extensions of techdocs-core, beside the icons of Material for MkDocs. */
  readonly extensions?: readonly string[];
  /** First version of pymdownx that knows the syntax of the site; with an older one, only pages and nav are compared. */
  readonly pymdownx?: number;
}

/** Sites that are written with more than techdocs-core turns on. */
const EXTENSIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['squidfunk__mkdocs-material', ['pymdownx.keys', 'pymdownx.arithmatex']],
]);

/** Folders of Markdown without mkdocs.yml. */
const BARE: readonly Omit<Site, 'name'>[] = [
  { repository: 'facelessuser__pymdown-extensions', folder: 'docs/src/markdown', docs: '.', pymdownx: 10 },
  { repository: 'kubernetes-sigs__gateway-api', folder: 'geps', docs: '.' },
  { repository: 'thomvaill__log4brains', folder: 'docs/adr', docs: '.' },
  { repository: 'giantswarm__backstage-catalogs', folder: 'docs', docs: '.' },
];

/** Lists the sites that are there. */
export function listSites(repositories: readonly string[]): Site[] {
  const configured = repositories.flatMap((repository) =>
    diskFiles(REPOSITORIES + repository)
      .list()
      .filter((path) => /(?:^|\/)mkdocs\.ya?ml$/.test(path) && standsAlone(join(REPOSITORIES, repository, path)))
      .map((path) => ({ repository, folder: folderOf(path) })),
  );
  const sites = [...configured, ...BARE.filter(({ repository }) => repositories.includes(repository))];
  return sites.map((site) => {
    const extensions = EXTENSIONS.get(site.repository);
    return { name: `${site.repository}/${site.folder}`, ...site, ...(extensions !== undefined && { extensions }) };
  });
}

/** Includes belong to a plugin that Debian does not have, and MkDocs stops at a docs_dir that is not there. */
function standsAlone(path: string): boolean {
  const text = readFileSync(path, 'utf8');
  const docs = /^docs_dir:\s*['"]?([^'"\n#]+)/m.exec(text)?.[1]?.trim() ?? 'docs';
  return !/[!*]include\b/.test(text) && existsSync(join(path, '..', docs));
}
