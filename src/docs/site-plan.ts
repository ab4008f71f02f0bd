// One docs site: the spec in; its pages, their addresses and its nav out, planned from file names and mkdocs.yml alone.
import { isPagePath } from '../lib/file-types.ts';
import { filesUnder, folderOf, resolveInside } from '../lib/paths.ts';
import type { Problem } from '../lib/problem.ts';
import { pageAddress, pageName } from './addresses.ts';
import { type DecisionLog, buildLog, hasFiles, mountOf } from './decision-log.ts';
import { type DocFile, findPages, onePageEach } from './doc-files.ts';
import { type EditLinks, editLinks } from './edit-links.ts';
import { type Included, createIncluder } from './include.ts';
import { type Mkdocs, MKDOCS_NAMES, readMkdocs } from './mkdocs.ts';
import type { Mount, PlannedPage, SitePlan } from './plan.ts';
import { planRedirects } from './redirects.ts';
import { report } from './rules.ts';
import { navTitles, readIncludes, siteNav } from './site-nav.ts';
import { plainTitle } from './titles.ts';
import type { DocsSiteSpec } from './types.ts';

/** The extension that makes formulas of dollars and brackets. */
const ARITHMATEX = 'pymdownx.arithmatex';

/** Plans a site. Null when it has no page at all, which is reported. */
export function planSite(spec: DocsSiteSpec): { readonly plan: SitePlan | null; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const plan = resolveInside('', spec.folder) === spec.folder ? planFolder(spec, problems) : null;
  if (plan === null && problems.every(({ severity }) => severity !== 'error')) {
    const where = spec.folder === '' ? 'the source' : `the folder "${spec.folder}"`;
    const hint = 'Put Markdown into a docs folder, or name the folder of mkdocs.yml.';
    problems.push(report('docs/missing-folder', { message: `There is no Markdown in ${where}.`, hint, place: spec.place }));
  }
  return { plan, problems: problems.map((problem) => ({ subject: spec.subject, ...problem })) };
}

function planFolder(spec: DocsSiteSpec, problems: Problem[]): SitePlan | null {
  const { source, folder } = spec;
  const mkdocs = settingsOf(spec, problems);
  const includer = createIncluder(source.files, source.id, folder);
  const mounts = mkdocs === null ? [{ prefix: '', folder: bareFolder(spec) }] : [{ prefix: '', folder: mkdocs.docsFolder }];
  const own = ownPages(spec, mkdocs, mounts);
  if (mkdocs !== null && !own.some(({ file }) => mkdocs.docsFolder === '' || file.startsWith(`${mkdocs.docsFolder}/`))) {
    const message = `The docs folder "${mkdocs.docsFolder}" has no Markdown file.`;
    problems.push(report('docs/missing-folder', { message, place: mkdocs.locate(['docs_dir']) }));
  }

  // Which sites are included is only known from the nav, and the nav can only name pages that are known: so first all includes.
  if (mkdocs?.nav) readIncludes(mkdocs, includer);
  problems.push(...includer.problems);
  for (const { mkdocs: inner, prefix } of includer.included) mounts.push({ prefix, folder: inner.docsFolder });
  const decisions = decisionMounts(spec, mounts, problems);
  for (const mount of decisions) if (!mounts.some(({ folder: known }) => isWithin(mount.folder, known))) mounts.push(mount);
  const all = [...own, ...findPages(source.files, mounts.slice(1))];
  const each = onePageEach(distinct(all), source.id);
  problems.push(...each.problems, ...emptyIncludes(includer.included, all));
  if (each.pages.length === 0) return null;

  const links = [{ prefix: '', edit: editLinks(mkdocs, source.origin) }];
  for (const { mkdocs: inner, prefix } of includer.included) links.push({ prefix, edit: editLinks(inner, source.origin) });
  const logs = decisions.flatMap(({ prefix }) => buildLog(prefix, each.pages, source.files) ?? []);
  const written = each.pages.map((page) => toPage(page, spec.address, links));
  const pages = [...written, ...logs.map((log) => logPage(log, spec))].sort((a, b) => (a.docPath < b.docPath ? -1 : 1));
  const nav = siteNav({ spec, mkdocs, mounts, docPaths: written.map(({ docPath }) => docPath), includer, logs, problems });
  const titles = navTitles(nav);
  const moved = planRedirects(mkdocs?.redirects ?? [], pages, spec.address);
  problems.push(...moved.problems);
  return {
    address: spec.address,
    title: mkdocs?.siteName ? plainTitle(mkdocs.siteName) : spec.title,
    description: mkdocs?.siteDescription ? plainTitle(mkdocs.siteDescription) : '',
    language: mkdocs?.language ?? null,
    source: source.id,
    place: mkdocs === null ? (spec.place ?? null) : { source: source.id, path: mkdocs.path },
    subject: spec.subject ?? null,
    math: mkdocs?.extensions.has(ARITHMATEX) === true,
    mounts,
    pages: pages.map((page) => ({ ...page, navTitle: titles.get(page.docPath) ?? null })),
    nav,
    redirects: moved.redirects,
  };
}

