// Methods, messages and enums of proto files: what the parser made of them in, items out.
import protobuf from 'protobufjs';
import { data, entries, get, inline, text } from '../data.ts';
import type { MakeId } from '../ids.ts';
import { fact, plainField } from '../pieces.ts';
import type { Fact, Field, FieldGroup, Item, Note, Part, Piece, Shape } from '../types.ts';
import { MAIN } from './files.ts';

/** What reading one definition has at hand. */
export interface ProtoContext {
  readonly packageName: string;
  readonly makeId: MakeId;
  /** Gives a message or enum a section, if it has none, and links to it. */
  readonly link: (type: protobuf.ReflectionObject) => Piece;
}

/** Fields that a method shows of a message that has its own section. */
const MAX_EXPANDED = 40;
const TOLD = new Set(['deprecated', 'default', 'packed', 'json_name', 'proto3_optional', 'jstype', 'lazy', 'ctype']);

/** Returns the name of a thing as the definition would write it: without the package of its own. */
export function nameOf(thing: protobuf.ReflectionObject, packageName: string): string {
  const full = thing.fullName.replace(/^\./, '');
  return packageName !== '' && full.startsWith(`${packageName}.`) ? full.slice(packageName.length + 1) : full;
}

/** Makes the item of a method. */
export function readMethod(method: protobuf.Method, service: protobuf.Service, context: ProtoContext): Item {
  const path = `/${service.fullName.replace(/^\./, '')}/${method.name}`;
  const ways: readonly (readonly [title: string, type: string, streams: boolean])[] = [
    ['Request', method.requestType, method.requestStream === true],
    ['Response', method.responseType, method.responseStream === true],
  ];
  return {
    id: context.makeId(service.name, method.name),
    badge: 'rpc',
    does: true,
    title: method.name,
    summary: '',
    description: method.comment ?? '',
    deprecated: isDeprecated(method) ? '' : null,
    facts: [
      ...fact('Path', path),
      ...fact(
        'Streams',
        [ways[0]?.[2] === true ? 'requests' : '', ways[1]?.[2] === true ? 'responses' : ''].filter((way) => way !== '').join(' and '),
      ),
      ...httpFacts(method),
      ...optionFacts(method),
    ],
    parts: ways.map(([title, type, streams]): Part => {
      const found = lookup(service, type);
      const link = found === null ? type : context.link(found);
      const groups = found instanceof protobuf.Type && found.fieldsArray.length <= MAX_EXPANDED ? messageGroups(found, context) : [];
      const shape: Shape = { type: streams ? ['stream of ', link] : [link], description: '', notes: [], values: [], groups };
      return { kind: 'body', title, marks: [], description: '', fields: [], contents: [{ type: '', shape, examples: [] }] };
    }),
    words: [path, service.fullName.replace(/^\./, '')],
  };
}

/** HTTP mappings of a method (`google.api.http`). */
function httpFacts(method: protobuf.Method): Fact[] {
  const rules = parsedOptions(method).flatMap((option) => {
    const rule = get(option, '(google.api.http)');
    return rule === undefined ? [] : [rule, ...[get(rule, 'additional_bindings') ?? []].flat()];
  });
  const flat = data(method.options);
  const written =
    rules.length > 0
      ? rules
      : [
          Object.fromEntries(
            Object.entries(flat).flatMap(([key, value]) => (key.startsWith('(google.api.http).') ? [[key.slice(18), value]] : [])),
          ),
        ];
  return fact(
    'HTTP',
    ...written.flatMap((rule) =>
      entries(rule).flatMap(([key, value]) =>
        /^(?:get|put|post|delete|patch)$/.test(key) && typeof value === 'string' ? [`${key.toUpperCase()} ${value}`] : [],
      ),
    ),
  );
}

