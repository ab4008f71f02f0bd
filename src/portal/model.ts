// The kinds and relations that portal.yaml adds: configuration in; rows for the catalog, and what is wrong with them, out.
import { type ModelRows, createModel } from '../catalog/model.ts';
import type { KindRow } from '../catalog/kinds.ts';
import type { RelationRow } from '../catalog/relations.ts';
import type { Schema } from '../catalog/schema.ts';
import type { Config, RelationSpec } from '../config/types.ts';
import { didYouMean } from '../lib/nearest.ts';
import type { Parsed, Problem } from '../lib/problem.ts';
import { report } from './rules.ts';

type Added = Pick<Config, 'kinds' | 'relations'>;

/** Makes rows of what is added. What the catalog has already, or does not know, is a problem and is left out. */
export function modelRows({ kinds, relations }: Added): Parsed<ModelRows> {
  const problems: Problem[] = [];
  const backstage = createModel();
  const rows = new Map<string, KindRow>();
  for (const { kind, apiVersions, schema, place } of kinds) {
    const known = backstage.findKind(kind) ?? rows.get(kind.toLowerCase());
    if (known === undefined) {
      rows.set(kind.toLowerCase(), { kind, apiVersions, spec: (schema ?? { type: 'object' }) as Schema, custom: true });
      continue;
    }
    const message = `The catalog has the kind ${known.kind} already; this row is not read.`;
    const hint = 'A field of its own is a row under "relations".';
    problems.push(report('model/taken', { message, hint, place }));
  }
  const added = createModel({ kinds: [...rows.values()], relations: [] });
  const names = added.kinds.map((row) => row.kind);
  const made: RelationRow[] = [];
  for (const spec of relations) {
    for (const name of [...spec.kinds, ...spec.targets].filter((one) => !names.includes(one))) {
      const hint = didYouMean(name, names) ?? 'Add it under "kinds".';
      problems.push(
        report('model/unknown-kind', { message: `The relation names a kind ${name} that is not known.`, hint, place: spec.place }),
      );
    }
    const row = toRow(spec);
    const taken = row.kinds.filter((kind) => [...added.relationRows(kind, undefined), ...made].some((one) => sameField(one, row, kind)));
    if (taken.length === 0) made.push(row);
    else {
      const message = `The field ${row.field} of ${taken.join(', ')} has its meaning already; this row is not read.`;
      problems.push(report('model/taken', { message, hint: 'Choose another name for the field.', place: spec.place }));
    }
  }
  return { value: { kinds: [...rows.values()], relations: made }, problems };
}

function sameField(known: RelationRow, { field }: RelationRow, kind: string): boolean {
  return known.field === field && (field === 'owner' || known.kinds.includes(kind));
}

function toRow({ field, kinds, targets, relation, reverse, words }: RelationSpec): RelationRow {
  const [only] = targets;
  return {
    kinds,
    field,
    relation,
    reverse,
    ...(only !== undefined && targets.length === 1 && { defaultKind: only }),
    targets,
    strict: true,
    role: words?.[0] ?? field,
    words: words ?? [humanise(relation), humanise(reverse)],
  };
}

function humanise(type: string): string {
  return type.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}
