// Entities of every kind: planned things in, what stands in their files out, deliberate mistakes included.
import { type Definition, makeDefinition } from './definitions.ts';
import type { Entity } from './entity.ts';
import { makeMetadata } from './metadata.ts';
import { MISTAKE_SORTS } from './mistakes.ts';
import type { Api, Component, Domain, Group, Item, Location, Organisation, Resource, System, Template, User } from './model.ts';
import { refOf } from './model.ts';
import { toTitle } from './names.ts';
import { writeRef } from './refs.ts';
import type { Random } from './random.ts';
import { makeTemplateSpec } from './template-spec.ts';

/** As they come up in 43 public repositories. */
const LIFECYCLES: readonly (readonly [lifecycle: string, weight: number])[] = [
  ['production', 383],
  ['active', 191],
  ['published', 103],
  ['experimental', 41],
  ['deprecated', 12],
  ['alpha', 10],
];

export function makeGroup(group: Group, organisation: Organisation): Entity {
  const random = specRandom(group, organisation);
  return finish(group, organisation, {
    type: group.type,
    profile: { displayName: toTitle(group.name), email: `${group.name}@${organisation.company}.example` },
    parent: group.parent === null ? undefined : writeRef(group, group.parent, random),
    children: group.children.map((child) => writeRef(group, child, random)),
    members: group.members.length > 0 && random.chance(0.3) ? group.members.map((user) => writeRef(group, user, random)) : undefined,
  });
}

export function makeUser(user: User, organisation: Organisation): Entity {
  return finish(user, organisation, {
    profile: { displayName: user.fullName, email: `${user.name}@${organisation.company}.example` },
    memberOf: user.groups.map((group) => writeRef(user, group, specRandom(user, organisation))),
  });
}

export function makeDomain(domain: Domain, organisation: Organisation): Entity {
  const random = specRandom(domain, organisation);
  return finish(domain, organisation, {
    owner: writeRef(domain, domain.owner, random),
    subdomainOf: domain.parent === null ? undefined : writeRef(domain, domain.parent, random),
  });
}

export function makeSystem(system: System, organisation: Organisation): Entity {
  const random = specRandom(system, organisation);
  return finish(system, organisation, { owner: writeRef(system, system.owner, random), domain: writeRef(system, system.domain, random) });
}

export function makeTemplate(template: Template, organisation: Organisation): Entity {
  const random = specRandom(template, organisation);
  const spec = makeTemplateSpec(template, organisation.company);
  return {
    ...finish(template, organisation, { owner: writeRef(template, template.owner, random), ...spec }),
    apiVersion: 'scaffolder.backstage.io/v1beta3',
  };
}

export function makeLocation(location: Location, organisation: Organisation): Entity {
  return finish(location, organisation, { targets: location.targets });
}

export function makeComponent(component: Component, organisation: Organisation): Entity {
  const random = specRandom(component, organisation);
  const list = (items: readonly Item[], field?: 'without') =>
    items.length > 0 ? items.map((item) => writeRef(component, item, random, field)) : undefined;
  const spec = {
    type: component.type,
    lifecycle: random.weighted(LIFECYCLES),
    owner: writeRef(component, component.owner, random),
    system: writeRef(component, component.system, random),
    providesApis: list(component.apis),
    consumesApis: list(component.consumes),
    dependsOn: list(component.dependsOn, 'without'),
  };
  return finish(component, organisation, spec, docsAnnotations(component, organisation, random));
}

/** Its own docs, or, for some of the others, those of the repository's main component. */
function docsAnnotations(component: Component, { sites }: Organisation, random: Random): Record<string, string> {
  const { folder, ownFile, repository } = component;
  if (sites.has(component)) return { 'backstage.io/techdocs-ref': folder === '' || ownFile ? 'dir:.' : `dir:./${folder}` };
  const [main] = repository.components;
  if (main === undefined || !sites.has(main) || !random.chance(0.3)) return {};
  return { 'backstage.io/techdocs-entity': refOf(main) };
}

/** Makes an API, and the file with its definition if that does not stand in the entity. */
export function makeApi(api: Api, organisation: Organisation): { readonly entity: Entity; readonly definition: Definition } {
  const random = specRandom(api, organisation);
  const definition = makeDefinition(api, random);
  const entity = finish(api, organisation, {
    type: api.type,
    lifecycle: random.weighted(LIFECYCLES),
    owner: writeRef(api, api.provider.owner, random),
    system: writeRef(api, api.provider.system, random),
    definition: api.inFile ? { $text: `./${definition.file}` } : definition.text,
  });
  return { entity, definition };
}

export function makeResource(resource: Resource, organisation: Organisation): Entity {
  const random = specRandom(resource, organisation);
  return finish(resource, organisation, {
    type: resource.type,
    owner: writeRef(resource, resource.user.owner, random),
    system: writeRef(resource, resource.user.system, random),
  });
}

function specRandom(item: Item, { random }: Organisation): Random {
  return random.fork(`spec/${refOf(item)}`);
}

function finish(item: Item, organisation: Organisation, spec: Entity['spec'], annotations?: Readonly<Record<string, string>>): Entity {
  const entity = { apiVersion: 'backstage.io/v1alpha1', kind: item.kind, metadata: makeMetadata(item, organisation, annotations), spec };
  const mistake = MISTAKE_SORTS[organisation.mistakes.get(refOf(item)) ?? ''];
  return mistake === undefined ? entity : mistake.make(entity);
}
