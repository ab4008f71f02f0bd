// What requests are tried with: one document that holds all files, names only hosts that may be asked, and asks for what a page can give.
import { describe, expect, test } from 'vitest';
import { createApiReader } from '../../src/apis/read-api.ts';
import type { Trial } from '../../src/apis/types.ts';
import { memoryFiles } from '../../src/lib/files.ts';

const HOSTS = ['api.test.acme.example', 'localhost:8080'];

async function trialOf(text: string, beside: Record<string, string> = {}, type = 'openapi'): Promise<Trial | null> {
  const files = memoryFiles(beside);
  const { trial } = await createApiReader()({
    type,
    text,
    path: 'api/openapi.yaml',
    subject: 'api:default/tested',
    read: (file) => files.readText(file),
    place: (file, line, column) => ({ source: 'tested', path: file ?? 'api/openapi.yaml', line, column }),
    tryHosts: HOSTS,
  });
  return trial;
}

const parsed = (trial: Trial | null): Record<string, never> => JSON.parse(trial?.definition ?? 'null') as Record<string, never>;
const openapi = (more: string) => `openapi: 3.1.0\ninfo: { title: Test, version: '1' }\n${more}`;
const TEST_SERVER = 'servers: [{ url: https://api.test.acme.example/v1 }]\n';

describe('the servers of a trial', () => {
  test.each([
    [
      'one that is allowed, of two',
      '[{url: https://api.acme.example}, {url: https://API.test.acme.example/v1}]',
      ['https://api.test.acme.example'],
    ],
    ['a port', '[{url: "http://localhost:8080/v1"}]', ['http://localhost:8080']],
    ['the usual port', '[{url: "https://api.test.acme.example:443"}]', ['https://api.test.acme.example']],
    [
      'a variable of the host',
      '[{url: "https://api.{stage}.acme.example/{base}", variables: {stage: {default: live, enum: [live, test]}, base: {default: v1}}}]',
      ['https://api.test.acme.example'],
    ],
  ])('%s', async (_, servers, origins) => {
    const trial = await trialOf(openapi(`servers: ${servers}\npaths: { /a: { get: { responses: {} } } }\n`));
    expect(trial?.origins).toEqual(origins);
    expect(parsed(trial)['servers']).toHaveLength(1);
  });

  test.each([
    ['no server', 'paths: {}'],
    ['another host', 'servers: [{url: https://api.acme.example}]'],
    ['a host that ends in one that is allowed', 'servers: [{url: https://evil-api.test.acme.example}]'],
    ['one that is allowed as the login of another', 'servers: [{url: "https://api.test.acme.example@evil.example/"}]'],
    ['a login', 'servers: [{url: "https://a:b@api.test.acme.example/"}]'],
    ['the portal itself', 'servers: [{url: /v1}]'],
    ['another scheme', 'servers: [{url: "wss://api.test.acme.example"}]'],
    ['a list that is none', 'servers: https://api.test.acme.example'],
  ])('%s makes none', async (_, more) => {
    expect(await trialOf(openapi(`${more}\n`))).toBeNull();
  });

  test('operations that only others answer are left out and counted', async () => {
    const trial = await trialOf(
      openapi(`${TEST_SERVER}paths:
  /a:
    servers: [{ url: https://api.acme.example }]
    parameters: [{ name: a, in: query, schema: {} }]
    get: { responses: {} }
    post: { servers: [{ url: https://api.acme.example }, { url: http://localhost:8080 }], responses: {} }
  /b:
    get: { responses: {} }
    put: { servers: [{ url: https://api.acme.example }], responses: {} }
`),
    );
    expect(trial?.leftOut).toBe(2);
    expect(trial?.origins).toEqual(['http://localhost:8080', 'https://api.test.acme.example']);
    expect(parsed(trial)['paths']).toEqual({
      '/a': { parameters: [{ name: 'a', in: 'query', schema: {} }], post: { servers: [{ url: 'http://localhost:8080' }], responses: {} } },
      '/b': { get: { responses: {} } },
    });
  });

  test('of Swagger 2 are a host with schemes', async () => {
    const text = (host: string) => `swagger: '2.0'\ninfo: { title: Test, version: '1' }\nhost: ${host}\nschemes: [https, wss]\npaths: {}\n`;
    const trial = await trialOf(text('api.test.acme.example'));
    expect(trial?.origins).toEqual(['https://api.test.acme.example']);
    expect(parsed(trial)['schemes']).toEqual(['https']);
    expect(await trialOf(text('api.acme.example'))).toBeNull();
  });
});

describe('the document of a trial', () => {
  test('holds other files, with references that lead there and back', async () => {
    const trial = await trialOf(
      openapi(`${TEST_SERVER}paths:
  /a: { get: { responses: { '200': { $ref: 'parts/answers.yaml#/ok~1fine' } } } }
  /b: { $ref: ../gone.yaml }
components: { schemas: { Own: { type: string } } }
`),
      {
        'api/parts/answers.yaml': `ok/fine: { content: { application/json: { schema: { $ref: '#/thing' } } } }
thing: { properties: { own: { $ref: '../openapi.yaml#/components/schemas/Own' }, again: { $ref: '#/thing' } } }
`,
      },
    );
    const whole = parsed(trial) as Record<string, unknown>;
    expect(whole['paths']).toEqual({
      '/a': { get: { responses: { '200': { $ref: '#/x-files/file-1/ok~1fine' } } } },
      '/b': { description: 'There is no ../gone.yaml.' },
    });
    expect(whole['x-files']).toEqual({
      'file-1': {
        'ok/fine': { content: { 'application/json': { schema: { $ref: '#/x-files/file-1/thing' } } } },
        thing: { properties: { own: { $ref: '#/components/schemas/Own' }, again: { $ref: '#/x-files/file-1/thing' } } },
      },
    });
  });

  test('asks for a token where a person would have to sign in elsewhere', async () => {
    const trial = await trialOf(
      openapi(`${TEST_SERVER}paths: {}
components: { securitySchemes: { login: { type: oauth2, flows: {} }, key: { type: apiKey, in: header, name: X-Key } } }
`),
    );
    const { components } = parsed(trial) as unknown as { components: { securitySchemes: Record<string, object> } };
    expect(components.securitySchemes['login']).toMatchObject({ type: 'http', scheme: 'bearer' });
    expect(components.securitySchemes['key']).toEqual({ type: 'apiKey', in: 'header', name: 'X-Key' });
  });

  test('is not made of one that multiplies', async () => {
    const lists = 'abcdefghi'.split('').map((name, index, all) => {
      const before = all[index - 1];
      return `  ${name}: &${name} [${Array.from({ length: 9 }, () => (before === undefined ? '1' : `*${before}`)).join(', ')}]`;
    });
    expect(await trialOf(openapi(`${TEST_SERVER}x-bomb:\n${lists.join('\n')}\npaths: {}\n`))).toBeNull();
  });

  test('exists for nothing but OpenAPI', async () => {
    expect(
      await trialOf(
        "asyncapi: 3.0.0\ninfo: {title: A, version: '1'}\nservers: {a: {host: localhost:8080, protocol: http}}\n",
        {},
        'asyncapi',
      ),
    ).toBeNull();
  });
});
