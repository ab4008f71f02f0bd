// Fills `$text`, `$json` and `$yaml` in (portals 1.6): the data of a document in; the data with the files' contents out.
import type { Problem } from '../lib/problem.ts';
import type { FieldPath, YamlDocument } from '../lib/yaml.ts';
import { type EntityFile, type Unfilled, placeOf } from './draft.ts';
import { isObject } from './json.ts';
import { type Filler, type PlaceholderValue, RESOLVERS } from './placeholder-value.ts';
import { report } from './rules.ts';
import type { Json, JsonObject } from './types.ts';

/** Placeholders that one document may hold. */
const MAX_PLACEHOLDERS = 1_000;

const TOO_MANY: PlaceholderValue = {
  reason: null,
  problem: (place) =>
    report('placeholder/too-large', {
      message: `The document has more than ${MAX_PLACEHOLDERS} placeholders; the rest stays empty.`,
      place,
    }),
};

/** Data whose placeholders are filled in, and those that could not be. */
export interface Filled {
  readonly data: Json;
  readonly unfilled: readonly Unfilled[];
  readonly problems: readonly Problem[];
}

/**
 * Fills the placeholders of a document in. A placeholder is an object with exactly one key, and that a known one; an object with a `$` key
 * and others is left as it is. One that fails leaves its field out (an empty text in a list). What is filled in is not looked at again.
 */
export function fillPlaceholders(data: Json, file: EntityFile, document: YamlDocument, filler: Filler): Filled {
  const unfilled: Unfilled[] = [];
  const problems: Problem[] = [];
  let count = 0;

  /** Returns undefined for a field that has to be left out. */
  const fill = (part: Json, path: FieldPath): Json | undefined => {
    if (Array.isArray(part)) return part.map((item, index) => fill(item, [...path, index]) ?? '');
    if (!isObject(part)) return part;
    const keys = Object.keys(part);
    if (!keys.some((key) => key.startsWith('$'))) return fillFields(part, path);
    const [key = ''] = keys;
    if (keys.length > 1 || !Object.hasOwn(RESOLVERS, key)) return part;
    const result = ++count > MAX_PLACEHOLDERS ? TOO_MANY : filler(key, part[key] ?? null, file);
    if ('value' in result) return result.value;
    unfilled.push({ path, reason: result.reason });
    if (count <= MAX_PLACEHOLDERS + 1) problems.push(result.problem(placeOf({ file, document }, [...path, key])));
    return undefined;
  };

  const fillFields = (part: JsonObject, path: FieldPath): JsonObject => {
    const fields: [string, Json][] = [];
    for (const [key, value] of Object.entries(part)) {
      const filled = typeof value === 'object' && value !== null ? fill(value, [...path, key]) : value;
      if (filled !== undefined) fields.push([key, filled]);
    }
    return Object.fromEntries(fields);
  };

  return { data: fill(data, []) ?? null, unfilled, problems };
}
