// Backstage and we agree: every entity of a large set of broken ones is rejected by both or by none, and every rejection has its problem.
import { beforeAll, describe, expect, test } from 'vitest';
import { buildCatalog } from '../../src/catalog/catalog.ts';
import { KINDS } from '../../src/catalog/kinds.ts';
import type { Entity } from '../../src/catalog/types.ts';
import type { Problem } from '../../src/lib/problem.ts';
import { judge } from './backstage.ts';
import { snapshotOf, sourceOf } from './snapshot.ts';

type Fields = Record<string, unknown>;
interface Written {
  apiVersion: unknown;
  kind: unknown;
  metadata: Fields;
  spec?: Fields;
}

/** One valid spec for each kind and type. */
const SPECS: readonly (readonly [kind: string, spec: Fields])[] = [
  [
    'Component',
    { type: 'service', lifecycle: 'production', owner: 'a', system: 'b', subcomponentOf: 'c', providesApis: ['d'], dependsOn: ['api:e'] },
  ],
  ['API', { type: 'openapi', lifecycle: 'production', owner: 'a', system: 'b', definition: 'x' }],
  ['API', { type: 'mcp-server', lifecycle: 'production', owner: 'a', remotes: [{ type: 'sse', url: 'https://a.example' }] }],
  ['Resource', { type: 'database', owner: 'a', system: 'b', dependsOn: ['resource:c'], dependencyOf: ['component:d'] }],
  ['System', { owner: 'a', domain: 'b', type: 'c' }],
  ['Domain', { owner: 'a', subdomainOf: 'b', type: 'c' }],
  ['Group', { type: 'team', children: [], parent: 'a', members: ['b'], profile: { displayName: 'A', email: 'a@b.example', picture: 'c' } }],
  ['User', { memberOf: ['a'], profile: { displayName: 'A' } }],
  ['Location', { presence: 'optional', type: 'url', target: './a.yaml', targets: ['./b.yaml'] }],
  ['AiResource', { type: 'anything', lifecycle: 'production', owner: 'a', system: 'b' }],
  ['AiResource', { type: 'skill', lifecycle: 'production', owner: 'a', dependsOn: ['b'], agents: ['c'], compatibility: 'd' }],
  ['AiResource', { type: 'rule', lifecycle: 'production', owner: 'a', category: 'b', rationale: 'c', disciplines: [] }],
  ['AiResource', { type: 'plugin', lifecycle: 'production', owner: 'a', skills: ['b'], version: '1' }],
  ['AiResource', { type: 'marketplace', lifecycle: 'production', owner: 'a', plugins: ['b'] }],
];

const VALUES: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'x',
  'x y',
  'a:',
  ':a',
  'a/b',
  'x'.repeat(64),
  'x'.repeat(501),
  5,
  0,
  true,
  false,
  [],
  {},
  [5],
  [''],
  ['x'],
  ['x:'],
  [null],
  [{}],
  { a: 'b' },
];
const META: Readonly<Fields> = {
  name: ['-a', 'a-', 'a b', 'é', 'A.B', 'a__b', 'x'.repeat(63), 'a@b'],
  namespace: ['default', 'a--b', 'A', 'a_b', 'a-', '1'],
  tags: [['c++'], ['c#'], ['java-17'], ['a:b'], ['Java'], ['a_b'], ['.net'], ['a--b'], ['node.js'], ['ok', 'Not ok']],
  labels: [
    { x: '' },
    { x: 'a b' },
    { 'Backstage.io/x': 'a' },
    { 'a/b/c': 'a' },
    { '/x': 'a' },
    { 'x/': 'a' },
    { 'a_b.io/x': 'a' },
    { x: 5 },
    { '': 'a' },
  ],
  annotations: [
    { 'backstage.io/x': 'anything at all' },
    { 'Backstage.io/x': 'a' },
    { x: 5 },
    { x: null },
    { 'a/b/c': 'a' },
    { 'x y': 'a' },
  ],
  links: [
    [{ url: 'https://a.example' }],
    [{ url: '/relative' }],
    [{ url: 'mailto:a@b.example', title: 'A', icon: 'b', type: 'c' }],
    [{ url: 'https://a.example', title: '  ' }],
    [{ url: 'https://a.example', icon: 'not a name' }],
    [{ url: 'https://a.example', type: '' }],
    [{ url: 'https://a.example', title: 5 }],
    [{ title: 'A' }],
  ],
  title: [],
  description: [],
  uid: [],
  etag: [],
  anything: [],
};