function settingsOf({ source, folder }: DocsSiteSpec, problems: Problem[]): Mkdocs | null {
  const path = MKDOCS_NAMES.map((name) => (folder === '' ? name : `${folder}/${name}`)).find((name) => source.files.has(name));
  if (path === undefined) return null;
  const read = readMkdocs(source.files, source.id, path);
  problems.push(...read.problems);
  return read.mkdocs;
}

/** Without mkdocs.yml: the folder `docs` if it holds pages, as Backstage has it, else the folder itself. */
function bareFolder({ source, folder }: DocsSiteSpec): string {
  const docs = folder === '' ? 'docs' : `${folder}/docs`;
  return filesUnder(source.files.list(), docs).some(isPagePath) ? docs : folder;
}

function ownPages(spec: DocsSiteSpec, mkdocs: Mkdocs | null, mounts: readonly Mount[]): DocFile[] {
  const { files } = spec.source;
  const pages = findPages(files, mounts, mkdocs?.excludeDocs);
  const [mount] = mounts;
  // A whole repository without a docs folder: the Markdown beside its README, not that of everything in it.
  if (mkdocs === null && mount?.folder === '') return pages.filter(({ docPath }) => !docPath.includes('/'));
  const hasHome = pages.some(({ docPath }) => pageAddress(docPath) === '');
  if (hasHome || (mkdocs !== null && pages.length > 0)) return pages;
  // A docs folder without a home page has the README beside it as one.
  const readme = filesUnder(files.list(), spec.folder).find(
    (file) => folderOf(file) === spec.folder && isPagePath(file) && pageName(file) === 'README',
  );
  return readme === undefined || mount?.folder === spec.folder ? pages : [...pages, { docPath: 'index.md', file: readme }];
}

/** Where the folders of decisions stand in the docs. Those without files are reported and left out. */
function decisionMounts(spec: DocsSiteSpec, mounts: readonly Mount[], problems: Problem[]): Mount[] {
  const known = [...mounts];
  return (spec.decisions ?? []).flatMap((wanted) => {
    if (!hasFiles(wanted, spec.source.files)) {
      const message = `There is no file in the folder "${wanted.folder}", which should hold decisions.`;
      problems.push(report('docs/missing-folder', { message, place: wanted.place }));
      return [];
    }
    const mount = mountOf(wanted, known);
    known.push(mount);
    return [mount];
  });
}

function isWithin(folder: string, outer: string): boolean {
  return outer === '' || folder === outer || folder.startsWith(`${outer}/`);
}

function logPage({ docPath, prefix, text }: DecisionLog, spec: DocsSiteSpec): PlannedPage {
  const file = spec.folder === '' ? prefix : `${spec.folder}/${prefix}`;
  return { docPath, file, address: spec.address + pageAddress(docPath), navTitle: null, editUrl: null, viewUrl: null, text };
}

function emptyIncludes(included: readonly Included[], pages: readonly DocFile[]): Problem[] {
  return included
    .filter(({ prefix }) => !pages.some(({ docPath }) => docPath.startsWith(prefix)))
    .map(({ mkdocs, place }) => {
      const message = `The docs folder "${mkdocs.docsFolder}" of the included "${mkdocs.path}" has no Markdown file.`;
      return report('docs/include', { message, place });
    });
}

function distinct(pages: readonly DocFile[]): DocFile[] {
  return [...new Map(pages.map((page) => [page.docPath, page])).values()].sort((a, b) => (a.docPath < b.docPath ? -1 : 1));
}

function toPage(
  { docPath, file }: DocFile,
  site: string,
  links: readonly { readonly prefix: string; readonly edit: EditLinks }[],
): PlannedPage {
  // Of the prefixes that fit, the longest is the page's own.
  const own = links.filter(({ prefix }) => docPath.startsWith(prefix)).sort((a, b) => b.prefix.length - a.prefix.length)[0];
  return {
    docPath,
    file,
    address: site + pageAddress(docPath),
    navTitle: null,
    editUrl: own?.edit.edit(file) ?? null,
    viewUrl: own?.edit.view(file) ?? null,
  };
}
