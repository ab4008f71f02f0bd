// Untrusted data as parsed: values of any shape in, what a reader may rely on out.

export type Data = Readonly<Record<string, unknown>>;

/** Says whether a value is a mapping. */
export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns a mapping, empty for anything else. */
export function data(value: unknown): Data {
  return isData(value) ? value : {};
}

/** Returns the value of an own key; undefined when there is none. */
export function get(value: unknown, key: string): unknown {
  return isData(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Returns the items of a list, none for anything else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Returns a text, or the empty one. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Returns a text that is not empty, or null. */
export function words(value: unknown): string | null {
  const found = text(value).trim();
  return found === '' ? null : found;
}

/** Returns the texts of a list. */
export function texts(value: unknown): string[] {
  return list(value).filter((one): one is string => typeof one === 'string');
}

/** Lists the keys of a mapping with their values, without extensions (`x-…`). */
export function entries(value: unknown): [string, unknown][] {
  return Object.entries(data(value)).filter(([key]) => !key.startsWith('x-'));
}

/** Writes a value as JSON, cut off where it is longer than a line can show. */
export function inline(value: unknown, most = 200): string {
  const written = JSON.stringify(value) ?? 'null';
  return written.length > most ? `${written.slice(0, most)}…` : written;
}

/** Says whether an address may be linked to. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(address);
}
