// Messages of AsyncAPI: their nodes in; items, and the parts that operations show of them, out.
import { data, get, list, text, words } from '../data.ts';
import type { MakeId } from '../ids.ts';
import { fact } from '../pieces.ts';
import type { Node, References } from '../references.ts';
import { avroToJsonSchema, isAvro } from '../schema/avro.ts';
import { toExample } from '../schema/examples.ts';
import type { Schemas } from '../schema/schemas.ts';
import type { Content, Example, Field, Item, Part, Piece } from '../types.ts';
import { bindingParts, withTraits } from './parts.ts';

/** Reads the messages of one definition. */
export interface Messages {
  /** Gives a message a section of its own and returns its id. */
  name(node: Node, name: string): string;
  /** Links to a message, which gets a section if it has none; null when it is not there. */
  link(node: Node): { readonly piece: Piece; readonly node: Node } | null;
  /** Shows a message inside of an operation. */
  part(node: Node): Part | null;
  items(): Item[];
}

interface Options {
  readonly references: References;
  readonly schemas: Schemas;
  readonly makeId: MakeId;
  /** Media type of messages that say none. */
  readonly defaultType: string;
}

/** Formats of payloads that are JSON Schema under another name. */
const JSON_SCHEMA = /^application\/(?:vnd\.aai\.asyncapi|schema|vnd\.oai\.openapi)\b/;

/** Makes the reader of the messages of one definition. */
export function createMessages({ references, schemas, makeId, defaultType }: Options): Messages {
  const named = new Map<string, { id: string; name: string; node: Node }>();
  const keyOf = ({ file, path }: Node) => `${file ?? ''}#${path.join('\0')}`;

  const name = (node: Node, title: string): string => {
    // A message of a channel mostly only names one of the components.
    const target = references.follow(node) ?? node;
    const known = named.get(keyOf(target));
    if (known !== undefined) return known.id;
    const id = makeId('message', title);
    named.set(keyOf(target), { id, name: title, node: target });
    return id;
  };

  const link: Messages['link'] = (node) => {
    const target = references.follow(node);
    if (target === null) return null;
    const last = target.path.at(-1) ?? 'message';
    const title =
      words(get(target.value, 'name')) ??
      (/^(?:\d+|message)$/.test(last) ? (words(get(target.value, 'title')) ?? target.path.slice(-3, -1).join(' ')) : last);
    const id = name(target, title);
    return { piece: { text: named.get(keyOf(target))?.name ?? title, to: id }, node: target };
  };

  return {
    name,
    link,
    part(node) {
      const found = link(node);
      if (found === null) return null;
      const { piece, node: message } = found;
      const [content] = contentsOf(message);
      return {
        kind: 'body',
        title: 'Message',
        marks: [],
        description: text(withTraits(message, 'summary', references).value),
        fields: [],
        contents: [
          {
            type: content?.type ?? '',
            shape: { type: [piece], description: '', notes: [], values: [], groups: content?.shape?.groups ?? [] },
            examples: [],
          },
        ],
      };
    },
    items: () => [...named.values()].map(({ id, name, node }) => toItem(id, name, node)),
  };

  function payloadOf(message: Node): { schema: Node | null; format: string; value: unknown } {
    const payload = withTraits(message, 'payload', references);
    const holder = payload.value === undefined ? null : payload;
    const isMulti = get(holder?.value, 'schemaFormat') !== undefined && get(holder?.value, 'schema') !== undefined;
    const schema = holder === null ? null : isMulti ? references.at(holder, 'schema') : holder;
    return {
      schema,
      format: text(isMulti ? get(holder?.value, 'schemaFormat') : get(message.value, 'schemaFormat')),
      value: schema?.value,
    };
  }

  function contentsOf(message: Node): Content[] {
    const { schema, format } = payloadOf(message);
    const type = words(withTraits(message, 'contentType', references).value) ?? defaultType;
    const known = schema === null || (format !== '' && !JSON_SCHEMA.test(format)) ? avroOf(schema, format) : schema;
    if (known === null && type === '' && list(get(message.value, 'examples')).length === 0) return [];
    return [
      {
        type,
        shape: known === null ? null : schemas.shape(known, true),
        examples: examplesOf(message, known !== null && isAvro(format) ? null : known),
      },
    ];
  }

  /** A payload of Avro, in the words of JSON Schema; null for any other. */
  function avroOf(schema: Node | null, format: string): Node | null {
    const found = schema === null || !isAvro(format) ? null : references.follow(schema);
    return found === null ? null : { ...found, value: avroToJsonSchema(found.value) };
  }

  function examplesOf(message: Node, schema: Node | null): Example[] {
    const given = list(get(message.value, 'examples')).flatMap((example, index): Example[] => {
      const title = words(get(example, 'summary')) ?? words(get(example, 'name')) ?? (index === 0 ? '' : String(index + 1));
      const value = get(example, 'payload');
      return value === undefined ? [] : [toExample(title, value, '')];
    });
    if (given.length > 0 || schema === null) return given;
    const made = schemas.sample(schema);
    return Object.keys(data(made)).length === 0 ? [] : [{ ...toExample('', made, ''), generated: true }];
  }

  function toItem(id: string, name: string, node: Node): Item {
    const field = (key: string) => withTraits(node, key, references);
    const { schema, format, value } = payloadOf(node);
    const headers = field('headers');
    const correlation = field('correlationId');
    const correlated = correlation.value === undefined ? null : references.follow(correlation);
    const isOther = schema !== null && format !== '' && !JSON_SCHEMA.test(format) && !isAvro(format);
    const headerFields: Field[] = headers.value === undefined ? [] : [{ ...schemas.field('', headers), description: '' }];
    return {
      id,
      badge: 'message',
      does: false,
      title: name,
      summary: words(field('summary').value) ?? words(field('title').value) ?? '',
      description: text(field('description').value),
      deprecated: get(node.value, 'deprecated') === true ? '' : null,
      facts: [
        ...fact('Name', words(get(node.value, 'name')) === name ? null : words(get(node.value, 'name'))),
        ...fact('Correlation', words(get(correlated?.value, 'location'))),
        ...fact('Schema', format),
        ...fact(
          'Tags',
          list(field('tags').value)
            .map((tag) => text(get(tag, 'name')))
            .join(', '),
        ),
      ],
      parts: [
        ...(headerFields.length === 0 ? [] : [{ kind: 'fields', title: 'Headers', fields: headerFields } satisfies Part]),
        ...(isOther
          ? [
              {
                kind: 'code',
                title: 'Payload',
                language: 'json',
                text: typeof value === 'string' ? value : JSON.stringify(value, null, 2),
              } satisfies Part,
            ]
          : []),
        {
          kind: 'body',
          title: isOther ? '' : 'Payload',
          marks: [],
          description: '',
          fields: [],
          contents: contentsOf(node),
        } satisfies Part,
        ...bindingParts(field('bindings'), references),
      ],
      words: [words(get(node.value, 'messageId')) ?? ''].filter((word) => word !== ''),
    };
  }
}
