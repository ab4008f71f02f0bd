// What a procedure checks of its input or output: a validator of zod in, its fields out. What is no zod is shown as it is written.
import type ts from 'typescript';
import { plainField } from '../pieces.ts';
import type { Field, FieldGroup, Note, Part, Shape } from '../types.ts';
import type { Constants } from './routers.ts';

const MAX_DEPTH = 12;
const MAX_CODE = 2_000;

/** Methods that only say more about a value, and how that is told. */
const NOTES: Readonly<Record<string, string>> = {
  min: 'min.',
  max: 'max.',
  length: 'length',
  gt: 'more than',
  gte: 'at least',
  lt: 'less than',
  lte: 'at most',
  multipleOf: 'multiple of',
  regex: 'matches',
  startsWith: 'starts with',
  endsWith: 'ends with',
  default: 'default',
  catch: 'else',
};
/** Methods without arguments that are told by their names. */
const WORDS: ReadonlySet<string> = new Set([
  'int',
  'positive',
  'negative',
  'nonnegative',
  'nonpositive',
  'finite',
  'nonempty',
  'email',
  'uuid',
  'url',
  'datetime',
  'cuid',
  'cuid2',
  'ulid',
  'ip',
  'trim',
  'strict',
  'passthrough',
]);
const OPTIONAL: ReadonlySet<string> = new Set(['optional', 'nullish', 'default', 'catch']);
const NULLABLE: ReadonlySet<string> = new Set(['nullable', 'nullish']);

/** What reading the validators of one file has at hand. */
export interface ZodContext {
  readonly constants: Constants;
  readonly compiler: typeof ts;
  /** Validators that may still be read: constants that name each other could go on for ever. */
  readonly budget: { left: number };
}

interface Read {
  readonly shape: Shape;
  readonly optional: boolean;
}

/** Makes the part of an input or output. */
export function readValidator(title: string, node: ts.Expression, context: ZodContext): Part {
  const read = readShape(node, context, 0);
  if (read === null) return { kind: 'code', title, language: 'typescript', text: node.getText().slice(0, MAX_CODE) };
  return { kind: 'fields', title, fields: [{ name: '', marks: read.optional ? ['optional'] : [], ...read.shape }] };
}

/** Reads a chain such as `z.string().min(1).optional()`; null when it does not start with zod. */
function readShape(node: ts.Expression, context: ZodContext, depth: number): Read | null {
  const { constants, compiler, budget } = context;
  if (depth > MAX_DEPTH || --budget.left < 0) return null;
  const calls: { name: string; parameters: readonly ts.Expression[] }[] = [];
  let at: ts.Expression = node;
  while (compiler.isCallExpression(at) && compiler.isPropertyAccessExpression(at.expression)) {
    calls.unshift({ name: at.expression.name.text, parameters: at.arguments });
    at = at.expression.expression;
    // `z.iso.date()`, `z.coerce.number()`
    while (compiler.isPropertyAccessExpression(at) && compiler.isIdentifier(at.expression) && at.expression.text === 'z')
      at = at.expression;
  }
  if (!compiler.isIdentifier(at)) return null;
  const isZod = at.text === 'z' || at.text === 'zod';
  const known = isZod ? undefined : constants.get(at.text);
  const base = isZod ? calls.shift() : undefined;
  const start = known !== undefined ? readShape(known, context, depth + 1) : base === undefined ? null : readBase(base, context, depth);
  return start === null ? null : calls.reduce<Read>((read, call) => refine(read, call, context, depth), start);
}

