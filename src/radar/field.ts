// A value from a file together with its place: what readers of all formats walk through, so that every problem knows its line.
import type { Place } from '../lib/problem.ts';
import type { FieldPath, YamlDocument } from '../lib/yaml.ts';
import type { Report } from './rules.ts';

/** A value that may be anything, and where it stands. */
export interface Field {
  /** Undefined when the file does not say it. */
  readonly value: unknown;
  /** Returns the place of the value, or of its nearest parent when there is none. */
  place(): Place;
  /** Returns the place of the key, for problems about the field's name. */
  keyPlace(): Place;
  /** Returns a field of a mapping; its value is undefined when there is none. */
  get(name: string): Field;
  /** Returns the items of a list; none when the value is no list. */
  items(): readonly Field[];
}

/** Longest list that is read from one field of an entry. */
const MAX_ITEMS = 200;

/** Wraps a parsed document, YAML or JSON, with the places of all its fields. */
export function documentField(document: YamlDocument, source: string, path: string): Field {
  const at = (value: unknown, way: FieldPath): Field => ({
    value,
    place: () => ({ source, path, ...document.locate(way) }),
    keyPlace: () => ({ source, path, ...document.locate(way, 'key') }),
    get: (name) => at(isMapping(value) && Object.hasOwn(value, name) ? value[name] : undefined, [...way, name]),
    items: () => (Array.isArray(value) ? value.map((item, index) => at(item, [...way, index])) : []),
  });
  return at(document.value, []);
}

/** Wraps a value whose parts all stand in one place, such as a record of a CSV file. */
export function valueField(value: unknown, place: Place): Field {
  return {
    value,
    place: () => place,
    keyPlace: () => place,
    get: (name) => valueField(isMapping(value) && Object.hasOwn(value, name) ? value[name] : undefined, place),
    items: () => (Array.isArray(value) ? value.map((item) => valueField(item, place)) : []),
  };
}

/** Says whether a value is a mapping: an object that is no list. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Says whether a field is missing or empty (`owner:` with nothing after it). */
export function isMissing(field: Field): boolean {
  return field.value === undefined || field.value === null || field.value === '';
}

/** Returns a field's text without outer space. Numbers and flags become text; a missing field gives ''; a list or mapping is reported. */
export function textOf(field: Field, name: string, report: Report): string {
  const { value } = field;
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!isMissing(field)) report('radar/invalid-field', { message: `${name} is not text.`, place: field.place() });
  return '';
}

/** Returns the items of a list, at most 200; a missing field gives none; anything else is reported. */
export function listOf(field: Field, name: string, report: Report): readonly Field[] {
  if (isMissing(field)) return [];
  if (!Array.isArray(field.value)) {
    report('radar/invalid-field', { message: `${name} is not a list.`, place: field.place() });
    return [];
  }
  const items = field.items();
  if (items.length <= MAX_ITEMS) return items;
  report('radar/list-too-long', {
    message: `${name} has ${items.length} items; only the first ${MAX_ITEMS} are read.`,
    place: field.place(),
  });
  return items.slice(0, MAX_ITEMS);
}

/** Returns true or false, as a flag or as text in any case; undefined for a missing field; anything else is reported. */
export function flagOf(field: Field, name: string, report: Report): boolean | undefined {
  const text = String(field.value).toLowerCase();
  if (text === 'true' || text === 'false') return text === 'true';
  if (!isMissing(field)) report('radar/invalid-field', { message: `${name} is neither true nor false.`, place: field.place() });
  return undefined;
}
