// requirements.txt in: packages of PyPI. https://pip.pypa.io/en/stable/reference/requirements-file-format/
import { fileName } from '../../lib/paths.ts';
import type { Declaration, ManifestReader } from '../types.ts';
import { parseRequirement } from './requirement.ts';

/** Reads a requirements file. Options, addresses and other files that it names are passed over. */
export const readRequirements: ManifestReader = (text, path) => {
  const dev = /dev|test|lint|doc/i.test(fileName(path));
  const declarations = text.split('\n').flatMap((full, index): Declaration[] => {
    const code = full
      .replace(/(?:^|\s)#.*$/, '')
      .replace(/\s--hash=.*$|\\\s*$/, '')
      .trim();
    if (code === '' || code.startsWith('-') || code.includes('://')) return [];
    const found = parseRequirement(code);
    return found === null ? [] : [{ type: 'pypi', ...found, dev, line: index + 1 }];
  });
  return { declarations, self: null, fault: null };
};
