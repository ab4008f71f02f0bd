// Which packages a name or pattern stands for.
import { describe, expect, test } from 'vitest';
import { indexPatterns, parsePattern } from '../../src/packages/pattern.ts';
import type { PackageType } from '../../src/packages/types.ts';

function matches(text: string, type: PackageType, name: string, version = ''): boolean {
  const pattern = parsePattern(text);
  if ('fault' in pattern) throw new Error(pattern.fault);
  return indexPatterns([{ pattern, value: true }])(type, name, version).length === 1;
}

describe('parsePattern(text)', () => {
  test.each<[pattern: string, type: PackageType, name: string, version: string, expected: boolean]>([
    ['react', 'npm', 'react', '19', true],
    ['react', 'pypi', 'React', '', true],
    ['react', 'npm', 'react-dom', '', false],
    ['pkg:npm/react', 'npm', 'React', '', true],
    ['pkg:npm/react', 'pypi', 'react', '', false],
    ['pkg:npm/@angular/*', 'npm', '@angular/core', '', true],
    ['pkg:npm/%40angular/*', 'npm', '@angular/core', '', true],
    ['@angular/*', 'npm', '@angular/core', '', true],
    ['pkg:npm/@angular/*', 'npm', 'angular', '', false],
    ['pkg:maven/org.springframework.boot/*', 'maven', 'org.springframework.boot/spring-boot-starter-web', '', true],
    ['pkg:maven/org.springframework.boot/*', 'maven', 'org.springframework/spring-core', '', false],
    ['pkg:golang/go.opentelemetry.io/*', 'golang', 'go.opentelemetry.io/otel/exporters/otlp', '', true],
    ['pkg:githubactions/*', 'githubactions', 'actions/setup-go', 'v6', true],
    ['pkg:pypi/typing_extensions', 'pypi', 'typing.extensions', '', true],
    ['pkg:generic/java@1.8*', 'generic', 'java', '1.8', true],
    ['pkg:generic/java@1.8*', 'generic', 'java', '21', false],
    ['pkg:npm/react@17.*', 'npm', 'react', '^17.0.2', true],
    ['pkg:npm/@angular/core@2*', 'npm', '@angular/core', '~20.1', true],
    ['pkg:npm/@angular/core@2*', 'npm', '@angular/core', '^19', false],
    ['*opentelemetry*', 'cargo', 'tracing-opentelemetry', '', true],
    ['pkg:docker/postgres?arch=arm#x', 'docker', 'postgres', '17', true],
  ])('%s and %s %s %s: %s', (pattern, type, name, version, expected) => {
    expect(matches(pattern, type, name, version)).toBe(expected);
  });

  test.each([
    ['pkg:npn/react', 'Did you mean "npm"?'],
    ['pkg:npm/', 'Write pkg:npm/* for all of them.'],
    ['*', 'Write a name, or a pattern such as pkg:npm/react.'],
    ['npm react', 'Write a name, or a pattern such as pkg:npm/react.'],
    ['', 'Write a name, or a pattern such as pkg:npm/react.'],
  ])('refuses %j with a hint', (text, hint) => {
    expect(parsePattern(text)).toMatchObject({ fault: expect.any(String), hint });
  });
});

describe('indexPatterns(patterns)', () => {
  test('names each value once, in the order of the patterns', () => {
    const patterns = [
      ['pkg:npm/@trpc/*', 'trpc'],
      ['pkg:npm/*', 'node'],
      ['@trpc/server', 'trpc'],
      ['pkg:npm/@trpc/server', 'server'],
    ].map(([text = '', value]) => ({ pattern: parsePattern(text) as never, value }));
    expect(indexPatterns(patterns)('npm', '@trpc/server', '11')).toEqual(['trpc', 'node', 'server']);
  });

  test('answers for a pattern of many stars as quickly as for any', () => {
    const pattern = parsePattern(`pkg:npm/${'*a'.repeat(150)}*b`) as never;
    expect(indexPatterns([{ pattern, value: 1 }])('npm', 'a'.repeat(300), '')).toEqual([]);
  });
});
