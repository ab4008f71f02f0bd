// What depends on what: planned repositories in; their components' dependencies and consumed APIs filled in. Sparse, and without cycles.
import type { Api, Component, Repository } from './model.ts';
import type { Random } from './random.ts';

const HOW_MANY: readonly (readonly [count: number, weight: number])[] = [
  [0, 45],
  [1, 30],
  [2, 17],
  [3, 6],
  [6, 2],
];
/** Share of dependencies that stay inside a system. */
const AT_HOME = 0.7;

/** Fills in `dependsOn` and `consumes` of all components. A few APIs are consumed by many, as in every company. */
export function planRelations(repositories: readonly Repository[], random: Random): void {
  const components = repositories.flatMap((repository) => repository.components);
  const apis = components.flatMap((component) => component.apis);
  const known = Map.groupBy(components, ({ system }) => system);
  const place = new Map(components.map((component, index) => [component, index]));
  for (const component of components) {
    const before = (other: Component) => (place.get(other) ?? 0) < (place.get(component) ?? 0);
    const atHome = (known.get(component.system) ?? []).filter(before);
    const found = new Set<Component>();
    for (let left = random.weighted(HOW_MANY); left > 0; left--) {
      const other =
        atHome.length > 0 && random.chance(AT_HOME) ? random.pick(atHome) : components[skewed(place.get(component) ?? 0, random)];
      if (other !== undefined && before(other)) found.add(other);
    }
    component.dependsOn.push(...found, ...component.resources);
    component.consumes.push(...consumed(component, apis, random));
  }
}

function consumed(component: Component, apis: readonly Api[], random: Random): Set<Api> {
  const found = new Set<Api>();
  for (let left = random.weighted(HOW_MANY); left > 0 && component.type !== 'documentation'; left--) {
    const api = apis[skewed(apis.length, random)];
    if (api !== undefined && api.provider !== component) found.add(api);
  }
  return found;
}

/** Draws an index below a length; low ones come up more often. */
function skewed(length: number, random: Random): number {
  return Math.floor(length * random.next() ** 2.5);
}
