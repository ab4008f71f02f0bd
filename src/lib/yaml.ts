// YAML with places: text in; documents out, each with its value, its source text and the line of every field.
import {
  CORE_SCHEMA,
  EVENT_ID,
  type Event,
  SCALAR_STYLE,
  YAMLException,
  constructFromEvents,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  getScalarValue,
  parseEvents,
} from 'js-yaml';

/** A place in a text, one-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Way from the root of a document to a field: keys and indexes. */
export type FieldPath = readonly (string | number)[];

/** One document of a YAML file that could be parsed. */
export interface YamlDocument {
  /** Number of the document in its file, from 0; documents of comments only count. */
  readonly index: number;
  /** The value; null for a document that holds nothing. */
  readonly value: unknown;
  /** The document as written, without its `---` line. */
  readonly text: string;
  /** Line of the file where `text` starts, one-based. */
  readonly startLine: number;
  /** Place of the first thing in the document that is not a comment. */
  readonly start: Position;
  /** Place of a field's value (or of its key, with `key`). A field that is not there gives the place of its nearest parent. */
  locate(path: FieldPath, what?: 'key' | 'value'): Position;
}

/** A document that could not be parsed. */
export interface YamlError extends Position {
  readonly index: number;
  /** What the parser says, in its words, without place. */
  readonly reason: string;
}

export interface YamlOptions {
  /** Keep values under unknown tags (`!!python/name:…`) as plain values, as TechDocs does; `!ENV` gives its default. Defaults to false: errors. */
  readonly anyTag?: boolean;
}

/** Aliases one document may use, and how deep it may nest: enough for people, too little for bombs. */
const MAX_ALIASES = 100;
const MAX_DEPTH = 100;

/** `!ENV NAME` is nothing, since no environment is read; `!ENV [NAME, default]` is the last of its items, as MkDocs has it. */
const ENVIRONMENT = [
  defineScalarTag<null>('!ENV', { resolve: () => null, identify: () => false }),
  defineSequenceTag<unknown[], unknown>('!ENV', {
    create: () => [],
    addItem: (carrier, item) => void carrier.push(item),
    finalize: (carrier) => (carrier.length > 1 ? (carrier.at(-1) ?? null) : null),
    identify: () => false,
  }),
];

const ANY_TAG_SCHEMA = CORE_SCHEMA.withTags([
  ...ENVIRONMENT,
  ...['!', 'tag:'].flatMap((prefix) => [
    defineScalarTag<string>(prefix, { matchByTagPrefix: true, resolve: (source) => source, identify: () => false }),
    defineSequenceTag<unknown[]>(prefix, {
      matchByTagPrefix: true,
      create: () => [],
      addItem: (carrier, item) => void carrier.push(item),
      identify: () => false,
    }),
    defineMappingTag<Map<unknown, unknown>, Record<string, unknown>>(prefix, {
      matchByTagPrefix: true,
      create: () => new Map(),
      addPair: (carrier, key, value) => (carrier.set(key, value), ''),
      has: (carrier, key) => carrier.has(key),
      keys: (result) => Object.keys(result),
      get: (result, key) => result[String(key)],
      finalize: (carrier) => Object.fromEntries([...carrier].map(([key, value]) => [String(key), value])),
      identify: () => false,
    }),
  ]),
]);

/**
 * Parses all documents of a YAML text. A document with a syntax error, a duplicate key, too many aliases or too deep nesting becomes an
 * error of its own; its neighbours are parsed all the same (the rule of Backstage's catalog, which uses YAML 1.2 core without dates).
 */
export function parseYaml(text: string, options: YamlOptions = {}): { documents: YamlDocument[]; errors: YamlError[] } {
  const documents: YamlDocument[] = [];
  const errors: YamlError[] = [];
  for (const [index, chunk] of splitDocuments(text).entries()) {
    try {
      documents.push(parseDocument(chunk, index, options));
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const mark = error.mark;
      errors.push({
        index,
        reason: error.reason,
        line: chunk.startLine + (mark?.line ?? 0),
        column: (mark?.column ?? 0) + 1,
      });
    }
  }
  return { documents, errors };
}

interface Chunk {
  readonly text: string;
  readonly startLine: number;
}

