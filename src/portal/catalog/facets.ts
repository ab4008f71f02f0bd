// The filters as they are drawn: a question and its counts in, values with labels in a steady order out.
import { lazyFor } from '../../lib/lazy.ts';
import { countValues } from './count.ts';
import { FACETS, type FacetId } from './index-shape.ts';
import { LISTS, type Wanted } from './query.ts';
import { type Rows, valueLabel, valuesOfSet } from './rows.ts';
import type { Selection } from './select.ts';

export interface FacetValueView {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly chosen: boolean;
  /** Kinds have one. */
  readonly icon?: string;
}

export interface FacetView {
  readonly id: FacetId;
  readonly label: string;
  readonly many: string;
  readonly values: readonly FacetValueView[];
}

/**
 * Makes the filters. Values that would give nothing are left out, except for kinds and for what is chosen. They stand in the order of how
 * many entities of the kind have them: choosing one does not move the others.
 */
export function facetViews(rows: Rows, want: Wanted, { counts }: Selection): readonly FacetView[] {
  const ofKinds = rowsOfKinds(rows, want.kinds);
  return FACETS.map(({ id, label, many }) => {
    const field = rows.data.facets[id];
    const chosen = id === 'kind' ? want.kinds : (want.values.get(id) ?? []);
    const shown = field.values.flatMap((value, position) =>
      id === 'kind' || chosen.includes(value) || ((counts[id][position] ?? 0) > 0 && !(id === 'namespace' && field.values.length === 1))
        ? [position]
        : [],
    );
    if (id !== 'kind' && id !== 'status') {
      const usual = countValues(field, ofKinds);
      shown.sort((a, b) => (usual[b] ?? 0) - (usual[a] ?? 0) || a - b);
    }
    const values = shown.map((position) => {
      const value = field.values[position] ?? '';
      return {
        value,
        label: valueLabel(rows.data, field, position),
        count: counts[id][position] ?? 0,
        chosen: chosen.includes(value),
        ...(id === 'kind' && { icon: rows.data.kindIcons[position] ?? 'other' }),
      };
    });
    return { id, label, many, values: [...values, ...unknownValues(field.values, chosen)] };
  });
}

/** What is asked for and nothing has: it must be seen, and dropped. */
function unknownValues(known: readonly string[], chosen: readonly string[]): FacetValueView[] {
  return chosen.filter((value) => !known.includes(value)).map((value) => ({ value, label: value, count: 0, chosen: true }));
}

/** Lists the entities of each kind, by the number of its set. */
const rowsByKind = lazyFor(({ data: { facets } }: Rows) => Map.groupBy(facets.kind.of.keys(), (row) => facets.kind.of[row] ?? 0));

/** Lists all entities of some kinds; none stand for all. */
function rowsOfKinds(rows: Rows, kinds: readonly string[]): readonly (readonly number[])[] {
  const { kind } = rows.data.facets;
  return [...rowsByKind(rows)].flatMap(([set, list]) =>
    kinds.length === 0 || valuesOfSet(kind, set).some((position) => kinds.includes(kind.values[position] ?? '')) ? [list] : [],
  );
}

/** Says in words what is shown: `Components`, `APIs, Systems`, `Mine`, `Starred: Components`. */
export function titleOf(rows: Rows, want: Wanted): string {
  const { kind } = rows.data.facets;
  const names = want.kinds.map((one) => {
    const position = kind.values.indexOf(one);
    return position < 0 ? one : valueLabel(rows.data, kind, position);
  });
  const list = LISTS.find(({ id }) => id === want.list)?.label;
  if (names.length === 0) return list ?? 'All kinds';
  return list === undefined ? names.join(', ') : `${list}: ${names.join(', ')}`;
}
