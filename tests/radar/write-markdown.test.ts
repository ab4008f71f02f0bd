// A radar of any format as files of our own: read again, it is the same radar.
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildRadar } from '../../src/radar/radar.ts';
import type { Radar } from '../../src/radar/types.ts';
import { toMarkdownFiles } from '../../src/radar/write-markdown.ts';
import { FIXTURES, diskSource, memorySource } from './source.ts';

const REAL = '../shared/data/radars';
const OWN = [
  'aoe/data',
  'backstage/tech-radar.json',
  'backstage/tech-radar.yaml',
  'blips/radar',
  'markdown/radar',
  'thoughtworks/custom.csv',
];
const radars: readonly (readonly [root: string, path: string])[] = [
  ...[...OWN, 'thoughtworks/radar.csv', 'thoughtworks/radar.json', 'zalando'].map((path) => [FIXTURES, path] as const),
  ...(existsSync(REAL) ? ['zalando', 'openedx', 'qiwi/js', 'qiwi/js/2021-06.csv'].map((path) => [REAL, path] as const) : []),
  ['content', 'radar'],
];

/** Leaves out where entries, and what they say, stand: the files are others. */
function withoutPlaces(radar: Radar | null): unknown {
  return JSON.parse(JSON.stringify(radar, (key, value: unknown) => (key === 'place' ? undefined : value)));
}

describe('toMarkdownFiles', () => {
  test.each(radars)('comes back as it was: %s/%s', (root, path) => {
    const { radar } = buildRadar({ source: diskSource(root), path });
    const files = toMarkdownFiles(radar as Radar);
    const back = buildRadar({ source: memorySource(Object.fromEntries(files)), path: '' });
    expect(radar?.entries.length).toBeGreaterThan(0);
    expect(withoutPlaces(back.radar)).toEqual(withoutPlaces(radar));
    expect(back.problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual(
      back.problems.flatMap(({ rule }) => (rule === 'radar/unknown-ring' ? [rule] : [])),
    );
  });

  test('writes what a person would write', () => {
    const { radar } = buildRadar({ source: diskSource(FIXTURES), path: 'blips/radar' });
    expect(toMarkdownFiles(radar as Radar).get('kafka.md')).toBe(
      `---
title: Kafka Streams
quadrant: data-management
tags:
  - java
  - streaming
related:
  - java
history:
  - date: '2026-03-02'
    ring: adopt
    text: Two services run on it, and the third is on its way.
  - date: '2025-05-22'
    ring: trial
---

[Kafka](https://kafka.apache.org/) processes streams.

Licence: commercial, Confluent.

Needs a contract.
`,
    );
  });

  test('says a movement only where no date can tell it', () => {
    const csv = 'name,ring,quadrant,status,description\nA,Adopt,Tools,Moved In,x\nB,Trial,Platforms,No Change,x\n';
    const { radar } = buildRadar({ source: memorySource({ 'r.csv': csv }), path: 'r.csv' });
    const files = toMarkdownFiles(radar as Radar);
    expect(files.get('a.md')).toContain('ring: adopt\nmoved: in\n');
    expect(files.get('b.md')).not.toContain('moved');
  });
});
