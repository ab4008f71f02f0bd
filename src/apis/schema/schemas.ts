// JSON Schema, as OpenAPI, AsyncAPI, MCP and CRDs use it: schemas in, shapes and the items of all named schemas out.
import { data, entries, get, isData, list, text, texts, words } from '../data.ts';
import type { Workspace } from '../document.ts';
import type { MakeId } from '../ids.ts';
import type { Node, References, Spot } from '../references.ts';
import type { Field, FieldGroup, Item, Piece, Shape } from '../types.ts';
import { joinPieces, suffix } from '../pieces.ts';
import { nameOfRef, titleOf } from './names.ts';
import { marksOf, notesOf, valuesOf } from './notes.ts';
import { sampleOf } from './sample.ts';

/** Fields that one definition may have, how deep they nest without a name, and how many a body shows of a schema that has its own section. */
const MAX_FIELDS = 100_000;
const MAX_DEPTH = 40;
const MAX_EXPANDED = 40;

/** Reads the schemas of one definition. */
export interface Schemas {
  /** Gives a schema a section of its own, under which references to it are linked. Returns the id. */
  name(node: Node, name: string): string;
  /** Describes a schema. With `expand`, the fields of one that is only named are shown, too. */
  shape(node: Node, expand?: boolean): Shape;
  /** Describes a schema as a field. */
  field(name: string, node: Node, required?: boolean): Field;
  /** Makes up an example. */
  sample(node: Node): unknown;
  /** The sections of all named schemas and of those that were named on the way, in that order. */
  items(): Item[];
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly node: Node;
}

const VARIANTS: readonly (readonly [keyword: string, label: string])[] = [
  ['oneOf', 'One of'],
  ['anyOf', 'Any of'],
];
const CONDITIONS: readonly (readonly [keyword: string, label: string])[] = [
  ['not', 'Not'],
  ['if', 'If'],
  ['then', 'Then'],
  ['else', 'Else'],
  ['contains', 'Contains'],
  ['propertyNames', 'Names of properties'],
];
/** What fields with names that are not known beforehand are called. */
const OTHERS: readonly (readonly [keyword: string, name: string])[] = [
  ['additionalProperties', '[any other]'],
  ['unevaluatedProperties', '[any other]'],
];

const NOTHING: Shape = { type: ['any'], description: '', notes: [], values: [], groups: [] };

