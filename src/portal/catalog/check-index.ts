// What is wrong with the configured table of the catalog, as far as only the catalog can tell: settings and entities in, problems out.
import type { Catalog, Entity } from '../../catalog/types.ts';
import type { ColumnSpec, FieldColumn, IndexSettings } from '../../lib/catalog-columns.ts';
import { parseFieldPath, valueAtPath } from '../../lib/field-path.ts';
import { didYouMean } from '../../lib/nearest.ts';
import { type Problem, compareText } from '../../lib/problem.ts';
import { report } from '../rules.ts';
import { ALL_KINDS, presetsOf } from './presets.ts';

/** Checks the settings of the index against the entities that it will show. */
export function checkIndex(settings: IndexSettings, catalog: Catalog): Problem[] {
  if (catalog.entities.length === 0) return [];
  const byKind = Map.groupBy(catalog.entities, (entity) => entity.kind.toLowerCase());
  const kinds = [...byKind.keys()].sort(compareText);
  const presets = presetsOf(settings);
  const unknown = [...settings.presets].filter(([kind]) => kind !== ALL_KINDS && !byKind.has(kind));
  const columns = [
    ...emptyColumns(settings.columns ?? [], catalog.entities),
    ...[...settings.presets].flatMap(([kind, preset]) =>
      emptyColumns(preset.columns ?? [], kind === ALL_KINDS ? catalog.entities : (byKind.get(kind) ?? [])),
    ),
  ];
  return [
    ...unknown.map(([kind, { place }]) =>
      report('catalog/unknown-kind', {
        message: `Columns are configured for the kind "${kind}", of which there is no entity.`,
        hint: didYouMean(kind, [...kinds, ALL_KINDS]) ?? `There are ${kinds.slice(0, 12).join(', ')}.`,
        place,
      }),
    ),
    ...columns.map((column) =>
      report('catalog/empty-column', {
        message: `No entity has anything at "${column.path}", so the column "${column.label}" is empty.`,
        hint: nearestPath(column, catalog.entities),
        place: column.place ?? undefined,
      }),
    ),
    ...[...settings.presets].flatMap(([kind, { sort, place }]) => {
      const known = presets.get(kind)?.columns.map((column) => (typeof column === 'string' ? column : column.label)) ?? [];
      const name = sort?.replace(/^-/, '') ?? null;
      if (name === null || known.includes(name)) return [];
      return report('catalog/empty-column', {
        message: `The rows of "${kind}" are to be ordered by "${name}", which is no column of theirs.`,
        hint: didYouMean(name, known) ?? `Their columns are ${known.join(', ')}.`,
        place,
      });
    }),
  ];
}

/** Columns in which no row has anything. Without rows nothing can be said. */
function emptyColumns(columns: readonly ColumnSpec[], entities: readonly Entity[]): FieldColumn[] {
  if (entities.length === 0) return [];
  return columns.filter((column) => typeof column !== 'string').filter((column) => !entities.some((entity) => has(entity, column.path)));
}

function has(entity: Entity, path: string): boolean {
  const parts = parseFieldPath(path) ?? [];
  const [first, type] = parts;
  if (first === 'relations') return entity.data.relations.some((relation) => relation.type === type);
  return valueAtPath(entity.data, parts) !== undefined;
}

/** Names the key that stands where the path first goes wrong, if one is near. */
function nearestPath({ path }: FieldColumn, entities: readonly Entity[]): string | undefined {
  const parts = parseFieldPath(path) ?? [];
  if (parts[0] === 'relations') {
    const types = new Set(entities.flatMap((entity) => entity.data.relations.map((relation) => relation.type)));
    return didYouMean(parts[1] ?? '', [...types].sort(compareText));
  }
  const depth = parts.findIndex((_, index) =>
    entities.every((entity) => valueAtPath(entity.data, parts.slice(0, index + 1)) === undefined),
  );
  const keys = new Set(entities.flatMap((entity) => keysOf(valueAtPath(entity.data, parts.slice(0, depth)))));
  return didYouMean(parts[depth] ?? '', [...keys].sort(compareText));
}

function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
