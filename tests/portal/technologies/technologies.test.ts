// Who uses what: declared packages, tags, labels and annotations, joined with the entries of the radar.
import { describe, expect, test } from 'vitest';
import { NO_INDEX_SETTINGS } from '../../../src/lib/catalog-columns.ts';
import { compile } from '../organisation.ts';
import { compileShop, component, entity, entry, source, users } from './shop.ts';

const place = { source: 'portal', path: 'portal.yaml', line: 9 };

describe('technologies of a portal', () => {
  test('are not looked for without a radar', async () => {
    const portal = await compile([source('a', { 'catalog-info.yaml': component('a', 'shop'), 'package.json': '{{{' })]);
    expect(portal.technologies).toBeNull();
    expect(portal.problems.filter(({ rule }) => rule.startsWith('packages/'))).toEqual([]);
  });

  test('are known by packages: names, patterns, versions', async () => {
    const portal = await compileShop(
      [
        source('web', {
          'catalog-info.yaml': component('web', 'shop'),
          'package.json': '{"dependencies": {"@angular/core": "^20", "react": "^17.0.2"}, "devDependencies": {"@angular/cli": "^20"}}',
        }),
        source('api', { 'catalog-info.yaml': component('api', 'shop'), 'go.mod': 'module a\ngo 1.25\n', Dockerfile: 'FROM golang:1.25' }),
      ],
      {
        'angular.md': entry('Angular', 'adopt', "packages: ['pkg:npm/@angular/*']\n"),
        'go.md': entry('Go', 'adopt', 'packages: [pkg:generic/go, pkg:docker/golang]\n'),
        'old-react.md': entry('React 17', 'assess', "packages: ['react@17.*']\n"),
        'new-react.md': entry('React 19', 'trial', "packages: ['react@19.*']\n"),
      },
    );
    expect(users(portal, 'angular')).toEqual(['web: package @angular/core ^20, package @angular/cli ^20']);
    expect(users(portal, 'go')).toEqual(['api: package go 1.25, package golang 1.25']);
    expect(users(portal, 'old-react')).toEqual(['web: package react ^17.0.2']);
    expect(users(portal, 'new-react')).toEqual([]);
  });

  test('are known by what entities say: the tag that is called as the entry, or what the entry asks for instead', async () => {
    const said = [
      component('a', 'shop', { tags: ['kafka', 'k8s'], labels: { 'acme.example/db': 'postgres-17' } }),
      component('b', 'shop', { tags: ['kubernetes'], annotations: { 'backstage.io/kubernetes-id': 'b' } }),
      component('c', 'shop', { labels: { 'acme.example/db': 'oracle' } }),
      entity('Resource', 'bus', { type: 'queue', owner: 'shop' }, { tags: ['kafka'] }),
      entity('Group', 'shop', { type: 'team', children: [] }, { tags: ['kafka'] }),
    ].join('');
    const portal = await compileShop([source('all', { 'catalog-info.yaml': said })], {
      'kafka.md': entry('Kafka', 'adopt'),
      'kubernetes.md': entry('Kubernetes', 'adopt', 'match:\n  - k8s\n  - {annotation: backstage.io/kubernetes-id}\n'),
      'postgresql.md': entry('PostgreSQL', 'adopt', "match: [{label: acme.example/db, value: 'postgres*'}]\n"),
      'nothing.md': entry('Nothing', 'adopt', 'match: []\n'),
    });
    expect(users(portal, 'kafka')).toEqual(['a: tag kafka', 'bus: tag kafka']);
    expect(users(portal, 'kubernetes')).toEqual(['a: tag k8s', 'b: annotation backstage.io/kubernetes-id: b']);
    expect(users(portal, 'postgresql')).toEqual(['a: label acme.example/db: postgres-17']);
    expect(users(portal, 'nothing')).toEqual([]);
  });

  test('are known by what portal.yaml says, beside what the radar says', async () => {
    const portal = await compileShop(
      [
        source('a', {
          'catalog-info.yaml': component('a', 'shop', { tags: ['broker'] }),
          'package.json': '{"dependencies": {"kafkajs": "2", "node-rdkafka": "3"}}',
        }),
      ],
      { 'kafka.md': entry('Kafka', 'adopt', 'packages: [kafkajs]\n') },
      {
        technologies: [
          {
            id: 'kafka',
            place,
            packages: [{ text: 'pkg:npm/node-rdkafka', place }],
            match: [{ on: 'tag', key: 'broker', value: null, place }],
          },
          { id: 'kakfa', place, packages: [], match: null },
        ],
      },
    );
    expect(users(portal, 'kafka')).toEqual(['a: package kafkajs 2, package node-rdkafka 3, tag broker']);
    expect(portal.problems.filter(({ rule }) => rule === 'radar/unknown-technology')).toMatchObject([
      { message: 'There is no entry "kakfa" on the radar.', hint: 'Did you mean "kafka"?', place },
    ]);
  });

  test('show first what tells most: packages before words, use before building, languages and versions before others', async () => {
    const portal = await compileShop(
      [
        source('a', {
          'catalog-info.yaml': component('a', 'shop', { tags: ['x'] }),
          'package.json': '{"devDependencies": {"x-test": "1"}, "dependencies": {"x-two": "*", "x-one": "1"}, "engines": {"node": "24"}}',
          'pom.xml':
            '<project><dependencies><dependency><groupId>x</groupId><artifactId>x</artifactId></dependency></dependencies></project>',
        }),
      ],
      { 'x.md': entry('X', 'adopt', "packages: ['x*', node]\nmatch: [x]\n") },
    );
    expect(users(portal, 'x')).toEqual(['a: package node 24, package x-one 1, package x-two *, package x/x, package x-test 1, tag x']);
  });

  test('report patterns that make no sense, at their places', async () => {
    const portal = await compileShop([source('a', { 'catalog-info.yaml': component('a', 'shop') })], {
      'a.md': entry('A', 'adopt', 'packages:\n  - pkg:npn/a\n  - "*"\n  - [a]\nmatch: [{tags: a}]\n'),
    });
    expect(
      portal.problems
        .filter(({ place: one }) => one?.source === 'radar')
        .map(({ rule, place: one }) => `${rule} ${one?.path}:${one?.line}`),
    ).toEqual(['radar/bad-package a.md:6', 'radar/bad-package a.md:7', 'radar/invalid-field a.md:8', 'radar/invalid-field a.md:9']);
  });

  test('report broken manifests with the component that they belong to', async () => {
    const portal = await compileShop(
      [source('a', { 'catalog-info.yaml': component('a', 'shop'), 'package.json': '{"dependencies": {"react": "1"},\n' })],
      { 'react.md': entry('React', 'adopt', 'packages: [react]\n') },
    );
    expect(users(portal, 'react')).toEqual(['a: package react 1']);
    expect(portal.problemsOf('component:default/a').filter(({ rule }) => rule.startsWith('packages/'))).toMatchObject([
      { rule: 'packages/bad-manifest', place: { source: 'a', path: 'package.json', line: 2 } },
    ]);
  });
});

