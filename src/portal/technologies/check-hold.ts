// The use of something that stands in a ring to be left in; the problem that says so, at the place where it can be mended, out.
import type { Entity } from '../../catalog/types.ts';
import type { Place, Problem } from '../../lib/problem.ts';
import { parseYaml } from '../../lib/yaml.ts';
import { report } from '../rules.ts';
import type { Use } from './types.ts';

/** Reports a use of something on hold, once for each entity. */
export function checkHold({ technology, entity, evidence }: Use): Problem[] {
  const [first] = evidence;
  if (!technology.hold || technology.ring === null || first === undefined) return [];
  const { title } = technology.entry;
  const how = first.by === 'package' ? `declares ${first.text}` : `has the ${first.by} "${first.text}"`;
  return [
    report('radar/uses-hold', {
      message: `${entity.title} uses ${title}, which stands in the ring ${technology.ring.name} of the radar: it ${how}.`,
      hint: `The page of ${title} on the radar says why, and what to use instead.`,
      place: first.way === null ? first.place : placeIn(entity, first.way),
      subject: entity.ref,
    }),
  ];
}

/** The place of a field of an entity in its file. */
function placeIn(entity: Entity, way: readonly (string | number)[]): Place {
  const [document] = parseYaml(entity.source.text).documents;
  if (document === undefined) return entity.place;
  const { line, column } = document.locate(way);
  return { source: entity.place.source, path: entity.place.path, line: line + entity.source.startLine - 1, column };
}
