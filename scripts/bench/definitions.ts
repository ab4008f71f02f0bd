// Definitions of APIs: a planned API in; a small OpenAPI or GraphQL text, and the name of its file, out.
import { dump } from 'js-yaml';
import type { Api } from './model.ts';
import { toSentence, toTitle } from './names.ts';
import type { Random } from './random.ts';
import { SUBJECTS } from './words.ts';

export interface Definition {
  /** Name of the file beside the entity's. */
  readonly file: string;
  readonly text: string;
}

/** How many things the API in the middle is about, and how far others are from it. */
const THINGS = { median: 4, spread: 1.2 };

/** Makes the definition of an API: things that can be listed, fetched and changed: a few as a rule, some dozens at times. */
export function makeDefinition(api: Api, random: Random): Definition {
  const subjects = random.sample(SUBJECTS, Math.max(1, Math.round(random.spread(THINGS.median, THINGS.spread))));
  return api.type === 'openapi'
    ? { file: `${api.name}.openapi.yaml`, text: openApi(api, subjects, random) }
    : { file: `${api.name}.graphql`, text: graphQl(subjects) };
}

function openApi(api: Api, subjects: readonly string[], random: Random): string {
  const answer = (schema: object) => ({ '200': { description: 'Done', content: { 'application/json': { schema } } } });
  const one = (subject: string) => ({ $ref: `#/components/schemas/${toSentence(subject)}` });
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  const paths = subjects.flatMap((subject) => [
    [
      `/${subject}s`,
      {
        get: {
          operationId: `list${toSentence(subject)}s`,
          summary: `Lists each ${subject}`,
          responses: answer({ type: 'array', items: one(subject) }),
        },
        post: {
          operationId: `create${toSentence(subject)}`,
          summary: `Creates one ${subject}`,
          requestBody: { content: { 'application/json': { schema: one(subject) } } },
          responses: answer(one(subject)),
        },
      },
    ],
    [
      `/${subject}s/{id}`,
      {
        parameters: [id],
        get: { operationId: `get${toSentence(subject)}`, summary: `Returns one ${subject}`, responses: answer(one(subject)) },
      },
    ],
  ]);
  const schemas = subjects.map((subject) => {
    const fields = random.sample(SUBJECTS, 4).map((field) => [`${field}Id`, { type: random.pick(['string', 'integer', 'boolean']) }]);
    return [
      toSentence(subject),
      { type: 'object', required: ['id'], properties: { id: { type: 'string' }, ...Object.fromEntries(fields) } },
    ];
  });
  const info = { title: toTitle(api.name), version: `${random.int(1, 9)}.${random.int(0, 20)}.0` };
  const document = { openapi: '3.0.3', info, paths: Object.fromEntries(paths), components: { schemas: Object.fromEntries(schemas) } };
  return dump(document, { noRefs: true });
}

function graphQl(subjects: readonly string[]): string {
  const queries = subjects.map(
    (subject) => `  ${subject}(id: ID!): ${toSentence(subject)}\n  ${subject}s(first: Int = 20): [${toSentence(subject)}!]!`,
  );
  const types = subjects.map((subject, index) => {
    const other = subjects[(index + 1) % subjects.length] ?? subject;
    return `type ${toSentence(subject)} {\n  id: ID!\n  name: String!\n  changedAt: String\n  ${other}: ${toSentence(other)}\n}`;
  });
  return `${[`type Query {\n${queries.join('\n')}\n}`, ...types].join('\n\n')}\n`;
}
