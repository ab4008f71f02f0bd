// Every rule of the radar room: files that break it, and the exact place that is named.
import { describe, expect, test } from 'vitest';
import { buildRadar } from '../../src/radar/radar.ts';
import { radarRules } from '../../src/radar/rules.ts';
import { memorySource } from './source.ts';

interface Case {
  readonly rule: string;
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  /** The file to configure; the whole source if it is left out. */
  readonly path?: string;
  /** Where the problem is: path, line, column. */
  readonly at: readonly [path: string, line?: number, column?: number];
  readonly message?: RegExp;
  readonly hint?: string;
  /** Ids of the entries that are left. */
  readonly entries: readonly string[] | null;
}

const fine = '---\ntitle: Go\nquadrant: tools\nring: adopt\n---\nA language.\n';
const named = (count: number) => Array.from({ length: count }, (_, index) => `  - { id: n${index}, name: N${index} }`).join('\n');
const backstage = (entries: string, names = '"quadrants":[{"id":"a"},{"id":"b"},{"id":"c"}],"rings":[{"id":"in"},{"id":"out"}]') =>
  `{${names},\n"entries":[\n${entries}\n]}`;
const go = '{"id":"go","title":"Go","quadrant":"a","description":"x","timeline":[{"date":"2026-03-01","ringId":"in"}]}';

