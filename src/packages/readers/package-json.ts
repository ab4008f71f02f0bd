// package.json in: npm's dependencies, and the tools that `engines` and `packageManager` name. https://docs.npmjs.com/cli/configuring-npm/package-json
import { at } from '../fields.ts';
import { parseJson } from '../json.ts';
import type { Declaration, ManifestReader } from '../types.ts';

const BLOCKS = [
  ['dependencies', false],
  ['optionalDependencies', false],
  ['peerDependencies', false],
  ['devDependencies', true],
] as const;

/** Engines that are runtimes; others are package managers and editors. */
const RUNTIMES = ['node', 'bun', 'deno'];

/** Versions of packages that lie in the same repository. */
const LOCAL = /^(?:workspace|file|link|portal):/;

/** Reads a package.json. */
export const readPackageJson: ManifestReader = (text) => {
  const { root, fault } = parseJson(text);
  const declarations: Declaration[] = [];
  for (const [block, dev] of BLOCKS)
    for (const [key, { text: version, line }] of at(root, block).table) {
      if (version === null || LOCAL.test(version)) continue;
      // `"react17": "npm:react@17"` is another name for the package.
      const [, alias, aliased = ''] = /^npm:(@?[^@]+)(?:@(.*))?$/.exec(version) ?? [];
      declarations.push({ type: 'npm', name: alias ?? key, version: alias === undefined ? version : aliased, dev, line });
    }
  for (const name of RUNTIMES) {
    const { text: version, line } = at(root, 'engines', name);
    if (version !== null) declarations.push({ type: 'generic', name, version, dev: false, line });
  }
  const manager = at(root, 'packageManager');
  const [, name, version = ''] = /^([a-z]+)@([^+]+)/.exec(manager.text ?? '') ?? [];
  if (name !== undefined) declarations.push({ type: 'generic', name, version, dev: true, line: manager.line });
  const self = at(root, 'name').text;
  return { declarations, self: self === null ? null : { type: 'npm', name: self }, fault };
};
