import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../scripts/bench/random.ts';
import { makeQuestions } from '../../../scripts/bench-search/questions.ts';

const entity = (kind: string, name: string, tags: string[] = [], owner: string | null = null) => ({
  ref: `${kind}:default/${name}`.toLowerCase(),
  kind,
  name,
  title: name.toUpperCase(),
  tags,
  owner,
  address: `/catalog/default/${kind.toLowerCase()}/${name}/`,
});

const SITE = {
  entities: [
    entity('Component', 'checkout-web', ['pci'], 'Payments'),
    entity('Component', 'checkout-worker', ['PCI']),
    entity('API', 'ledger', ['pci'], 'Payments'),
    entity('Component', 'ledger'),
  ],
  headings: [
    { text: 'Rate limits', address: '/docs/a/' },
    { text: 'Rate limits', address: '/docs/b/' },
  ],
  operations: [{ text: 'getUser', address: '/catalog/default/api/ledger/definition/*' }],
};

describe('makeQuestions(site, random, most)', () => {
  const all = makeQuestions(SITE, createRandom('1'), 100);
  const of = (sort: string) => all.filter((one) => one.sort === sort);

  test('makes the same questions of the same seed', () => {
    expect(makeQuestions(SITE, createRandom('1'), 100)).toEqual(all);
  });

  test('takes everything that is called so for an answer', () => {
    expect(
      of('name')
        .find(({ text }) => text === 'ledger')
        ?.answers.toSorted(),
    ).toEqual([
      '/catalog/default/api/ledger/',
      '/catalog/default/api/ledger/',
      '/catalog/default/component/ledger/',
      '/catalog/default/component/ledger/',
    ]);
    expect(of('heading')).toEqual([{ sort: 'heading', text: 'Rate limits', answers: ['/docs/a/', '/docs/b/'] }]);
    expect(of('ref').map(({ answers }) => answers.length)).toEqual([1, 1, 1, 1]);
  });

  test('asks only for halves that no other name begins with', () => {
    expect(of('half name').map(({ text }) => text)).toEqual(['led']);
  });

  test('makes slips that are no other name, in the middle of words of five letters or more', () => {
    expect(of('typo').length).toBeGreaterThan(0);
    for (const { text, answers } of of('typo')) {
      expect(['checkout-web', 'checkout-worker', 'ledger']).not.toContain(text);
      expect(text[0]).toBe(answers[0]?.split('/').at(-2)?.[0]);
    }
  });

  test('answers a tag and a kind, or an owner and a kind, by all that have both', () => {
    expect(of('tag and kind').find(({ text }) => text.toLowerCase() === 'pci component')?.answers).toEqual([
      '/catalog/default/component/checkout-web/',
      '/catalog/default/component/checkout-worker/',
    ]);
    expect(of('owner and kind').find(({ text }) => text === 'Payments api')?.answers).toEqual(['/catalog/default/api/ledger/']);
  });
});
