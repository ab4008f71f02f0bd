// Deliberate mistakes, as people make them: an entity in, the same entity with one thing wrong out.
import type { Entity } from './entity.ts';
import type { Random } from './random.ts';

/** Share of the entities with a mistake. */
export const MISTAKES = 0.05;

export interface Mistake {
  readonly weight: number;
  /** Backstage's catalog refuses such an entity. */
  readonly rejected: boolean;
  make(entity: Entity): Entity;
}

/** All sorts of mistakes, by name. They suit Components, APIs and Resources, and leave the name alone. */
export const MISTAKE_SORTS: Readonly<Record<string, Mistake>> = {
  'bad tag': {
    weight: 4,
    rejected: true,
    make: ({ metadata, ...rest }) => ({ ...rest, metadata: { ...metadata, tags: [...(metadata.tags ?? []), 'Node.js'] } }),
  },
  'dangling owner': { weight: 6, rejected: false, make: (entity) => withSpec(entity, { owner: 'team-that-left' }) },
  'owner in words': { weight: 3, rejected: false, make: (entity) => withSpec(entity, { owner: 'SRE Team' }) },
  'dangling dependency': {
    weight: 5,
    rejected: false,
    make: (entity) => withSpec(entity, { dependsOn: ['component:switched-off-long-ago'] }),
  },
  'dangling system': { weight: 3, rejected: false, make: (entity) => withSpec(entity, { system: 'renamed-system' }) },
  'missing owner': { weight: 2, rejected: true, make: (entity) => withSpec(entity, { owner: undefined }) },
  'misspelt field': { weight: 2, rejected: false, make: (entity) => withSpec(entity, { consumesApi: ['some-rest'] }) },
  'number in annotation': {
    weight: 2,
    rejected: true,
    make: ({ metadata, ...rest }) => ({
      ...rest,
      metadata: { ...metadata, annotations: { ...metadata.annotations, 'servicenow.com/appcode': 4711 } },
    }),
  },
};

/** Chooses which entities get which mistake: refs and a number in, refs with the name of their mistake out. */
export function planMistakes(count: number, refs: readonly string[], random: Random): Map<string, string> {
  const rows = Object.entries(MISTAKE_SORTS).map(([name, { weight }]) => [name, weight] as const);
  return new Map(random.sample(refs, count).map((ref) => [ref, random.weighted(rows)]));
}

function withSpec(entity: Entity, changes: Readonly<Record<string, unknown>>): Entity {
  const spec = Object.entries({ ...entity.spec, ...changes }).filter(([, value]) => value !== undefined);
  return { ...entity, spec: Object.fromEntries(spec) };
}