/** Makes the reader of the schemas of one definition. */
export function createSchemas(workspace: Workspace, references: References, makeId: MakeId): Schemas {
  const named = new Map<string, Named>();
  let room = MAX_FIELDS;

  const keyOf = ({ file, path }: Spot) => `${file ?? ''}#${path.join('\0')}`;

  const name = (node: Node, title: string): string => {
    const known = named.get(keyOf(node));
    if (known !== undefined) return known.id;
    const id = makeId('schema', title);
    named.set(keyOf(node), { id, name: title, node });
    return id;
  };

  /** Links to what a reference names, which gets a section if it has none. */
  const linkTo = (ref: string, from: Spot): { piece: Piece; target: Node | null } => {
    const target = references.find(ref, from);
    if (target === null) return { piece: nameOfRef(ref), target };
    const known = named.get(keyOf(target));
    if (known !== undefined) return { piece: { text: known.name, to: known.id }, target };
    const title = titleOf(target, ref);
    return { piece: { text: title, to: name(target, title) }, target };
  };

  const typeOf = (node: Node, depth: number): readonly Piece[] => {
    const schema = node.value;
    if (schema === false) return ['nothing'];
    if (!isData(schema) || depth > MAX_DEPTH) return ['any'];
    const ref = get(schema, '$ref') ?? get(schema, '$dynamicRef') ?? get(schema, '$recursiveRef');
    if (typeof ref === 'string') return [linkTo(ref, node).piece];
    const types = [get(schema, 'type')].flat().filter((one): one is string => typeof one === 'string');
    const nullable = get(schema, 'nullable') === true || get(schema, 'x-nullable') === true;
    const named = types.filter((type) => type !== 'null').map((type) => typeNamed(node, type, depth));
    const parts = named.length > 0 ? named : [typeUnnamed(node, depth)];
    if (nullable || types.includes('null')) parts.push(['null']);
    return joinPieces(parts.filter((part) => !(parts.length > 1 && part.length === 1 && part[0] === 'any')));
  };

  const typeNamed = (node: Node, type: string, depth: number): readonly Piece[] => {
    const schema = node.value;
    if (type === 'array' && isData(get(schema, 'items'))) return suffix(typeOf(references.at(node, 'items'), depth + 1), '[]');
    if (type === 'object' && isData(get(schema, 'additionalProperties')) && !isData(get(schema, 'properties')))
      return ['map of ', ...typeOf(references.at(node, 'additionalProperties'), depth + 1)];
    const format = words(get(schema, 'format'));
    return [format === null ? type : `${type} (${format.slice(0, 60)})`];
  };

  /** The type of a schema that does not say it in so many words. */
  const typeUnnamed = (node: Node, depth: number): readonly Piece[] => {
    const schema = node.value;
    if (get(schema, 'const') !== undefined) return [JSON.stringify(get(schema, 'const'))];
    const all = list(get(schema, 'allOf'));
    if (all.length === 1) return typeOf(references.at(references.at(node, 'allOf'), '0'), depth + 1);
    const variants = VARIANTS.find(([keyword]) => list(get(schema, keyword)).length > 0)?.[0];
    if (variants !== undefined) {
      const options = list(get(schema, variants)).map((_, index) => references.at(references.at(node, variants), String(index)));
      return options.length <= 4 ? joinPieces(options.map((option) => typeOf(option, depth + 1))) : [`one of ${options.length}`];
    }
    if (get(schema, 'properties') !== undefined || get(schema, 'patternProperties') !== undefined || all.length > 0) return ['object'];
    if (get(schema, 'items') !== undefined) return typeNamed(node, 'array', depth);
    const first = list(get(schema, 'enum'))[0];
    return [first === undefined || first === null ? 'any' : typeof first];
  };

  const fieldOf = (name: string, node: Node, required: boolean, depth: number): Field => {
    const spent = --room < 0;
    if (spent)
      workspace.tell('api/too-large', `The definition has more than ${MAX_FIELDS.toLocaleString('en-US')} fields; the rest is left out.`);
    return { name, marks: marksOf(node.value, required), ...(spent ? NOTHING : shapeOf(node, depth, false)) };
  };

  const shapeOf = (node: Node, depth: number, expand: boolean): Shape => {
    const schema = node.value;
    if (!isData(schema)) return { ...NOTHING, type: typeOf(node, depth) };
    const ref = get(schema, '$ref');
    const description = words(get(schema, 'description')) ?? (depth > 0 && typeof ref !== 'string' ? text(get(schema, 'title')) : '');
    const constant = get(schema, 'const') !== undefined && get(schema, 'type') !== undefined;
    return {
      type: typeOf(node, depth),
      description,
      notes: [
        ...(constant ? [{ label: 'always', code: JSON.stringify(get(schema, 'const')) }] : []),
        ...notesOf(schema),
        ...discriminatorOf(schema),
      ],
      values: valuesOf(schema),
      groups: depth > MAX_DEPTH ? [] : typeof ref === 'string' ? (expand ? expanded(ref, node) : []) : groupsOf(node, depth, expand),
    };
  };

  /** The fields of a schema that has its own section, shown a second time where they are few. */
  const expanded = (ref: string, from: Node): FieldGroup[] => {
    const target = references.find(ref, from);
    const final = target === null ? null : references.follow(target);
    if (final === null || countFields(final.value) > MAX_EXPANDED) return [];
    return groupsOf(final, 1, false);
  };

  const groupsOf = (node: Node, depth: number, expand: boolean): FieldGroup[] => {
    const schema = data(node.value);
    const groups: FieldGroup[] = [];
    const own = propertiesOf(node, depth);
    if (own.length > 0) groups.push({ label: null, fields: own });
    groups.push(...allOf(node, depth));
    for (const [keyword, label] of VARIANTS) {
      const options = list(get(schema, keyword)).map((_, index) => references.at(references.at(node, keyword), String(index)));
      const fields = options.map((option, index) => variant(option, index, depth));
      // `string | null` says everything in its type already.
      if (options.length > 4 || fields.some((field) => !isSimple(field))) groups.push({ label, fields });
    }
    for (const [keyword, label] of CONDITIONS) {
      const condition = references.at(node, keyword);
      if (isData(condition.value)) groups.push({ label, fields: [variant(condition, 0, depth)] });
    }
    for (const [property, inner] of entries(get(schema, 'dependentSchemas')))
      groups.push({
        label: `With ${property}`,
        fields: [variant({ file: node.file, path: [...node.path, 'dependentSchemas', property], value: inner }, 0, depth)],
      });
    const items = references.at(node, 'items');
    if (isData(items.value))
      groups.push(
        ...(typeof get(items.value, '$ref') === 'string'
          ? expand
            ? expanded(text(get(items.value, '$ref')), items)
            : []
          : itemGroups(items, depth)),
      );
    return groups;
  };

  /** What is said of the items of a list stands with the list. */
  const itemGroups = (items: Node, depth: number): FieldGroup[] => {
    const shape = shapeOf(items, depth + 1, false);
    const says = shape.description !== '' || shape.notes.length > 0 || shape.values.length > 0;
    return says ? [{ label: null, fields: [{ name: '[each item]', marks: marksOf(items.value, false), ...shape }] }] : [...shape.groups];
  };

  const propertiesOf = (node: Node, depth: number): Field[] => {
    const schema = data(node.value);
    const required = new Set(texts(get(schema, 'required')));
    const fields = entriesOf(schema, 'properties').map(([key]) =>
      fieldOf(key, references.at(references.at(node, 'properties'), key), required.has(key), depth + 1),
    );
    for (const [pattern] of entriesOf(schema, 'patternProperties'))
      fields.push(fieldOf(`/${pattern}/`, references.at(references.at(node, 'patternProperties'), pattern), false, depth + 1));
    for (const [keyword, label] of OTHERS) {
      const others = references.at(node, keyword);
      const isMap = get(schema, 'properties') === undefined && typeof get(others.value, '$ref') === 'string';
      if (isData(others.value) && Object.keys(others.value).length > 0 && !isMap) fields.push(fieldOf(label, others, false, depth + 1));
    }
    for (const index of list(get(schema, 'prefixItems')).keys())
      fields.push(fieldOf(`[${index}]`, references.at(references.at(node, 'prefixItems'), String(index)), false, depth + 1));
    if (Array.isArray(get(schema, 'items')))
      for (const index of list(get(schema, 'items')).keys())
        fields.push(fieldOf(`[${index}]`, references.at(references.at(node, 'items'), String(index)), false, depth + 1));
    return fields;
  };

  /** Parts that are named are linked, the others are shown as if they stood in the schema itself. */
  const allOf = (node: Node, depth: number): FieldGroup[] => {
    const parts = list(get(node.value, 'allOf')).map((_, index) => references.at(references.at(node, 'allOf'), String(index)));
    const links = parts.filter((part) => typeof get(part.value, '$ref') === 'string');
    const rest = parts.filter((part) => typeof get(part.value, '$ref') !== 'string');
    const linked: FieldGroup[] =
      links.length === 0 || (parts.length === 1 && links.length === 1)
        ? []
        : [{ label: 'All of', fields: links.map((part, index) => variant(part, index, depth)) }];
    return [...linked, ...rest.flatMap((part) => shapeOf(part, depth + 1, false).groups)];
  };

  const variant = (option: Node, index: number, depth: number): Field => {
    const ref = get(option.value, '$ref');
    const title = words(get(option.value, 'title'));
    const named = typeof ref === 'string' ? '' : (title ?? `${index + 1}`);
    return fieldOf(named, option, false, depth + 1);
  };

  return {
    name,
    shape: (node, expand = false) => shapeOf(node, 0, expand),
    field: (name, node, required = false) => fieldOf(name, node, required, 0),
    sample: (node) => sampleOf(node, references),
    items() {
      const items: Item[] = [];
      // Sections name further schemas while they are read; a map hands out what is added on the way.
      for (const { id, name, node } of named.values()) items.push(toItem(id, name, node, shapeOf(node, 0, false)));
      return items;
    },
  };

  function toItem(id: string, name: string, node: Node, shape: Shape): Item {
    const title = words(get(node.value, 'title'));
    const fields: Field[] = [{ name: '', marks: [], ...shape, description: '' }];
    return {
      id,
      badge: null,
      does: false,
      title: name,
      summary: title === null || title === name ? '' : title,
      description: shape.description,
      deprecated: get(node.value, 'deprecated') === true ? '' : null,
      facts: node.file === null ? [] : [{ label: 'File', values: [[node.file]] }],
      parts: [{ kind: 'fields', title: '', fields }],
      words: [],
    };
  }
}

function isSimple({ marks, notes, values, groups, description }: Field): boolean {
  return marks.length === 0 && notes.length === 0 && values.length === 0 && groups.length === 0 && description === '';
}

function discriminatorOf(schema: unknown): { label: string; code: string }[] {
  const discriminator = get(schema, 'discriminator');
  const property = typeof discriminator === 'string' ? discriminator : words(get(discriminator, 'propertyName'));
  if (property === null) return [];
  const mapping = entries(get(discriminator, 'mapping')).map(([value, target]) => ({
    label: `${property} ${value} →`,
    code: nameOfRef(text(target)),
  }));
  return [{ label: 'told apart by', code: property }, ...mapping];
}

/** The properties of a keyword, with those whose names start with `x-`: here they are fields like any other. */
function entriesOf(schema: unknown, keyword: string): [string, unknown][] {
  return Object.entries(data(get(schema, keyword)));
}

function countFields(schema: unknown): number {
  const own = Object.keys(data(get(schema, 'properties'))).length;
  return list(get(schema, 'allOf')).reduce<number>((sum, part) => sum + countFields(part), own);
}
