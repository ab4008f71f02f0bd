// The question in the address: it survives being written and read, bad words fall back, and Backstage's address means the same.
import { describe, expect, test } from 'vitest';
import { type GraphQuestion, NOTHING_ASKED, fullRef, readQuestion, writeQuestion } from '../../src/islands/graph/question.ts';

const read = (text: string, fallback = NOTHING_ASKED) => readQuestion(new URLSearchParams(text), fallback);
const cart = 'component:default/cart';

describe('readQuestion and writeQuestion', () => {
  const questions: readonly Partial<GraphQuestion>[] = [
    {},
    { roots: [cart], show: 'around' },
    {
      roots: [cart],
      show: 'around',
      depth: 0,
      way: 'backward',
      kinds: ['api'],
      relations: ['dependsOn', 'partOf'],
      expanded: ['api:default/x'],
    },
    { roots: [cart], show: 'impact', fold: 'owner' },
    { roots: [cart], show: 'paths', to: 'resource:default/db' },
    { roots: [cart, 'api:default/x'], show: 'map', relations: ['*'] },
    { show: 'cycles' },
    { roots: [cart], show: 'around', simple: true, merge: false, direction: 'BT', curve: 'step', filters: false },
  ];

  test.each(questions)('%j survives the address', (part) => {
    const question = { ...NOTHING_ASKED, ...part };
    expect(read(writeQuestion(question, NOTHING_ASKED))).toEqual(question);
    const onPage: GraphQuestion = { ...NOTHING_ASKED, roots: [cart], show: 'around', depth: 1 };
    if (question.roots.length > 0) expect(read(writeQuestion(question, onPage), onPage)).toEqual(question);
  });

  test('an empty question has no address', () => {
    expect(writeQuestion(NOTHING_ASKED, NOTHING_ASKED)).toBe('');
  });

  test.each([
    ['depth=-3&root=', NOTHING_ASKED],
    ['show=nonsense&way=up&fold=x&direction=?&curve=zigzag', NOTHING_ASKED],
    ['show=impact', NOTHING_ASKED],
    ['root=Cart&depth=1e9', { ...NOTHING_ASKED, roots: [cart], show: 'around' }],
    ['root=cart&depth=9999', { ...NOTHING_ASKED, roots: [cart], show: 'around', depth: 99 }],
  ])('%s is read as well as can be', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('an address is no list of everything', () => {
    expect(read(Array.from({ length: 5_000 }, (_, index) => `root=n${index}`).join('&')).roots).toHaveLength(100);
  });
});

describe('the address of Backstage', () => {
  test.each([
    [
      'rootEntityRefs[]=component:cart&maxDepth=2&selectedKinds[]=api&selectedKinds[]=component&selectedRelations[]=dependencyOf&selectedRelations[]=dependsOn&unidirectional=false&mergeRelations=false&direction=TB&showFilters=false&curve=curveStepBefore',
      {
        roots: [cart],
        show: 'around',
        depth: 2,
        kinds: ['api', 'component'],
        relations: ['dependsOn'],
        simple: false,
        merge: false,
        direction: 'TB',
        filters: false,
        curve: 'step',
      },
    ],
    [
      'rootEntityRefs%5B%5D=component%3Adefault%2Fcart&maxDepth=∞',
      { roots: [cart], show: 'around', depth: 0, relations: ['*'], simple: true },
    ],
    [
      'rootEntityRefs[0]=cart&rootEntityRefs[1]=api:shop/x',
      { roots: [cart, 'api:shop/x'], show: 'around', depth: 0, relations: ['*'], simple: true },
    ],
    ['selectedKinds[]=API', { kinds: ['api'], depth: 0, relations: ['*'], simple: true }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual({ ...NOTHING_ASKED, ...expected });
  });
});

test.each([
  ['Cart', cart],
  ['component:Cart', cart],
  ['api:shop/x', 'api:shop/x'],
  ['shop/x', 'component:shop/x'],
  ['', ''],
])('fullRef(%j) is %j', (ref, expected) => {
  expect(fullRef(ref)).toBe(expected);
});
