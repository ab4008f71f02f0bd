// libs.versions.toml in: the libraries and plugins of a catalog of versions. https://docs.gradle.org/current/userguide/version_catalogs.html
import { type Field, at } from '../fields.ts';
import { parseToml } from '../toml.ts';
import type { Declaration, ManifestReader } from '../types.ts';

/** Reads a catalog of versions. */
export const readGradleCatalog: ManifestReader = (text) => {
  const { root, fault } = parseToml(text);
  const versionOf = (field: Field): string => {
    const said = at(field, 'version');
    const reference = at(said, 'ref').text;
    const found = reference === null ? said : at(root, 'versions', reference);
    return found.text ?? at(found, 'strictly').text ?? at(found, 'require').text ?? at(found, 'prefer').text ?? '';
  };
  const libraries = [...at(root, 'libraries').table.values()].flatMap((field): Declaration[] => {
    const [group, name, written = ''] = (
      field.text ??
      at(field, 'module').text ??
      `${at(field, 'group').text ?? ''}:${at(field, 'name').text ?? ''}`
    ).split(':');
    if (!group || !name) return [];
    return [{ type: 'maven', name: `${group}/${name}`, version: written || versionOf(field), dev: false, line: field.line }];
  });
  const plugins = [...at(root, 'plugins').table.values()].flatMap((field): Declaration[] => {
    const [id, written = ''] = (field.text ?? at(field, 'id').text ?? '').split(':');
    return id
      ? [{ type: 'maven', name: `${id}/${id}.gradle.plugin`, version: written || versionOf(field), dev: false, line: field.line }]
      : [];
  });
  return { declarations: [...libraries, ...plugins], self: null, fault };
};
