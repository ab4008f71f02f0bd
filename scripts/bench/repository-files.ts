// The files of one made-up repository: entity files, definitions, docs sites and a README.
import { siteFiles } from './docs-site.ts';
import { makeApi, makeComponent, makeLocation, makeResource } from './entities.ts';
import { type Entity, toYaml } from './entity.ts';
import type { BenchFile, Component, Organisation, Repository, Site } from './model.ts';
import { toTitle } from './names.ts';
import { createProse } from './prose.ts';

/** Makes the files of a repository. */
export function* repositoryFiles(repository: Repository, organisation: Organisation, sites: readonly Site[]): Generator<BenchFile> {
  const inRoot: Entity[] = [];
  for (const component of repository.components) {
    const folder = component.folder === '' ? '' : `${component.folder}/`;
    const { entities, definitions } = unit(component, organisation);
    for (const definition of definitions) yield { path: `${component.ownFile ? folder : ''}${definition.file}`, text: definition.text };
    if (component.ownFile) yield { path: `${folder}catalog-info.yaml`, text: toYaml(entities) };
    else inRoot.push(...entities);
    const site = organisation.sites.get(component);
    if (site !== undefined) yield* siteFiles(site, organisation, folder, sites);
  }
  const locations = repository.locations.map((location) => makeLocation(location, organisation));
  yield { path: 'catalog-info.yaml', text: toYaml([...inRoot, ...locations]) };
  yield { path: 'README.md', text: readme(repository, organisation) };
}

/** A component with its APIs and resources: what stands in one file. */
function unit(component: Component, organisation: Organisation) {
  const apis = component.apis.map((api) => ({ api, ...makeApi(api, organisation) }));
  return {
    entities: [
      makeComponent(component, organisation),
      ...apis.map(({ entity }) => entity),
      ...component.resources.map((resource) => makeResource(resource, organisation)),
    ],
    definitions: apis.filter(({ api }) => api.inFile).map(({ definition }) => definition),
  };
}

function readme({ name }: Repository, { random, vocabulary }: Organisation): string {
  const prose = createProse(random.fork(`readme/${name}`), vocabulary);
  return `# ${toTitle(name)}\n\n${prose.paragraph(60)}\n\n## Development\n\n\`\`\`sh\nmake test\n\`\`\`\n\n${prose.paragraph(40)}\n`;
}
