// Repositories and the software in them: systems and counts in; repositories with components, APIs, resources and Locations out.
import type { Api, Component, Group, Location, Repository, Resource, System } from './model.ts';
import type { Names } from './names.ts';
import type { Random } from './random.ts';
import { ACTIVITIES, ROLES, STORES, SUBJECTS } from './words.ts';

export interface RepositoryCounts {
  readonly repositories: number;
  readonly components: number;
  readonly apis: number;
  readonly resources: number;
  readonly locations: number;
}

const TYPES: readonly (readonly [type: string, weight: number])[] = [
  ['service', 50],
  ['library', 14],
  ['website', 13],
  ['documentation', 8],
  ['tool', 7],
  ['infrastructure', 5],
  ['operator', 3],
];
/** Share of repositories whose entities are in a namespace of their own. */
const OWN_NAMESPACE = 0.04;
/** Share of Locations with a glob instead of a list. */
const GLOBS = 0.05;

interface Draft {
  readonly name: string;
  readonly type: string;
}

/** Plans all repositories. There must be at least as many components as repositories, since each has one. */
export function planRepositories(
  counts: RepositoryCounts,
  systems: readonly System[],
  owners: readonly Group[],
  names: Names,
  random: Random,
): Repository[] {
  const drafts = Array.from({ length: counts.repositories }, (): Draft[] => []);
  for (let index = 0; index < counts.components; index++) {
    // The first ones give each repository its main component, the others go where there are some already.
    (drafts[index] ?? random.pick(drafts)).push(draftComponent(names, random));
  }
  const locationCounts = share(counts.locations, drafts, random);
  const order = random.sample(systems, systems.length);
  const repositories = drafts.map((ofRepository, index) => {
    // A system is spread over some repositories; in a few large ones there are many systems.
    const own = order.filter((_, at) => at % drafts.length === index % order.length);
    return planRepository(ofRepository, own, owners, locationCounts[index] ?? 0, random);
  });
  const components = repositories.flatMap((repository) => repository.components);
  addApis(counts.apis, components, names, random);
  addResources(counts.resources, components, names, random);
  addLocations(repositories, locationCounts, names, random);
  return repositories;
}

function draftComponent(names: Names, random: Random): Draft {
  const type = random.weighted(TYPES);
  const name = names.fresh(() => `${random.pick(SUBJECTS)}-${random.pick(ACTIVITIES)}-${random.pick(ROLES[type] ?? [])}`);
  return { name, type };
}

/** Deals Locations out to the repositories that have files to point to. */
function share(locations: number, drafts: readonly (readonly Draft[])[], random: Random): number[] {
  const indexes = drafts.map((_, index) => index);
  const large = indexes.filter((index) => (drafts[index]?.length ?? 0) > 1);
  const order = random.sample(large.length > 0 ? large : indexes, drafts.length);
  const counts = drafts.map(() => 0);
  for (let dealt = 0; dealt < locations; dealt++) {
    const index = order[dealt % order.length] ?? 0;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

function planRepository(
  drafts: readonly Draft[],
  systems: readonly System[],
  owners: readonly Group[],
  locations: number,
  random: Random,
): Repository {
  const [main] = drafts;
  const namespace = random.chance(OWN_NAMESPACE) ? (systems[0]?.domain.name ?? 'default') : 'default';
  const repository: Repository = { name: main?.name ?? '', namespace, components: [], locations: [] };
  for (const [index, { name, type }] of drafts.entries()) {
    const system = random.pick(systems);
    // Locations need files to point to, even in a repository with nothing but its main component.
    const folder = index > 0 || (locations > 0 && drafts.length === 1) ? `${FOLDERS[type] ?? 'services'}/${name}` : '';
    repository.components.push({
      kind: 'Component',
      namespace,
      name,
      type,
      owner: random.chance(0.9) ? system.owner : random.pick(owners),
      system,
      folder,
      ownFile: folder !== '' && locations > 0,
      repository,
      apis: [],
      resources: [],
      consumes: [],
      dependsOn: [],
    });
  }
  return repository;
}

const FOLDERS: Readonly<Record<string, string>> = {
  website: 'web',
  library: 'libs',
  tool: 'tools',
  infrastructure: 'infra',
  operator: 'infra',
};

function addApis(count: number, components: readonly Component[], names: Names, random: Random): void {
  const services = components.filter(({ type }) => type === 'service');
  for (let index = 0; index < count; index++) {
    const provider = random.pick(services.length > 0 ? services : components);
    const type = random.weighted<Api['type']>([
      ['openapi', 8],
      ['graphql', 2],
    ]);
    const name = names.fresh(() => `${random.pick(SUBJECTS)}-${random.pick(ACTIVITIES)}-${type === 'openapi' ? 'rest' : 'graph'}`);
    provider.apis.push({ kind: 'API', namespace: provider.namespace, name, type, provider, inFile: random.chance(0.25) });
  }
}

function addResources(count: number, components: readonly Component[], names: Names, random: Random): void {
  for (let index = 0; index < count; index++) {
    const user = random.pick(components);
    const [type, ending] = random.pick(STORES);
    const name = names.fresh(() => `${random.pick(SUBJECTS)}-${random.pick(ACTIVITIES)}-${ending}`);
    const resource: Resource = { kind: 'Resource', namespace: user.namespace, name, type, user };
    user.resources.push(resource);
  }
}

/** Lets the Locations of each repository share its files, each pointing to at least one. */
function addLocations(repositories: readonly Repository[], counts: readonly number[], names: Names, random: Random): void {
  for (const [index, repository] of repositories.entries()) {
    const count = counts[index] ?? 0;
    const files = repository.components.filter(({ ownFile }) => ownFile).map(({ folder }) => `./${folder}/catalog-info.yaml`);
    for (let number = 0; number < count; number++) {
      const own = files.filter((_, at) => at % count === number);
      const listed = own.length > 0 ? own : [random.pick(files)];
      const targets = count === 1 && random.chance(GLOBS) ? ['./*/*/catalog-info.yaml'] : listed;
      const name = names.fresh(() => `${repository.name}-${random.pick(['parts', 'files', 'entities', 'all'])}`);
      const location: Location = { kind: 'Location', namespace: repository.namespace, name, targets };
      repository.locations.push(location);
    }
  }
}
