import { describe, expect, test } from 'vitest';
import { FORMATS, countProblems } from '../../src/lib/problem-formats.ts';
import { type Problem, compareProblems, reporter } from '../../src/lib/problem.ts';

const place = { source: 'shop', path: 'catalog-info.yaml', line: 14, column: 10 };
const problems: Problem[] = [
  {
    rule: 'relation/unknown-target',
    severity: 'warning',
    message: 'There is no group "paymnts".',
    hint: 'Did you mean "payments"?',
    place,
  },
  { rule: 'yaml/syntax', severity: 'error', message: 'Bad 100% \u001b[31mindent\nhere', place: { source: 'shop', path: 'a b,c:d.yaml' } },
  { rule: 'source/failed', severity: 'info', message: 'No place.' },
];
const format = (name: string) => FORMATS[name]?.(problems) ?? '';

describe('reporter(rules)', () => {
  const report = reporter({ 'a/b': { severity: 'warning', meaning: '', why: '' } });

  test('takes the severity from the table of rules, unless a finding says otherwise', () => {
    expect(report('a/b', { message: 'x' })).toEqual({ rule: 'a/b', severity: 'warning', message: 'x' });
    expect(report('a/b', { message: 'x', severity: 'error' }).severity).toBe('error');
  });
});

describe('compareProblems(a, b)', () => {
  test('orders by place, then severity, whatever the order before', () => {
    const sorted = problems.toSorted(compareProblems).map((problem) => problem.rule);
    expect(sorted).toEqual(['source/failed', 'yaml/syntax', 'relation/unknown-target']);
    expect(
      problems
        .toReversed()
        .toSorted(compareProblems)
        .map((problem) => problem.rule),
    ).toEqual(sorted);
  });
});

describe('FORMATS', () => {
  test('pretty names place, level, rule, message and hint, and passes no control character on', () => {
    const text = format('pretty');
    expect(text).toContain('shop/catalog-info.yaml:14:10');
    expect(text).toContain('Did you mean "payments"?');
    expect(text).toContain('Bad 100%  [31mindent here');
    expect(text).not.toContain('\u001b[31mindent');
  });

  test('json gives the problems as they are', () => {
    expect(JSON.parse(format('json'))).toEqual(problems);
  });

  test('github writes one escaped workflow command a problem', () => {
    expect(format('github').split('\n')).toEqual([
      '::warning file=shop/catalog-info.yaml,line=14,col=10,title=relation/unknown-target::There is no group "paymnts". Did you mean "payments"?',
      '::error file=shop/a b%2Cc%3Ad.yaml,title=yaml/syntax::Bad 100%25 \u001b[31mindent%0Ahere',
      '::notice title=source/failed::No place.',
    ]);
  });

  test('sarif names each rule once and encodes paths', () => {
    const { runs } = JSON.parse(format('sarif'));
    expect(runs[0].tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual([
      'relation/unknown-target',
      'source/failed',
      'yaml/syntax',
    ]);
    expect(runs[0].results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'shop/catalog-info.yaml' },
      region: { startLine: 14, startColumn: 10 },
    });
    expect(runs[0].results[1].locations[0].physicalLocation.artifactLocation.uri).toBe('shop/a%20b%2Cc%3Ad.yaml');
    expect(runs[0].results[2].locations).toBeUndefined();
  });
});

test('countProblems counts in words', () => {
  expect(countProblems(problems)).toBe('1 error, 1 warning, 1 note');
  expect(countProblems([])).toBe('no problems');
});
