// Makes relations out of references: in both directions, whether the other entity exists or not.
import { compareText } from '../lib/problem.ts';
import type { Checked } from './check-draft.ts';
import type { Relation } from './types.ts';

/**
 * Returns the relations of each entity reference that has some, sorted by type and target, each once. As in Backstage's catalog model, a
 * target of an unexpected kind is not led back from, and where the kinds are strict it makes no relation at all.
 */
export function relate(checked: readonly Checked[]): Map<string, Relation[]> {
  const targets = new Map<string, Map<string, Relation>>();
  const add = (from: string, type: string, to: string) => {
    const relations = targets.get(from) ?? new Map<string, Relation>();
    targets.set(from, relations);
    relations.set(`${type}\0${to}`, { type, targetRef: to });
  };
  for (const { identity, references } of checked) {
    for (const { row, target, isExpected } of references) {
      if (target === null || (row.strict === true && !isExpected)) continue;
      add(identity.ref, row.relation, target);
      if (isExpected) add(target, row.reverse, identity.ref);
    }
  }
  const compare = (a: Relation, b: Relation) => compareText(a.type, b.type) || compareText(a.targetRef, b.targetRef);
  return new Map([...targets].map(([ref, relations]) => [ref, [...relations.values()].sort(compare)]));
}
