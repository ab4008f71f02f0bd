// An organisation as plain data: made from a seed, changed in one way at a time, and written as the files of its sources.
import { stringify } from 'node:querystring';
import { memoryFiles } from '../../src/lib/files.ts';
import type { Origin, Snapshot, SourceSnapshot } from '../../src/lib/snapshot.ts';

interface Entity {
  readonly kind: string;
  readonly name: string;
  readonly file: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly spec: Readonly<Record<string, unknown>>;
}

interface Entry {
  readonly name: string;
  readonly ring: string;
  readonly text: string;
}

/** Everything that can change. */
export interface Organisation {
  readonly seed: string;
  readonly entities: readonly Entity[];
  /** Docs pages by path below `docs/`. */
  readonly docs: Readonly<Record<string, string>>;
  readonly siteTitle: string;
  readonly radar: readonly Entry[];
  readonly packages: readonly string[];
  /** Line of comment at the start of each entity file. */
  readonly comment: string;
  readonly commit: number;
  readonly stale: boolean;
  /** Text behind all entities of the first file; broken YAML when it is. */
  readonly tail: string;
}

const RINGS = ['adopt', 'trial', 'assess', 'hold'];
const LIFECYCLES = ['production', 'experimental', 'deprecated'];
const GROUPS = ['alpha', 'beta', 'gamma'];
const SYSTEMS = ['orders', 'billing'];
const COMPONENTS = 22;

/** Makes the organisation that all changes begin with. */
export function firstOrganisation(seed: string): Organisation {
  const entity = (kind: string, name: string, spec: Record<string, unknown>, metadata: Record<string, unknown> = {}): Entity => ({
    kind,
    name,
    file: kind === 'Group' || kind === 'User' ? 'people.yaml' : kind === 'API' ? 'apis.yaml' : 'catalog-info.yaml',
    metadata,
    spec,
  });
  const components = Array.from({ length: COMPONENTS }, (_, index) =>
    entity(
      'Component',
      `part-${index}`,
      {
        type: index % 3 === 0 ? 'service' : 'library',
        lifecycle: LIFECYCLES[index % 2],
        owner: GROUPS[index % 4 === 3 ? 1 : 0],
        system: SYSTEMS[index % 5 === 4 ? 1 : 0],
        ...(index > 0 && { dependsOn: [`component:part-${(index * 7) % index}`, 'resource:store'] }),
        ...(index % 4 === 0 && { providesApis: [`api-${index % 3}`] }),
        ...(index % 4 === 1 && { consumesApis: [`api-${index % 3}`] }),
      },
      { title: `Part ${index}`, description: `Does thing ${index}.`, tags: [index % 2 === 0 ? 'kafka' : 'java'] },
    ),
  );
  return {
    seed,
    entities: [
      ...GROUPS.map((name, index) => entity('Group', name, { type: 'team', children: [], ...(index > 0 && { parent: 'alpha' }) })),
      entity('User', 'ada', { memberOf: ['alpha'], profile: { displayName: 'Ada', email: 'ada@acme.example' } }),
      entity('User', 'bob', { memberOf: ['beta'] }),
      entity('Domain', 'commerce', { owner: 'alpha' }),
      ...SYSTEMS.map((name) => entity('System', name, { owner: 'beta', domain: 'commerce' })),
      entity('Resource', 'store', { type: 'database', owner: 'gamma', system: 'orders' }),
      ...[0, 1, 2].map((index) =>
        entity('API', `api-${index}`, {
          type: 'openapi',
          lifecycle: 'production',
          owner: 'alpha',
          system: 'orders',
          definition: openapi(['list']),
        }),
      ),
      ...components.map((one, index) =>
        index === 0 ? { ...one, metadata: { ...one.metadata, annotations: { 'backstage.io/techdocs-ref': 'dir:.' } } } : one,
      ),
    ],
    docs: {
      'index.md': '# Home\n\nWelcome. See [the guide](guide.md).\n',
      'guide.md': '# Guide\n\n## First step\n\nDo it.\n',
      'more/notes.md': '# Notes\n',
    },
    siteTitle: 'Part docs',
    radar: ['kafka', 'java', 'postgres'].map((name, index) => ({ name, ring: RINGS[index] ?? 'adopt', text: `About ${name}.` })),
    packages: ['kafkajs'],
    comment: 'first',
    commit: 1,
    stale: false,
    tail: '',
  };
}

function openapi(operations: readonly string[]): string {
  const paths = Object.fromEntries(
    operations.map((name) => [`/${name}`, { get: { operationId: name, responses: { 200: { description: `Answer of ${name}` } } } }]),
  );
  return JSON.stringify({ openapi: '3.0.3', info: { title: 'Things', version: '1' }, paths });
}