function readBase({ name, parameters }: { name: string; parameters: readonly ts.Expression[] }, context: ZodContext, depth: number): Read {
  const { compiler } = context;
  const [first] = parameters;
  const inner = (node: ts.Expression | undefined) => (node === undefined ? null : (readShape(node, context, depth + 1)?.shape ?? null));
  const make = (type: string, more: Partial<Shape> = {}): Read => ({
    shape: { type: [type], description: '', notes: [], values: [], groups: [], ...more },
    optional: false,
  });
  const variants = () =>
    [
      ...(parameters.at(-1) !== undefined && compiler.isArrayLiteralExpression(parameters.at(-1) as ts.Expression)
        ? (parameters.at(-1) as ts.ArrayLiteralExpression).elements
        : []),
    ].map((option, index): Field => ({ name: String(index + 1), marks: [], ...(inner(option) ?? codeShape(option)) }));
  if (/^(?:object|strictObject|looseObject|interface)$/.test(name)) return make('object', { groups: fieldsOf(first, context, depth) });
  if (name === 'array' || name === 'set') {
    const item = inner(first);
    return make(`${item === null ? (first?.getText() ?? 'any') : typeText(item)}[]`, {
      groups: item?.groups ?? [],
      values: item?.values ?? [],
    });
  }
  if (name === 'record' || name === 'map') {
    const value = inner(parameters.at(-1));
    return make(`map of ${value === null ? 'any' : typeText(value)}`, { groups: value?.groups ?? [] });
  }
  if (name === 'enum' || name === 'nativeEnum')
    return make(name === 'enum' ? 'string' : (first?.getText() ?? 'enum'), {
      values:
        first !== undefined && compiler.isArrayLiteralExpression(first)
          ? first.elements.map((value) => ({ name: literalText(value, context.compiler), description: '', deprecated: false }))
          : [],
    });
  if (name === 'literal') return make(first?.getText() ?? 'literal');
  if (/^(?:union|discriminatedUnion|tuple)$/.test(name))
    return make(name === 'tuple' ? 'tuple' : 'one of', { groups: [{ label: name === 'tuple' ? 'Items' : 'One of', fields: variants() }] });
  if (name === 'optional' || name === 'nullable' || name === 'lazy') {
    const read = first === undefined ? null : readShape(first, context, depth + 1);
    return read === null ? make(first?.getText().slice(0, 200) ?? 'any') : refine(read, { name, parameters: [] }, context, depth);
  }
  return make(name);
}

function fieldsOf(node: ts.Expression | undefined, context: ZodContext, depth: number): FieldGroup[] {
  const { compiler } = context;
  if (node === undefined || !compiler.isObjectLiteralExpression(node)) return [];
  const fields = node.properties.flatMap((property): Field[] => {
    const value = compiler.isPropertyAssignment(property)
      ? property.initializer
      : compiler.isShorthandPropertyAssignment(property)
        ? property.name
        : null;
    if (value === null || property.name === undefined) return [];
    const read = readShape(value, context, depth + 1);
    const name =
      compiler.isIdentifier(property.name) || compiler.isStringLiteral(property.name) ? property.name.text : property.name.getText();
    return [{ name, marks: read?.optional === true ? [] : ['required'], ...(read?.shape ?? codeShape(value)) }];
  });
  return fields.length === 0 ? [] : [{ label: null, fields }];
}

/** Adds what one further method says. */
function refine(
  read: Read,
  { name, parameters }: { name: string; parameters: readonly ts.Expression[] },
  context: ZodContext,
  depth: number,
): Read {
  const { shape } = read;
  const [first] = parameters;
  const notes: Note[] = [];
  if (Object.hasOwn(NOTES, name) && first !== undefined) notes.push({ label: NOTES[name] ?? name, code: first.getText().slice(0, 200) });
  else if (WORDS.has(name)) notes.push({ label: name, code: null });
  const type = NULLABLE.has(name) ? [...shape.type, ' | null'] : name === 'array' ? [`${typeText(shape)}[]`] : shape.type;
  const groups = name === 'extend' || name === 'safeExtend' ? mergeFields(shape.groups, fieldsOf(first, context, depth)) : shape.groups;
  const description = name === 'describe' && first !== undefined ? literalText(first, context.compiler) : shape.description;
  return {
    shape: { ...shape, type, groups, description, notes: [...shape.notes, ...notes] },
    optional: read.optional || OPTIONAL.has(name),
  };
}

function mergeFields(groups: readonly FieldGroup[], more: readonly FieldGroup[]): FieldGroup[] {
  return [{ label: null, fields: [...groups, ...more].flatMap(({ fields }) => fields) }];
}

function codeShape(node: ts.Expression): Shape {
  return plainField('', [node.getText().slice(0, 200)]);
}

function typeText({ type }: Shape): string {
  return type.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}

function literalText(node: ts.Expression, compiler: typeof ts): string {
  return compiler.isStringLiteralLike(node) ? node.text : node.getText();
}
