// Operations of AsyncAPI, both versions: a definition's root in, the items of what is sent and received out.
import { data, get, list, text, words } from '../data.ts';
import { documentFacts } from '../info.ts';
import { schemeFacts, securityFacts } from '../security.ts';
import { fact } from '../pieces.ts';
import type { Node } from '../references.ts';
import type { Fact, Item, Part } from '../types.ts';
import { channelAddress, parameterParts } from './channels.ts';
import type { AsyncContext } from './context.ts';
import { bindingParts, withTraits } from './parts.ts';

/** Reads all operations. */
export function readOperations(context: AsyncContext): Item[] {
  return context.isOld ? oldOperations(context) : newOperations(context);
}

/** Of version 2, a channel holds what may be published to it and subscribed to. */
function oldOperations(context: AsyncContext): Item[] {
  const { references, root } = context;
  const channels = references.at(root, 'channels');
  return Object.keys(data(channels.value)).flatMap((name) => {
    const channel = references.follow(references.at(channels, name));
    if (channel === null) return [];
    return ['publish', 'subscribe'].flatMap((action): Item[] => {
      const operation = references.at(channel, action);
      if (get(channel.value, action) === undefined) return [];
      const message = references.at(operation, 'message');
      const options = references.at(message, 'oneOf');
      const nodes = Array.isArray(options.value) ? options.value.map((_, index) => references.at(options, String(index))) : [message];
      return [
        toItem(
          {
            action,
            name: words(get(operation.value, 'operationId')),
            operation,
            channel,
            channelName: name,
            messages: message.value === undefined ? [] : nodes,
          },
          context,
        ),
      ];
    });
  });
}

function newOperations(context: AsyncContext): Item[] {
  const { references, root } = context;
  const operations = references.at(root, 'operations');
  return Object.keys(data(operations.value)).flatMap((name): Item[] => {
    const operation = references.follow(references.at(operations, name));
    if (operation === null) return [];
    const channel = references.follow(references.at(operation, 'channel'));
    return [
      toItem(
        {
          action: text(get(operation.value, 'action')),
          name,
          operation,
          channel,
          channelName: channel?.path.at(-1) ?? name,
          messages: messageNodes(operation, channel, context),
        },
        context,
      ),
    ];
  });
}

/** The messages an operation names, else all of its channel. */
function messageNodes(holder: Node, channel: Node | null, { references }: AsyncContext): Node[] {
  const named = references.at(holder, 'messages');
  if (Array.isArray(named.value)) return named.value.map((_, index) => references.at(named, String(index)));
  if (channel === null) return [];
  const all = references.at(channel, 'messages');
  return Object.keys(data(all.value)).map((name) => references.at(all, name));
}

interface Operation {
  readonly action: string;
  readonly name: string | null;
  readonly operation: Node;
  readonly channel: Node | null;
  readonly channelName: string;
  readonly messages: readonly Node[];
}

function toItem({ action, name, operation, channel, channelName, messages }: Operation, context: AsyncContext): Item {
  const { references } = context;
  const field = (key: string) => withTraits(operation, key, references);
  const address = channel === null ? channelName : channelAddress(channel, channelName, context.isOld);
  const channelId = channel === null ? undefined : context.channels.get(channel.path.join('\0'));
  const tags = list(field('tags').value).map((tag) => text(get(tag, 'name')));
  return {
    id: name === null ? context.makeId(action, channelName) : context.makeId(name),
    badge: action,
    does: true,
    title: address,
    summary: words(field('summary').value) ?? words(field('title').value) ?? '',
    description: words(field('description').value) ?? (context.isOld ? text(get(channel?.value, 'description')) : ''),
    deprecated: get(operation.value, 'deprecated') === true ? '' : null,
    facts: [
      ...fact('Operation', name),
      ...(channelId === undefined ? [] : fact('Channel', [{ text: channelName, to: channelId }])),
      ...fact('Tags', tags.join(', ')),
      ...(context.isOld ? securityFacts : schemeFacts)(get(operation.value, 'security'), context.security),
      ...documentFacts(operation.value),
    ],
    parts: [
      ...(channel === null ? [] : parameterParts(channel, context)),
      ...messages.flatMap((message) => context.messages.part(message) ?? []),
      ...replyParts(operation, context),
      ...bindingParts(field('bindings'), references),
    ],
    words: [name ?? '', ...tags].filter((word) => word !== ''),
  };
}

/** What is answered, and where. */
function replyParts(operation: Node, context: AsyncContext): Part[] {
  const { references } = context;
  const reply = references.at(operation, 'reply');
  const found = reply.value === undefined ? null : references.follow(reply);
  if (found === null) return [];
  const channel = get(found.value, 'channel') === undefined ? null : references.follow(references.at(found, 'channel'));
  const facts: Fact[] = [
    ...(channel === null ? [] : fact('on', channelAddress(channel, channel.path.at(-1) ?? '', false))),
    ...fact('at', words(get(get(found.value, 'address'), 'location'))),
  ];
  const where = facts.map(({ label, values }) => `${label} ${values.flat().join('')}`).join(', ');
  const parts = messageNodes(found, channel, context).flatMap((message) => context.messages.part(message) ?? []);
  return parts.map((part) => ({ ...part, title: where === '' ? 'Reply' : `Reply ${where}` }));
}
