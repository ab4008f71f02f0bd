// Custom resources of Kubernetes: a CustomResourceDefinition in; a model with the schema of each of its versions out.
import { get, list, text, texts, words } from '../data.ts';
import type { Workspace } from '../document.ts';
import { createIds } from '../ids.ts';
import { groupOf } from '../info.ts';
import { fact, plainField } from '../pieces.ts';
import { type Node, createReferences } from '../references.ts';
import { createSchemas } from '../schema/schemas.ts';
import type { ApiModel, Field, Item, Part } from '../types.ts';

/** Reads a definition; null when it cannot be parsed. */
export function readCrd(workspace: Workspace): ApiModel | null {
  const document = workspace.readData(null);
  if (document === null) return null;
  const root: Node = { file: null, path: [], value: document.value };
  const references = createReferences(workspace);
  const makeId = createIds();
  const schemas = createSchemas(workspace, references, makeId);
  const spec = references.at(root, 'spec');
  const names = get(spec.value, 'names');
  const kind = text(get(names, 'kind'));
  const group = text(get(spec.value, 'group'));
  const versions = references.at(spec, 'versions');
  const items = list(versions.value).map((_, index): Item => {
    const version = references.at(versions, String(index));
    const own = references.at(references.at(version, 'schema'), 'openAPIV3Schema');
    // Of v1beta1, one schema serves all versions.
    const schema = own.value === undefined ? references.at(references.at(spec, 'validation'), 'openAPIV3Schema') : own;
    const name = text(get(version.value, 'name'));
    return {
      id: makeId(kind, name),
      badge: 'version',
      does: false,
      title: name,
      summary: '',
      description: text(get(schema.value, 'description')),
      deprecated: get(version.value, 'deprecated') === true ? text(get(version.value, 'deprecationWarning')) : null,
      facts: [
        ...fact('apiVersion', `${group}/${name}`),
        ...fact('kind', kind),
        ...fact('Served', get(version.value, 'served') === false ? 'no' : null),
        ...fact('Stored', get(version.value, 'storage') === true ? 'yes' : null),
      ],
      parts: [
        ...(schema.value === undefined
          ? []
          : [{ kind: 'fields', title: 'Fields', fields: [{ ...schemas.field('', schema), description: '' }] } satisfies Part]),
        ...columnParts(get(version.value, 'additionalPrinterColumns') ?? get(spec.value, 'additionalPrinterColumns')),
      ],
      words: [`${group}/${name}`, kind],
    };
  });
  return {
    format: 'crd',
    formatName: 'Kubernetes resource',
    title: kind,
    version: null,
    description: '',
    facts: [
      ...fact('Group', group),
      ...fact('Scope', words(get(spec.value, 'scope'))),
      ...fact('Plural', words(get(names, 'plural'))),
      ...fact('Short names', texts(get(names, 'shortNames')).join(', ')),
      ...fact('Categories', texts(get(names, 'categories')).join(', ')),
    ],
    parts: [],
    groups: [...groupOf('Versions', '', items, makeId), ...groupOf('Schemas', '', schemas.items(), makeId)],
  };
}

/** The columns that `kubectl get` shows. */
function columnParts(columns: unknown): Part[] {
  const fields = list(columns).map((column): Field =>
    plainField(text(get(column, 'name')), [text(get(column, 'type'))], text(get(column, 'description')), {
      notes: [{ label: 'from', code: text(get(column, 'jsonPath') ?? get(column, 'JSONPath')) }],
    }),
  );
  return fields.length === 0 ? [] : [{ kind: 'fields', title: 'Columns', fields }];
}
