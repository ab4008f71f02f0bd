// Cargo.toml in: crates, also of targets and workspaces, and Rust. https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html
import { type Field, at } from '../fields.ts';
import { parseToml } from '../toml.ts';
import type { Declaration, ManifestReader } from '../types.ts';

const BLOCKS = [
  ['dependencies', false],
  ['build-dependencies', true],
  ['dev-dependencies', true],
] as const;

/** Reads a Cargo.toml. */
export const readCargoToml: ManifestReader = (text) => {
  const { root, fault } = parseToml(text);
  const tables = [root, at(root, 'workspace'), ...at(root, 'target').table.values()];
  const crates = tables.flatMap((table) =>
    BLOCKS.flatMap(([block, dev]) =>
      [...at(table, block).table].flatMap(([name, field]): Declaration[] => {
        // A path without a version lies in the same repository.
        if (field.table.has('path') && !field.table.has('version')) return [];
        const version = field.text ?? at(field, 'version').text ?? '';
        return [{ type: 'cargo', name: at(field, 'package').text ?? name, version, dev, line: field.line }];
      }),
    ),
  );
  const head = root.table.get('package') ?? root.table.get('workspace');
  return {
    declarations: head === undefined ? crates : [rust(root, head), ...crates],
    self: at(root, 'package', 'name').text === null ? null : { type: 'cargo', name: at(root, 'package', 'name').text ?? '' },
    fault,
  };
};

function rust(root: Field, head: Field): Declaration {
  const said = [at(root, 'package', 'rust-version'), at(root, 'workspace', 'package', 'rust-version')].find(({ text }) => text !== null);
  return { type: 'generic', name: 'rust', version: said?.text ?? '', dev: false, line: said?.line ?? head.line };
}