describe('radar/uses-hold', () => {
  const radar = {
    'jquery.md': entry('jQuery', 'hold', 'packages: [jquery]\n'),
    'oracle.md': entry('Oracle', 'hold'),
    'react.md': entry('React', 'adopt', 'packages: [react]\n'),
  };

  test('warns once for each entity, where it can be mended', async () => {
    const file = `# The shop.\n${component('web', 'shop')}---\nkind: Component\napiVersion: backstage.io/v1alpha1\nmetadata:\n  name: db\n  tags:\n    - sql\n    - oracle\nspec: {type: a, lifecycle: b, owner: shop}\n`;
    const portal = await compileShop(
      [
        source('web', {
          'catalog-info.yaml': file,
          'web/package.json': '{\n"devDependencies": {"jquery": "3"},\n"dependencies": {\n"react": "19"}}',
          'web/ui/package.json': '{"dependencies": {\n"jquery": "1"}}',
        }),
      ],
      radar,
    );
    const found = portal.problems.filter(({ rule }) => rule === 'radar/uses-hold');
    const line = file.split('\n').indexOf('    - oracle') + 1;
    expect(found).toMatchObject([
      { severity: 'warning', subject: 'component:default/db', place: { source: 'web', path: 'catalog-info.yaml', line, column: 7 } },
      { subject: 'component:default/web', place: { source: 'web', path: 'web/ui/package.json', line: 2 } },
    ]);
    expect(found[1]?.message).toBe('web uses jQuery, which stands in the ring Hold of the radar: it declares jquery.');
  });

  test.each(['Hold', 'Caution', 'Phase out', 'retired', 'Archive'])('knows the ring %s', async (name) => {
    const portal = await compileShop([source('a', { 'catalog-info.yaml': component('a', 'shop', { tags: ['x'] }) })], {
      'radar.yaml': `rings: [Use, ${JSON.stringify(name)}]`,
      'x.md': entry('X', JSON.stringify(name)),
    });
    expect(portal.problems.filter(({ rule }) => rule === 'radar/uses-hold')).toHaveLength(1);
  });
});

describe('packages without an entry', () => {
  test('are counted by teams; what the organisation makes itself is none', async () => {
    const portal = await compileShop(
      [
        source('a', {
          'catalog-info.yaml': component('a', 'one'),
          'package.json': '{"name": "@shop/parts", "dependencies": {"zod": "4", "pino": "9"}}',
        }),
        source('b', {
          'catalog-info.yaml': component('b', 'two'),
          'package.json': '{"dependencies": {"zod": "3", "@shop/parts": "1", "react": "19"}}',
        }),
        source('c', { 'catalog-info.yaml': component('c', 'two'), 'package.json': '{"dependencies": {"vue": "3", "react": "19"}}' }),
        source('d', { 'catalog-info.yaml': component('d', 'two'), 'package.json': '{"dependencies": {"vue": "3"}}' }),
        source('e', { 'catalog-info.yaml': '', 'package.json': '{"dependencies": {"nobodys": "3"}}' }),
      ],
      { 'react.md': entry('React', 'adopt', 'packages: [react]\n') },
      { catalog: NO_INDEX_SETTINGS },
    );
    expect(portal.technologies.unlisted.map(({ purl, teams, entities }) => [purl, teams.length, entities.length])).toEqual([
      ['pkg:npm/zod', 2, 2],
      ['pkg:npm/vue', 1, 2],
      ['pkg:npm/pino', 1, 1],
    ]);
  });
});
