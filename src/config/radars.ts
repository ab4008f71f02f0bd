// What portal.yaml says of radars: a path, or a list of several; out come the radars, in order, and what is wrong with their ids.
import * as z from 'zod';
import type { Place, Problem } from '../lib/problem.ts';
import { reportConfig } from './rules.ts';
import type { Fault } from './rules.ts';
import { ID_PATTERN, idFrom } from './source-id.ts';
import { text } from './text.ts';
import type { RadarSpec } from './types.ts';
import { insideFault, localPathFault, normalizeInside } from './values.ts';

type PlaceOf = (path: readonly (string | number)[], what?: 'key' | 'value') => Place;

/** Parts of addresses below the radar's that are pages of its own. */
const OWN_PAGES: ReadonlySet<string> = new Set(['changes']);

const radarIdFault = (id: string): Fault | null => {
  if (OWN_PAGES.has(id)) {
    return {
      rule: 'config/invalid-id',
      message: `The id "${id}" is used by Callboard itself.`,
      hint: `Take another one, e.g. "${id}-radar".`,
    };
  }
  if (ID_PATTERN.test(id)) return null;
  const message = 'An id is made of lower-case letters, digits, "-", "_" and ".", and begins with a letter or digit.';
  return { rule: 'config/invalid-id', message, hint: `Write "${idFrom(id)}".` };
};

const path = text(localPathFault);

/** Defines `radar`: a path, or a list of radars. */
export const RADAR_SCHEMA = z.union([
  path.meta({
    description: 'Folder or file of the tech radar, relative to this file, in any supported format.',
    examples: ['radar'],
  }),
  z
    .array(
      z.strictObject({
        id: text(radarIdFault).meta({
          description: 'Name of the radar in addresses. The first radar is at /tech-radar/, others below it.',
          pattern: ID_PATTERN.source,
        }),
        path: path.meta({
          description: 'Folder or file of the radar, relative to this file; with "source", inside of that source.',
          examples: ['radar'],
        }),
        source: z
          .string()
          .min(1)
          .meta({ description: 'Id of the source that has the radar.', examples: ['architecture'] })
          .optional(),
        title: z.string().min(1).meta({ description: 'Title, in place of the one that the radar has.' }).optional(),
      }),
    )
    .min(1)
    .max(20)
    .meta({ description: 'Several radars, in order.' }),
]);

/** Id of the radar that is configured by its path alone. */
const ONLY_ID = 'radar';

/** Makes the radars of a configuration that has passed the schema. */
export function radarsOf(spec: z.infer<typeof RADAR_SCHEMA> | undefined, place: PlaceOf): readonly RadarSpec[] {
  if (spec === undefined) return [];
  if (typeof spec === 'string') return [{ id: ONLY_ID, path: spec, source: null, title: null, place: place(['radar']) }];
  return spec.map(({ id, path, source = null, title = null }, index) => ({
    id,
    path: source === null ? path : normalizeInside(path),
    source,
    title,
    place: place(['radar', index, 'path']),
  }));
}

/** Checks of a document as written what the schema cannot say: ids are unique, and a path of a source stays inside of it. */
export function checkRadars(value: unknown, place: PlaceOf): Problem[] {
  const radars = isEntry(value) && Object.hasOwn(value, 'radar') ? value['radar'] : null;
  if (!Array.isArray(radars)) return [];
  const entries = radars.map((radar: unknown) => (isEntry(radar) ? radar : {}));
  return entries.flatMap(({ id, source, path }, index) => {
    const problems: Problem[] = [];
    const first = entries.findIndex((other) => other['id'] === id);
    if (typeof id === 'string' && first !== index) {
      const message = `The id "${id}" is already that of the radar on line ${place(['radar', first, 'id']).line ?? 0}.`;
      problems.push(
        reportConfig('config/duplicate-id', { message, hint: 'Give one of them another id.', place: place(['radar', index, 'id']) }),
      );
    }
    const fault = source !== undefined && typeof path === 'string' && localPathFault(path) === null ? insideFault(path) : null;
    if (fault !== null) {
      const { rule, message, hint } = fault;
      problems.push(reportConfig(rule, { message, hint, place: place(['radar', index, 'path']) }));
    }
    return problems;
  });
}

function isEntry(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