const cases: readonly Case[] = [
  { rule: 'radar/not-found', what: 'no such path', files: { 'a.md': fine }, path: 'radar', at: ['radar'], entries: null },
  { rule: 'radar/not-found', what: 'a path out of the source', files: { 'a.md': fine }, path: '../a.md', at: ['../a.md'], entries: null },
  {
    rule: 'radar/unknown-format',
    what: 'CSV without the columns of an entry',
    files: { 'r.csv': 'title\nOurs\n===\nname,quadrant\nGo,tools\n' },
    path: 'r.csv',
    at: ['r.csv'],
    entries: null,
  },
  { rule: 'radar/unknown-format', what: 'a folder without any radar', files: { 'docs/index.md': '# Hi' }, at: [''], entries: null },
  { rule: 'radar/unreadable-file', what: 'bytes', files: { 'go.md': fine, 'bin.md': 'a\0b' }, at: ['bin.md'], entries: ['go'] },
  {
    rule: 'radar/bad-syntax',
    what: 'broken JSON',
    files: { 'r.json': '{\n  "entries": [\n}' },
    path: 'r.json',
    at: ['r.json', 3, 1],
    entries: null,
  },
  {
    rule: 'radar/bad-syntax',
    what: 'an open quote',
    files: { 'r.csv': 'name,ring,quadrant\nGo,"Adopt,x\nX,Hold,y\n' },
    path: 'r.csv',
    at: ['r.csv', 2],
    entries: null,
  },
  {
    rule: 'radar/bad-syntax',
    what: 'broken settings',
    files: { 'radar.yaml': 'title: [a\n', 'go.md': fine },
    at: ['radar.yaml', 2, 1],
    entries: ['go'],
  },
  {
    rule: 'radar/bad-front-matter',
    what: 'broken YAML',
    files: { 'go.md': fine, 'x.md': '---\ntitle: X\ntags: [a\n---\n' },
    at: ['x.md', 3, 9],
    entries: ['go'],
  },
  {
    rule: 'radar/bad-front-matter',
    what: 'a twice said field',
    files: { 'go.md': fine, 'x.md': '---\ntitle: X\ntitle: Y\n---\n' },
    at: ['x.md', 3, 1],
    entries: ['go'],
  },
  { rule: 'radar/bad-front-matter', what: 'no end', files: { 'go.md': fine, 'x.md': '---\ntitle: X\n' }, at: ['x.md', 1], entries: ['go'] },
  {
    rule: 'radar/bad-front-matter',
    what: 'a list',
    files: { 'go.md': fine, 'x.md': '---\n- title\n---\n' },
    at: ['x.md', 1],
    entries: ['go'],
  },
  { rule: 'radar/bad-front-matter', what: 'none at all', files: { 'go.md': fine, 'x.md': '# X\n' }, at: ['x.md', 1], entries: ['go'] },
  {
    rule: 'radar/unknown-field',
    what: 'in an entry',
    files: { 'go.md': '---\r\ntitle: Go\r\nquadrant: tools\r\nring: adopt\r\ntag: [x]\r\n---\r\nText' },
    at: ['go.md', 5, 1],
    hint: 'Did you mean "tags"?',
    entries: ['go'],
  },
  {
    rule: 'radar/unknown-field',
    what: 'in radar.yaml',
    files: { 'go.md': fine, 'radar.yaml': 'titles: X\n' },
    at: ['radar.yaml', 1, 1],
    hint: 'Did you mean "title"?',
    entries: ['go'],
  },
  {
    rule: 'radar/unknown-field',
    what: 'in a ring',
    files: { 'go.md': fine, 'radar.yaml': 'rings:\n  - { id: adopt, shade: red }\n  - hold\n' },
    at: ['radar.yaml', 2, 18],
    hint: 'Known are id, name, description, color.',
    entries: ['go'],
  },
  {
    rule: 'radar/archived',
    what: 'a ring called archive',
    files: { 'go.md': fine.replace('ring: adopt', 'history:\n  - { date: 2026-03, ring: Archive }\n  - { date: 2025-03, ring: hold }') },
    at: ['go.md', 5, 28],
    entries: ['go'],
  },
  {
    rule: 'radar/unknown-related',
    what: 'a slip of the pen',
    files: { 'go.md': fine.replace('ring:', 'related: [rustt]\nring:'), 'rust.md': fine.replace('Go', 'Rust') },
    at: ['go.md', 4, 11],
    hint: 'Did you mean "rust"?',
    entries: ['go', 'rust'],
  },
  {
    rule: 'radar/taken-address',
    what: 'an address of another page',
    files: { 'changes.md': fine },
    at: ['changes.md', 2, 1],
    entries: ['changes-2'],
  },
  {
    rule: 'radar/invalid-field',
    what: 'a colour',
    files: { 'go.md': fine, 'radar.yaml': 'rings:\n  - { id: adopt, color: "url(#x)" }\n  - hold\n' },
    at: ['radar.yaml', 2, 25],
    hint: 'Write it as "#5ba300".',
    entries: ['go'],
  },
  {
    rule: 'radar/invalid-field',
    what: 'a movement',
    files: { 'go.md': fine.replace('ring: adopt', 'ring: adopt\nmoved: up') },
    at: ['go.md', 5, 8],
    hint: 'Known are new, in, out and none.',
    entries: ['go'],
  },
  {
    rule: 'radar/invalid-field',
    what: 'tags',
    files: { 'go.md': fine.replace('ring:', 'tags: {a: b}\nring:') },
    at: ['go.md', 4, 7],
    entries: ['go'],
  },
  {
    rule: 'radar/invalid-field',
    what: 'an owner',
    files: { 'go.md': fine.replace('ring:', 'owner: [me]\nring:') },
    at: ['go.md', 4, 8],
    entries: ['go'],
  },
  {
    rule: 'radar/invalid-field',
    what: 'a flag',
    files: { 'go.md': fine.replace('ring:', 'featured: maybe\nring:') },
    at: ['go.md', 4, 11],
    entries: ['go'],
  },
  {
    rule: 'radar/invalid-field',
    what: 'a decision',
    files: { 'go.md': fine.replace('ring: adopt', 'ring: adopt\nhistory:\n  - trial') },
    at: ['go.md', 6, 5],
    entries: ['go'],
  },
  {
    rule: 'radar/invalid-field',
    what: 'moved',
    files: { 'r.json': backstage(go.replace('"in"', '"in","moved":7')) },
    at: ['r.json', 3],
    message: /moved/,
    entries: ['go'],
  },
  { rule: 'radar/invalid-field', what: 'an entry', files: { 'r.json': backstage(`${go},\n7`) }, at: ['r.json', 4, 1], entries: ['go'] },
  {
    rule: 'radar/invalid-field',
    what: 'a status',
    files: { 'r.csv': 'name,ring,quadrant,status,description\nGo,Adopt,Tools,Fresh,x\n' },
    at: ['r.csv', 2],
    entries: ['go'],
  },
  {
    rule: 'radar/unknown-quadrant',
    what: 'misspelt',
    files: { 'go.md': fine, 'x.md': '---\ntitle: X\nring: adopt\nquadrant: platfroms\n---\nText' },
    at: ['x.md', 4, 11],
    message: /^"X" is in the quadrant "platfroms", but there is none of that name\.$/,
    hint: 'Did you mean "platforms"?',
    entries: ['go'],
  },
  {
    rule: 'radar/unknown-quadrant',
    what: 'not said',
    files: { 'go.md': fine, 'x.md': '---\ntitle: X\nring: adopt\n---\nText' },
    at: ['x.md', 1],
    hint: 'Known are "languages-and-frameworks", "platforms", "tools", "techniques".',
    entries: ['go'],
  },
  {
    rule: 'radar/unknown-quadrant',
    what: 'a number out of range',
    files: {
      'r.json':
        '{"date":"2026.05","entries":[\n{"quadrant":0,"ring":0,"label":"Go","moved":0},\n{"quadrant":4,"ring":0,"label":"X","moved":0}]}',
    },
    at: ['r.json', 3, 13],
    entries: ['go'],
  },
  {
    rule: 'radar/unknown-ring',
    what: 'in a history',
    files: { 'go.md': fine.replace('ring: adopt', 'history:\n  - { date: 2026-03, ring: adoptt }\n  - { date: 2025-03, ring: trial }') },
    at: ['go.md', 5, 28],
    hint: 'Did you mean "adopt"?',
    entries: ['go'],
  },
  {
    rule: 'radar/unknown-ring',
    what: 'in CSV',
    files: { 'r.csv': 'name,ring,quadrant,description\nGo,Adopt,Tools,x\nX,,Tools,x\n' },
    at: ['r.csv', 3],
    entries: ['go', 'x'],
  },
  {
    rule: 'radar/ring-mismatch',
    what: 'a forgotten ring',
    files: {
      'go.md': fine.replace('ring: adopt', 'ring: trial\nhistory:\n  - { date: 2025-03, ring: hold }\n  - { date: 2026-03, ring: Adopt }'),
    },
    at: ['go.md', 4, 7],
    entries: ['go'],
  },
  {
    rule: 'radar/duplicate-id',
    what: 'two entries',
    files: { 'r.json': backstage(`${go},\n${go}`) },
    at: ['r.json', 4, 1],
    message: /"go" is already taken by the entry in r\.json, line 3; this one is shown as "go-2"/,
    entries: ['go', 'go-2'],
  },
  {
    rule: 'radar/duplicate-id',
    what: 'two files',
    files: { 'go.md': fine, 'tools/go.md': fine },
    at: ['tools/go.md', 2, 1],
    entries: ['go', 'go-2'],
  },
  {
    rule: 'radar/duplicate-id',
    what: 'two rings',
    files: { 'go.md': fine, 'radar.yaml': 'rings:\n  - adopt\n  - hold\n  - { id: Adopt }\n' },
    at: ['radar.yaml', 4, 5],
    entries: ['go'],
  },
  {
    rule: 'radar/missing-title',
    what: 'a file',
    files: { 'go.md': fine.replace('title: Go\n', '') },
    at: ['go.md', 2, 1],
    message: /"go"/,
    entries: ['go'],
  },
  {
    rule: 'radar/missing-title',
    what: 'not even an id',
    files: { 'r.json': backstage(`${go},\n{"quadrant":"a"}`) },
    at: ['r.json', 4, 1],
    entries: ['go'],
  },
  {
    rule: 'radar/bad-date',
    what: 'words',
    files: { 'go.md': fine.replace('ring: adopt', 'history: [{date: March, ring: adopt}]') },
    at: ['go.md', 4, 18],
    entries: ['go'],
  },
  {
    rule: 'radar/bad-date',
    what: 'a year alone',
    files: { 'go.md': fine.replace('ring: adopt', 'history:\n  - date: 2026\n    ring: adopt') },
    at: ['go.md', 5, 11],
    hint: 'Write the month too, for example "2026-01".',
    entries: ['go'],
  },
  {
    rule: 'radar/bad-date',
    what: 'none',
    files: { 'go.md': fine.replace('ring: adopt', 'history:\n  - ring: adopt') },
    at: ['go.md', 5, 5],
    entries: ['go'],
  },
  {
    rule: 'radar/bad-date',
    what: 'a release',
    files: { 'r.json': '{"date":2026.10,"entries":[{"quadrant":0,"ring":0,"label":"Go","moved":0}]}' },
    at: ['r.json', 1, 9],
    entries: ['go'],
  },
  { rule: 'radar/no-history', what: 'a file', files: { 'go.md': fine.replace('ring: adopt\n', '') }, at: ['go.md', 2, 1], entries: ['go'] },
  {
    rule: 'radar/no-history',
    what: 'an empty timeline',
    files: { 'r.json': backstage(go.replace(/"timeline".*\]/, '"timeline":[]')) },
    at: ['r.json', 3, 1],
    entries: ['go'],
  },
  {
    rule: 'radar/timeline-order',
    what: 'oldest first',
    files: { 'r.json': backstage(go.replace('[{"date":"2026', '[\n{"date":"2025-03-01","ringId":"out"},{"date":"2026')) },
    at: ['r.json', 4, 31],
    entries: ['go'],
  },
  {
    rule: 'radar/too-few-quadrants',
    what: 'two',
    files: { 'r.json': backstage(go, '"quadrants":[{"id":"a"},{"id":"b"}],"rings":[{"id":"in"},{"id":"out"}]') },
    at: ['r.json', 1, 15],
    message: /at least 3 quadrants; this one has 2/,
    entries: ['go'],
  },
  {
    rule: 'radar/too-many-quadrants',
    what: 'nine',
    files: { 'go.md': fine.replace('tools', 'n0'), 'x.md': fine.replace('tools', 'n8'), 'radar.yaml': `quadrants:\n${named(9)}` },
    at: ['radar.yaml', 10, 5],
    entries: ['go'],
  },
  {
    rule: 'radar/too-few-rings',
    what: 'one',
    files: { 'go.md': fine, 'radar.yaml': 'rings: [adopt]' },
    at: ['radar.yaml', 1, 9],
    entries: ['go'],
  },
  {
    rule: 'radar/too-many-rings',
    what: 'seven',
    files: { 'go.md': fine.replace('adopt', 'n6'), 'radar.yaml': `rings:\n${named(7)}` },
    at: ['radar.yaml', 8, 5],
    entries: ['go'],
  },
  {
    rule: 'radar/list-too-long',
    what: 'tags',
    files: { 'go.md': fine.replace('ring:', `tags: [${Array.from({ length: 201 }, (_, index) => `t${index}`).join(', ')}]\nring:`) },
    at: ['go.md', 4, 7],
    entries: ['go'],
  },
  {
    rule: 'radar/bad-link',
    what: 'a script',
    files: { 'go.md': fine.replace('ring:', 'links:\n  - title: Click\n    url: "java\\tscript:alert(1)"\nring:') },
    at: ['go.md', 6, 10],
    entries: ['go'],
  },
  {
    rule: 'radar/bad-link',
    what: 'no url',
    files: { 'go.md': fine.replace('ring:', 'links:\n  - title: Click\nring:') },
    at: ['go.md', 5, 5],
    entries: ['go'],
  },
  {
    rule: 'radar/empty-description',
    what: 'an empty body',
    files: { 'go.md': fine.replace('A language.\n', '') },
    at: ['go.md', 2, 1],
    entries: ['go'],
  },
];

