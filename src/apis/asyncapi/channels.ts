// Channels of AsyncAPI: a definition's root in, the items of its channels out.
import { data, get, list, text, texts, words } from '../data.ts';
import { fact, plainField } from '../pieces.ts';
import type { Node } from '../references.ts';
import type { Field, Item, Part, Piece } from '../types.ts';
import type { AsyncContext } from './context.ts';
import { bindingParts } from './parts.ts';

/** Reads all channels, and notes their ids for the operations. */
export function readChannels(context: AsyncContext): Item[] {
  const { references, root, makeId, channels } = context;
  const all = references.at(root, 'channels');
  return Object.keys(data(all.value)).flatMap((name): Item[] => {
    const channel = references.follow(references.at(all, name));
    if (channel === null) return [];
    const id = makeId('channel', name);
    channels.set(channel.path.join('\0'), id);
    const address = channelAddress(channel, name, context.isOld);
    return [
      {
        id,
        badge: 'channel',
        does: false,
        title: address,
        summary: words(get(channel.value, 'summary')) ?? words(get(channel.value, 'title')) ?? '',
        description: text(get(channel.value, 'description')),
        deprecated: get(channel.value, 'deprecated') === true ? '' : null,
        facts: [
          ...fact('Name', address === name ? null : name),
          ...fact('Servers', serversOf(channel).join(', ')),
          ...fact('Messages', ...messagesOf(channel, context)),
        ],
        parts: [...parameterParts(channel, context), ...bindingParts(references.at(channel, 'bindings'), references)],
        words: [name],
      },
    ];
  });
}

/** Returns the address of a channel; of version 2, that is its name. */
export function channelAddress(channel: Node, name: string, isOld: boolean): string {
  return isOld ? name : (words(get(channel.value, 'address')) ?? name);
}

function serversOf(channel: Node): string[] {
  return list(get(channel.value, 'servers')).map((server) =>
    typeof server === 'string' ? server : (text(get(server, '$ref')).split('/').at(-1) ?? ''),
  );
}

function messagesOf(channel: Node, { references, messages }: AsyncContext): Piece[][] {
  const all = references.at(channel, 'messages');
  return Object.keys(data(all.value)).flatMap((name) => {
    const link = messages.link(references.at(all, name));
    return link === null ? [] : [[link.piece]];
  });
}

/** Makes the part of the parameters of a channel. */
export function parameterParts(channel: Node, { references, schemas }: AsyncContext): Part[] {
  const all = references.at(channel, 'parameters');
  const fields = Object.keys(data(all.value)).flatMap((name): Field[] => {
    const parameter = references.follow(references.at(all, name));
    if (parameter === null) return [];
    const schema = references.at(parameter, 'schema');
    const field = schema.value === undefined ? plainField(name, ['string']) : schemas.field(name, schema);
    const values = texts(get(parameter.value, 'enum')).map((value) => ({ name: value, description: '', deprecated: false }));
    const notes = [
      ...(words(get(parameter.value, 'default')) === null ? [] : [{ label: 'default', code: text(get(parameter.value, 'default')) }]),
      ...texts(get(parameter.value, 'examples'))
        .slice(0, 3)
        .map((example) => ({ label: 'e.g.', code: example })),
      ...(words(get(parameter.value, 'location')) === null ? [] : [{ label: 'also in', code: text(get(parameter.value, 'location')) }]),
    ];
    return [
      {
        ...field,
        description: words(get(parameter.value, 'description')) ?? field.description,
        notes: [...field.notes, ...notes],
        values: values.length > 0 ? values : field.values,
      },
    ];
  });
  return fields.length === 0 ? [] : [{ kind: 'fields', title: 'Parameters', fields }];
}
