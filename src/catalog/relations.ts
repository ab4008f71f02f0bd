// Which fields of which kinds make relations, as rows: the relation fields and relation pairs of Backstage's catalog model.
/** One field that names other entities. Relations are made whether the other entity exists or not. */
export interface RelationRow {
  readonly kinds: readonly string[];
  /** Only entities with this `spec.type` have the field. */
  readonly specType?: string;
  /** Name of the field in `spec`: one reference or a list of them. */
  readonly field: string;
  readonly relation: string;
  readonly reverse: string;
  /** Kind of a reference that names none; without it the kind must be written. */
  readonly defaultKind?: string;
  /** Kinds that the relation leads to: only from them does it lead back. None stands for any, in rows of the portal's own. */
  readonly targets: readonly string[];
  /** A reference to any other kind makes no relation at all; defaults to false. */
  readonly strict?: boolean;
  /** What the field says of its target, for messages: "names x as owner". */
  readonly role: string;
  /** What the relation is called from both ends; rows of the portal's own bring their words with them. */
  readonly words?: readonly [forward: string, backward: string];
}

const OWNED = ['API', 'Component', 'Domain', 'Resource', 'System', 'Template', 'AiResource'];
const OWNERS = ['Group', 'User'];
const WHOLES = ['Component', 'System'];
const DEPENDENCIES = ['Component', 'Resource'];

type Verbs = Pick<RelationRow, 'relation' | 'reverse'>;
const OWNERSHIP: Verbs = { relation: 'ownedBy', reverse: 'ownerOf' };
const PART: Verbs = { relation: 'partOf', reverse: 'hasPart' };
const WHOLE: Verbs = { relation: 'hasPart', reverse: 'partOf' };
const NEED: Verbs = { relation: 'dependsOn', reverse: 'dependencyOf' };
const NEEDED: Verbs = { relation: 'dependencyOf', reverse: 'dependsOn' };
const PROVISION: Verbs = { relation: 'providesApi', reverse: 'apiProvidedBy' };
const CONSUMPTION: Verbs = { relation: 'consumesApi', reverse: 'apiConsumedBy' };
const MEMBERSHIP: Verbs = { relation: 'memberOf', reverse: 'hasMember' };
const MEMBERS: Verbs = { relation: 'hasMember', reverse: 'memberOf' };
const CHILDHOOD: Verbs = { relation: 'childOf', reverse: 'parentOf' };
const PARENTHOOD: Verbs = { relation: 'parentOf', reverse: 'childOf' };

/** Makes a field that leads to one kind only, which need not be written. */
const strict = (kind: string) => ({ defaultKind: kind, targets: [kind], strict: true });

/** All fields that make relations. */
export const RELATIONS: readonly RelationRow[] = [
  { kinds: OWNED, field: 'owner', ...OWNERSHIP, defaultKind: 'Group', targets: OWNERS, strict: true, role: 'owner' },
  { kinds: ['API', 'Component', 'Resource'], field: 'system', ...PART, defaultKind: 'System', targets: WHOLES, role: 'system' },
  { kinds: ['Component'], field: 'subcomponentOf', ...PART, defaultKind: 'Component', targets: WHOLES, role: 'parent component' },
  { kinds: ['System'], field: 'domain', ...PART, defaultKind: 'Domain', targets: ['Domain'], role: 'domain' },
  { kinds: ['Domain'], field: 'subdomainOf', ...PART, defaultKind: 'Domain', targets: ['Domain'], role: 'parent domain' },
  { kinds: ['Component'], field: 'providesApis', ...PROVISION, defaultKind: 'API', targets: ['API'], role: 'provided API' },
  { kinds: ['Component'], field: 'consumesApis', ...CONSUMPTION, defaultKind: 'API', targets: ['API'], role: 'consumed API' },
  { kinds: DEPENDENCIES, field: 'dependsOn', ...NEED, targets: DEPENDENCIES, role: 'dependency' },
  { kinds: DEPENDENCIES, field: 'dependencyOf', ...NEEDED, targets: DEPENDENCIES, role: 'dependant' },
  { kinds: ['User'], field: 'memberOf', ...MEMBERSHIP, ...strict('Group'), role: 'group' },
  { kinds: ['Group'], field: 'parent', ...CHILDHOOD, ...strict('Group'), role: 'parent' },
  { kinds: ['Group'], field: 'children', ...PARENTHOOD, ...strict('Group'), role: 'child' },
  { kinds: ['Group'], field: 'members', ...MEMBERS, ...strict('User'), role: 'member' },
  { kinds: ['AiResource'], field: 'system', ...PART, ...strict('System'), role: 'system' },
  { kinds: ['AiResource'], specType: 'skill', field: 'dependsOn', ...NEED, ...strict('AiResource'), role: 'dependency' },
  { kinds: ['AiResource'], specType: 'plugin', field: 'skills', ...WHOLE, ...strict('AiResource'), role: 'skill' },
  { kinds: ['AiResource'], specType: 'marketplace', field: 'plugins', ...WHOLE, ...strict('AiResource'), role: 'plugin' },
];
