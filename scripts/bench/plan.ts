// The whole organisation: a size and a seed in; everything that will be written, as data, out.
import { type Organisation, type Size, refOf } from './model.ts';
import { MISTAKES, planMistakes } from './mistakes.ts';
import { createNames } from './names.ts';
import { planDomains, planSystems, planTemplates } from './plan-areas.ts';
import { planGroups, planUsers, workingGroups } from './plan-people.ts';
import { planRelations } from './plan-relations.ts';
import { planRepositories } from './plan-repositories.ts';
import { planSites } from './plan-sites.ts';
import { createVocabulary } from './prose.ts';
import { MIN_ENTITIES, divide } from './quota.ts';
import { type Random, createRandom } from './random.ts';
import { LAST_NAMES, QUALIFIERS } from './words.ts';

/** Says what is wrong with a size, or null. */
export function sizeFault({ entities, repos }: Size): string | null {
  if (entities === 0)
    return repos === undefined ? null : 'Without entities each docs site has a repository of its own: leave their number out.';
  if (entities < MIN_ENTITIES) return `An organisation has at least ${MIN_ENTITIES} entities, or none.`;
  const most = divide(entities).Component;
  if (repos !== undefined && (repos < 1 || repos > most))
    return `There can be 1 to ${most} repositories for ${entities} entities: one for each component.`;
  return null;
}

/** Plans an organisation. The same size and seed give the same one; throws for a size with a fault. */
export function planOrganisation(size: Size): Organisation {
  const fault = sizeFault(size);
  if (fault !== null) throw new Error(fault);
  const random = createRandom(size.seed);
  const catalog = size.entities > 0;
  // Docs alone are those of components that nobody writes down.
  const entities = catalog ? size.entities : Math.max(MIN_ENTITIES, size.docs);
  const counts = divide(entities);
  const vocabulary = createVocabulary(random.fork('vocabulary'));
  const company = toCompany(random.fork('company'));
  const names = createNames();

  const groups = planGroups(counts.Group, company, names, random.fork('groups'));
  const users = planUsers(counts.User, groups, names, random.fork('users'));
  const domains = planDomains(counts.Domain, groups, names, random.fork('domains'));
  const systems = planSystems(counts.System, domains, groups, names, random.fork('systems'));
  const templates = planTemplates(counts.Template, groups, names, random.fork('templates'));
  const repositories = planRepositories(
    {
      repositories: size.repos ?? Math.max(1, Math.min(Math.round(entities / 10), counts.Component)),
      components: counts.Component,
      apis: counts.API,
      resources: counts.Resource,
      locations: counts.Location - 1,
    },
    systems,
    workingGroups(groups),
    names,
    random.fork('repositories'),
  );
  planRelations(repositories, random.fork('relations'));
  const components = repositories.flatMap((repository) => repository.components);
  const candidates = components.flatMap((component) => [component, ...component.apis, ...component.resources]);
  const targets = ['domains', 'systems', 'groups', 'users', 'templates'].map((name) => `./${name}.yaml`);
  return {
    catalog,
    company,
    random,
    vocabulary,
    groups,
    users,
    domains,
    systems,
    templates,
    orgLocation: { kind: 'Location', namespace: 'default', name: names.fresh(() => `${company}-org`), targets },
    repositories,
    sites: planSites(size.docs, components, random.fork('sites')),
    mistakes: planMistakes(Math.round(entities * MISTAKES), candidates.map(refOf), random.fork('mistakes')),
  };
}

function toCompany(random: Random): string {
  return `${random.pick(LAST_NAMES)}-${random.pick(QUALIFIERS)}`;
}
