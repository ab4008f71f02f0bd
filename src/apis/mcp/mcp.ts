// MCP servers: what one lists of itself (tools, prompts, resources) in, its model out. Rules: https://modelcontextprotocol.io/specification
import { entries, get, inline, list, text, words } from '../data.ts';
import type { Workspace } from '../document.ts';
import { createIds } from '../ids.ts';
import { groupOf } from '../info.ts';
import { fact, plainField } from '../pieces.ts';
import { type Node, createReferences } from '../references.ts';
import { type Schemas, createSchemas } from '../schema/schemas.ts';
import type { ApiModel, Field, Item, Part } from '../types.ts';
import { remoteParts } from './remotes.ts';

/** Reads what a server lists; null when it cannot be parsed. */
export function readMcp(workspace: Workspace): ApiModel | null {
  const document = workspace.readData(null);
  if (document === null) return null;
  const references = createReferences(workspace);
  const makeId = createIds();
  const schemas = createSchemas(workspace, references, makeId);
  const whole: Node = { file: null, path: [], value: document.value };
  // An answer as it came over the wire has the list inside of `result`.
  const root = get(whole.value, 'result') === undefined ? whole : references.at(whole, 'result');
  const all = (key: string) => {
    const holder = references.at(root, key);
    return list(holder.value).map((_, index) => references.at(holder, String(index)));
  };
  const tools = all('tools').map((tool): Item => ({
    ...common(tool, makeId('tool', text(get(tool.value, 'name'))), 'tool', true),
    facts: entries(get(tool.value, 'annotations')).flatMap(([name, value]) => (name === 'title' ? [] : fact(name, inline(value)))),
    parts: [
      ...schemaParts('Input', references.at(tool, 'inputSchema'), schemas),
      ...schemaParts('Output', references.at(tool, 'outputSchema'), schemas),
    ],
  }));
  const prompts = all('prompts').map((prompt): Item => ({
    ...common(prompt, makeId('prompt', text(get(prompt.value, 'name'))), 'prompt', true),
    parts: argumentParts(get(prompt.value, 'arguments')),
  }));
  const resources = [...all('resources'), ...all('resourceTemplates')].map((resource): Item => {
    const address = words(get(resource.value, 'uri')) ?? text(get(resource.value, 'uriTemplate'));
    return {
      ...common(resource, makeId('resource', address), 'resource', false),
      title: address,
      summary: words(get(resource.value, 'title')) ?? text(get(resource.value, 'name')),
      facts: fact('Media type', words(get(resource.value, 'mimeType'))),
    };
  });
  const info = get(root.value, 'serverInfo') ?? root.value;
  return {
    format: 'mcp',
    formatName: ['MCP server', text(get(root.value, 'protocolVersion'))].join(' ').trim(),
    title: words(get(info, 'title')) ?? words(get(info, 'name')),
    version: words(get(info, 'version')),
    description: words(get(root.value, 'instructions')) ?? text(get(info, 'description')),
    facts: [],
    parts: remoteParts(get(root.value, 'remotes')),
    groups: [
      ...groupOf('Tools', '', tools, makeId),
      ...groupOf('Prompts', '', prompts, makeId),
      ...groupOf('Resources', '', resources, makeId),
      ...groupOf('Schemas', '', schemas.items(), makeId),
    ],
  };
}

function common(node: Node, id: string, badge: string, does: boolean): Item {
  return {
    id,
    badge,
    does,
    title: text(get(node.value, 'name')),
    summary: words(get(node.value, 'title')) ?? text(get(get(node.value, 'annotations'), 'title')),
    description: text(get(node.value, 'description')),
    deprecated: null,
    facts: [],
    parts: [],
    words: [],
  };
}

function schemaParts(title: string, schema: Node, schemas: Schemas): Part[] {
  return schema.value === undefined ? [] : [{ kind: 'fields', title, fields: [schemas.field('', schema)] }];
}

function argumentParts(all: unknown): Part[] {
  const fields = list(all).map((one): Field =>
    plainField(text(get(one, 'name')), ['string'], text(get(one, 'description')), {
      marks: get(one, 'required') === true ? ['required'] : [],
    }),
  );
  return fields.length === 0 ? [] : [{ kind: 'fields', title: 'Arguments', fields }];
}
