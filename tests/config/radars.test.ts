// Radars in portal.yaml: one path, or a list.
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';

const MINIMAL = 'title: Acme\nsources:\n  - path: org\n';
const parse = (radar: string) => parseConfig(`${MINIMAL}${radar}`, 'portal.yaml');
const complaints = (radar: string) => parse(radar).problems.map(({ place, rule }) => `${place?.line ?? 0}:${place?.column ?? 0} ${rule}`);

describe('parseConfig(text): radar', () => {
  test('takes a list of radars, beside the configuration and inside of sources', () => {
    const { value, problems } = parse(
      'radar:\n  - id: main\n    path: radar\n  - { id: data, source: platform, path: ./docs/radar/, title: Data platform }\n',
    );
    expect(problems).toEqual([]);
    expect(value?.radars).toEqual([
      { id: 'main', path: 'radar', source: null, title: null, place: { source: 'portal', path: 'portal.yaml', line: 6, column: 11 } },
      {
        id: 'data',
        path: 'docs/radar',
        source: 'platform',
        title: 'Data platform',
        place: { source: 'portal', path: 'portal.yaml', line: 7, column: 41 },
      },
    ]);
  });

  test.each([
    ['an id twice', 'radar:\n  - { id: a, path: x }\n  - { id: a, path: y }\n', ['6:11 config/duplicate-id']],
    ['an id that is a page of the radar', 'radar:\n  - { id: changes, path: x }\n', ['5:11 config/invalid-id']],
    ['an id that is none', 'radar:\n  - { id: My radar, path: x }\n', ['5:11 config/invalid-id']],
    ['no id', 'radar:\n  - { path: x }\n', ['5:5 config/missing-key']],
    ['no path', 'radar:\n  - { id: a }\n', ['5:5 config/missing-key']],
    ['an unknown key', 'radar:\n  - { id: a, path: x, tilte: X }\n', ['5:23 config/unknown-key']],
    ['an empty list', 'radar: []\n', ['4:8 config/wrong-type']],
    ['an empty path', 'radar: ""\n', ['4:8 config/invalid-path']],
    ['a path out of its source', 'radar:\n  - { id: a, source: s, path: ../x }\n', ['5:31 config/invalid-path']],
  ])('complains about %s', (_, radar, wanted) => {
    expect(complaints(radar)).toEqual(wanted);
    expect(parse(radar).value).toBeNull();
  });
});
