// Nothing of a definition is lost: what each format's parser finds is counted in the model.
import { type DocumentNode, Kind, buildSchema, introspectionFromSchema, parse, visit } from 'graphql';
import protobuf from 'protobufjs';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/lib/yaml.ts';
import { fieldsOf, itemOf, itemsOf, linksOf, operationsOf, readFixture, readText } from './definitions.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

const ALL: readonly (readonly [type: string, path: string])[] = [
  ['openapi', 'clinic/api/appointments.openapi.yaml'],
  ['openapi', 'clinic/api/billing.openapi.yaml'],
  ['openapi', 'clinic/api/legacy.swagger.json'],
  ['asyncapi', 'grid/meters.asyncapi.yaml'],
  ['asyncapi', 'grid/dispatch.asyncapi.yaml'],
  ['graphql', 'grid/graphql/outages.graphql'],
  ['grpc', 'clinic/proto/clinic/v1/triage.proto'],
  ['grpc', 'grid/proto/legacy/relay.proto'],
  ['trpc', 'grid/router.ts'],
  ['json-schema', 'library/shelf.schema.json'],
  ['mcp-server', 'library/tools.mcp.json'],
  ['crd', 'library/crd/loans.yaml'],
];

describe.each(ALL)('the %s definition %s', (type, path) => {
  test('is read without a fault', async () => {
    expect((await readFixture(type, path)).rules).toEqual([]);
  });

  test('is known by its text alone', async () => {
    const { model, rules } = await readFixture(null, path);
    expect({ model, rules }).toEqual({ model: (await readFixture(type, path)).model, rules: [] });
  });

  test('gives every section an id of its own, and links to nothing else', async () => {
    const { model } = await readFixture(type, path);
    const ids = [...model.groups, ...itemsOf(model)].map(({ id }) => id);
    expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(ids.length);
    expect(linksOf(model).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe.each(ALL.filter(([, path]) => /\.(?:ya?ml|json)$/.test(path)))('of the %s definition %s', (type, path) => {
  test('every property of every schema is shown, at least as often as it is written', async () => {
    const { model, text } = await readFixture(type, path);
    const written = countNames(parseYaml(text).documents.map(({ value }) => value));
    const shown = new Map<string, number>();
    for (const { name } of itemsOf(model).flatMap(fieldsOf)) shown.set(name, (shown.get(name) ?? 0) + 1);
    expect(written.size).toBeGreaterThan(1);
    expect([...written].filter(([name, count]) => (shown.get(name) ?? 0) < count)).toEqual([]);
  });
});

describe.each(ALL.filter(([type]) => type === 'openapi'))('of the %s definition %s', (type, path) => {
  test('every operation and every schema has its section', async () => {
    const { model, text } = await readFixture(type, path);
    const [document] = parseYaml(text).documents;
    const root = document?.value as Record<string, Record<string, Record<string, unknown>>>;
    const own = Object.entries({ ...root['paths'], ...root['webhooks'] }).flatMap(([where, item]) =>
      METHODS.filter((method) => Object.hasOwn(item, method)).map((method) => `${method.toUpperCase()} ${where}`),
    );
    expect(operationsOf(model)).toEqual(expect.arrayContaining(own));
    const schemas = Object.keys((root['definitions'] as object | undefined) ?? root['components']?.['schemas'] ?? {});
    for (const name of schemas) expect(itemOf(model, name).does).toBe(false);
    const names = [...text.matchAll(/operationId"?: "?([\w]+)/g)].map(([, name]) => name);
    const found = itemsOf(model).flatMap(({ words }) => words);
    expect(names.filter((name) => !found.includes(name ?? ''))).toEqual([]);
  });
});

test.each([
  ['grid/meters.asyncapi.yaml', 'production', 'cert'],
  ['grid/dispatch.asyncapi.yaml', 'bus', 'scram'],
])('the server of %s says what it wants proved', async (path, server, scheme) => {
  const { model } = await readFixture('asyncapi', path);
  const fields = model.parts.flatMap((part) => (part.kind === 'fields' ? part.fields : []));
  expect(fields.find(({ name }) => name === server)?.notes).toContainEqual({ label: 'security', code: scheme });
});

test('a GraphQL schema shows every field, argument, value, type and directive', async () => {
  const { model, text } = await readFixture('graphql', 'grid/graphql/outages.graphql');
  const counts = countNodes(parse(text));
  const names = (badges: readonly string[]) => itemsOf(model).filter(({ badge }) => badges.includes(badge ?? ''));
  const operations = names(['query', 'mutation', 'subscription']);
  const shown = itemsOf(model).flatMap(fieldsOf);
  expect(operations).toHaveLength(7);
  expect(shown.length + operations.length).toBe(counts.fields + counts.inputs + counts.values);
  expect(names(['type', 'interface', 'union', 'input', 'enum', 'scalar'])).toHaveLength(counts.types - 3);
  expect(names(['directive'])).toHaveLength(2);
});

test('a schema is the same whether it comes as text or as the answer of an introspection', async () => {
  const sdl = 'type Query { a(b: Int = 3): A! } "An A." type A { c: [String!] @deprecated(reason: "no") }';
  const asText = await readText('graphql', sdl);
  const asAnswer = await readText('graphql', JSON.stringify({ data: introspectionFromSchema(buildSchema(sdl)) }));
  expect(asAnswer.model?.groups).toEqual(asText.model?.groups);
});

describe.each(['clinic/proto/clinic/v1/triage.proto', 'grid/proto/legacy/relay.proto'])('of the proto file %s', (path) => {
  test('every method, field and value is shown', async () => {
    const { model, text } = await readFixture('grpc', path);
    const { root } = protobuf.parse(text, new protobuf.Root(), { keepCase: true });
    const things = [...walk(root)];
    const rpcs = things
      .filter((one) => one instanceof protobuf.Service)
      .flatMap((service) => service.methodsArray.map(({ name }) => `rpc ${name}`));
    expect(operationsOf(model)).toEqual(rpcs);
    for (const type of things.filter((one) => one instanceof protobuf.Type)) {
      const shown = fieldsOf(itemOf(model, withoutPackage(type, text))).map(({ name }) => name);
      expect(shown.filter((name) => name !== '').toSorted()).toEqual(type.fieldsArray.map(({ name }) => name).toSorted());
    }
    for (const type of things.filter((one) => one instanceof protobuf.Enum))
      expect(fieldsOf(itemOf(model, withoutPackage(type, text))).map(({ name }) => name)).toEqual(Object.keys(type.values));
    const extended = things.filter((one) => one instanceof protobuf.Field).map(({ name }) => name);
    expect(
      itemsOf(model)
        .filter(({ badge }) => badge === 'extend')
        .flatMap(fieldsOf)
        .map(({ name }) => name),
    ).toEqual(extended);
  });
});

/** Counts the names under every `properties`, where schemas stand; what is said of them is no schema. */
function countNames(value: unknown, counts = new Map<string, number>(), isNames = false): Map<string, number> {
  if (typeof value !== 'object' || value === null) return counts;
  for (const [key, inner] of Object.entries(value)) {
    if (isNames) counts.set(key, (counts.get(key) ?? 0) + 1);
    if (isNames || !/^(?:examples?|default|enum|parsed|bindings|links)$/.test(key))
      countNames(inner, counts, !isNames && key === 'properties');
  }
  return counts;
}

function countNodes(document: DocumentNode): { fields: number; inputs: number; values: number; types: number } {
  const counts = { fields: 0, inputs: 0, values: 0, types: 0 };
  visit(document, {
    enter(node) {
      if (node.kind === Kind.FIELD_DEFINITION) counts.fields++;
      if (node.kind === Kind.INPUT_VALUE_DEFINITION) counts.inputs++;
      if (node.kind === Kind.ENUM_VALUE_DEFINITION) counts.values++;
      if (/^(?:Object|Interface|Union|InputObject|Enum|Scalar)TypeDefinition$/.test(node.kind)) counts.types++;
    },
  });
  return counts;
}

function withoutPackage(type: protobuf.ReflectionObject, text: string): string {
  const name = /^package ([\w.]+);/m.exec(text)?.[1];
  const full = type.fullName.slice(1);
  return name === undefined ? full : full.slice(name.length + 1);
}

function* walk(namespace: protobuf.NamespaceBase): Generator<protobuf.ReflectionObject> {
  for (const thing of namespace.nestedArray) {
    yield thing;
    if (thing instanceof protobuf.Namespace) yield* walk(thing);
  }
}
