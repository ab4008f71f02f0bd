// portal.yaml: values and defaults, and every problem at its line and column.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { configRules } from '../../src/config/rules.ts';

/** Problems as `line:column rule`. */
function complaints(text: string): string[] {
  return parseConfig(text, 'portal.yaml').problems.map(({ place, rule }) => `${place?.line ?? '-'}:${place?.column ?? '-'} ${rule}`);
}

const MINIMAL = 'title: Acme\nsources:\n  - path: org\n';

describe('parseConfig(text, file)', () => {
  test('reads the configuration of the contract', () => {
    const text = readFileSync(new URL('../fixtures/config/full/portal.yaml', import.meta.url), 'utf8');
    const { value, problems } = parseConfig(text, 'portal.yaml');
    expect(problems).toEqual([]);
    expect(value).toMatchObject({
      title: 'Acme Developer Portal',
      site: 'https://portal.acme.example',
      base: '/',
      radars: [
        { id: 'radar', path: 'radar', source: null, title: null, place: { source: 'portal', path: 'portal.yaml', line: 12, column: 8 } },
      ],
      sources: [
        {
          type: 'path',
          id: null,
          path: 'org',
          many: false,
          catalog: ['catalog-info.yaml', 'catalog-info.yml'],
          docs: null,
          place: { line: 5, column: 5 },
        },
        { type: 'path', path: 'example/*', many: true },
        {
          type: 'git',
          id: 'payments',
          ref: 'main',
          docs: 'handbook',
          catalog: ['catalog-info.yaml', 'services/*/catalog-info.yaml'],
          address: { remote: 'https://git.acme.example/payments.git', shown: 'https://git.acme.example/payments.git', login: null },
        },
      ],
    });
  });

  test('fills in every default', () => {
    expect(parseConfig(MINIMAL, 'portal.yaml').value).toEqual({
      title: 'Acme',
      site: null,
      base: '/',
      reading: [],
      apis: { tryHosts: [] },
      docs: { servers: [], embeds: [] },
      history: true,
      hosting: { compress: false, headers: false },
      catalog: { columns: null, sort: null, presets: new Map() },
      radars: [],
      technologies: [],
      tools: new Map(),
      annotations: [],
      kinds: [],
      relations: [],
      sources: [
        {
          type: 'path',
          id: null,
          path: 'org',
          many: false,
          catalog: ['catalog-info.yaml', 'catalog-info.yml'],
          docs: null,
          place: { source: 'portal', path: 'portal.yaml', line: 3, column: 5 },
        },
      ],
    });
  });

  const query = { host: 'github.com', owner: 'acme', topics: [], names: [], archived: false, forks: false, subgroups: true };
  test.each<[entry: string, wanted: object]>([
    ['github: acme', { ...query, service: 'github' }],
    ['github: GHE.acme.example:8443/acme', { ...query, service: 'github', host: 'ghe.acme.example:8443' }],
    [
      'github: {org: acme, host: ghe.acme.example, topics: [portal], names: [svc-*], archived: true, forks: true}',
      { service: 'github', host: 'ghe.acme.example', topics: ['portal'], names: ['svc-*'], archived: true, forks: true },
    ],
    ['gitlab: acme/platform', { ...query, service: 'gitlab', host: 'gitlab.com', owner: 'acme/platform' }],
    ['gitlab: {group: acme, subgroups: false}', { service: 'gitlab', owner: 'acme', subgroups: false }],
    ['gitea: git.acme.example/acme', { ...query, service: 'gitea', host: 'git.acme.example' }],
    ['gitea: {host: "127.0.0.1:3000", org: acme}', { service: 'gitea', host: '127.0.0.1:3000' }],
    ['bitbucket: acme', { ...query, service: 'bitbucket', host: 'bitbucket.org' }],
    ['bitbucket: {workspace: acme}', { service: 'bitbucket', host: 'bitbucket.org' }],
    ['bitbucket: git.acme.example/ACME', { service: 'bitbucket-server', host: 'git.acme.example', owner: 'ACME' }],
    ['bitbucket: {host: git.acme.example, project: ~ada}', { service: 'bitbucket-server', owner: '~ada' }],
  ])('reads the entry %s', (entry, wanted) => {
    const { value, problems } = parseConfig(`title: A\nsources:\n  - ${entry}\n    docs: docs\n`, 'portal.yaml');
    expect(problems).toEqual([]);
    expect(value?.sources).toMatchObject([{ type: 'discovery', id: null, docs: 'docs', place: { line: 3, column: 5 }, ...wanted }]);
  });

  test('names the nearest known key of a host', () => {
    const { problems } = parseConfig('title: A\nsources:\n  - gitlab: {group: a, subgroup: false}\n', 'portal.yaml');
    expect(problems).toMatchObject([{ message: 'The entry of "gitlab" has no key "subgroup".', hint: 'Did you mean "subgroups"?' }]);
  });

  test('reads columns and their order, for all kinds and for one', () => {
    const text = `${MINIMAL}catalog:
  columns: [name, owner, {label: ' Tier ', path: "metadata.labels['acme.example/tier']", link: 'https://a.example/{value}'}]
  presets:
    API:
      sort: -lifecycle
`;
    const { value, problems } = parseConfig(text, 'portal.yaml');
    expect(problems).toEqual([]);
    expect(value?.catalog).toMatchObject({
      columns: ['name', 'owner', { label: 'Tier', path: "metadata.labels['acme.example/tier']", link: 'https://a.example/{value}' }],
      sort: null,
      presets: new Map([
        ['api', { columns: null, sort: '-lifecycle', place: { source: 'portal', path: 'portal.yaml', line: 7, column: 5 } }],
      ]),
    });
  });

  test('names what is nearest to a misspelt column, word or key', () => {
    const hints = (catalog: string) => parseConfig(`${MINIMAL}catalog: ${catalog}\n`, 'portal.yaml').problems.map(({ hint }) => hint);
    expect(hints('{columns: [ovner]}')).toEqual(['Did you mean "owner"?']);
    expect(hints('{columns: [{label: A, path: a, link: "/{nam}"}]}')).toEqual(['Did you mean "name"?']);
    expect(hints('{columns: [{label: A, pat: a, path: a}]}')).toEqual(['Did you mean "path"?']);
    expect(hints('{preset: {}}')).toEqual(['Did you mean "presets"?']);
  });

  const cases: [name: string, text: string, wanted: string[]][] = [
    ['nothing', '', ['1:1 config/missing-key']],
    ['comments only', '# nothing yet\n', ['1:1 config/missing-key']],
    ['a list', '- path: org\n', ['1:1 config/wrong-type']],
    ['no title', 'sources:\n  - path: org\n', ['1:1 config/missing-key']],
    ['no sources', 'title: Acme\n', ['1:1 config/missing-key']],
    ['a host that is none', `${MINIMAL}reading: {allow: [{host: 'https://a.example/'}]}\n`, ['4:26 config/invalid-host']],
    ['a server over http', `${MINIMAL}docs: {diagrams: {kroki: 'http://kroki.acme.example'}}\n`, ['4:26 config/invalid-server']],
    ['no entry', 'title: Acme\nsources: []\n', ['2:10 config/wrong-type']],
    ['an empty title', 'title: " "\nsources:\n  - path: org\n', ['1:8 config/wrong-type']],
    ['a number as title', 'title: 42\nsources:\n  - path: org\n', ['1:8 config/wrong-type']],
    ['sources of text', 'title: Acme\nsources: org\n', ['2:10 config/wrong-type']],
    ['a source of text', 'title: Acme\nsources:\n  - org\n', ['3:5 config/wrong-type']],
    ['an unknown key', `${MINIMAL}sauces: 1\n`, ['4:1 config/unknown-key']],
    ['an unknown key of a source', `${MINIMAL}    pth: x\n    ids: y\n`, ['4:5 config/unknown-key', '5:5 config/unknown-key']],
    ['a misspelt place', 'title: Acme\nsources:\n  - pth: org\n', ['3:5 config/unknown-key']],
    ['no place', 'title: Acme\nsources:\n  - id: org\n', ['3:5 config/source-kind']],
    ['two places', `${MINIMAL}    git: https://git.acme.example/a\n`, ['4:5 config/source-kind']],
    ['a ref of a folder', `${MINIMAL}    ref: main\n`, ['4:5 config/source-kind']],
    ['a catalog that is no list', `${MINIMAL}    catalog: all.yaml\n`, ['4:14 config/wrong-type']],
    ['an entry of a catalog that leaves', `${MINIMAL}    catalog: [all.yaml, ../x.yaml]\n`, ['4:25 config/invalid-path']],
    ['docs that leave', `${MINIMAL}    docs: /etc\n`, ['4:11 config/invalid-path']],
    ['a site without protocol', `site: acme.example\n${MINIMAL}`, ['1:7 config/invalid-site']],
    ['a base with a host', `base: https://acme.example\n${MINIMAL}`, ['1:7 config/invalid-base']],
    ['an address over http', 'title: Acme\nsources:\n  - git: http://git.acme.example/a\n', ['3:10 config/invalid-git-address']],
    ['a ref like an option', 'title: Acme\nsources:\n  - git: https://git.acme.example/a\n    ref: --all\n', ['4:10 config/invalid-ref']],
    ['an id that is no name', `${MINIMAL}    id: Payments Team\n`, ['4:9 config/invalid-id']],
    ['an id of a glob', "title: Acme\nsources:\n  - path: 'a/*'\n    id: a\n", ['4:5 config/invalid-id']],
    ['an id twice', `${MINIMAL}    id: a\n  - path: b\n    id: a\n`, ['6:9 config/duplicate-id']],
    ['a host and a folder', `${MINIMAL}    github: acme\n`, ['4:5 config/source-kind']],
    ['an id of the repositories of a host', 'title: Acme\nsources:\n  - github: acme\n    id: a\n', ['4:5 config/invalid-id']],
    ['a ref of the repositories of a host', 'title: Acme\nsources:\n  - gitlab: acme/a\n    ref: main\n', ['4:5 config/source-kind']],
    ['an organisation that is an address', 'title: Acme\nsources:\n  - github: https://github.com/acme\n', ['3:13 config/invalid-host']],
    ['an organisation that is no name', 'title: Acme\nsources:\n  - github: {org: --acme}\n', ['3:19 config/invalid-owner']],
    ['an organisation that is a number', 'title: Acme\nsources:\n  - github: 7\n', ['3:13 config/wrong-type']],
    ['an organisation that is not there', 'title: Acme\nsources:\n  - github: {host: git.acme.example}\n', ['3:5 config/missing-key']],
    ['a group that leaves', 'title: Acme\nsources:\n  - gitlab: acme/../b\n', ['3:13 config/invalid-owner']],
    ['a Gitea without host', 'title: Acme\nsources:\n  - gitea: acme\n', ['3:12 config/invalid-host']],
    ['a host with a protocol', 'title: Acme\nsources:\n  - gitea: {host: "http://a", org: a}\n', ['3:19 config/invalid-host']],
    ['a Bitbucket project without host', 'title: Acme\nsources:\n  - bitbucket: {project: A}\n', ['3:16 config/source-kind']],
    ['an unknown key of a host', 'title: Acme\nsources:\n  - github: {org: a, topic: [b]}\n', ['3:22 config/unknown-key']],
    ['text for a switch', 'title: Acme\nsources:\n  - github: {org: a, forks: "yes"}\n', ['3:29 config/wrong-type']],
    ['an empty list of names', 'title: Acme\nsources:\n  - github: {org: a, names: []}\n', ['3:29 config/wrong-type']],
    ['a column that is not built in', `${MINIMAL}catalog: {columns: [name, ovner]}\n`, ['4:27 config/unknown-column']],
    ['no column', `${MINIMAL}catalog: {columns: []}\n`, ['4:20 config/wrong-type']],
    ['a column without path', `${MINIMAL}catalog: {columns: [{label: A}]}\n`, ['4:21 config/missing-key']],
    ['a path that is none', `${MINIMAL}catalog: {columns: [{label: A, path: a..b}]}\n`, ['4:38 config/invalid-column']],
    ['a link that runs', `${MINIMAL}catalog: {columns: [{label: A, path: a, link: "javascript:x"}]}\n`, ['4:47 config/invalid-column']],
    ['a word that no link has', `${MINIMAL}catalog: {columns: [{label: A, path: a, link: "/x/{nam}"}]}\n`, ['4:47 config/invalid-column']],
    ['an unknown key of a column', `${MINIMAL}catalog: {columns: [{label: A, path: a, href: x}]}\n`, ['4:41 config/unknown-key']],
    ['an unknown key of the catalog', `${MINIMAL}catalog: {column: [name]}\n`, ['4:11 config/unknown-key']],
    ['an unknown key of a preset', `${MINIMAL}catalog: {presets: {api: {colums: [name]}}}\n`, ['4:27 config/unknown-key']],
    ['a preset for no kind', `${MINIMAL}catalog: {presets: {"a b": {sort: name}}}\n`, ['4:21 config/invalid-column']],
    ['a number as a column', `${MINIMAL}catalog: {columns: [7]}\n`, ['4:21 config/wrong-type']],
    ['a syntax error', 'title: Acme: Portal\n', ['1:12 config/syntax']],
    ['a key twice', `${MINIMAL}title: B\n`, ['4:1 config/syntax']],
    ['a second document', `${MINIMAL}---\ntitle: B\n`, ['5:1 config/syntax']],
    ['keys of the prototype', `${MINIMAL}__proto__: {radar: x}\nconstructor: 1\n`, ['4:1 config/unknown-key', '5:1 config/unknown-key']],
  ];
  test.each(cases)('complains about %s', (_, text, wanted) => {
    expect(complaints(text)).toEqual(wanted);
    expect(parseConfig(text, 'portal.yaml').value).toBeNull();
  });

  test('says all that is wrong at once, in order', () => {
    const text = readFileSync(new URL('../fixtures/config/broken/portal.yaml', import.meta.url), 'utf8');
    // Each line of the fixture names the rules that it breaks.
    const wanted = text
      .split('\n')
      .flatMap((line, index) => [...line.matchAll(/\{([a-z/-]+)\}/g)].map((match) => `${index + 1} ${match[1] ?? ''}`));
    const found = parseConfig(text, 'portal.yaml').problems.map(({ place, rule }) => `${place?.line ?? 0} ${rule}`);
    expect(found).toEqual(wanted);
    expect(new Set(wanted).size).toBeGreaterThan(10);
  });

  test('names the nearest known key', () => {
    const { problems } = parseConfig('titlee: Acme\nsource:\n  - pth: org\n', 'portal.yaml');
    expect(problems.flatMap(({ rule, hint }) => (rule === 'config/unknown-key' ? [hint] : []))).toEqual([
      'Did you mean "title"?',
      'Did you mean "sources"?',
    ]);
  });

  test('warns about a password without repeating it, and goes on', () => {
    const { value, problems } = parseConfig('title: A\nsources:\n  - git: https://bot:s3cret@git.acme.example/a\n', 'portal.yaml');
    expect(value?.sources).toHaveLength(1);
    expect(problems).toMatchObject([{ rule: 'config/password-in-address', severity: 'warning', place: { line: 3, column: 10 } }]);
    expect(problems[0]?.hint).toContain('CALLBOARD_TOKEN_GIT_ACME_EXAMPLE');
    expect(JSON.stringify(problems)).not.toContain('s3cret');
  });

  test('reports every rule of the table, but those for files that cannot be read and for links, which have tests of their own', () => {
    const found = new Set(cases.flatMap(([, text]) => parseConfig(text, 'portal.yaml').problems.map(({ rule }) => rule)));
    found.add('config/password-in-address').add('config/unreadable').add('config/invalid-link').add('config/invalid-schema');
    expect([...found].sort()).toEqual(Object.keys(configRules).sort());
  });
});
