// Small makers of what items are made of.
import { isWebAddress } from './data.ts';
import type { Fact, Field, Piece } from './types.ts';

/** Makes a fact; none when it has no values. */
export function fact(label: string, ...values: readonly (readonly Piece[] | string | null)[]): Fact[] {
  const known = values.flatMap((value) => (value === null || value === '' ? [] : [typeof value === 'string' ? [value] : value]));
  return known.length === 0 ? [] : [{ label, values: known }];
}

/** Makes a link to the web, or plain text where the address is none that may be linked. */
export function webLink(address: string, text = address): Piece {
  return isWebAddress(address) ? { text, href: address } : text;
}

/** Makes a field that has no shape of its own. */
export function plainField(name: string, type: Field['type'], description = '', more: Partial<Field> = {}): Field {
  return { name, type, description, marks: [], notes: [], values: [], groups: [], ...more };
}

/** Joins alternatives by `|`; each is told once. */
export function joinPieces(parts: readonly (readonly Piece[])[]): readonly Piece[] {
  const seen = new Set<string>();
  const different = parts.filter((part) => !seen.has(JSON.stringify(part)) && seen.add(JSON.stringify(part)));
  return different.flatMap((part, index) => (index === 0 ? part : [' | ', ...part]));
}

/** Puts something behind a type, which is bracketed when it is a choice. */
export function suffix(pieces: readonly Piece[], end: string): readonly Piece[] {
  return pieces.some((piece) => piece === ' | ') ? ['(', ...pieces, `)${end}`] : [...pieces, end];
}
