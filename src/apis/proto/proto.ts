// Protocol Buffers and gRPC: a .proto file in, with those it imports; services, messages and enums out. Rules: https://protobuf.dev/reference/
import protobuf from 'protobufjs';
import type { Workspace } from '../document.ts';
import { createIds } from '../ids.ts';
import { fact } from '../pieces.ts';
import type { ApiModel, Group, Item } from '../types.ts';
import { MAIN, readProtoFiles } from './files.ts';
import { type ProtoContext, nameOf, readEnum, readExtensions, readMessage, readMethod } from './items.ts';

/** Things of one definition, with those it takes from imports. */
const MAX_THINGS = 20_000;

/** Reads a definition; null when it cannot be parsed. */
export function readProto(workspace: Workspace): ApiModel | null {
  const files = readProtoFiles(workspace);
  if (files === null) return null;
  const { root, packageName, syntax } = files;
  const makeId = createIds();
  const own = [...walk(root)].filter(({ filename }) => filename === MAIN);
  const things = own.filter((thing) => thing instanceof protobuf.Type || thing instanceof protobuf.Enum);
  const ids = new Map<protobuf.ReflectionObject, string>(things.map((thing) => [thing, makeId('type', nameOf(thing, packageName))]));
  const context: ProtoContext = {
    packageName,
    makeId,
    link(thing) {
      const known = ids.get(thing);
      const id = known ?? makeId('type', nameOf(thing, packageName));
      if (known === undefined) ids.set(thing, id);
      return { text: nameOf(thing, packageName), to: id };
    },
  };
  const services = own.filter((thing) => thing instanceof protobuf.Service);
  const groups = services.map((service): Group => ({
    id: makeId('part', service.name),
    title: service.name,
    description: service.comment ?? '',
    items: service.methodsArray.map((method) => readMethod(method, service, context)),
  }));
  const messages: Item[] = [];
  const enums: Item[] = [];
  // Messages name others while they are read; a map hands out what is added on the way.
  for (const [thing, id] of ids) {
    if (messages.length + enums.length >= MAX_THINGS) break;
    if (thing instanceof protobuf.Type) messages.push(readMessage(thing, id, context));
    else if (thing instanceof protobuf.Enum) enums.push(readEnum(thing, id, context));
  }
  const extensions = own.filter((thing) => thing instanceof protobuf.Field).filter(({ extend }) => extend !== undefined);
  const types: readonly (readonly [string, Item[]])[] = [
    ['Messages', messages],
    ['Enums', enums],
    ['Extensions', readExtensions(extensions, context)],
  ];
  return {
    format: 'proto',
    formatName: syntax,
    title: null,
    version: null,
    description: '',
    facts: fact('Package', packageName),
    parts: [],
    groups: [
      ...groups,
      ...types
        .filter(([, items]) => items.length > 0)
        .map(([title, items]) => ({ id: makeId('part', title), title, description: '', items })),
    ],
  };
}

/** Hands out everything in a tree of names, in the order of the file. */
function* walk(namespace: protobuf.NamespaceBase): Generator<protobuf.ReflectionObject> {
  for (const thing of namespace.nestedArray) {
    yield thing;
    if (thing instanceof protobuf.Namespace) yield* walk(thing);
  }
}
