// Plain data: makes sure that what came out of YAML or JSON is bounded and can be written as JSON, and names fields in words.
import type { FieldPath } from '../lib/yaml.ts';
import type { Json, JsonObject } from './types.ts';

/** Deepest nesting of data in an entity. */
const MAX_DEPTH = 100;

/** Says whether a value is an object with fields. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Values that one document may hold: no entity comes near, and checks take time for each. */
const MAX_VALUES = 100_000;

/**
 * Copies parsed data to plain JSON data; numbers that JSON cannot hold become null. Returns undefined when the copy would hold more text
 * than allowed, as with aliases that multiply, more than 100,000 values, or more than a hundred levels.
 */
export function toJson(value: unknown, maxText: number): Json | undefined {
  let text = maxText;
  let values = MAX_VALUES;
  const tooLarge = Symbol('too large');
  const copy = (part: unknown, depth: number): Json => {
    if (typeof part === 'string') text -= part.length;
    if (text < 0 || values-- <= 0 || depth > MAX_DEPTH) throw tooLarge;
    if (Array.isArray(part)) return part.map((item) => copy(item, depth + 1));
    if (isObject(part)) return Object.fromEntries(Object.entries(part).map(([key, field]) => [key, copy(field, depth + 1)]));
    if (typeof part === 'number') return Number.isFinite(part) ? part : null;
    return typeof part === 'string' || typeof part === 'boolean' ? part : null;
  };
  try {
    return copy(value, 0);
  } catch (error) {
    if (error === tooLarge) return undefined;
    throw error;
  }
}

/** Returns the own field of an object, or undefined: names like `constructor` find nothing that the file does not say. */
export function field(value: unknown, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Writes a path as people do: `spec.dependsOn[2]`, `metadata.annotations["acme.example/id"]`. */
export function fieldLabel(path: FieldPath): string {
  let label = '';
  for (const part of path) {
    if (typeof part === 'number') label += `[${part}]`;
    else if (/^\w+$/.test(part)) label += label === '' ? part : `.${part}`;
    else label += `[${JSON.stringify(shorten(part))}]`;
  }
  return label;
}

/** Names a value in words: `the number 42`, `a list`, `empty`. */
export function valueLabel(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a set of fields';
  return typeof value === 'string' ? `the text ${JSON.stringify(shorten(value))}` : `the ${typeof value} ${value}`;
}

/** Shortens a text for a message. */
export function shorten(text: string, length = 80): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