/** Makes the item of a message. */
export function readMessage(message: protobuf.Type, id: string, context: ProtoContext): Item {
  const groups = messageGroups(message, context);
  const reserved = (message.reserved ?? []).map((range) =>
    Array.isArray(range) ? (range[0] === range[1] ? String(range[0]) : `${range[0]} to ${range[1]}`) : text(range),
  );
  return {
    ...typeItem(message, id, context),
    badge: get(message, 'group') === true ? 'group' : 'message',
    facts: [
      ...fileFact(message),
      ...fact('Reserved', reserved.join(', ')),
      ...fact(
        'Extensions',
        ((message.extensions as number[][] | undefined) ?? [])
          .map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`))
          .join(', '),
      ),
      ...optionFacts(message),
    ],
    parts: groups.length === 0 ? [] : [{ kind: 'fields', title: 'Fields', fields: [{ ...plainField('', []), groups }] }],
  };
}

/** Makes the item of an enum. */
export function readEnum(type: protobuf.Enum, id: string, context: ProtoContext): Item {
  const fields = Object.entries(type.values).map(([name, number]) => {
    const options = data(get(type.valuesOptions, name));
    return plainField(name, [`= ${number}`], text(type.comments[name] ?? ''), {
      marks: get(options, 'deprecated') === true ? ['deprecated'] : [],
    });
  });
  return {
    ...typeItem(type, id, context),
    badge: 'enum',
    facts: [...fileFact(type), ...optionFacts(type)],
    parts: [{ kind: 'fields', title: 'Values', fields }],
  };
}

/** Makes the item of the fields that a file adds to messages of others. */
export function readExtensions(fields: readonly protobuf.Field[], context: ProtoContext): Item[] {
  const byMessage = Map.groupBy(fields, (field) => field.extend ?? '');
  return [...byMessage].map(([message, added]) => ({
    id: context.makeId('extend', message),
    badge: 'extend',
    does: false,
    title: message,
    summary: '',
    description: '',
    deprecated: null,
    facts: [],
    parts: [{ kind: 'fields', title: 'Fields', fields: added.map((field) => readField(field, context)) }],
    words: added.map(({ name }) => name),
  }));
}

function typeItem(thing: protobuf.ReflectionObject, id: string, { packageName }: ProtoContext): Omit<Item, 'badge' | 'facts' | 'parts'> {
  return {
    id,
    does: false,
    title: nameOf(thing, packageName),
    summary: '',
    description: thing.comment ?? '',
    deprecated: isDeprecated(thing) ? '' : null,
    words: [thing.fullName.replace(/^\./, '')],
  };
}

/** The fields of a message; those of a `oneof` together. */
function messageGroups(message: protobuf.Type, context: ProtoContext): FieldGroup[] {
  const own = message.fieldsArray.filter((field) => realOneof(field) === null);
  const oneofs = message.oneofsArray.filter((oneof) => oneof.fieldsArray.some((field) => realOneof(field) !== null));
  return [
    ...(own.length === 0 ? [] : [{ label: null, fields: own.map((field) => readField(field, context)) }]),
    ...oneofs.map((oneof) => ({
      label: `One of ${oneof.name}${(oneof.comment ?? '') === '' ? '' : `: ${oneof.comment}`}`,
      fields: oneof.fieldsArray.map((field) => readField(field, context)),
    })),
  ];
}

/** The `oneof` a field was written in; `optional` of proto3 is kept as one, too. */
function realOneof(field: protobuf.Field): protobuf.OneOf | null {
  return field.partOf === null || isOptional(field) ? null : field.partOf;
}

function isOptional(field: protobuf.Field): boolean {
  return get(field.options, 'proto3_optional') === true;
}

function readField(field: protobuf.Field, context: ProtoContext): Field {
  const found = lookup(field.parent ?? field, field.type);
  const type = found === null ? field.type : context.link(found);
  const isMap = field instanceof protobuf.MapField;
  const pieces = isMap ? [`map<${field.keyType}, `, type, '>'] : [...(field.rule === 'repeated' ? ['repeated '] : []), type];
  const optional = isOptional(field) || (field.rule as string | undefined) === 'optional';
  return plainField(field.name, pieces, field.comment ?? '', {
    marks: [
      ...(field.rule === 'required' ? ['required'] : []),
      ...(optional ? ['optional'] : []),
      ...(isDeprecated(field) ? ['deprecated'] : []),
    ],
    notes: [{ label: 'field', code: String(field.id) }, ...fieldNotes(field)],
  });
}

function fieldNotes(field: protobuf.Field): Note[] {
  const options = data(field.options);
  const fallback = get(options, 'default');
  const json = get(options, 'json_name');
  return [
    ...(fallback === undefined ? [] : [{ label: 'default', code: inline(fallback) }]),
    ...(typeof json === 'string' ? [{ label: 'in JSON', code: json }] : []),
    ...otherOptions(field).map(([name, value]) => ({ label: name, code: value })),
  ];
}

/** Tells the options that have no words of their own. */
function optionFacts(thing: protobuf.ReflectionObject): Fact[] {
  const options = otherOptions(thing).filter(([name]) => !name.startsWith('(google.api.http)'));
  return fact('Options', ...options.map(([name, value]) => `${name} = ${value}`));
}

function otherOptions(thing: protobuf.ReflectionObject): [string, string][] {
  return Object.entries(data(thing.options)).flatMap(([name, value]) =>
    TOLD.has(name) || name === 'features' ? [] : [[name, inline(value)]],
  );
}

function parsedOptions(thing: protobuf.ReflectionObject): unknown[] {
  const parsed: unknown = thing.parsedOptions;
  return Array.isArray(parsed) ? parsed : [];
}

function isDeprecated(thing: protobuf.ReflectionObject): boolean {
  return get(thing.options, 'deprecated') === true;
}

function fileFact(thing: protobuf.ReflectionObject): Fact[] {
  return thing.filename === null || thing.filename === MAIN ? [] : fact('File', thing.filename);
}

/** Finds the message or enum that a name means where it stands; null for scalars and what is not there. */
function lookup(from: protobuf.ReflectionObject, name: string): protobuf.Type | protobuf.Enum | null {
  const scope = from instanceof protobuf.Namespace ? from : from.parent;
  const found =
    Object.hasOwn(protobuf.types.basic, name) || name === 'message' ? null : (scope?.lookup(name, [protobuf.Type, protobuf.Enum]) ?? null);
  return found instanceof protobuf.Type || found instanceof protobuf.Enum ? found : null;
}
