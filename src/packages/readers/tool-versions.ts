// .tool-versions in: languages and tools with their versions. https://asdf-vm.com/manage/configuration.html
import type { Declaration, ManifestReader } from '../types.ts';

/** Names of plugins of asdf that are called otherwise elsewhere. */
const NAMES: Readonly<Record<string, string>> = { nodejs: 'node', golang: 'go', 'dotnet-core': 'dotnet' };

/** Reads a .tool-versions. */
export const readToolVersions: ManifestReader = (text) => {
  const declarations = text.split('\n').flatMap((full, index): Declaration[] => {
    const [plugin = '', version = ''] = (full.split('#', 1)[0] ?? '').trim().split(/\s+/);
    if (plugin === '') return [];
    const name = Object.hasOwn(NAMES, plugin) ? (NAMES[plugin] ?? plugin) : plugin;
    return [{ type: 'generic', name, version, dev: false, line: index + 1 }];
  });
  return { declarations, self: null, fault: null };
};
