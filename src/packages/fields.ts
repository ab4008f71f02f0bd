// A parsed JSON or TOML file as fields that know their lines: what the readers of both walk through.

/** A value from a file, and its line. */
export interface Field {
  readonly line: number;
  /** The value if it is a text, a number or a truth value, as text; null for anything else. */
  readonly text: string | null;
  /** Fields of a table, in the order of the file; none for anything else. */
  readonly table: ReadonlyMap<string, Field>;
  /** Items of a list; none for anything else. */
  readonly items: readonly Field[];
}

const NO_TABLE: ReadonlyMap<string, Field> = new Map();

/** What a missing field gives. */
export const NO_FIELD: Field = { line: 1, text: null, table: NO_TABLE, items: [] };

/** Makes a field; what it does not have is empty. */
export function fieldAt(line: number, parts: Partial<Omit<Field, 'line'>> = {}): Field {
  return { ...NO_FIELD, line, ...parts };
}

/** Returns a field by its way from another; one that is not there is empty. */
export function at(field: Field, ...way: readonly string[]): Field {
  return way.reduce((found, name) => found.table.get(name) ?? NO_FIELD, field);
}

/** Deepest nesting that is read: far more than manifests have. */
export const MAX_DEPTH = 50;
