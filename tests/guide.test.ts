// The user guide says what is true now: it names every rule, every command and every key of the configuration.
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { configSchemaText } from '../src/config/json-schema.ts';
import { configRules } from '../src/config/rules.ts';
import type { Rule } from '../src/lib/problem.ts';
import { ICON_NAMES } from '../src/lib/icon-names.ts';
import { CONTENT_RULES } from '../src/portal/all-rules.ts';
import { ANNOTATION_ROWS } from '../src/portal/tools/tools.ts';
import { sourceRules } from '../src/sources/rules.ts';

const guide = (page: string) => readFileSync(`content/docs/${page}.md`, 'utf8');

describe('the page about rules', () => {
  const page = guide('rules');
  const rows = new Map(
    [...page.matchAll(/^\| `([^`]+)` \| (\w+) \| ([^|]+) \|/gm)].map(([, name = '', level, meaning]) => [name, { level, meaning }]),
  );
  const rules = new Map<string, Rule>([...CONTENT_RULES, ...Object.entries({ ...configRules, ...sourceRules })]);

  test.each([...rules])('tells of %s', (name, rule) => {
    expect(rows.get(name)).toMatchObject({ level: rule.severity === 'info' ? 'note' : rule.severity });
  });

  test('tells of no rule that is not there', () => {
    expect([...rows.keys()].filter((name) => !rules.has(name))).toEqual([]);
  });
});

test('the page about the configuration names every key', () => {
  const keys = propertiesOf(JSON.parse(configSchemaText()));
  const page = guide('configuration');
  expect(keys).toContain('catalog');
  expect(keys.filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
});

test('the page about hosting shows the recipes as they are', () => {
  const page = guide('hosting');
  const recipes = globSync('deploy/*/*');
  expect(recipes.length).toBeGreaterThan(6);
  expect(recipes.filter((file) => !page.includes(`"\n${readFileSync(file, 'utf8')}\`\`\`\n`))).toEqual([]);
});

test('the page about commands names every command', () => {
  const commands = [...readFileSync('scripts/callboard.ts', 'utf8').matchAll(/\.?command\('(\w+)'/g)].map(([, name]) => name);
  const page = guide('commands');
  expect(commands.length).toBeGreaterThan(6);
  expect(commands.filter((name) => !page.includes(`\`${name}`) && !page.includes(` ${name}`))).toEqual([]);
});

test('the page about annotations names every one that is known', () => {
  const page = guide('annotations');
  expect(ANNOTATION_ROWS.map((row) => row.key).filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
});

test('the page about kinds names only icons that there are', () => {
  const icons =
    guide('model')
      .split('## Icons')[1]
      ?.match(/`[^`]+`/g) ?? [];
  expect(icons.length).toBeGreaterThan(20);
  expect(icons.map((icon) => icon.slice(1, -1)).filter((icon) => !(ICON_NAMES as readonly string[]).includes(icon))).toEqual([]);
});

/** Names of all properties of a JSON Schema, at any depth. */
function propertiesOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema && typeof schema.properties === 'object' ? Object.keys(schema.properties ?? {}) : [];
  return [...own, ...Object.values(schema).flatMap(propertiesOf)];
}
