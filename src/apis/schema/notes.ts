// What a JSON Schema demands of a value: its keywords in, short notes out.
import { get, inline, isData, list, text } from '../data.ts';
import type { EnumValue, Note } from '../types.ts';

/** How a keyword is told, in this order. The code is its value unless the row writes it otherwise. */
const KEYWORDS: readonly (readonly [keyword: string, label: string])[] = [
  ['default', 'default'],
  ['minimum', 'at least'],
  ['exclusiveMinimum', 'more than'],
  ['maximum', 'at most'],
  ['exclusiveMaximum', 'less than'],
  ['multipleOf', 'multiple of'],
  ['minLength', 'min. length'],
  ['maxLength', 'max. length'],
  ['pattern', 'matches'],
  ['minItems', 'min. items'],
  ['maxItems', 'max. items'],
  ['minContains', 'min. matching items'],
  ['maxContains', 'max. matching items'],
  ['minProperties', 'min. properties'],
  ['maxProperties', 'max. properties'],
  ['collectionFormat', 'written as'],
  ['style', 'style'],
  ['contentEncoding', 'encoding'],
  ['contentMediaType', 'media type'],
];

const EXAMPLE_KEYWORDS = ['example', 'x-example'];
/** Values of an enumeration that are listed one by one, and examples that are told. */
const MAX_VALUES = 500;
const MAX_EXAMPLES = 3;

/** Lists constraints, default and examples of a schema. */
export function notesOf(schema: unknown): Note[] {
  const notes: Note[] = KEYWORDS.flatMap(([keyword, label]) => {
    const value = get(schema, keyword);
    // Of draft 4, `exclusiveMinimum: true` only sharpens `minimum`.
    if (value === undefined || (keyword.startsWith('exclusive') && typeof value === 'boolean')) return [];
    const sharp =
      keyword === 'minimum' || keyword === 'maximum' ? get(schema, keyword === 'minimum' ? 'exclusiveMinimum' : 'exclusiveMaximum') : false;
    return [
      {
        label: sharp === true ? (keyword === 'minimum' ? 'more than' : 'less than') : label,
        code: typeof value === 'string' && keyword !== 'default' ? value.slice(0, 300) : inline(value),
      },
    ];
  });
  if (get(schema, 'uniqueItems') === true) notes.push({ label: 'no item twice', code: null });
  if (get(schema, 'additionalProperties') === false || get(schema, 'unevaluatedProperties') === false)
    notes.push({ label: 'no other properties', code: null });
  const named = EXAMPLE_KEYWORDS.map((key) => get(schema, key)).filter((value) => value !== undefined);
  const examples = [...named, ...list(get(schema, 'examples'))].filter((value) => !isLarge(value)).slice(0, MAX_EXAMPLES);
  for (const example of examples) notes.push({ label: 'e.g.', code: inline(example) });
  return notes;
}

function isLarge(value: unknown): boolean {
  return typeof value === 'object' && value !== null && inline(value, 1_000).length > 120;
}

/** Lists the values that a schema allows; a single one is a constant. */
export function valuesOf(schema: unknown): EnumValue[] {
  const values = list(get(schema, 'enum'));
  const described = get(schema, 'x-enum-descriptions') ?? get(schema, 'x-enumDescriptions') ?? get(schema, 'x-enum-varnames');
  return values.slice(0, MAX_VALUES).map((value, index) => {
    const name = typeof value === 'string' ? value : inline(value);
    return { name, description: text(isData(described) ? get(described, name) : list(described)[index]), deprecated: false };
  });
}

/** Lists the marks of a property. */
export function marksOf(schema: unknown, required: boolean): string[] {
  return [
    ...(required ? ['required'] : []),
    ...(get(schema, 'deprecated') === true || get(schema, 'x-deprecated') === true ? ['deprecated'] : []),
    ...(get(schema, 'readOnly') === true ? ['read only'] : []),
    ...(get(schema, 'writeOnly') === true ? ['write only'] : []),
  ];
}
