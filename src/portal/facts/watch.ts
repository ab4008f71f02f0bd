// An object in, one with the same fields out that tells when they are read.

const OF = Symbol('of');
const READ = Symbol('read');

interface Watched {
  [OF]: Record<string, unknown>;
  [READ]: (field: string) => void;
}

/** Objects of the same fields share the getters. */
const SHAPES = new Map<string, PropertyDescriptorMap>();

/**
 * Makes an object that has the fields of another one and calls `read` with a field's name before its value is handed out. What the fields hold is not
 * watched.
 */
export function watch<T extends object>(object: T, read: (field: string) => void): T {
  const fields = Object.keys(object);
  const shape = fields.join(' ');
  const getters = SHAPES.get(shape) ?? gettersOf(fields);
  SHAPES.set(shape, getters);
  const watched = Object.defineProperties({}, { [OF]: { value: object }, [READ]: { value: read } });
  return Object.defineProperties(watched, getters) as T;
}

/** Returns the object behind a watched one; any other is returned as it is. */
export function behind<T extends object>(object: T): T {
  return ((object as unknown as Partial<Watched>)[OF] as T | undefined) ?? object;
}

/** Says whether a value is a watched object. */
export function isWatched(value: unknown): boolean {
  return typeof value === 'object' && value !== null && OF in value;
}

function gettersOf(fields: readonly string[]): PropertyDescriptorMap {
  return Object.fromEntries(
    fields.map((field) => [
      field,
      {
        enumerable: true,
        get(this: Watched) {
          this[READ](field);
          return this[OF][field];
        },
      },
    ]),
  );
}
