// The nav of a whole site, with the navs of the sites it includes in their places.
import type { Place, Problem } from '../lib/problem.ts';
import { assetOf } from './assets.ts';
import { type DecisionLog, logNav } from './decision-log.ts';
import { namedInNav } from './doc-files.ts';
import { implicitNav } from './implicit-nav.ts';
import { type Includer, includeOf } from './include.ts';
import type { Mkdocs } from './mkdocs.ts';
import { navFromFolders } from './nav-files.ts';
import { type NavContext, planNav } from './nav.ts';
import type { Mount, PlannedNav } from './plan.ts';
import { report } from './rules.ts';
import type { DocsSiteSpec } from './types.ts';

/** Reads all sites that a nav includes. What else is wrong with the nav is found when it is planned. */
export function readIncludes(mkdocs: Mkdocs, includer: Includer): void {
  planNav(mkdocs.nav ?? [], {
    docPaths: [],
    prefix: '',
    problems: [],
    locate: (path) => mkdocs.locate(path),
    asset: () => null,
    include(_title, value, place) {
      const include = includeOf(value);
      if (include !== null) includer.read(include, place);
      return [];
    },
  });
}

/** What the nav of a site is made from. */
export interface SiteNavParts {
  readonly spec: DocsSiteSpec;
  /** Null when the site has no mkdocs.yml. */
  readonly mkdocs: Mkdocs | null;
  readonly mounts: readonly Mount[];
  /** Paths of all pages inside the docs, sorted. */
  readonly docPaths: readonly string[];
  readonly includer: Includer;
  /** Logs of decisions, which stand at the end of the nav. */
  readonly logs: readonly DecisionLog[];
  readonly problems: Problem[];
}

/** Plans the nav of a site; without one in mkdocs.yml it is made from the files. */
export function siteNav(parts: SiteNavParts): PlannedNav[] {
  const { spec, mkdocs, docPaths, logs } = parts;
  const place: Place = mkdocs?.locate(['nav']) ?? spec.place ?? { source: spec.source.id, path: spec.folder };
  // A nav that is made from the files leaves decisions to their log.
  const decided = new Set(logs.flatMap(({ decisions }) => decisions.map(({ docPath }) => docPath)));
  const isWritten = mkdocs !== null && mkdocs.nav !== null;
  const nav = writtenNav({ ...parts, docPaths: isWritten ? docPaths : docPaths.filter((path) => !decided.has(path)) });
  const named = namedPages(nav);
  if (isWritten) parts.problems.push(...unusedPages(parts, mkdocs, named, decided));
  return [...nav, ...logs.flatMap((log) => logNav(log, named, place))];
}

/** How many pages that are not in the nav are called by name. */
const MAX_UNUSED = 10;

/** MkDocs tells the same of pages that `nav` does not name and `not_in_nav` does not excuse. */
function unusedPages(
  { docPaths, includer, spec }: SiteNavParts,
  mkdocs: Mkdocs,
  named: ReadonlySet<string>,
  decided: ReadonlySet<string>,
): Problem[] {
  const own = docPaths.filter((path) => includer.included.every(({ prefix }) => !path.startsWith(prefix)));
  const unused = namedInNav(own, '', mkdocs.notInNav).filter((path) => !named.has(path) && !decided.has(path));
  if (unused.length === 0) return [];
  const list = unused.slice(0, MAX_UNUSED).map((path) => `"${path}"`);
  const more = unused.length > MAX_UNUSED ? ` and ${unused.length - MAX_UNUSED} more` : '';
  const message = `The nav does not name ${unused.length === 1 ? 'the page' : `${unused.length} pages`}: ${list.join(', ')}${more}.`;
  const hint = 'Add what is missing to the nav, or name it in "not_in_nav".';
  return [report('docs/unused-page', { message, hint, place: mkdocs.locate(['nav']) ?? spec.place })];
}

function namedPages(nav: readonly PlannedNav[], named = new Set<string>()): ReadonlySet<string> {
  for (const { page, children } of nav) {
    if (page !== null) named.add(page);
    namedPages(children, named);
  }
  return named;
}

function writtenNav({ spec, mkdocs, mounts, docPaths, includer, problems }: SiteNavParts): PlannedNav[] {
  const start: Place = mkdocs?.locate(['nav']) ?? spec.place ?? { source: spec.source.id, path: spec.folder };
  const shared = {
    problems,
    asset: (docPath: string) => assetOf(docPath, spec.address, spec.source, mounts),
  };
  const { id, files } = spec.source;
  const fromFolders = (paths: readonly string[], prefix: string, place: Place): PlannedNav[] =>
    navFromFolders({ docPaths: paths, prefix, place, source: id, files, mounts, context: { ...shared, include: () => null } }) ??
    implicitNav(paths, prefix, place);
  if (mkdocs === null) return fromFolders(docPaths, '', start);

  const plan = (settings: Mkdocs, prefix: string, place: Place, include: NavContext['include']): PlannedNav[] =>
    settings.nav === null
      ? fromFolders(namedInNav(docPaths, prefix, settings.notInNav), prefix, place)
      : planNav(settings.nav, {
          docPaths,
          prefix,
          ...shared,
          locate: (path) => settings.locate(path),
          include,
        });

  const refuse: NavContext['include'] = (_title, value, place) => {
    if (includeOf(value) === null) return null;
    const message = 'An included mkdocs.yml cannot include others.';
    problems.push(report('docs/include', { message, hint: 'Include them from the first one.', place }));
    return [];
  };

  return plan(mkdocs, '', start, (title, value, place) => {
    const include = includeOf(value);
    if (include === null) return null;
    const sections = includer
      .read(include, place)
      .map((site) =>
        section(include.wildcard ? site.siteName : (title ?? site.siteName), place, plan(site.mkdocs, site.prefix, place, refuse)),
      );
    return include.wildcard && title !== null && sections.length > 0 ? [section(title, place, sections)] : sections;
  });
}

/** Returns the first title that a nav gives to each page, by path inside the docs. */
export function navTitles(nav: readonly PlannedNav[], titles = new Map<string, string>()): ReadonlyMap<string, string> {
  for (const { page, title, children } of nav) {
    if (page !== null && title !== null && !titles.has(page)) titles.set(page, title);
    navTitles(children, titles);
  }
  return titles;
}

function section(title: string, place: Place, children: readonly PlannedNav[]): PlannedNav {
  return { title, page: null, href: null, asset: null, place, children };
}
