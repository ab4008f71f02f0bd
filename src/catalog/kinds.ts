// The kinds of entities as rows: which apiVersion each is written with and what its spec holds. A new kind is a new row.
import { AI_RESOURCE_SPECS } from './kinds-ai.ts';
import { type Schema, lists, object, text, texts } from './schema.ts';
import { TEMPLATE_SPEC } from './kinds-template.ts';

/** One kind. The specs equal the JSON schemas of Backstage's catalog model; a test compares them. */
export interface KindRow {
  readonly kind: string;
  /** Exactly these are accepted; the first is the one to recommend. None in a row of the portal's own accepts any. */
  readonly apiVersions: readonly string[];
  readonly spec: Schema;
  /** Says whether the row is the portal's own: Backstage's validators then judge only what all kinds have in common. */
  readonly custom?: true;
  /** Specs of those values of `spec.type` that have one of their own. */
  readonly specByType?: Readonly<Record<string, Schema>>;
}

const BACKSTAGE = ['backstage.io/v1alpha1', 'backstage.io/v1beta1'] as const;

const PROFILE = object([], { displayName: text, email: text, picture: text });

/** All kinds that Backstage knows without plugins, the software templates, and the newest: AI resources and MCP servers. */
export const KINDS: readonly KindRow[] = [
  {
    kind: 'API',
    apiVersions: BACKSTAGE,
    spec: object(['type', 'lifecycle', 'owner', 'definition'], {
      type: text,
      lifecycle: text,
      owner: text,
      system: text,
      definition: text,
    }),
    specByType: {
      'mcp-server': object(['type', 'lifecycle', 'owner', 'remotes'], {
        type: { const: 'mcp-server' },
        lifecycle: text,
        owner: text,
        system: text,
        remotes: { ...lists(object(['type', 'url'], { type: text, url: text })), minItems: 1 },
      }),
    },
  },
  {
    kind: 'Component',
    apiVersions: BACKSTAGE,
    spec: object(['type', 'lifecycle', 'owner'], {
      type: text,
      lifecycle: text,
      owner: text,
      system: text,
      subcomponentOf: text,
      providesApis: texts,
      consumesApis: texts,
      dependsOn: texts,
    }),
  },
  {
    kind: 'Resource',
    apiVersions: BACKSTAGE,
    spec: object(['type', 'owner'], { type: text, owner: text, dependsOn: texts, system: text }),
  },
  { kind: 'System', apiVersions: BACKSTAGE, spec: object(['owner'], { owner: text, domain: text, type: text }) },
  { kind: 'Domain', apiVersions: BACKSTAGE, spec: object(['owner'], { owner: text, subdomainOf: text, type: text }) },
  {
    kind: 'Group',
    apiVersions: BACKSTAGE,
    spec: object(['type', 'children'], { type: text, profile: PROFILE, parent: text, children: texts, members: texts }),
  },
  { kind: 'User', apiVersions: BACKSTAGE, spec: object(['memberOf'], { profile: PROFILE, memberOf: texts }) },
  {
    kind: 'Location',
    apiVersions: BACKSTAGE,
    spec: object([], { type: text, target: text, targets: texts, presence: { type: 'string', enum: ['required', 'optional'] } }),
  },
  { kind: 'Template', apiVersions: ['scaffolder.backstage.io/v1beta3'], spec: TEMPLATE_SPEC },
  { kind: 'AiResource', apiVersions: ['backstage.io/v1alpha1'], ...AI_RESOURCE_SPECS },
];

const ROWS = new Map(KINDS.map((row) => [row.kind.toLowerCase(), row]));

/** Finds the row of one of Backstage's kinds, in any case; null for any other. */
export function findKind(kind: string): KindRow | null {
  return ROWS.get(kind.toLowerCase()) ?? null;
}

/** Returns the schema of an entity's spec: that of its `spec.type` if it has one of its own. */
export function specSchema(row: KindRow, type: unknown): Schema {
  const own = row.specByType;
  return (typeof type === 'string' && own !== undefined && Object.hasOwn(own, type) ? own[type] : undefined) ?? row.spec;
}
