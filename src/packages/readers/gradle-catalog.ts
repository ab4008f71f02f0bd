// libs.versions.toml in: the libraries and plugins that build files name by alias. https://docs.gradle.org/current/userguide/version_catalogs.html
import { type Field, at } from '../fields.ts';
import { parseToml } from '../toml.ts';
import type { Alias, ManifestReader } from '../types.ts';

/** Aliases that one bundle may name. */
const MOST = 200;

/** Reads a catalog of versions. It declares nothing by itself: what build files name of it counts, in their lines. */
export const readGradleCatalog: ManifestReader = (text) => {
  const { root, fault } = parseToml(text);
  const versionOf = (field: Field): string => {
    const said = at(field, 'version');
    const reference = at(said, 'ref').text;
    const found = reference === null ? said : at(root, 'versions', reference);
    return found.text ?? at(found, 'strictly').text ?? at(found, 'require').text ?? at(found, 'prefer').text ?? '';
  };
  const library = (field: Field): Alias[] => {
    const coordinates = field.text ?? at(field, 'module').text ?? `${at(field, 'group').text ?? ''}:${at(field, 'name').text ?? ''}`;
    const [group, name, written = ''] = coordinates.split(':');
    return group && name ? [{ name: `${group}/${name}`, version: written || versionOf(field) }] : [];
  };
  const plugin = (field: Field): Alias[] => {
    const [id, written = ''] = (field.text ?? at(field, 'id').text ?? '').split(':');
    return id ? [{ name: `${id}/${id}.gradle.plugin`, version: written || versionOf(field) }] : [];
  };
  const libraries = at(root, 'libraries').table;
  const bundle = (field: Field): Alias[] =>
    field.items.slice(0, MOST).flatMap(({ text: name }) => {
      const found = libraries.get(name ?? '');
      return found === undefined ? [] : library(found);
    });
  const aliases = new Map([
    ...[...libraries].map(([name, field]) => [accessor(name), library(field)] as const),
    ...[...at(root, 'plugins').table].map(([name, field]) => [accessor(`plugins.${name}`), plugin(field)] as const),
    ...[...at(root, 'bundles').table].map(([name, field]) => [accessor(`bundles.${name}`), bundle(field)] as const),
  ]);
  return { declarations: [], self: null, fault, aliases };
};

/** Build files write dots for all that parts the words of an alias. */
function accessor(name: string): string {
  return name.replace(/[-_]/g, '.').toLowerCase();
}
