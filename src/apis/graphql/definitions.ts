// The definitions of a GraphQL document, with everything that extends them put together: a parsed document in, its types by name out.
import {
  type ConstDirectiveNode,
  type DirectiveDefinitionNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type TypeNode,
  specifiedScalarTypes,
} from 'graphql';
import type { Position } from '../../lib/yaml.ts';

/** A type with all its extensions. */
export interface GraphqlType {
  readonly name: string;
  readonly kind: 'object' | 'interface' | 'union' | 'input' | 'enum' | 'scalar';
  description: string;
  readonly fields: FieldDefinitionNode[];
  readonly inputs: InputValueDefinitionNode[];
  readonly values: EnumValueDefinitionNode[];
  readonly members: string[];
  readonly interfaces: string[];
  readonly directives: ConstDirectiveNode[];
}

export interface GraphqlTypes {
  readonly byName: ReadonlyMap<string, GraphqlType>;
  /** Types that implement an interface or belong to a union, by its name. */
  readonly implementers: ReadonlyMap<string, readonly string[]>;
  readonly unions: ReadonlyMap<string, readonly string[]>;
  /** Names of types that nothing defines, with where they are used first. */
  readonly unknown: readonly { readonly name: string; readonly place: Position }[];
}

export interface GraphqlDocument {
  /** Names of the root types by operation. */
  readonly roots: ReadonlyMap<string, string>;
  readonly types: GraphqlTypes;
  readonly directives: readonly DirectiveDefinitionNode[];
  /** What the schema says of itself. */
  readonly description: string;
}

/** What defines or extends a type, by kind of node. */
const KINDS: Readonly<Record<string, GraphqlType['kind']>> = {
  [Kind.OBJECT_TYPE_DEFINITION]: 'object',
  [Kind.OBJECT_TYPE_EXTENSION]: 'object',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'interface',
  [Kind.INTERFACE_TYPE_EXTENSION]: 'interface',
  [Kind.UNION_TYPE_DEFINITION]: 'union',
  [Kind.UNION_TYPE_EXTENSION]: 'union',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'input',
  [Kind.INPUT_OBJECT_TYPE_EXTENSION]: 'input',
  [Kind.ENUM_TYPE_DEFINITION]: 'enum',
  [Kind.ENUM_TYPE_EXTENSION]: 'enum',
  [Kind.SCALAR_TYPE_DEFINITION]: 'scalar',
  [Kind.SCALAR_TYPE_EXTENSION]: 'scalar',
};

const BUILT_IN = new Set(specifiedScalarTypes.map(({ name }) => name));
const DEFAULT_ROOTS = [
  ['query', 'Query'],
  ['mutation', 'Mutation'],
  ['subscription', 'Subscription'],
] as const;

/** Collects what a document defines. */
export function readDocument(document: DocumentNode): GraphqlDocument {
  const byName = new Map<string, GraphqlType>();
  const roots = new Map<string, string>();
  const directives: DirectiveDefinitionNode[] = [];
  let description = '';
  for (const node of document.definitions) {
    if (node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION) {
      for (const { operation, type } of node.operationTypes ?? []) roots.set(operation, type.name.value);
      if (node.kind === Kind.SCHEMA_DEFINITION) description = node.description?.value ?? '';
    } else if (node.kind === Kind.DIRECTIVE_DEFINITION) directives.push(node);
    else if (Object.hasOwn(KINDS, node.kind) && 'name' in node && node.name !== undefined) addTo(byName, node.name.value, node);
  }
  if (roots.size === 0) for (const [operation, name] of DEFAULT_ROOTS) if (byName.get(name)?.kind === 'object') roots.set(operation, name);
  return { roots, directives, description, types: { byName, ...relate(byName), unknown: unknownTypes(byName) } };
}

function addTo(byName: Map<string, GraphqlType>, name: string, node: DocumentNode['definitions'][number]): void {
  const type: GraphqlType = byName.get(name) ?? {
    name,
    kind: KINDS[node.kind] ?? 'object',
    description: '',
    fields: [],
    inputs: [],
    values: [],
    members: [],
    interfaces: [],
    directives: [],
  };
  byName.set(name, type);
  if ('description' in node && node.description !== undefined) type.description = node.description.value;
  if ('directives' in node) type.directives.push(...((node.directives ?? []) as readonly ConstDirectiveNode[]));
  if ('interfaces' in node) type.interfaces.push(...(node.interfaces ?? []).map((one) => one.name.value));
  if ('types' in node) type.members.push(...(node.types ?? []).map((one) => one.name.value));
  if ('values' in node) type.values.push(...(node.values ?? []));
  if (!('fields' in node)) return;
  for (const field of node.fields ?? []) {
    if (field.kind === Kind.FIELD_DEFINITION) type.fields.push(field);
    else type.inputs.push(field);
  }
}

function relate(byName: ReadonlyMap<string, GraphqlType>): Pick<GraphqlTypes, 'implementers' | 'unions'> {
  const pairs = (key: 'interfaces' | 'members') =>
    [...byName.values()].flatMap((type) => type[key].map((other) => [type.name, other] as const));
  const collect = (list: readonly (readonly [string, string])[]) => {
    const found = new Map<string, string[]>();
    for (const [under, name] of list) found.set(under, [...(found.get(under) ?? []), name]);
    return found;
  };
  return {
    implementers: collect(pairs('interfaces').map(([type, of]) => [of, type] as const)),
    unions: collect(pairs('members').map(([union, member]) => [member, union] as const)),
  };
}

function unknownTypes(byName: ReadonlyMap<string, GraphqlType>): GraphqlTypes['unknown'] {
  const found = new Map<string, Position>();
  const note = (type: TypeNode) => {
    const named = innermost(type);
    const name = named.name.value;
    if (byName.has(name) || BUILT_IN.has(name) || found.has(name) || name.startsWith('_')) return;
    found.set(name, { line: named.loc?.startToken.line ?? 1, column: named.loc?.startToken.column ?? 1 });
  };
  for (const { fields, inputs } of byName.values()) {
    for (const field of fields) {
      note(field.type);
      for (const argument of field.arguments ?? []) note(argument.type);
    }
    for (const input of inputs) note(input.type);
  }
  return [...found].map(([name, place]) => ({ name, place }));
}

/** Returns the named type inside of lists and `!`. */
export function innermost(type: TypeNode): Extract<TypeNode, { kind: Kind.NAMED_TYPE }> {
  let at = type;
  while (at.kind !== Kind.NAMED_TYPE) at = at.type;
  return at;
}
