// Bodies and parameters of OpenAPI, all versions: their nodes in, parts of an item out.
import { data, entries, get, list, text, texts, words } from '../data.ts';
import { plainField } from '../pieces.ts';
import type { Node } from '../references.ts';
import { examplesOf, toExample } from '../schema/examples.ts';
import type { Content, Field, Part } from '../types.ts';
import type { OpenApiContext } from './context.ts';

/** Where parameters stand, in the order in which they are told. */
const PLACES: readonly (readonly [place: string, title: string])[] = [
  ['path', 'Path parameters'],
  ['query', 'Query parameters'],
  ['querystring', 'Query string'],
  ['header', 'Header parameters'],
  ['cookie', 'Cookie parameters'],
];

/** Returns the parameters of an operation with those of its path; the operation's own come instead of those of the same name. */
export function parametersOf(path: Node, operation: Node, { references }: OpenApiContext): Node[] {
  const found = new Map<string, Node>();
  for (const holder of [path, operation]) {
    const all = references.at(holder, 'parameters');
    for (const index of list(all.value).keys()) {
      const parameter = references.follow(references.at(all, String(index)));
      if (parameter !== null) found.set(`${text(get(parameter.value, 'in'))} ${text(get(parameter.value, 'name'))}`, parameter);
    }
  }
  return [...found.values()];
}

/** Makes one part for each place where parameters stand. */
export function parameterParts(parameters: readonly Node[], context: OpenApiContext): Part[] {
  return PLACES.flatMap(([place, title]): Part[] => {
    const here = parameters.filter((parameter) => get(parameter.value, 'in') === place);
    return here.length === 0 ? [] : [{ kind: 'fields', title, fields: here.map((parameter) => parameterField(parameter, context)) }];
  });
}

/** Makes the field of a parameter or header. Of version 2, the parameter itself is its schema. */
export function parameterField(parameter: Node, context: OpenApiContext, name = text(get(parameter.value, 'name'))): Field {
  const { references, schemas } = context;
  const required = get(parameter.value, 'required') === true;
  const content = references.at(parameter, 'content');
  const [type] = Object.keys(data(content.value));
  const schema = type === undefined ? references.at(parameter, 'schema') : references.at(references.at(content, type), 'schema');
  if (schema.value === undefined) {
    const { required: _, ...plain } = data(parameter.value);
    return schemas.field(name, { ...parameter, value: plain }, required);
  }
  const field = schemas.field(name, schema, required);
  const deprecated = get(parameter.value, 'deprecated') === true && !field.marks.includes('deprecated');
  const examples = examplesOf(parameter, null, '', schemas, references).map(({ text }) => ({
    label: 'e.g.',
    code: text.replace(/\s+/g, ' ').slice(0, 200),
  }));
  return {
    ...field,
    marks: deprecated ? [...field.marks, 'deprecated'] : field.marks,
    description: words(get(parameter.value, 'description')) ?? field.description,
    notes: [...(type === undefined ? [] : [{ label: 'as', code: type }]), ...field.notes, ...examples],
  };
}

/** Makes the contents of a body by media type. */
export function contentsOf(holder: Node, { references, schemas }: OpenApiContext): Content[] {
  const content = references.at(holder, 'content');
  return Object.keys(data(content.value)).map((type) => {
    const media = references.follow(references.at(content, type)) ?? references.at(content, type);
    const streamed = get(media.value, 'schema') === undefined && get(media.value, 'itemSchema') !== undefined;
    const schema = references.at(media, streamed ? 'itemSchema' : 'schema');
    const known = schema.value === undefined ? null : schema;
    return {
      type,
      shape: known === null ? null : schemas.shape(known, true),
      examples: examplesOf(media, known, type, schemas, references),
    };
  });
}

