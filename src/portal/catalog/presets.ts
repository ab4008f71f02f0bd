// Which columns the index shows for each kind: the settings of portal.yaml in, presets of columns with nothing left open out.
import type { ColumnSpec, IndexSettings } from '../../lib/catalog-columns.ts';

/** Stands for several kinds at once among presets. */
export const ALL_KINDS = 'all';
/** Stands for kinds without a preset of their own. */
export const OTHER_KINDS = '*';

export interface Preset {
  readonly columns: readonly ColumnSpec[];
  readonly sort: string;
}

const field = (label: string, path: string): ColumnSpec => ({ label, path, link: null, place: null });

/** Columns where portal.yaml says nothing; Backstage's, with what its pages lack for some kinds. */
const COLUMNS: Readonly<Record<string, readonly ColumnSpec[]>> = {
  [ALL_KINDS]: ['name', 'kind', 'owner', 'system', 'type', 'lifecycle'],
  [OTHER_KINDS]: ['name', 'owner', 'system', 'type', 'lifecycle', 'tags'],
  resource: ['name', 'owner', 'system', 'type', 'tags'],
  system: ['name', 'owner', 'domain', 'tags'],
  domain: ['name', 'owner', 'type', 'tags'],
  group: ['name', 'type', field('Part of', 'relations.childOf')],
  user: ['name', field('Member of', 'relations.memberOf')],
  template: ['name', 'owner', 'type', 'tags'],
  location: ['name', 'type', field('Targets', 'spec.targets')],
};

/** Makes the presets of a portal. What is set for one kind counts more than what is set for all. */
export function presetsOf(settings: IndexSettings): ReadonlyMap<string, Preset> {
  const kinds = new Set([...Object.keys(COLUMNS), ...settings.presets.keys()]);
  return new Map(
    [...kinds].sort().map((kind) => {
      const own = settings.presets.get(kind);
      const columns = own?.columns ?? settings.columns ?? COLUMNS[kind] ?? COLUMNS[OTHER_KINDS] ?? [];
      return [kind, { columns: complete(kind, columns), sort: own?.sort ?? settings.sort ?? 'name' }] as const;
    }),
  );
}

/** Every row has its link, and among several kinds says which one it is. */
function complete(kind: string, columns: readonly ColumnSpec[]): readonly ColumnSpec[] {
  const named: readonly ColumnSpec[] = columns.includes('name') ? columns : ['name', ...columns];
  if (kind !== ALL_KINDS || named.includes('kind')) return named;
  const at = named.indexOf('name') + 1;
  return [...named.slice(0, at), 'kind', ...named.slice(at)];
}