/** Cuts a text at its `---` and `...` lines. A marker always starts a line, even inside a block scalar, so this needs no parser. */
function splitDocuments(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let lines: string[] = [];
  let startLine = 1;
  const close = (nextLine: number) => {
    chunks.push({ text: lines.join('\n'), startLine });
    lines = [];
    startLine = nextLine;
  };
  for (const [number, line] of text.replace(/\r\n?/g, '\n').split('\n').entries()) {
    const marker = /^(?:---|\.\.\.)(?=\s|$)/.exec(line);
    if (marker === null) {
      lines.push(line);
      continue;
    }
    const empty = lines.every((before) => /^\s*(?:#.*|%.*)?$/.test(before));
    const directives = lines.some((before) => before.startsWith('%'));
    // Comments and directives above the first marker are no document of their own.
    if (empty && (chunks.length === 0 || directives)) lines = [];
    else close(number + 1);
    if (lines.length === 0) startLine = number + 1;
    // What follows the marker on its line belongs to the document; spaces keep its columns.
    lines.push(' '.repeat(marker[0].length) + line.slice(marker[0].length));
  }
  close(0);
  return chunks;
}

function parseDocument(chunk: Chunk, index: number, options: YamlOptions): YamlDocument {
  const events = parseEvents(chunk.text, { maxDepth: MAX_DEPTH });
  const values = constructFromEvents(events, {
    source: chunk.text,
    maxAliases: MAX_ALIASES,
    ...(options.anyTag && { schema: ANY_TAG_SCHEMA }),
  });
  const positionOf = positions(chunk);
  let fields: Map<string, FieldOffsets> | undefined;
  const first = events.find(
    (event) => event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.SCALAR,
  );
  return {
    index,
    value: values[0] ?? null,
    text: chunk.text,
    startLine: chunk.startLine,
    start: positionOf(first === undefined ? 0 : Math.max(0, offsetOf(first))),
    locate(path, what = 'value') {
      fields ??= fieldOffsets(events, chunk.text);
      for (let length = path.length; length > 0; length--) {
        const found = fields.get(JSON.stringify(path.slice(0, length)));
        // A missing field is reported at its parent's key; an empty value has no place of its own.
        if (found !== undefined)
          return positionOf((length < path.length || what === 'key' || found.value < 0) && found.key >= 0 ? found.key : found.value);
      }
      return this.start;
    },
  };
}

/** Offsets of a field's key (-1 inside sequences) and value (-1 when empty). */
interface FieldOffsets {
  readonly key: number;
  readonly value: number;
}

/** Walks the events once and notes where each field stands, under its path as JSON. */
function fieldOffsets(events: readonly Event[], source: string): Map<string, FieldOffsets> {
  const fields = new Map<string, FieldOffsets>();
  const stack: { path: FieldPath; sequence: boolean; index: number; key: string | null; keyOffset: number }[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      stack.pop();
      continue;
    }
    if (event.type === EVENT_ID.DOCUMENT) {
      stack.push({ path: [], sequence: true, index: -1, key: null, keyOffset: -1 });
      continue;
    }
    const parent = stack.at(-1);
    if (parent === undefined) continue;
    const offset = offsetOf(event);
    let path: FieldPath;
    if (stack.length === 1) {
      path = [];
    } else if (parent.sequence) {
      path = [...parent.path, ++parent.index];
      fields.set(JSON.stringify(path), { key: offset, value: offset });
    } else if (parent.key === null) {
      parent.key = event.type === EVENT_ID.SCALAR ? getScalarValue(source, event) : '';
      parent.keyOffset = offset;
      path = parent.path;
      if (event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.ALIAS) continue;
    } else {
      path = [...parent.path, parent.key];
      fields.set(JSON.stringify(path), { key: parent.keyOffset, value: offset });
      parent.key = null;
    }
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      stack.push({ path, sequence: event.type === EVENT_ID.SEQUENCE, index: -1, key: null, keyOffset: -1 });
    }
  }
  return fields;
}

const QUOTED: ReadonlySet<number> = new Set([SCALAR_STYLE.SINGLE_QUOTED, SCALAR_STYLE.DOUBLE_QUOTED]);

function offsetOf(event: Event): number {
  switch (event.type) {
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return event.start;
    case EVENT_ID.SCALAR:
      // The parser's value starts behind the quote; people look for the quote.
      return QUOTED.has(event.style) ? event.valueStart - 1 : event.valueStart;
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1;
    default:
      return -1;
  }
}

/** Makes the function from an offset in a document to its place in the file; line starts are found once. */
function positions(chunk: Chunk): (offset: number) => Position {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [0, ...[...chunk.text.matchAll(/\n/g)].map((match) => match.index + 1)];
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: chunk.startLine + low, column: offset - (starts[low] ?? 0) + 1 };
  };
}
