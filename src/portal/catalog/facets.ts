// The filters as they are drawn: a question and its counts in, values with labels in a steady order out.
import { FACETS, type FacetId } from './index-shape.ts';
import { LISTS, type Wanted } from './query.ts';
import { type Rows, countSets, valueLabel, valuesOf, valuesOfSet } from './rows.ts';
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
  return FACETS.map(({ id, label, many }) => {
    const field = rows.data.facets[id];
    const chosen = id === 'kind' ? want.kinds : (want.values.get(id) ?? []);
    const usual = id === 'kind' || id === 'status' ? null : usualCounts(rows, want.kinds, id);
    const values = field.values
      .map((value, position) => ({
        value,
        position,
        label: valueLabel(rows.data, field, position),
        count: counts[id][position] ?? 0,
        chosen: chosen.includes(value),
        ...(id === 'kind' && { icon: rows.data.kindIcons[position] ?? 'other' }),
      }))
      .filter((one) => id === 'kind' || one.chosen || (one.count > 0 && !(id === 'namespace' && field.values.length === 1)));
    if (usual !== null) values.sort((a, b) => (usual[b.position] ?? 0) - (usual[a.position] ?? 0) || a.position - b.position);
    return { id, label, many, values: [...values, ...unknownValues(field.values, chosen)] };
  });
}

/** What is asked for and nothing has: it must be seen, and dropped. */
function unknownValues(known: readonly string[], chosen: readonly string[]): FacetValueView[] {
  return chosen.filter((value) => !known.includes(value)).map((value) => ({ value, label: value, count: 0, chosen: true }));
}

/** Counts the values of a filter among all entities of some kinds. */
function usualCounts(rows: Rows, kinds: readonly string[], id: FacetId): readonly number[] {
  const { kind, [id]: field } = rows.data.facets;
  const shown = Array.from(
    { length: countSets(kind) },
    (_, set) => kinds.length === 0 || valuesOfSet(kind, set).some((one) => kinds.includes(kind.values[one] ?? '')),
  );
  const counts = Array.from({ length: field.values.length }, () => 0);
  for (let row = 0; row < rows.count; row++) {
    if (shown[kind.of[row] ?? 0] !== true) continue;
    for (const position of valuesOf(field, row)) counts[position] = (counts[position] ?? 0) + 1;
  }
  return counts;
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