/** Makes all entities of the set: each differs from a valid one in one field. */
function* mutations(): Generator<Written> {
  let count = 0;
  const valid = (kind: string, spec: Fields): Written => {
    count++;
    const apiVersion = KINDS.find((row) => row.kind === kind)?.apiVersions[0];
    return { apiVersion, kind, metadata: { name: `n${count}`, namespace: `s${count}` }, spec: { ...spec } };
  };
  for (const [kind, spec] of SPECS) {
    yield valid(kind, spec);
    for (const key of [...Object.keys(spec), 'dependencyOf', 'somethingOfOnesOwn']) {
      for (const value of VALUES) {
        const entity = valid(kind, spec);
        yield { ...entity, spec: { ...entity.spec, [key]: value } };
      }
    }
    for (const value of VALUES) yield { ...valid(kind, spec), spec: value as Fields };
    for (const apiVersion of ['backstage.io/v1alpha1', 'backstage.io/v1beta1', 'backstage.io/v1', 'a/b-c', 'x/y/z', 'v1'])
      yield { ...valid(kind, spec), apiVersion };
    yield { ...valid(kind, spec), kind: kind.toLowerCase() };
  }
  const [kind, spec] = SPECS[0] ?? ['', {}];
  for (const [key, values] of Object.entries(META)) {
    for (const value of [...VALUES, ...(values as unknown[])]) {
      const entity = valid(kind, spec);
      yield { ...entity, metadata: { ...entity.metadata, [key]: value } };
    }
  }
  for (const value of VALUES)
    for (const key of ['apiVersion', 'kind', 'metadata', 'relations', 'status', 'other']) yield { ...valid(kind, spec), [key]: value };
  yield { ...valid(kind, spec), kind: 'Environment' };
}

const cases = [...mutations()].map((written) => JSON.parse(JSON.stringify(written)) as unknown);
const found = new Map<string, { entity: Entity | null; problems: Problem[] }>();
const verdicts: (string | null)[] = [];

beforeAll(async () => {
  const files = Object.fromEntries(cases.map((written, index) => [`${index}.yaml`, JSON.stringify(written)]));
  const { catalog, problems } = buildCatalog(snapshotOf(sourceOf(files, { catalog: ['*.yaml'] })));
  for (const path of Object.keys(files)) found.set(path, { entity: null, problems: [] });
  for (const entity of catalog.entities) found.set(entity.place.path, { entity, problems: [] });
  for (const problem of problems) found.get(problem.place?.path ?? '')?.problems.push(problem);
  for (const written of cases) verdicts.push(await judge(written));
});

describe('the verdict', () => {
  test('is on a large set, of which many are right and many are wrong', () => {
    expect(cases.length).toBeGreaterThan(2_500);
    expect(verdicts.filter((verdict) => verdict === null).length).toBeGreaterThan(300);
    expect(verdicts.filter((verdict) => verdict !== null).length).toBeGreaterThan(1_000);
  });

  test('equals that of Backstage for every entity, and one that is not kept is rejected there too', () => {
    const differing = cases.filter((_, index) => {
      const entity = found.get(`${index}.yaml`)?.entity ?? null;
      return (entity !== null && !isRejected(entity)) !== (verdicts[index] === null);
    });
    expect(differing).toEqual([]);
  });

  test('never stands without a problem of the entity, and none but warnings stands beside a good one', () => {
    const silent = cases.filter((_, index) => verdicts[index] !== null && found.get(`${index}.yaml`)?.problems.every(isHarmless));
    expect(silent).toEqual([]);
    const alarmed = cases.filter((_, index) => verdicts[index] === null && !found.get(`${index}.yaml`)?.problems.every(isHarmless));
    expect(alarmed).toEqual([]);
  });

  test('never needs the rule for what no other rule names', () => {
    expect([...found.values()].flatMap(({ problems }) => problems).filter(({ rule }) => rule === 'entity/rejected')).toEqual([]);
  });

  test('is worded as by Backstage where the form of a field is wrong', () => {
    const differing = cases.flatMap((_, index) => {
      const ours = found.get(`${index}.yaml`)?.entity?.rejected?.replace(/….*$/, '') ?? '';
      const theirs = verdicts[index] ?? '';
      return /" is not valid; expected/.test(theirs) && ours !== '' && !theirs.startsWith(ours) ? [[ours, theirs]] : [];
    });
    expect(differing).toEqual([]);
  });
});

/** Whether the files that a Location names can be read is no matter of its own form. */
function isRejected({ rejected }: Entity): boolean {
  return rejected !== null && !/^(?:Unable to read|No processor was able)/.test(rejected);
}

function isHarmless({ rule, severity }: Problem): boolean {
  return rule.startsWith('location/') || (severity !== 'error' && rule !== 'entity/unknown-kind' && rule !== 'entity/not-an-entity');
}
