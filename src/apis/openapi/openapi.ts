// OpenAPI 2, 3.0, 3.1 and 3.2: a definition in, its model out. Rules: https://spec.openapis.org/oas/
import { type FormatChecker, checkVersion } from '../check-format.ts';
import { data, entries, get, list, text, texts, words } from '../data.ts';
import type { Workspace } from '../document.ts';
import { type MakeId, createIds } from '../ids.ts';
import { documentFacts, groupOf, infoFacts } from '../info.ts';
import { plainField } from '../pieces.ts';
import { type Node, createReferences } from '../references.ts';
import { createSchemas } from '../schema/schemas.ts';
import { readSecuritySchemes, securityFacts } from '../security.ts';
import type { ApiModel, Field, Group, Part } from '../types.ts';
import type { OpenApiContext } from './context.ts';
import { type Tagged, readPath } from './operation.ts';

/** Reads a definition; null when it cannot be parsed. */
export function readOpenApi(workspace: Workspace, checker: FormatChecker): ApiModel | null {
  const document = workspace.readData(null);
  if (document === null) return null;
  const root: Node = { file: null, path: [], value: document.value };
  checkVersion('openapi', document, workspace.tell, checker);
  const isSwagger = get(root.value, 'swagger') !== undefined;
  const references = createReferences(workspace);
  const makeId = createIds();
  const schemas = createSchemas(workspace, references, makeId);
  const components = references.at(root, 'components');
  const part = (key: string, swaggerKey: string) => (isSwagger ? references.at(root, swaggerKey) : references.at(components, key));

  const security = readSecuritySchemes(part('securitySchemes', 'securityDefinitions'), references, makeId);
  const named = part('schemas', 'definitions');
  for (const name of Object.keys(data(named.value))) schemas.name(references.at(named, name), name);
  const context: OpenApiContext = {
    workspace,
    references,
    schemas,
    makeId,
    root,
    isSwagger,
    security: security.ids,
    securityFacts: (requirements) => securityFacts(requirements, security.ids),
    server: firstServer(root),
  };
  const paths = references.at(root, 'paths');
  const operations = entries(paths.value).flatMap(([path]) => readPath(references.at(paths, path), { path, sort: 'operation' }, context));
  const webhooks = [...readHooks(root, 'webhooks', context), ...readHooks(root, 'x-webhooks', context)];
  const groups: Group[] = [
    ...groupByTag(operations, root, makeId),
    ...groupOf(
      'Webhooks',
      'Calls that the service makes.',
      webhooks.map(({ item }) => item),
      makeId,
    ),
    ...groupOf('Schemas', '', schemas.items(), makeId),
    ...groupOf('Security', '', security.items, makeId),
  ];
  const info = get(root.value, 'info');
  return {
    format: 'openapi',
    formatName: isSwagger ? `Swagger ${text(get(root.value, 'swagger'))}` : `OpenAPI ${text(get(root.value, 'openapi'))}`,
    title: words(get(info, 'title')),
    version: words(get(info, 'version')),
    description: words(get(info, 'description')) ?? text(get(info, 'summary')),
    facts: [...infoFacts(info), ...securityFacts(get(root.value, 'security'), security.ids), ...documentFacts(root.value)],
    parts: serverParts(root),
    groups,
  };
}

function readHooks(root: Node, key: string, context: OpenApiContext): Tagged[] {
  const hooks = context.references.at(root, key);
  return Object.keys(data(hooks.value)).flatMap((name) =>
    readPath(context.references.at(hooks, name), { path: name, sort: 'webhook' }, context),
  );
}

/** Groups operations by their first tag: those that the definition describes come first and in its order. */
function groupByTag(tagged: readonly Tagged[], root: Node, makeId: MakeId): Group[] {
  const byTag = Map.groupBy(tagged, ({ tag }) => tag);
  const described = new Map(list(get(root.value, 'tags')).map((tag) => [text(get(tag, 'name')), tag]));
  // `x-tagGroups` of Redoc put tags into chapters, in their order.
  const chapters = new Map(
    list(get(root.value, 'x-tagGroups')).flatMap((group) => texts(get(group, 'tags')).map((tag) => [tag, text(get(group, 'name'))])),
  );
  const order = [...new Set([...chapters.keys(), ...described.keys(), ...[...byTag.keys()].filter((tag) => tag !== null), null])];
  return order.flatMap((tag) => {
    const tagRow = tag === null ? undefined : described.get(tag);
    const items = (byTag.get(tag) ?? []).map(({ item }) => item);
    const title = tag === null ? (byTag.size > 1 ? 'Other operations' : 'Operations') : (words(get(tagRow, 'x-displayName')) ?? tag);
    const chapter = tag === null ? '' : (chapters.get(tag) ?? '');
    return groupOf(
      chapter === '' || chapter === title ? title : `${chapter}: ${title}`,
      words(get(tagRow, 'description')) ?? text(get(tagRow, 'summary')),
      items,
      makeId,
    );
  });
}

function serverParts(root: Node): Part[] {
  const swagger = text(get(root.value, 'swagger')) === '' ? [] : swaggerServers(root).map((address) => plainField(address, []));
  const servers = list(get(root.value, 'servers')).map((server): Field => {
    const variables = entries(get(server, 'variables')).map(([name, variable]) =>
      plainField(name, ['variable'], text(get(variable, 'description')), {
        notes: [{ label: 'default', code: text(get(variable, 'default')) }],
        values: list(get(variable, 'enum')).map((value) => ({ name: text(value), description: '', deprecated: false })),
      }),
    );
    return plainField(text(get(server, 'url')), [], words(get(server, 'description')) ?? text(get(server, 'name')), {
      groups: variables.length === 0 ? [] : [{ label: null, fields: variables }],
    });
  });
  const fields = [...swagger, ...servers];
  return fields.length === 0 ? [] : [{ kind: 'fields', title: 'Servers', fields }];
}

function swaggerServers(root: Node): string[] {
  const host = words(get(root.value, 'host'));
  const base = text(get(root.value, 'basePath'));
  const schemes = list(get(root.value, 'schemes')).map(text);
  if (host === null) return base === '' ? [] : [base];
  return (schemes.length === 0 ? ['https'] : schemes).map((scheme) => `${scheme}://${host}${base}`);
}

function firstServer(root: Node): string {
  const address =
    get(root.value, 'swagger') === undefined ? text(get(list(get(root.value, 'servers'))[0], 'url')) : (swaggerServers(root)[0] ?? '');
  return address.replace(/\/$/, '');
}
