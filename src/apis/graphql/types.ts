// Fields, types and directives of GraphQL: their nodes in, items out.
import {
  type ConstDirectiveNode,
  type DirectiveDefinitionNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type TypeNode,
  print,
} from 'graphql';
import type { MakeId } from '../ids.ts';
import { fact, plainField } from '../pieces.ts';
import type { Field, Item, Part, Piece } from '../types.ts';
import { type GraphqlType, type GraphqlTypes, innermost } from './definitions.ts';

/** Ids of types by name. */
export type TypeIds = ReadonlyMap<string, string>;

/** Directives that are told in another way. */
const TOLD = new Set(['deprecated', 'specifiedBy']);

/** Makes the item of a field of a root type. */
export function readOperation(operation: string, node: FieldDefinitionNode, ids: TypeIds, makeId: MakeId): Item {
  const name = node.name.value;
  const parameters = (node.arguments ?? []).map((argument) => inputField(argument, ids));
  return {
    id: makeId(operation, name),
    badge: operation,
    does: true,
    title: name,
    summary: '',
    description: node.description?.value ?? '',
    deprecated: deprecation(node.directives),
    facts: [...fact('Returns', typePieces(node.type, ids)), ...directiveFacts(node.directives)],
    parts: parameters.length === 0 ? [] : [{ kind: 'fields', title: 'Arguments', fields: parameters }],
    words: [innermost(node.type).name.value],
  };
}

/** Makes the item of a type. */
export function readType(type: GraphqlType, { implementers, unions }: GraphqlTypes, ids: TypeIds): Item {
  const linked = (names: readonly string[]) => names.map((name) => [linkTo(name, ids)]);
  const fields = [...type.fields.map((field) => outputField(field, ids)), ...type.inputs.map((input) => inputField(input, ids))];
  const address = argumentOf(type.directives, 'specifiedBy', 'url');
  return {
    id: ids.get(type.name) ?? type.name,
    badge: type.kind === 'object' ? 'type' : type.kind,
    does: false,
    title: type.name,
    summary: '',
    description: type.description,
    deprecated: deprecation(type.directives),
    facts: [
      ...fact('Implements', ...linked(type.interfaces)),
      ...fact('Implemented by', ...linked(implementers.get(type.name) ?? [])),
      ...fact('One of', ...linked(type.members)),
      ...fact('In', ...linked(unions.get(type.name) ?? [])),
      ...fact('Specified by', address === null ? null : [/^https?:\/\/\S+$/.test(address) ? { text: address, href: address } : address]),
      ...directiveFacts(type.directives),
    ],
    parts: [
      ...(fields.length === 0 ? [] : [{ kind: 'fields', title: 'Fields', fields } satisfies Part]),
      ...(type.values.length === 0 ? [] : [{ kind: 'fields', title: 'Values', fields: type.values.map(enumField) } satisfies Part]),
    ],
    words: [],
  };
}

/** Makes the items of directives that a schema defines. */
export function readDirectives(nodes: readonly DirectiveDefinitionNode[], ids: TypeIds, makeId: MakeId): Item[] {
  return nodes.map((node): Item => {
    const parameters = (node.arguments ?? []).map((argument) => inputField(argument, ids));
    return {
      id: makeId('directive', node.name.value),
      badge: 'directive',
      does: false,
      title: `@${node.name.value}`,
      summary: '',
      description: node.description?.value ?? '',
      deprecated: null,
      facts: [...fact('On', node.locations.map(({ value }) => value).join(', ')), ...(node.repeatable ? fact('Repeatable', 'yes') : [])],
      parts: parameters.length === 0 ? [] : [{ kind: 'fields', title: 'Arguments', fields: parameters }],
      words: [],
    };
  });
}

function outputField(node: FieldDefinitionNode, ids: TypeIds): Field {
  const parameters = (node.arguments ?? []).map((argument) => inputField(argument, ids));
  const directives = directiveNotes(node.directives);
  return plainField(node.name.value, typePieces(node.type, ids), describe(node), {
    marks: deprecation(node.directives) === null ? [] : ['deprecated'],
    notes: directives,
    groups: parameters.length === 0 ? [] : [{ label: 'Arguments', fields: parameters }],
  });
}

function inputField(node: InputValueDefinitionNode, ids: TypeIds): Field {
  const required = node.type.kind === Kind.NON_NULL_TYPE && node.defaultValue === undefined;
  return plainField(node.name.value, typePieces(node.type, ids), describe(node), {
    marks: [...(required ? ['required'] : []), ...(deprecation(node.directives) === null ? [] : ['deprecated'])],
    notes: [
      ...(node.defaultValue === undefined ? [] : [{ label: 'default', code: print(node.defaultValue).slice(0, 300) }]),
      ...directiveNotes(node.directives),
    ],
  });
}

function enumField(node: EnumValueDefinitionNode): Field {
  return plainField(node.name.value, [], describe(node), {
    marks: deprecation(node.directives) === null ? [] : ['deprecated'],
    notes: directiveNotes(node.directives),
  });
}

/** The description of a field, and why it should not be used any more. */
function describe(node: FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode): string {
  const reason = deprecation(node.directives);
  return [node.description?.value ?? '', reason === null || reason === '' ? '' : `Deprecated: ${reason}`]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** Writes a type as GraphQL does, with the named type linked. */
function typePieces(type: TypeNode, ids: TypeIds): Piece[] {
  const name = innermost(type).name.value;
  const [before = '', after = ''] = print(type).split(name, 2);
  return [before, linkTo(name, ids), after].filter((piece) => piece !== '');
}

function linkTo(name: string, ids: TypeIds): Piece {
  const id = ids.get(name);
  return id === undefined ? name : { text: name, to: id };
}

function deprecation(directives: readonly ConstDirectiveNode[] | undefined): string | null {
  if (directives?.some(({ name }) => name.value === 'deprecated') !== true) return null;
  return argumentOf(directives, 'deprecated', 'reason') ?? '';
}

function argumentOf(directives: readonly ConstDirectiveNode[] | undefined, directive: string, argument: string): string | null {
  const node = directives?.find(({ name }) => name.value === directive)?.arguments?.find(({ name }) => name.value === argument);
  return node?.value.kind === Kind.STRING ? node.value.value : null;
}

function directiveNotes(directives: readonly ConstDirectiveNode[] | undefined): { label: string; code: string }[] {
  return others(directives).map((node) => ({ label: '', code: print(node).slice(0, 300) }));
}

function directiveFacts(directives: readonly ConstDirectiveNode[] | undefined) {
  return fact('Directives', ...others(directives).map((node) => print(node).slice(0, 300)));
}

function others(directives: readonly ConstDirectiveNode[] | undefined): ConstDirectiveNode[] {
  return (directives ?? []).filter(({ name }) => !TOLD.has(name.value));
}
