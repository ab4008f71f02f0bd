// Large definitions of every format, made up by counting: what stands in them is known, so that tests can ask for all of it.
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
/** A section and its fields. */
type Section = readonly [title: string, fields: readonly string[]];
const yaml = (value: unknown) => JSON.stringify(value, null, 1);

/** A definition, what else lies beside it, and what has to be shown of it. */
export interface MadeUp {
  readonly what: string;
  readonly type: string;
  readonly text: string;
  readonly beside: Readonly<Record<string, string>>;
  /** Badge and title of everything that can be done. */
  readonly operations: readonly string[];
  /** Titles of the other sections, and the fields that each has. */
  readonly sections: ReadonlyMap<string, readonly string[]>;
}

const SIZE = 150;

/** Schemas that name each other in circles, with variants told apart by a property. */
function schemas(
  count: number,
  ref: (name: string) => string,
  discriminator: 'none' | 'object' | 'text' = 'object',
): Record<string, object> {
  const named = numbers(count).map((index): [string, object] => [
    `Thing${index}`,
    {
      type: 'object',
      required: ['kind', `own${index}`],
      properties: {
        kind: { type: 'string', description: 'What it is.' },
        [`own${index}`]: { type: 'integer', minimum: index },
        next: { $ref: ref(`Thing${(index + 1) % count}`) },
        before: { type: 'array', items: { $ref: ref(`Thing${(index + count - 1) % count}`) } },
        self: { $ref: ref(`Thing${index}`) },
        place: { type: 'object', properties: { x: { type: 'number' }, y: { type: 'number' } } },
      },
    },
  ]);
  const options = ['Thing0', 'Thing1', 'Thing2'].map(ref);
  const anyThing = {
    oneOf: options.map(($ref) => ({ $ref })),
    discriminator: discriminator === 'text' ? 'kind' : { propertyName: 'kind', mapping: { first: options[0] } },
  };
  return Object.fromEntries([...named, ...(discriminator === 'none' ? [] : [['AnyThing', anyThing] as const])]);
}

const thingSections = (count: number) =>
  numbers(count).map((index): Section => [`Thing${index}`, ['kind', `own${index}`, 'next', 'before', 'self', 'place', 'x', 'y']]);

