// How the use of technologies is known: what the radar and portal.yaml say in; the questions for packages and for entities out.
import type { Entity } from '../../catalog/types.ts';
import type { Config } from '../../config/types.ts';
import { didYouMean } from '../../lib/nearest.ts';
import type { Parsed, Problem } from '../../lib/problem.ts';
import { compileWildcard } from '../../lib/wildcard.ts';
import { type PackagePattern, indexPatterns, parsePattern } from '../../packages/pattern.ts';
import type { PackageType } from '../../packages/types.ts';
import type { UsageMatch } from '../../radar/types.ts';
import { report } from '../rules.ts';
import type { Technology } from './types.ts';

/** Something an entity says that shows a use. */
export interface Sign {
  readonly technology: Technology;
  readonly by: 'tag' | 'label' | 'annotation';
  readonly text: string;
  /** Way to the value in the entity. */
  readonly way: readonly (string | number)[];
}

export interface Matches {
  /** Technologies that a package stands for. */
  ofPackage(type: PackageType, name: string, version: string): readonly Technology[];
  /** What the tags, labels and annotations of an entity show. */
  ofEntity(entity: Entity): readonly Sign[];
}

interface Row {
  readonly technology: Technology;
  readonly isKey: (key: string) => boolean;
  readonly isValue: (value: string) => boolean;
}

type Said = Config['technologies'][number];

/** Longest value of a label or annotation that is shown. */
const MAX_VALUE = 80;

/** Compiles all patterns once. Those that make no sense, and what portal.yaml says of entries that are not there, are reported. */
export function compileMatches(technologies: readonly Technology[], specs: readonly Said[]): Parsed<Matches> {
  const problems: Problem[] = [];
  const patterns: { pattern: PackagePattern; value: Technology }[] = [];
  const rows: Record<UsageMatch['on'], Row[]> = { tag: [], label: [], annotation: [] };
  const saidOf = new Map(specs.map((spec) => [spec.id, spec]));
  const ids = new Set(technologies.map(({ entry }) => entry.id));

  for (const technology of technologies) {
    const { id, usage } = technology.entry;
    const said = saidOf.get(id);
    for (const { text, place } of [...(usage?.packages ?? []), ...(said?.packages ?? [])]) {
      const pattern = parsePattern(text);
      if ('fault' in pattern) problems.push(report('radar/bad-package', { message: pattern.fault, hint: pattern.hint, place }));
      else patterns.push({ pattern, value: technology });
    }
    const byDefault: UsageMatch[] = [{ on: 'tag', key: id, value: null, place: technology.entry.place }];
    const matches = usage?.match || said?.match ? [...(usage?.match ?? []), ...(said?.match ?? [])] : byDefault;
    for (const { on, key, value } of matches)
      rows[on].push({ technology, isKey: test(key), isValue: value === null ? () => true : test(value) });
  }
  for (const { id, place } of specs) {
    if (ids.has(id)) continue;
    problems.push(
      report('radar/unknown-technology', { message: `There is no entry "${id}" on the radar.`, hint: didYouMean(id, ids), place }),
    );
  }
  const ofPackage = indexPatterns(patterns);
  const find = { tag: finder(rows.tag), label: finder(rows.label), annotation: finder(rows.annotation) };
  const ofEntity = (entity: Entity): Sign[] => [
    ...entity.tags.flatMap((tag, index) =>
      find.tag(tag).map(({ technology }) => ({ technology, by: 'tag' as const, text: tag, way: ['metadata', 'tags', index] })),
    ),
    ...(['label', 'annotation'] as const).flatMap((by) =>
      Object.entries(entity[`${by}s`]).flatMap(([key, value]) =>
        find[by](key)
          .filter(({ isValue }) => isValue(value.toLowerCase()))
          .map(({ technology }) => ({ technology, by, text: `${key}: ${short(value)}`, way: ['metadata', `${by}s`, key] })),
      ),
    ),
  ];
  return { value: { ofPackage, ofEntity }, problems };
}

/** Entities are asked by the thousand and say the same things: each key is compared with the rows once. */
function finder(rows: readonly Row[]): (key: string) => readonly Row[] {
  const known = new Map<string, readonly Row[]>();
  return (key) => {
    const found = known.get(key) ?? rows.filter(({ isKey }) => isKey(key.toLowerCase()));
    known.set(key, found);
    return found;
  };
}

function test(pattern: string): (text: string) => boolean {
  return compileWildcard(pattern.trim().toLowerCase());
}

function short(value: string): string {
  return value.length <= MAX_VALUE ? value : `${value.slice(0, MAX_VALUE - 1)}…`;
}
