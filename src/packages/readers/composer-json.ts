// composer.json in: PHP's packages and PHP itself. https://getcomposer.org/doc/04-schema.md
import { at } from '../fields.ts';
import { parseJson } from '../json.ts';
import type { Declaration, ManifestReader } from '../types.ts';

const BLOCKS = [
  ['require', false],
  ['require-dev', true],
] as const;

/** Reads a composer.json. Extensions and libraries of the system are no packages. */
export const readComposerJson: ManifestReader = (text) => {
  const { root, fault } = parseJson(text);
  const declarations = BLOCKS.flatMap(([block, dev]) =>
    [...at(root, block).table].flatMap(([name, { text: version, line }]): Declaration[] => {
      if (name === 'php') return [{ type: 'generic', name, version: version ?? '', dev, line }];
      return name.includes('/') ? [{ type: 'composer', name, version: version ?? '', dev, line }] : [];
    }),
  );
  const self = at(root, 'name').text;
  return { declarations, self: self === null ? null : { type: 'composer', name: self }, fault };
};
