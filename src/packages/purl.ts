// Names of packages in; the key out that all spellings of one package share.
import type { PackageType } from './types.ts';

/** Returns the key of a package: its package URL without version, in lower case, with the `@` of npm's scopes as it is written. */
export function packageKey(type: PackageType, name: string): string {
  return `pkg:${type}/${normalName(type, name)}`;
}

/** Returns a name as it is compared: in lower case, and of PyPI with one hyphen for `_`, `.` and their like. */
export function normalName(type: PackageType, name: string): string {
  const lower = name.toLowerCase();
  return type === 'pypi' ? lower.replace(/[-_.]+/g, '-') : lower;
}

/** Longest name and version that are kept. */
const MAX_NAME = 300;
const MAX_VERSION = 100;

/** Says whether a name can be one: not empty, not endless, without spaces, quotes, brackets or the marks of templates. */
export function isPackageName(name: string): boolean {
  return name.length <= MAX_NAME && /^[@\w][^\s"'`<>{}()|\\$]*$/.test(name);
}

/** Returns a version on one line, cut where it is endless. */
export function tidyVersion(version: string): string {
  return version.replace(/\s+/g, ' ').trim().slice(0, MAX_VERSION);
}

/** Returns a name as people of its ecosystem say it: `group:name` of Maven, the id of a plugin of Gradle. */
export function packageWords(type: PackageType, name: string): string {
  if (type !== 'maven') return name;
  const [group = '', artifact = ''] = name.split('/');
  return artifact === `${group}.gradle.plugin` ? group : `${group}:${artifact}`;
}
