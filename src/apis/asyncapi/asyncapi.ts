// AsyncAPI 2 and 3: a definition in, its model out. Rules: https://www.asyncapi.com/docs/reference/specification/
import { type FormatChecker, checkVersion } from '../check-format.ts';
import { data, entries, get, text, texts, words } from '../data.ts';
import type { Workspace } from '../document.ts';
import { createIds } from '../ids.ts';
import { documentFacts, groupOf, infoFacts } from '../info.ts';
import { readSecuritySchemes, schemeFacts, securityFacts } from '../security.ts';
import { plainField } from '../pieces.ts';
import { type Node, createReferences } from '../references.ts';
import { createSchemas } from '../schema/schemas.ts';
import type { ApiModel, Field, Part } from '../types.ts';
import { readChannels } from './channels.ts';
import type { AsyncContext } from './context.ts';
import { createMessages } from './messages.ts';
import { readOperations } from './operations.ts';

/** Reads a definition; null when it cannot be parsed. */
export function readAsyncApi(workspace: Workspace, checker: FormatChecker): ApiModel | null {
  const document = workspace.readData(null);
  if (document === null) return null;
  checkVersion('asyncapi', document, workspace.tell, checker);
  const root: Node = { file: null, path: [], value: document.value };
  const version = text(get(root.value, 'asyncapi'));
  const references = createReferences(workspace);
  const makeId = createIds();
  const schemas = createSchemas(workspace, references, makeId);
  const components = references.at(root, 'components');
  const part = (key: string) => references.at(components, key);

  const security = readSecuritySchemes(part('securitySchemes'), references, makeId);
  for (const name of Object.keys(data(part('schemas').value))) schemas.name(references.at(part('schemas'), name), name);
  const messages = createMessages({ references, schemas, makeId, defaultType: text(get(root.value, 'defaultContentType')) });
  for (const name of Object.keys(data(part('messages').value))) messages.name(references.at(part('messages'), name), name);
  const context: AsyncContext = {
    references,
    schemas,
    messages,
    makeId,
    root,
    isOld: version.startsWith('2.'),
    channels: new Map(),
    security: security.ids,
  };
  const channels = readChannels(context);
  const operations = readOperations(context);
  const info = get(root.value, 'info');
  return {
    format: 'asyncapi',
    formatName: `AsyncAPI ${version}`,
    title: words(get(info, 'title')),
    version: words(get(info, 'version')),
    description: text(get(info, 'description')),
    facts: [...infoFacts(info), ...documentFacts(root.value), ...documentFacts(info)],
    parts: serverParts(references.at(root, 'servers'), context),
    groups: [
      ...groupOf('Operations', '', operations, makeId),
      ...groupOf('Channels', '', channels, makeId),
      ...groupOf('Messages', '', messages.items(), makeId),
      ...groupOf('Schemas', '', schemas.items(), makeId),
      ...groupOf('Security', '', security.items, makeId),
    ],
  };
}

function serverParts(servers: Node, { references, security, isOld }: AsyncContext): Part[] {
  const fields = Object.keys(data(servers.value)).flatMap((name): Field[] => {
    const server = references.follow(references.at(servers, name));
    if (server === null) return [];
    const address = words(get(server.value, 'url')) ?? `${text(get(server.value, 'host'))}${text(get(server.value, 'pathname'))}`;
    const protocol = [text(get(server.value, 'protocol')), text(get(server.value, 'protocolVersion'))]
      .filter((word) => word !== '')
      .join(' ');
    const variables = entries(get(server.value, 'variables')).map(([variable, value]) =>
      plainField(variable, ['variable'], text(get(value, 'description')), {
        notes: words(get(value, 'default')) === null ? [] : [{ label: 'default', code: text(get(value, 'default')) }],
        values: texts(get(value, 'enum')).map((one) => ({ name: one, description: '', deprecated: false })),
      }),
    );
    const wanted = (isOld ? securityFacts : schemeFacts)(get(server.value, 'security'), security).flatMap(({ values }) =>
      values.map((value) => value.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')),
    );
    return [
      plainField(
        name,
        [address === '' ? protocol : `${address} (${protocol})`],
        words(get(server.value, 'description')) ?? text(get(server.value, 'summary')),
        {
          notes: wanted.map((one) => ({ label: 'security', code: one })),
          groups: variables.length === 0 ? [] : [{ label: null, fields: variables }],
        },
      ),
    ];
  });
  return fields.length === 0 ? [] : [{ kind: 'fields', title: 'Servers', fields }];
}
