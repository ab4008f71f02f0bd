// All files of a made-up organisation: its plan in; paths and texts out, one after the other, so that none need be kept.
import { commonFiles, pageFiles, siteFiles } from './docs-site.ts';
import { makeDomain, makeGroup, makeLocation, makeSystem, makeTemplate, makeUser } from './entities.ts';
import { toYaml } from './entity.ts';
import type { BenchFile, Organisation } from './model.ts';
import { toTitle } from './names.ts';
import { radarFiles } from './radar.ts';
import { repositoryFiles } from './repository-files.ts';

/** A repository as it is written. */
export interface WrittenRepository {
  readonly name: string;
  /** Its files, made when they are asked for. */
  files(): Iterable<BenchFile>;
}

/** Makes portal.yaml and everything that it names: the org folder, the repositories as folders, the radar. */
export function* portalFiles(organisation: Organisation): Generator<BenchFile> {
  yield* portalItself(organisation, ['path: repos/*']);
  for (const { name, files } of repositoriesOf(organisation))
    for (const { path, text } of files()) yield { path: `repos/${name}/${path}`, text };
}

/** Makes portal.yaml, and what it names beside repositories; `repositories` are the lines that name those. */
export function* portalItself(organisation: Organisation, repositories: readonly string[]): Generator<BenchFile> {
  const { catalog, company } = organisation;
  const sources = [...(catalog ? ['path: org'] : []), ...repositories].map((line) => `  - ${line}\n${catalog ? '' : "    docs: '.'\n"}`);
  const radar = catalog ? 'radar: radar\n' : '';
  yield { path: 'portal.yaml', text: `title: ${toTitle(company)}\nsources:\n${sources.join('')}${radar}` };
  if (!catalog) return;
  yield* orgFiles(organisation);
  yield* radarFiles(organisation);
}

/** Returns the repositories; of docs alone, one for each site. */
export function repositoriesOf(organisation: Organisation): WrittenRepository[] {
  const sites = [...organisation.sites.values()];
  return organisation.catalog
    ? organisation.repositories.map((repository) => ({
        name: repository.name,
        files: () => repositoryFiles(repository, organisation, sites),
      }))
    : sites.map((site) => ({ name: site.component.name, files: () => siteFiles(site, organisation, '', sites) }));
}

/** Makes the Markdown of all docs as one tree, with a folder for each site. */
export function* markdownFiles(organisation: Organisation): Generator<BenchFile> {
  const sites = [...organisation.sites.values()];
  for (const site of sites) yield* pageFiles(site, organisation, `${site.component.name}/`, sites);
}

/** Makes the same for programs that know nothing of TechDocs: a title in the front matter of each page, and links that all of them follow. */
export function* commonMarkdownFiles(organisation: Organisation): Generator<BenchFile> {
  const sites = [...organisation.sites.values()];
  for (const site of sites) yield* commonFiles(site, organisation, sites);
}

function* orgFiles(organisation: Organisation): Generator<BenchFile> {
  const lists = {
    'catalog-info': [makeLocation(organisation.orgLocation, organisation)],
    domains: organisation.domains.map((domain) => makeDomain(domain, organisation)),
    systems: organisation.systems.map((system) => makeSystem(system, organisation)),
    groups: organisation.groups.map((group) => makeGroup(group, organisation)),
    users: organisation.users.map((user) => makeUser(user, organisation)),
    templates: organisation.templates.map((template) => makeTemplate(template, organisation)),
  };
  for (const [name, entities] of Object.entries(lists)) yield { path: `org/${name}.yaml`, text: toYaml(entities) };
}