/** Makes the part of a request body, with that of version 2, where it is a parameter or a form. */
export function requestParts(operation: Node, parameters: readonly Node[], context: OpenApiContext): Part[] {
  const { references } = context;
  if (context.isSwagger) return swaggerRequest(operation, parameters, context);
  const body = references.at(operation, 'requestBody');
  const found = body.value === undefined ? null : references.follow(body);
  if (found === null) return [];
  return [
    {
      kind: 'body',
      title: 'Request body',
      marks: get(found.value, 'required') === true ? ['required'] : [],
      description: text(get(found.value, 'description')),
      fields: [],
      contents: contentsOf(found, context),
    },
  ];
}

function swaggerRequest(operation: Node, parameters: readonly Node[], context: OpenApiContext): Part[] {
  const types = mediaTypes(operation, 'consumes', context);
  const body = parameters.find((parameter) => get(parameter.value, 'in') === 'body');
  const form = parameters.filter((parameter) => get(parameter.value, 'in') === 'formData');
  const parts: Part[] = [];
  if (body !== undefined)
    parts.push({
      kind: 'body',
      title: 'Request body',
      marks: get(body.value, 'required') === true ? ['required'] : [],
      description: text(get(body.value, 'description')),
      fields: [],
      contents: swaggerContents(context.references.at(body, 'schema'), types, context),
    });
  if (form.length > 0)
    parts.push({ kind: 'fields', title: 'Form fields', fields: form.map((parameter) => parameterField(parameter, context)) });
  return parts;
}

/** Of version 2, all media types of a body have one schema. */
function swaggerContents(schema: Node, types: readonly string[], { schemas, references }: OpenApiContext): Content[] {
  if (schema.value === undefined) return [];
  const type = types.join(', ');
  const first = types.find((one) => one.includes('json')) ?? types[0] ?? '';
  return [{ type, shape: schemas.shape(schema, true), examples: examplesOf({ ...schema, value: {} }, schema, first, schemas, references) }];
}

function mediaTypes(operation: Node, key: 'consumes' | 'produces', { root }: OpenApiContext): string[] {
  return texts(get(operation.value, key) ?? get(root.value, key));
}

/** Makes one part for each answer. */
export function responseParts(operation: Node, context: OpenApiContext): Part[] {
  const { references } = context;
  const responses = references.at(operation, 'responses');
  return entries(responses.value).flatMap(([status]): Part[] => {
    const response = references.follow(references.at(responses, status));
    if (response === null) return [];
    const headers = references.at(response, 'headers');
    return [
      {
        kind: 'body',
        title: status,
        marks: [],
        description: words(get(response.value, 'description')) ?? text(get(response.value, 'summary')),
        fields: [...headerFields(headers, context), ...linkFields(references.at(response, 'links'), context)],
        contents: context.isSwagger ? swaggerAnswer(operation, response, context) : contentsOf(response, context),
      },
    ];
  });
}

function swaggerAnswer(operation: Node, response: Node, context: OpenApiContext): Content[] {
  const contents = swaggerContents(context.references.at(response, 'schema'), mediaTypes(operation, 'produces', context), context);
  const given = entries(get(response.value, 'examples')).map(([type, value]) => toExample(type, value, type));
  if (given.length === 0) return contents;
  const [first] = contents;
  return [{ type: first?.type ?? '', shape: first?.shape ?? null, examples: given }];
}

function headerFields(headers: Node, context: OpenApiContext): Field[] {
  return Object.keys(data(headers.value)).flatMap((name) => {
    const header = context.references.follow(context.references.at(headers, name));
    if (header === null) return [];
    const field = parameterField(header, context, name);
    return [{ ...field, marks: ['header', ...field.marks] }];
  });
}

/** What a client may do next with an answer. */
function linkFields(links: Node, { references }: OpenApiContext): Field[] {
  return Object.keys(data(links.value)).flatMap((name) => {
    const link = references.follow(references.at(links, name));
    if (link === null) return [];
    const target = words(get(link.value, 'operationId')) ?? text(get(link.value, 'operationRef'));
    const given = entries(get(link.value, 'parameters')).map(([key, value]) => ({ label: key, code: text(value) }));
    return [plainField(name, [target], text(get(link.value, 'description')), { marks: ['link'], notes: given })];
  });
}