describe('buildRadar with a mistake', () => {
  for (const { rule, what, files, path = '', at, message, hint, entries } of cases) {
    test(`reports ${rule}: ${what}`, () => {
      const { radar, problems } = buildRadar({ source: memorySource(files), path, taken: new Set(['changes']) });
      expect(problems.map(({ rule }) => rule)).toEqual([rule]);
      const [place, line, column] = at;
      expect([problems[0]?.place?.path, problems[0]?.place?.line, problems[0]?.place?.column]).toEqual([
        place,
        line,
        column ?? problems[0]?.place?.column,
      ]);
      if (message !== undefined) expect(problems[0]?.message).toMatch(message);
      if (hint !== undefined) expect(problems[0]?.hint).toBe(hint);
      expect(radar === null ? null : radar.entries.map(({ id }) => id)).toEqual(entries);
    });
  }

  test('reports radar/too-many-entries, and keeps the first thousand', () => {
    const rows = Array.from({ length: 1001 }, (_, index) => `T${index},Adopt,Tools,x`).join('\n');
    const { radar, problems } = buildRadar({ source: memorySource({ 'r.csv': `name,ring,quadrant,description\n${rows}` }), path: 'r.csv' });
    expect(problems).toMatchObject([{ rule: 'radar/too-many-entries', place: { line: 1002 } }]);
    expect(radar?.entries).toHaveLength(1000);
  });

  test('keeps a decision with a bad date as the oldest', () => {
    const text = fine.replace('ring: adopt', 'history:\n  - { date: soon, ring: hold }\n  - { date: 2025-01, ring: trial }');
    const { radar } = buildRadar({ source: memorySource({ 'go.md': text }), path: '' });
    expect(radar?.entries[0]).toMatchObject({ ring: 'trial', history: [{ date: '2025-01' }, { date: null, ring: 'hold' }] });
  });

  test('keeps an entry without history for lists, behind the others of its quadrant', () => {
    const { radar } = buildRadar({ source: memorySource({ 'z.md': fine, 'a.md': fine.replace('ring: adopt\n', '') }), path: '' });
    expect(radar?.entries.map(({ id, ring, history }) => [id, ring, history.length])).toEqual([
      ['z', 'adopt', 1],
      ['a', null, 0],
    ]);
  });

  test('says a mistake once that touches several decisions', () => {
    const { problems } = buildRadar({
      source: memorySource({ '2025-01/go.md': fine.replace('adopt', 'adoptt'), '2025-02/go.md': 'Text', '2025-03/go.md': 'Text' }),
      path: '',
    });
    expect(problems.map(({ rule }) => rule)).toEqual(['radar/unknown-ring']);
  });

  test('is not confused by names that objects have', () => {
    const { radar, problems } = buildRadar({
      source: memorySource({
        'constructor.md': fine.replace('Go', '__proto__'),
        'x.md': '---\n__proto__: {title: X}\ntitle: X\nquadrant: toString\n---\n',
      }),
      path: '',
    });
    expect(problems.map(({ rule }) => rule)).toEqual(['radar/unknown-field', 'radar/unknown-quadrant']);
    expect(radar?.entries.map(({ id, title }) => [id, title])).toEqual([['constructor', '__proto__']]);
  });
});

describe('radarRules', () => {
  test('are all tried above', () => {
    expect(new Set([...cases.map(({ rule }) => rule), 'radar/too-many-entries'])).toEqual(new Set(Object.keys(radarRules)));
  });
});
