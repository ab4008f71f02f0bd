// The files of one docs site: its plan in; mkdocs.yml, pages and pictures out.
import { dump } from 'js-yaml';
import { commonPath, picturePath } from './docs-links.ts';
import { renderPage } from './docs-page.ts';
import type { BenchFile, Organisation, Page, Site } from './model.ts';
import { renderPicture } from './picture.ts';
import { createProse } from './prose.ts';

/** Shares of 61 real mkdocs.yml. */
const WITH_NAV = 0.95;
const WITH_DESCRIPTION = 0.38;
const WITH_PLUGIN = 0.9;

/** Makes the pages and pictures of a site, below a folder. */
export function* pageFiles(site: Site, organisation: Organisation, folder: string, allSites: readonly Site[]): Generator<BenchFile> {
  for (const page of site.pages) yield { path: folder + page.path, text: renderPage(site, page, organisation, allSites, 'techdocs') };
  yield* pictureFiles(site, organisation, folder);
}

/** Makes the pages and pictures of a site for programs that know nothing of TechDocs, below a folder of its name. */
export function* commonFiles(site: Site, organisation: Organisation, allSites: readonly Site[]): Generator<BenchFile> {
  for (const page of site.pages) yield { path: commonPath(site, page), text: renderPage(site, page, organisation, allSites, 'common') };
  yield* pictureFiles(site, organisation, `${site.component.name}/`);
}

function* pictureFiles(site: Site, organisation: Organisation, folder: string): Generator<BenchFile> {
  for (const name of site.pictures)
    yield { path: folder + picturePath(name), text: renderPicture(organisation.random.fork(`picture/${site.component.name}/${name}`)) };
}

/** Makes a site beside its component: `folder` is empty or ends with a slash. */
export function* siteFiles(site: Site, organisation: Organisation, folder: string, allSites: readonly Site[]): Generator<BenchFile> {
  yield { path: `${folder}mkdocs.yml`, text: mkdocs(site, organisation) };
  yield* pageFiles(site, organisation, `${folder}${site.docsDir}/`, allSites);
}

function mkdocs(site: Site, { random, vocabulary }: Organisation): string {
  const own = random.fork(`mkdocs/${site.component.name}`);
  const prose = createProse(own, vocabulary);
  return dump(
    {
      site_name: site.title,
      site_description: own.chance(WITH_DESCRIPTION) ? prose.sentence() : undefined,
      docs_dir: site.docsDir === 'docs' ? undefined : site.docsDir,
      nav: own.chance(WITH_NAV) ? nav(site.pages) : undefined,
      plugins: own.chance(WITH_PLUGIN) ? ['techdocs-core'] : undefined,
    },
    { skipInvalid: true },
  );
}

function nav(pages: readonly Page[]): unknown[] {
  const entry = ({ title, path }: Page) => (path === 'index.md' ? path : { [title]: path });
  const sections = Map.groupBy(pages, ({ section }) => section);
  return [...sections].flatMap(([section, inside]): unknown[] =>
    section === null ? inside.map(entry) : [{ [section]: inside.map(entry) }],
  );
}
