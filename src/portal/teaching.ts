// What an entity does not say yet, as rows: an entity in; what is missing, what it is good for, and the YAML that says it, out.
import type { Entity } from '../catalog/types.ts';
import type { Portal } from './types.ts';

export interface Lesson {
  readonly title: string;
  readonly why: string;
  readonly yaml: string;
}

interface LessonRow extends Lesson {
  /** Lower-case kinds that can say it. */
  readonly kinds: readonly string[];
  /** Relations of which any means that it has been said; none for what `isSaid` looks at. */
  readonly relations: readonly string[];
  readonly isSaid?: (portal: Portal, entity: Entity) => boolean;
}

const WITH_DOCS = ['component', 'api', 'resource', 'system', 'domain', 'template'];

const ROWS: readonly LessonRow[] = [
  {
    title: 'Owner',
    kinds: WITH_DOCS,
    relations: ['ownedBy'],
    why: 'Readers see whom to ask, and the team sees it on its page.',
    yaml: 'spec:\n  owner: payments',
  },
  {
    title: 'System',
    kinds: ['component', 'api', 'resource'],
    relations: ['partOf'],
    why: 'What belongs together is shown together.',
    yaml: 'spec:\n  system: checkout',
  },
  { title: 'Domain', kinds: ['system'], relations: ['partOf'], why: 'Systems are listed by domain.', yaml: 'spec:\n  domain: commerce' },
  {
    title: 'Provides',
    kinds: ['component'],
    relations: ['providesApi'],
    why: 'Others find the API, and who stands behind it.',
    yaml: 'spec:\n  providesApis: [orders-rest]',
  },
  {
    title: 'Consumes',
    kinds: ['component'],
    relations: ['consumesApi'],
    why: 'Whoever changes the API knows whom to tell.',
    yaml: 'spec:\n  consumesApis: [payments-rest]',
  },
  {
    title: 'Depends on',
    kinds: ['component', 'resource'],
    relations: ['dependsOn'],
    why: 'What breaks this, and what this breaks, can be seen.',
    yaml: 'spec:\n  dependsOn:\n    - resource:orders-db\n    - component:mailer',
  },
  {
    title: 'Provided by',
    kinds: ['api'],
    relations: ['apiProvidedBy'],
    why: 'The component that answers says so in its own file.',
    yaml: 'kind: Component\nspec:\n  providesApis: [{name}]',
  },
  {
    title: 'Consumed by',
    kinds: ['api'],
    relations: ['apiConsumedBy'],
    why: 'A component that calls it says so in its own file.',
    yaml: 'kind: Component\nspec:\n  consumesApis: [{name}]',
  },
  {
    title: 'Needed by',
    kinds: ['resource'],
    relations: ['dependencyOf'],
    why: 'A component that needs it says so in its own file.',
    yaml: 'kind: Component\nspec:\n  dependsOn: [resource:{name}]',
  },
  {
    title: 'Parts',
    kinds: ['system'],
    relations: ['hasPart'],
    why: 'Components, APIs and resources name their system in their own files.',
    yaml: 'kind: Component\nspec:\n  system: {name}',
  },
  {
    title: 'Parts',
    kinds: ['domain'],
    relations: ['hasPart'],
    why: 'Systems name their domain in their own files.',
    yaml: 'kind: System\nspec:\n  domain: {name}',
  },
  {
    title: 'Docs',
    kinds: WITH_DOCS,
    relations: [],
    isSaid: (portal, entity) => portal.docsOf(entity.ref) !== null,
    why: 'Markdown beside this file becomes a site of its own.',
    yaml: 'metadata:\n  annotations:\n    backstage.io/techdocs-ref: dir:.',
  },
  {
    title: 'Links',
    kinds: [...WITH_DOCS, 'group'],
    relations: [],
    isSaid: (_, entity) => entity.links.length > 0,
    why: 'Dashboards, chat and runbooks are one click away.',
    yaml: 'metadata:\n  links:\n    - {url: https://chat.example/team, title: Chat, icon: chat}',
  },
  {
    title: 'E-mail',
    kinds: ['group', 'user'],
    relations: [],
    isSaid: (_, entity) => {
      const profile = entity.data.spec?.['profile'];
      return typeof profile === 'object' && profile !== null && 'email' in profile;
    },
    why: 'Readers can write to somebody.',
    yaml: 'spec:\n  profile: {email: payments@example.com}',
  },
  {
    title: 'Groups',
    kinds: ['user'],
    relations: ['memberOf'],
    why: 'What the groups own is shown on this page, too.',
    yaml: 'spec:\n  memberOf: [payments]',
  },
];

/** Lists what an entity could still say. */
export function lessons(portal: Portal, entity: Entity): Lesson[] {
  const kind = entity.kind.toLowerCase();
  const has = new Set(entity.data.relations.map((relation) => relation.type));
  return ROWS.filter((row) => row.kinds.includes(kind))
    .filter((row) => !row.relations.some((type) => has.has(type)) && row.isSaid?.(portal, entity) !== true)
    .map(({ title, why, yaml }) => ({ title, why, yaml: yaml.replace('{name}', entity.name) }));
}
