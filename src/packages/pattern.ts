// Names and patterns of packages as people write them in, a question out: which of what they stand for a package matches.
import { didYouMean } from '../lib/nearest.ts';
import { compileWildcard } from '../lib/wildcard.ts';
import { normalName } from './purl.ts';
import { PACKAGE_TYPES, type PackageType } from './types.ts';

/** A pattern, read. */
export interface PackagePattern {
  /** Null for any type. */
  readonly type: PackageType | null;
  /** In the form of `normalName`, perhaps with stars. */
  readonly name: string;
  /** Perhaps with stars; null for any version. */
  readonly version: string | null;
}

/** Longest pattern that is read. */
const MAX_LENGTH = 400;

/**
 * Parses `pkg:npm/react`, `pkg:npm/@angular/*`, `pkg:generic/java@8*`, or a bare name, which means any type. Qualifiers and subpaths of a
 * package URL say nothing here. Returns what is wrong with anything else.
 */
export function parsePattern(text: string): PackagePattern | { readonly fault: string; readonly hint: string | undefined } {
  const tidy = text.trim().slice(0, MAX_LENGTH).replaceAll('%40', '@');
  const [, written, rest = ''] = /^pkg:([^/]*)\/(.*)$/s.exec(tidy.replace(/[?#].*$/s, '')) ?? [];
  const type = written === undefined ? null : (PACKAGE_TYPES.find((one) => one === written.toLowerCase()) ?? undefined);
  if (type === undefined) {
    const hint = didYouMean(written ?? '', PACKAGE_TYPES) ?? `Known are ${PACKAGE_TYPES.join(', ')}.`;
    return { fault: `"${written}" is no type of packages.`, hint };
  }
  const whole = written === undefined ? tidy : rest;
  // The `@` of a scope stands at the start of a part.
  const sign = whole.lastIndexOf('@');
  const versioned = sign > 0 && whole[sign - 1] !== '/';
  const name = normalPattern(type, versioned ? whole.slice(0, sign) : whole);
  if (type === null && (!/[a-z0-9]/.test(name) || /[\s:]/.test(name))) {
    return { fault: `"${text.trim().slice(0, 60)}" names no package.`, hint: 'Write a name, or a pattern such as pkg:npm/react.' };
  }
  if (name === '') return { fault: `"${text.trim().slice(0, 60)}" names no package.`, hint: `Write pkg:${type}/* for all of them.` };
  return { type, name, version: versioned ? whole.slice(sign + 1) : null };
}

function normalPattern(type: PackageType | null, name: string): string {
  return type === null ? name.toLowerCase() : normalName(type, name);
}

/** What a package is matched by. */
interface Row<T> {
  readonly test: (name: string) => boolean;
  readonly version: ((version: string) => boolean) | null;
  readonly value: T;
}

/**
 * Makes the question which values a package matches, in the order given. Patterns are compiled once and names without stars are looked up,
 * so a question costs no more than the patterns with stars of its type, and once for each package.
 */
export function indexPatterns<T>(
  patterns: readonly { readonly pattern: PackagePattern; readonly value: T }[],
): (type: PackageType, name: string, version: string) => T[] {
  const exact = new Map<string, (Row<T> & { readonly order: number })[]>();
  const starred = new Map<PackageType | null, (Row<T> & { readonly order: number })[]>();
  for (const [order, { pattern, value }] of patterns.entries()) {
    const { type, name, version } = pattern;
    const row = { test: compileWildcard(name), version: version === null ? null : compileWildcard(version), value, order };
    if (name.includes('*')) push(starred, type, row);
    else push(exact, `${type ?? ''}/${name}`, row);
  }
  const known = new Map<string, readonly Row<T>[]>();
  return (type, name, version) => {
    const normal = normalName(type, name);
    const key = `${type}/${normal}`;
    let rows = known.get(key);
    if (rows === undefined) {
      const candidates = [
        ...(exact.get(key) ?? []),
        ...(exact.get(`/${normal}`) ?? []),
        ...(starred.get(type) ?? []),
        ...(starred.get(null) ?? []),
      ];
      rows = candidates.filter((row) => row.test(normal)).sort((a, b) => a.order - b.order);
      known.set(key, rows);
    }
    const plain = plainVersion(version);
    return [...new Set(rows.filter((row) => row.version === null || row.version(plain)).map((row) => row.value))];
  };
}

/** Returns a declared version as it is compared: `^5.1`, `>=5.1`, `v5.1` are all `5.1`. */
export function plainVersion(version: string): string {
  return version.replace(/^[\s^~<>=!v]+/i, '');
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