/** Chooses one of a list: the same seed and step choose the same. */
type Pick = <T>(list: readonly T[]) => T;

const COMPONENT = ({ kind }: Entity) => kind === 'Component';
const any = () => true;

/** Changes one of the entities that fit. */
function edit(
  pick: Pick,
  organisation: Organisation,
  fits: (entity: Entity) => boolean,
  how: (entity: Entity) => Partial<Entity>,
): Organisation {
  const chosen = pick(organisation.entities.filter(fits));
  return { ...organisation, entities: organisation.entities.map((one) => (one === chosen ? { ...one, ...how(one) } : one)) };
}

const metadata = (key: string, value: unknown) => (entity: Entity) => ({ metadata: { ...entity.metadata, [key]: value } });
const spec = (key: string, value: unknown) => (entity: Entity) => ({ spec: { ...entity.spec, [key]: value } });

/** The ways to change. */
const CHANGES: Readonly<Record<string, (now: Organisation, pick: Pick, step: number) => Organisation>> = {
  'a title': (now, pick, step) => edit(pick, now, any, metadata('title', `Called ${step}`)),
  'a description': (now, pick, step) => edit(pick, now, any, metadata('description', `Says **${step}** now.`)),
  'a tag': (now, pick) => edit(pick, now, COMPONENT, metadata('tags', [pick(['kafka', 'java', 'postgres', 'new'])])),
  'a label': (now, pick, step) => edit(pick, now, any, metadata('labels', { tier: String(step) })),
  'a link': (now, pick, step) => edit(pick, now, any, metadata('links', [{ url: `https://acme.example/${step}`, title: 'Board' }])),
  'an owner': (now, pick) => edit(pick, now, COMPONENT, spec('owner', pick([...GROUPS, 'user:ada', 'nobody']))),
  'a system': (now, pick) => edit(pick, now, COMPONENT, spec('system', pick([...SYSTEMS, 'missing']))),
  'a lifecycle': (now, pick) => edit(pick, now, ({ spec: { lifecycle } }) => lifecycle !== undefined, spec('lifecycle', pick(LIFECYCLES))),
  'a type': (now, pick) => edit(pick, now, COMPONENT, spec('type', pick(['service', 'library', 'website']))),
  'what a component needs': (now, pick) =>
    edit(pick, now, COMPONENT, spec('dependsOn', [`component:${pick(now.entities.filter(COMPONENT)).name}`])),
  'what a component provides': (now, pick) => edit(pick, now, COMPONENT, spec('providesApis', [`api-${pick([0, 1, 2, 9])}`])),
  'what a component consumes': (now, pick) => edit(pick, now, COMPONENT, spec('consumesApis', [`api-${pick([0, 1, 2])}`])),
  'the parent of a group': (now, pick) =>
    edit(pick, now, ({ kind, name }) => kind === 'Group' && name !== 'alpha', spec('parent', pick(['alpha', 'beta']))),
  'who is in a group': (now, pick) => edit(pick, now, ({ kind }) => kind === 'User', spec('memberOf', [pick(GROUPS)])),
  'the domain of a system': (now, pick) => edit(pick, now, ({ kind }) => kind === 'System', spec('domain', pick(['commerce', 'lost']))),
  'an API': (now, pick, step) => edit(pick, now, ({ kind }) => kind === 'API', spec('definition', openapi(['list', `made-${step}`]))),
  'a broken API': (now, pick) => edit(pick, now, ({ kind }) => kind === 'API', spec('definition', pick(['openapi: [', openapi(['list'])]))),
  'an entity more': (now, pick, step) => ({
    ...now,
    entities: [...now.entities, { ...pick(now.entities.filter(COMPONENT)), name: `more-${step}`, metadata: { title: `More ${step}` } }],
  }),
  'an entity less': (now, pick) => {
    const gone = pick(now.entities.filter((one) => COMPONENT(one) && one.name !== 'part-0'));
    return { ...now, entities: now.entities.filter((one) => one !== gone) };
  },
  'the order of entities': (now) => ({ ...now, entities: [...now.entities.slice(1), ...now.entities.slice(0, 1)] }),
  'a line above all': (now, _, step) => ({ ...now, comment: `${step}${'\n# more'.repeat(step % 3)}` }),
  'a page': (now, pick, step) => {
    const path = pick(Object.keys(now.docs));
    return { ...now, docs: { ...now.docs, [path]: `${now.docs[path]}\nChanged in step ${step}.\n` } };
  },
  'the title of a page': (now, pick, step) => {
    const path = pick(Object.keys(now.docs));
    return { ...now, docs: { ...now.docs, [path]: `# Title ${step}\n\nSee [home](/index.md) and [part](part-${step}.md).\n` } };
  },
  'a page more': (now, pick, step) => ({
    ...now,
    docs: { ...now.docs, [pick([`page-${step}.md`, `more/page-${step}.md`])]: `# Page ${step}\n\n## One\n` },
  }),
  'a page less': (now, pick) => {
    const paths = Object.keys(now.docs).filter((path) => path !== 'index.md');
    const gone = paths.length === 0 ? '' : pick(paths);
    return { ...now, docs: Object.fromEntries(Object.entries(now.docs).filter(([path]) => path !== gone)) };
  },
  'the title of the site': (now, _, step) => ({ ...now, siteTitle: `Docs ${step}` }),
  'a ring': (now, pick) => ({ ...now, radar: now.radar.map((entry, index) => (index === 0 ? { ...entry, ring: pick(RINGS) } : entry)) }),
  'the text of an entry': (now, _, step) => ({
    ...now,
    radar: now.radar.map((entry, index) => (index === 1 ? { ...entry, text: `Step ${step}.` } : entry)),
  }),
  'an entry more': (now, pick, step) => ({ ...now, radar: [...now.radar, { name: `tool-${step}`, ring: pick(RINGS), text: 'A tool.' }] }),
  'a package': (now, pick) => ({ ...now, packages: [pick(['kafkajs', 'pg', 'left-pad'])] }),
  'a commit': (now) => ({ ...now, commit: now.commit + 1 }),
  'an older copy': (now) => ({ ...now, stale: !now.stale }),
  'broken YAML': (now, pick) => ({ ...now, tail: pick(['', '---\nkind: [\n', '---\nkind: Component\n']) }),
};

