// Checks the references of all entities against each other: those that cannot be parsed, and those that lead nowhere.
import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import type { Problem } from '../lib/problem.ts';
import type { Checked } from './check-draft.ts';
import { placeOf } from './draft.ts';
import { field, shorten } from './json.ts';
import { DEPRECATED_LIFECYCLES } from './lifecycles.ts';
import { type NameIndex, indexNames, similarNames } from './names.ts';
import { humanizeRef, parseRef } from './ref.ts';
import type { Reference } from './references.ts';
import { report } from './rules.ts';
import type { Suggest } from './suggest.ts';

/** Problems of one entity that are told; more help nobody. */
const MAX_PROBLEMS = 100;

/** Reports every reference that is none, and every one whose entity is not among those given. */
export function checkReferences(checked: readonly Checked[], suggest: Suggest): Problem[] {
  const names = indexNames(checked);
  const problems: Problem[] = [];
  const deprecated = new Set(checked.filter(isDeprecated).map(({ identity }) => identity.ref));
  for (const one of checked) {
    const faulty = one.references.filter(
      (reference) => reference.target === null || isIgnored(reference) || !names.refs.has(reference.target),
    );
    for (const reference of faulty.slice(0, MAX_PROBLEMS)) problems.push(problemOf(one, reference, names, suggest));
    if (isDeprecated(one)) continue;
    const outdated = one.references.filter(({ row, target }) => USES.has(row.relation) && target !== null && deprecated.has(target));
    for (const reference of outdated.slice(0, MAX_PROBLEMS)) problems.push(deprecatedTarget(one, reference));
  }
  return problems;
}

/** Relations by which an entity uses another. */
const USES: ReadonlySet<string> = new Set(['dependsOn', 'consumesApi']);

function isDeprecated({ identity }: Checked): boolean {
  const lifecycle = field(field(identity.data, 'spec'), 'lifecycle');
  return typeof lifecycle === 'string' && DEPRECATED_LIFECYCLES.has(lifecycle.toLowerCase());
}

function deprecatedTarget({ draft, identity }: Checked, { row, path, target }: Reference): Problem {
  const message = `${identity.ref} names ${shorten(target ?? '', 200)} as ${row.role}, which is deprecated.`;
  const hint = 'Move to what takes its place, or say that this is deprecated, too.';
  return report('relation/deprecated-target', { message, hint, place: placeOf(draft, path), subject: identity.ref });
}

/** Backstage passes over a reference to a kind that the field does not lead to. */
function isIgnored({ row, isExpected }: Reference): boolean {
  return row.strict === true && !isExpected;
}

function problemOf({ draft, identity }: Checked, reference: Reference, names: NameIndex, suggest: Suggest): Problem {
  const { row, path, written, target, reason } = reference;
  const place = placeOf(draft, path);
  const subject = identity.ref;
  const context = { defaultKind: row.defaultKind, defaultNamespace: identity.namespace };
  if (target === null) {
    const named = row.defaultKind === undefined ? names.byName.get(written.toLowerCase()) : undefined;
    const message = `"${shorten(written)}" is not a reference that ${row.field} can hold: ${explain(reason, row.defaultKind)}.`;
    const hint = didYouMean(named?.map((ref) => humanizeRef(ref, context)));
    // Without a reason Backstage does not reject the entity, but only passes over the reference.
    return report('relation/invalid-ref', { message, hint, place, subject, ...(reason === null && { severity: 'warning' }) });
  }
  if (isIgnored(reference)) {
    const message = `${row.field} must name a ${row.targets.join(' or ')}, but "${shorten(written)}" is of another kind and is not read.`;
    return report('relation/unexpected-kind', { message, place, subject });
  }
  const hint = didYouMean(similarNames(target, names, suggest).map((ref) => humanizeRef(ref, context)));
  const isName = KubernetesValidatorFunctions.isValidObjectName(parseRef(target)?.name);
  if (row.field === 'owner' && !isName) {
    const message = `"${shorten(written)}" can be the name of no group and no user, so ${identity.ref} has no owner that can be found.`;
    return report('relation/owner-not-a-ref', {
      message,
      hint: hint ?? 'Write the name of a Group or a User of the catalog.',
      place,
      subject,
    });
  }
  const message = `${identity.ref} names ${shorten(target, 200)} as ${row.role}, but there is no such entity.`;
  return report('relation/unknown-target', { message, hint, place, subject });
}

function explain(reason: string | null, defaultKind: string | undefined): string {
  if (reason?.includes('missing or empty kind')) return 'it needs a kind in front, e.g. "component:" or "resource:"';
  return `it must have the form ${defaultKind === undefined ? 'kind:[namespace/]name' : '[kind:][namespace/]name'}`;
}

function didYouMean(names: readonly string[] | undefined): string | undefined {
  if (names === undefined || names.length === 0) return undefined;
  return `Did you mean ${names
    .slice(0, 3)
    .map((name) => `"${name}"`)
    .join(' or ')}?`;
}
