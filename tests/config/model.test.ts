// What portal.yaml adds to the model: values and defaults, and every problem at its place.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/config-fs.ts';
import { parseConfig } from '../../src/config/config.ts';
import { temporaryFolder } from '../support/git.ts';

const START = 'title: Acme\nsources:\n  - path: org\n';
const parse = (text: string) => parseConfig(START + text, 'portal.yaml');
const faults = (text: string) => parse(text).problems.map(({ rule, place, hint }) => [rule, place?.line, hint ?? null]);

describe('tools and annotations', () => {
  test('are read, without a slash at the end of an address', () => {
    const { value } = parse(
      'tools: {jira: "https://acme.example/jira/", github: "http://git.acme.example"}\nannotations:\n  - {key: acme.example/app, label: App, link: "https://cmdb.acme.example/a/{value}?tab=1"}\n',
    );
    expect(Object.fromEntries(value?.tools ?? [])).toEqual({ jira: 'https://acme.example/jira', github: 'http://git.acme.example' });
    expect(value?.annotations).toEqual([
      { key: 'acme.example/app', label: 'App', group: null, link: 'https://cmdb.acme.example/a/{value}?tab=1' },
    ]);
  });

  test.each([
    ['an unknown tool', 'tools: {jirra: "https://jira.acme.example"}', 'config/unknown-key', 'Did you mean "jira"?'],
    ['a script', 'tools: {jira: "javascript:alert(1)"}', 'config/invalid-link', null],
    ['a password', 'tools: {jira: "https://a:b@jira.acme.example"}', 'config/invalid-link', null],
    ['a query', 'tools: {jira: "https://jira.acme.example/?x=1"}', 'config/invalid-link', null],
    ['no key', 'annotations: [{key: "a b", label: A}]', 'config/wrong-type', null],
    ['an empty label', 'annotations: [{key: a, label: " "}]', 'config/wrong-type', null],
    ['a host by value', 'annotations: [{key: a, label: A, link: "https://{value}.example/"}]', 'config/invalid-link', null],
    ['a scheme by value', 'annotations: [{key: a, label: A, link: "{value}"}]', 'config/invalid-link', null],
    ['a user by value', 'annotations: [{key: a, label: A, link: "https://x@{value}/"}]', 'config/invalid-link', null],
    ['no place for the value', 'annotations: [{key: a, label: A, link: "https://a.example/"}]', 'config/invalid-link', null],
    ['another name in braces', 'annotations: [{key: a, label: A, link: "https://a.example/{value}/{name}"}]', 'config/invalid-link', null],
    ['an unknown key', 'annotations: [{key: a, lable: A, label: A}]', 'config/unknown-key', 'Did you mean "label"?'],
  ])('with %s are refused', (_, text, rule, hint) => {
    const [first, ...more] = faults(text);
    expect(first?.slice(0, 2)).toEqual([rule, 4]);
    if (hint !== null) expect(first?.[2]).toBe(hint);
    expect(more).toEqual([]);
  });
});

describe('kinds and relations', () => {
  test('are read with their defaults', () => {
    const { value, problems } = parse(
      'kinds:\n  - {kind: Capability, plural: Capabilities, icon: layers}\nrelations:\n  - {field: realises, kinds: [Component], targets: [Capability], reverse: realisedBy}\n',
    );
    expect(problems).toEqual([]);
    expect(value?.kinds).toMatchObject([
      { kind: 'Capability', plural: 'Capabilities', icon: 'layers', apiVersions: [], schema: null, place: { line: 5 } },
    ]);
    expect(value?.relations).toMatchObject([{ field: 'realises', relation: 'realises', reverse: 'realisedBy', words: null }]);
  });

  test.each([
    ['a kind with a space', 'kinds: [{kind: my kind}]', 'config/wrong-type', null],
    ['an unknown icon', 'kinds: [{kind: A, icon: layerz}]', 'config/wrong-type', 'Did you mean "layers"?'],
    ['one word', 'relations: [{field: a, kinds: [B], reverse: c, words: [d]}]', 'config/wrong-type', null],
    ['no kinds', 'relations: [{field: a, kinds: [], reverse: c}]', 'config/wrong-type', null],
    ['no reverse', 'relations: [{field: a, kinds: [B]}]', 'config/missing-key', null],
    ['an unknown key', 'relations: [{feild: a, field: a, kinds: [B], reverse: c}]', 'config/unknown-key', 'Did you mean "field"?'],
  ])('with %s are refused', (_, text, rule, hint) => {
    const [first, ...more] = faults(text);
    expect(first?.[0]).toBe(rule);
    if (hint !== null) expect(first?.[2]).toBe(hint);
    expect(more).toEqual([]);
  });
});

describe('the schema of a kind', () => {
  const temporary = temporaryFolder();
  afterAll(() => temporary.remove());
  const readWith = (schema: string | null) => {
    mkdirSync(join(temporary.path, 'kinds'), { recursive: true });
    if (schema !== null) writeFileSync(join(temporary.path, 'kinds/a.json'), schema);
    const file = join(temporary.path, 'portal.yaml');
    writeFileSync(file, `${START}kinds:\n  - {kind: A, schema: kinds/${schema === null ? 'none' : 'a'}.json}\n`);
    return readConfig(file);
  };

  test('is read beside the configuration', () => {
    expect(readWith('{"required": ["level"]}').value?.kinds[0]?.schema).toEqual({ required: ['level'] });
  });

  test.each([
    ['that is missing', null],
    ['that is no JSON', '{'],
    ['that is a list', '[]'],
    ['that is no schema', '{"type": "word"}'],
    ['that needs another file', '{"$ref": "https://acme.example/other.json"}'],
  ])('%s is a problem at the kind', (_, schema) => {
    const { value, problems } = readWith(schema);
    expect(value).toBeNull();
    expect(problems).toMatchObject([{ rule: 'config/invalid-schema', place: { line: 5 } }]);
    expect(problems[0]?.message).toMatch(/^[^\n]*\.$/);
  });
});