/** Changes an organisation in one way, chosen by its seed and the number of the change: every way comes up, again and again. */
export function change(organisation: Organisation, step: number): { readonly organisation: Organisation; readonly what: string } {
  let state = hash(stringify({ seed: organisation.seed, step }));
  const pick: Pick = <T>(list: readonly T[]): T => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)] as T;
  };
  const names = Object.keys(CHANGES);
  const what = names[(step * 13) % names.length] ?? '';
  const changed = (CHANGES[what] ?? ((now) => now))(organisation, pick, step);
  return { organisation: changed, what };
}

function hash(text: string): number {
  let value = 2_166_136_261;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return value;
}

/** Writes an organisation as the files of three sources: the catalog with docs in a git repository, a package, a radar. */
export function snapshotOf({ entities, docs, siteTitle, radar, packages, comment, commit, stale, tail }: Organisation): Snapshot {
  const byFile = Map.groupBy(entities, ({ file }) => file);
  const files: Record<string, string> = {};
  for (const [file, list] of byFile) {
    const documents = list.map(({ kind, name, metadata, spec }) =>
      JSON.stringify({ apiVersion: 'backstage.io/v1alpha1', kind, metadata: { name, ...metadata }, spec }, null, 2),
    );
    files[file] = `# ${comment}\n---\n${documents.join('\n---\n')}\n${file === 'catalog-info.yaml' ? tail : ''}`;
  }
  for (const [path, text] of Object.entries(docs)) files[`docs/${path}`] = text;
  files['mkdocs.yml'] = `site_name: ${siteTitle}\n`;
  files['package.json'] = JSON.stringify({ name: 'part', dependencies: Object.fromEntries(packages.map((name) => [name, '^1.0.0'])) });
  const at = `2026-01-${String(1 + (commit % 28)).padStart(2, '0')}T00:00:00Z`;
  const history = {
    changed: { 'docs/index.md': { at, by: 'Ada' }, 'catalog-info.yaml': { at, by: 'Bob' } },
    weeks: Array.from({ length: 52 }, (_, week) => (week * commit) % 5),
  };
  const origin: Origin = {
    type: 'git',
    url: 'https://github.com/acme/part',
    ref: null,
    commit: String(commit).padStart(40, '0'),
    committedAt: at,
  };
  const entries = Object.fromEntries(
    radar.map(({ name, ring, text }) => [
      `${name}.md`,
      `---\ntitle: ${name}\nquadrant: tools\nring: ${ring}\ndate: 2026-01-01\n---\n${text}\n`,
    ]),
  );
  return {
    sources: [
      {
        ...source('org', origin, files),
        catalog: [...byFile.keys()].sort(),
        history,
        stale: stale ? { since: '2026-01-02T00:00:00Z', reason: 'The host does not answer.' } : null,
      },
    ],
    radar: { id: 'main', source: source('radar', { type: 'path', path: 'radar' }, entries), path: '' },
    furtherRadars: [],
  };
}

function source(id: string, origin: Origin, record: Record<string, string>): SourceSnapshot {
  return { id, origin, root: `/nowhere/${id}`, files: memoryFiles(record), catalog: [], docs: null, stale: null };
}
