// pyproject.toml in: packages of PyPI in the words of the standard, of Poetry and of uv, and the version of Python. https://peps.python.org/pep-0621/
import { type Field, at } from '../fields.ts';
import { parseToml } from '../toml.ts';
import type { Declaration, ManifestReader } from '../types.ts';
import { parseRequirement } from './requirement.ts';

/** Reads a pyproject.toml. A file of settings alone declares nothing. */
export const readPyproject: ManifestReader = (text) => {
  const { root, fault } = parseToml(text);
  const project = at(root, 'project');
  const poetry = at(root, 'tool', 'poetry');
  const groups = (field: Field) => [...field.table.values()];
  const declarations = [
    ...python(root),
    ...listed(at(project, 'dependencies'), false),
    ...groups(at(project, 'optional-dependencies')).flatMap((group) => listed(group, false)),
    ...groups(at(root, 'dependency-groups')).flatMap((group) => listed(group, true)),
    ...listed(at(root, 'tool', 'uv', 'dev-dependencies'), true),
    ...listed(at(root, 'build-system', 'requires'), true),
    ...named(at(poetry, 'dependencies'), false),
    ...named(at(poetry, 'dev-dependencies'), true),
    ...groups(at(poetry, 'group')).flatMap((group) => named(at(group, 'dependencies'), true)),
  ];
  const self = at(project, 'name').text ?? at(poetry, 'name').text;
  return { declarations, self: self === null ? null : { type: 'pypi', name: self }, fault };
};

function python(root: Field): Declaration[] {
  const said = [at(root, 'project', 'requires-python'), at(root, 'tool', 'poetry', 'dependencies', 'python')].find(
    ({ text }) => text !== null,
  );
  const project = root.table.get('project') ?? root.table.get('tool')?.table.get('poetry');
  const { text, line } = said ?? { text: '', line: project?.line ?? 1 };
  return said === undefined && project === undefined ? [] : [{ type: 'generic', name: 'python', version: text ?? '', dev: false, line }];
}

/** Requirements as the standard writes them. */
function listed({ items }: Field, dev: boolean): Declaration[] {
  return items.flatMap(({ text, line }) => {
    const found = text === null ? null : parseRequirement(text);
    return found === null ? [] : [{ type: 'pypi' as const, ...found, dev, line }];
  });
}

/** Requirements as Poetry writes them: by name, with a version or a table; those with a path lie in the same repository. */
function named({ table }: Field, dev: boolean): Declaration[] {
  return [...table].flatMap(([name, field]) => {
    if (name === 'python' || field.table.has('path')) return [];
    return [{ type: 'pypi' as const, name, version: field.text ?? at(field, 'version').text ?? '', dev, line: field.line }];
  });
}