function openapi(version: string): MadeUp {
  const ref = (name: string) => `#/components/schemas/${name}`;
  const operation = (method: string, index: number) => ({
    operationId: `${method}Thing${index}`,
    tags: [`Group ${index % 12}`],
    parameters: [
      { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
      { name: `q${index}`, in: 'query', schema: { type: 'string' } },
    ],
    ...(method === 'post' && {
      requestBody: { content: { 'application/json': { schema: { $ref: ref('AnyThing') } } } },
      callbacks: { done: { '{$request.body#/url}': { put: { responses: { '204': { description: 'Heard' } } } } } },
    }),
    responses: { '200': { description: 'Fine', content: { 'application/json': { schema: { $ref: ref(`Thing${index}`) } } } } },
  });
  const paths = numbers(SIZE).map((index) => [`/things${index}/{id}`, { get: operation('get', index), post: operation('post', index) }]);
  const hooks = version === '3.1.0' ? numbers(20).map((index) => `changed${index}`) : [];
  return {
    what: `OpenAPI ${version}`,
    type: 'openapi',
    beside: {},
    text: yaml({
      openapi: version,
      info: { title: 'Made up', version: '1' },
      paths: Object.fromEntries(paths),
      ...(hooks.length > 0 && {
        webhooks: Object.fromEntries(
          hooks.map((name) => [name, { post: { operationId: name, responses: { '200': { description: 'Heard' } } } }]),
        ),
      }),
      components: { schemas: schemas(SIZE, ref) },
    }),
    operations: [
      ...numbers(SIZE).flatMap((index) => [`GET /things${index}/{id}`, `POST /things${index}/{id}`, 'PUT {$request.body#/url}']),
      ...hooks.map((name) => `POST ${name}`),
    ],
    sections: new Map<string, readonly string[]>(thingSections(SIZE)),
  };
}

function swagger(): MadeUp {
  const ref = (name: string) => `#/definitions/${name}`;
  const operation = (index: number) => ({
    operationId: `putThing${index}`,
    parameters: [
      { name: 'id', in: 'path', required: true, type: 'string' },
      { name: 'body', in: 'body', schema: { $ref: ref(`Thing${index}`) } },
    ],
    responses: { '200': { description: 'Fine', schema: { $ref: ref(`Thing${index}`) } } },
  });
  return {
    what: 'Swagger 2.0',
    type: 'openapi',
    beside: {},
    text: yaml({
      swagger: '2.0',
      info: { title: 'Made up', version: '1' },
      paths: Object.fromEntries(numbers(SIZE).map((index) => [`/things${index}/{id}`, { put: operation(index) }])),
      definitions: schemas(SIZE, ref, 'none'),
    }),
    operations: numbers(SIZE).map((index) => `PUT /things${index}/{id}`),
    sections: new Map<string, readonly string[]>(thingSections(SIZE)),
  };
}

function asyncapi(isOld: boolean): MadeUp {
  const ref = (name: string) => `#/components/schemas/${name}`;
  const messages = numbers(SIZE).map(
    (index) =>
      [
        `message${index}`,
        { payload: { $ref: ref(`Thing${index}`) }, headers: { type: 'object', properties: { [`h${index}`]: { type: 'string' } } } },
      ] as const,
  );
  const channels = numbers(SIZE).map((index) => {
    const message = { $ref: `#/components/messages/message${index}` };
    return [
      `things.${index}`,
      isOld
        ? { subscribe: { operationId: `hear${index}`, message } }
        : { address: `things.${index}`, messages: { [`message${index}`]: message } },
    ];
  });
  const operations = numbers(SIZE).map((index) => [
    `${index % 2 === 0 ? 'send' : 'hear'}${index}`,
    { action: index % 2 === 0 ? 'send' : 'receive', channel: { $ref: `#/channels/things.${index}` } },
  ]);
  return {
    what: `AsyncAPI ${isOld ? '2.6.0' : '3.0.0'}`,
    type: 'asyncapi',
    beside: {},
    text: yaml({
      asyncapi: isOld ? '2.6.0' : '3.0.0',
      info: { title: 'Made up', version: '1' },
      channels: Object.fromEntries(channels),
      ...(!isOld && { operations: Object.fromEntries(operations) }),
      components: { messages: Object.fromEntries(messages), schemas: schemas(SIZE, ref, 'text') },
    }),
    operations: numbers(SIZE).map((index) => `${isOld ? 'subscribe' : index % 2 === 0 ? 'send' : 'receive'} things.${index}`),
    sections: new Map<string, readonly string[]>([
      ...thingSections(SIZE),
      ...numbers(SIZE).map((index) => [`message${index}`, [`h${index}`]] as const),
    ]),
  };
}

function graphql(): MadeUp {
  const types = numbers(SIZE).map(
    (
      index,
    ) => `"Thing ${index}." type Thing${index} implements Node { id: ID! own${index}(first: Int = ${index}): [Thing${(index + 1) % SIZE}!]! state: State${index % 10} }
input Filter${index} { text: String after${index}: Int = 1 and: [Filter${index}!] }`,
  );
  const enums = numbers(10).map((index) => `enum State${index} { OPEN_${index} SHUT_${index} }`);
  const queries = numbers(SIZE).map((index) => `  thing${index}(filter: Filter${index}): Thing${index}`);
  return {
    what: 'GraphQL',
    type: 'graphql',
    beside: {},
    text: [
      'interface Node { id: ID! }',
      'union AnyThing = Thing0 | Thing1',
      ...types,
      ...enums,
      `type Query {\n${queries.join('\n')}\n}`,
    ].join('\n'),
    operations: numbers(SIZE).map((index) => `query thing${index}`),
    sections: new Map<string, readonly string[]>([
      ...numbers(SIZE).flatMap((index) => [
        [`Thing${index}`, ['id', `own${index}`, 'first', 'state']] as const,
        [`Filter${index}`, ['text', `after${index}`, 'and']] as const,
      ]),
      ...numbers(10).map((index) => [`State${index}`, [`OPEN_${index}`, `SHUT_${index}`]] as const),
    ]),
  };
}

function proto(): MadeUp {
  const messages = numbers(SIZE).map(
    (index) => `message Thing${index} {
  string id = 1;
  oneof which { int32 own${index} = 2; shared.Part part = 3; }
  repeated Thing${(index + 1) % SIZE} next = 4;
  map<string, Thing${index}> others = 5;
  message Inner { bytes data${index} = 1; }
}`,
  );
  const methods = numbers(SIZE).map((index) => `  rpc Get${index}(Thing${index}) returns (stream Thing${index});`);
  return {
    what: 'Protocol Buffers with imports',
    type: 'grpc',
    beside: {
      'api/shared/part.proto': 'syntax = "proto3";\npackage shared;\nimport "shared/more.proto";\nmessage Part { More more = 1; }\n',
      'api/shared/more.proto': 'syntax = "proto3";\npackage shared;\nmessage More { string why = 1; }\n',
    },
    text: `syntax = "proto3";\nimport "shared/part.proto";\n${messages.join('\n')}\nservice Things {\n${methods.join('\n')}\n}\n`,
    operations: numbers(SIZE).map((index) => `rpc Get${index}`),
    sections: new Map<string, readonly string[]>(
      numbers(SIZE).flatMap((index) => [
        [`Thing${index}`, ['id', `own${index}`, 'part', 'next', 'others']] as const,
        [`Thing${index}.Inner`, [`data${index}`]] as const,
      ]),
    ),
  };
}

function trpc(): MadeUp {
  const procedures = numbers(SIZE).map(
    (index) => `  get${index}: procedure.input(z.object({ own${index}: z.string(), deep: z.object({ x: z.number() }) })).query(() => 1),`,
  );
  return {
    what: 'tRPC',
    type: 'trpc',
    beside: {},
    text: `export const things = router({\n${procedures.join('\n')}\n});\n`,
    operations: numbers(SIZE).map((index) => `query get${index}`),
    sections: new Map<string, readonly string[]>(numbers(SIZE).map((index) => [`get${index}`, [`own${index}`, 'deep', 'x']] as const)),
  };
}

function jsonSchema(): MadeUp {
  const ref = (name: string) => `#/$defs/${name}`;
  return {
    what: 'JSON Schema',
    type: 'json-schema',
    beside: {},
    text: yaml({ $schema: 'https://json-schema.org/draft/2020-12/schema', $ref: ref('AnyThing'), $defs: schemas(SIZE, ref) }),
    operations: [],
    sections: new Map<string, readonly string[]>(thingSections(SIZE)),
  };
}

function mcp(): MadeUp {
  const tools = numbers(SIZE).map((index) => ({
    name: `tool${index}`,
    inputSchema: {
      type: 'object',
      properties: { [`own${index}`]: { type: 'string' }, deep: { type: 'object', properties: { x: { type: 'number' } } } },
    },
  }));
  return {
    what: 'MCP',
    type: 'mcp-server',
    beside: {},
    text: yaml({ tools }),
    operations: numbers(SIZE).map((index) => `tool tool${index}`),
    sections: new Map<string, readonly string[]>(numbers(SIZE).map((index) => [`tool${index}`, [`own${index}`, 'deep', 'x']] as const)),
  };
}

function crd(): MadeUp {
  const properties = Object.fromEntries(
    numbers(SIZE).map((index) => [`own${index}`, { type: 'object', properties: { [`inner${index}`]: { type: 'string' } } }]),
  );
  const version = (name: string) => ({
    name,
    served: true,
    storage: name === 'v1',
    schema: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', properties } } } },
  });
  return {
    what: 'custom resources of Kubernetes',
    type: 'crd',
    beside: {},
    text: yaml({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'things.acme.example' },
      spec: {
        group: 'acme.example',
        scope: 'Namespaced',
        names: { plural: 'things', kind: 'Thing' },
        versions: [version('v1'), version('v2')],
      },
    }),
    operations: [],
    sections: new Map<string, readonly string[]>(
      ['v1', 'v2'].map((name) => [name, ['spec', ...numbers(SIZE).flatMap((index) => [`own${index}`, `inner${index}`])]] as const),
    ),
  };
}

/** One large definition of each format and version. */
export const MADE_UP: readonly MadeUp[] = [
  openapi('3.0.3'),
  openapi('3.1.0'),
  swagger(),
  asyncapi(true),
  asyncapi(false),
  graphql(),
  proto(),
  trpc(),
  jsonSchema(),
  mcp(),
  crd(),
];
