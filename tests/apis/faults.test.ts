// What is wrong with a definition is told with its place, and what is right of it is shown all the same.
import { describe, expect, test } from 'vitest';
import { fieldsOf, itemOf, itemsOf, operationsOf, readText, wordsOf } from './definitions.ts';

const openapi = (rest: string) => `openapi: 3.1.0\ninfo: {title: T, version: '1'}\n${rest}`;

describe('readApi', () => {
  test.each<[what: string, type: string, text: string, problem: string]>([
    ['YAML that is none', 'openapi', openapi('paths: {\n'), 'api/bad-syntax 4'],
    ['GraphQL that is none', 'graphql', 'type Query {\n  a(id: ID!: A\n}\n', 'api/bad-syntax 2:12'],
    ['proto that is none', 'grpc', 'syntax = "proto3";\nmessage A {\n  string\n}\n', 'api/bad-syntax 4'],
    ['TypeScript that is none', 'trpc', 'const r = router({\n  a: b.query(() => 1),\n  c: ,\n});', 'api/bad-syntax 3:6'],
    ['a key that is missing', 'openapi', "openapi: 3.1.0\ninfo: {version: '1'}\npaths: {}\n", 'api/invalid 2'],
    [
      'a key that is not known',
      'openapi',
      openapi('paths:\n  /a:\n    get:\n      responses: {default: {description: D}}\n      summry: x\n'),
      'api/invalid 7',
    ],
    ['a channel that is no mapping', 'asyncapi', "asyncapi: 2.6.0\ninfo: {title: T, version: '1'}\nchannels:\n  a: 5\n", 'api/invalid 4:6'],
    ['a version of the future', 'openapi', 'openapi: 4.0.0\npaths: {}\n', 'api/unknown-version 1:10'],
    ['another format', 'openapi', "asyncapi: 3.0.0\ninfo: {title: T, version: '1'}\n", 'api/wrong-format'],
    ['no format at all', 'graphql', 'Ask the team.\n', 'api/wrong-format'],
    ['a type that is not there', 'graphql', 'type Query {\n  a: Nothing\n}\n', 'api/unknown-ref 2:6'],
    ['an import that is not there', 'grpc', 'syntax = "proto3";\nimport "a/b.proto";\n', 'api/unknown-ref 2'],
    [
      'a schema that is not there',
      'openapi',
      openapi("components:\n  schemas:\n    A:\n      $ref: '#/components/schemas/B'\n"),
      'api/unknown-ref 6:13',
    ],
  ])('tells of %s', async (_, type, text, problem) => {
    const { problems } = await readText(type, text);
    expect(
      problems.map(({ rule, place }) => [rule, [place?.line, place?.column].filter((one) => one !== undefined).join(':')].join(' ').trim()),
    ).toEqual([expect.stringContaining(problem)]);
    expect(problems[0]).toMatchObject({ subject: 'api:default/tested', message: expect.stringMatching(/^[^\n]+\.$/) });
  });

  test('shows what it can of a definition with faults', async () => {
    const { model } = await readText(
      'openapi',
      openapi(
        'paths:\n  /a:\n    get: {summry: x, parameters: [5, {name: q, in: query}], responses: {200: 3, 404: {description: D}}}\n  /b: 7\n',
      ),
    );
    expect(model === null ? [] : operationsOf(model)).toEqual(['GET /a']);
  });

  test.each([
    'https://evil.example/schema.json',
    '//evil.example/a',
    '../../../etc/passwd',
    'file:///etc/passwd',
    '/etc/passwd',
    'a\\..\\b.json',
  ])('does not follow a reference to %s', async (ref) => {
    const text = openapi(`components:\n  schemas:\n    A: {type: object, properties: {b: {$ref: ${JSON.stringify(ref)}}}}\n`);
    const { model, problems } = await readText('openapi', text, { 'etc/passwd': 'type: object' });
    expect(problems.map(({ rule }) => rule)).toEqual(['api/unknown-ref']);
    expect(model === null ? [] : itemsOf(model)).toHaveLength(1);
  });

  test('follows references between files, in circles', async () => {
    const { model, problems } = await readText(
      'openapi',
      openapi("paths: {}\ncomponents: {schemas: {A: {properties: {b: {$ref: 'b.yaml#/B'}}}}}\n"),
      {
        'api/b.yaml': "B: {type: object, properties: {c: {$ref: './c.json'}}}\n",
        'api/c.json': JSON.stringify({
          title: 'C',
          type: 'object',
          properties: { b: { $ref: 'b.yaml#/B' }, a: { $ref: 'definition#/components/schemas/A' } },
        }),
      },
    );
    expect(problems).toEqual([]);
    expect(model === null ? [] : itemsOf(model).map(({ title }) => title)).toEqual(['A', 'B', 'C']);
    expect(
      model === null
        ? ''
        : fieldsOf(itemOf(model, 'C'))
            .map(({ type }) => wordsOf(type))
            .join(' '),
    ).toBe('object B A');
  });

  test('ends on references that lead only to each other', async () => {
    const { problems } = await readText('openapi', openapi("paths:\n  /a: {$ref: '#/paths/~1b'}\n  /b: {$ref: '#/paths/~1a'}\n"));
    expect(problems.map(({ message }) => message)).toContainEqual(expect.stringContaining('leads back to itself'));
  });

  test('keeps names that objects have anyway', async () => {
    const { model } = await readText(
      'openapi',
      openapi(
        'paths: {}\ncomponents: {schemas: {constructor: {properties: {toString: {type: string}, hasOwnProperty: {$ref: "#/components/schemas/valueOf"}}}}}\n',
      ),
    );
    expect(model === null ? [] : fieldsOf(itemOf(model, 'constructor')).map(({ name }) => name)).toEqual([
      '',
      'toString',
      'hasOwnProperty',
    ]);
  });

  test.each<[what: string, type: string, text: string]>([
    [
      'nests very deeply',
      'json-schema',
      `{"$schema":"https://json-schema.org/draft-07/schema","a":${'{"items":'.repeat(90)}{}${'}'.repeat(90)}}`,
    ],
    [
      'names itself ten times in each of its parts',
      'trpc',
      `${[...'abcdefgh'].map((name, _at, all) => `const ${name} = z.object({${all.map((one) => `${one}: ${one}`).join(',')}});`).join('\n')}\nexport const r = router({ x: p.input(a).query(() => 1) });`,
    ],
    [
      'takes itself in',
      'trpc',
      `const a = router({ ${'bcdefghi'
        .split('')
        .map((one) => `${one}: a`)
        .join(', ')} });`,
    ],
    ['is full of brackets', 'graphql', `type Query { a: ${'['.repeat(20_000)}Int }`],
    ['is full of messages in messages', 'grpc', `syntax = "proto3";\n${'message A {'.repeat(5_000)}`],
    ['is full of empty lines', 'openapi', '\n'.repeat(200_000)],
    ['is full of braces', 'asyncapi', '{\n'.repeat(100_000)],
  ])('ends soon on a definition that %s', async (_, type, text) => {
    const start = performance.now();
    await readText(type, text);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('cuts off what has more fields than a page can hold', async () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 1_100 }, (_, at) => [
        `S${at}`,
        { properties: Object.fromEntries(Array.from({ length: 100 }, (_, field) => [`f${field}`, { type: 'string' }])) },
      ]),
    );
    const { model, problems } = await readText(
      'openapi',
      JSON.stringify({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {}, components: { schemas } }),
    );
    expect(problems.map(({ rule }) => rule)).toEqual(['api/too-large']);
    expect(model === null ? [] : itemsOf(model)).toHaveLength(1_100);
  });
});
