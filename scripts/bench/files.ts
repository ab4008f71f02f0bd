// All files of a made-up organisation: its plan in; paths and texts out, one after the other, so that none need be kept.
import { pageFiles } from './docs-site.ts';
import { makeDomain, makeGroup, makeLocation, makeSystem, makeTemplate, makeUser } from './entities.ts';
import { toYaml } from './entity.ts';
import type { BenchFile, Organisation } from './model.ts';
import { toTitle } from './names.ts';
import { radarFiles } from './radar.ts';
import { repositoryFiles } from './repository-files.ts';

/** Makes portal.yaml and everything that it names: the org folder, the repositories, the radar. */
export function* portalFiles(organisation: Organisation): Generator<BenchFile> {
  yield {
    path: 'portal.yaml',
    text: `title: ${toTitle(organisation.company)}\nsources:\n  - path: org\n  - path: repos/*\nradar: radar\n`,
  };
  yield* orgFiles(organisation);
  const sites = [...organisation.sites.values()];
  for (const repository of organisation.repositories) yield* repositoryFiles(repository, organisation, sites);
  yield* radarFiles(organisation);
}

/** Makes the Markdown of all docs as one tree, with a folder for each site, for programs that know nothing of portals. */
export function* markdownFiles(organisation: Organisation): Generator<BenchFile> {
  const sites = [...organisation.sites.values()];
  for (const site of sites) yield* pageFiles(site, organisation, `${site.component.name}/`, sites);
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
