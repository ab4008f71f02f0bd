// Checks one draft: all faults on their lines, and Backstage's verdict.
import { nearest } from '../lib/nearest.ts';
import type { Problem } from '../lib/problem.ts';
import type { FieldPath } from '../lib/yaml.ts';
import { makeFieldCheck } from './check-fields.ts';
import { formatFaults } from './check-format.ts';
import { makeShapeCheck } from './check-shape.ts';
import { type Draft, placeOf } from './draft.ts';
import type { Fault } from './fault.ts';
import { type Identity, identify } from './identify.ts';
import { field, shorten, valueLabel } from './json.ts';
import type { KindRow } from './kinds.ts';
import { unsafeLinks } from './links.ts';
import type { Model } from './model.ts';
import { type Reference, referencesOf } from './references.ts';
import { report } from './rules.ts';
import { makeJudge } from './verdict.ts';

/** A draft that may be shown. */
export interface Checked {
  readonly draft: Draft;
  readonly identity: Identity;
  readonly references: readonly Reference[];
  /** What Backstage says when it rejects the entity; null when it accepts it. */
  readonly rejected: string | null;
  readonly problems: readonly Problem[];
}

/** Problems of one entity that are told; more help nobody. */
const MAX_PROBLEMS = 100;

/** Makes the check of one build. It returns null beside the problems for a document that is no entity. */
export function makeCheck(model: Model): (draft: Draft) => Checked | { readonly identity: null; readonly problems: readonly Problem[] } {
  const checkShape = makeShapeCheck();
  const judge = makeJudge();
  const findMisplaced = makeFieldCheck(model);

  return (draft) => {
    const found = identify(draft);
    if (found.identity === null) return found;
    const { identity } = found;
    const row = model.findKind(identity.kind);
    const references = [...referencesOf(identity, model)];
    const faults = [
      ...kindFaults(identity, row, model),
      ...withoutUnfilled([...formFaults(identity, row, checkShape)], draft),
      ...findMisplaced(identity.data, row),
      ...unsafeLinks(identity.data),
    ];
    const broken = references.find(({ reason }) => reason !== null)?.reason ?? null;
    const rejected = rejection(draft, faults, () => judge(identity.data, identity.ref, row) ?? broken ?? customFault(row, faults));
    const isExplained = rejected === null || broken !== null || draft.unfilled.length > 0 || faults.some(isRejecting);
    if (!isExplained) faults.push({ rule: 'entity/rejected', path: [], message: `Backstage rejects it: ${shorten(rejected, 300)}.` });
    const problems = faults.slice(0, MAX_PROBLEMS).map(({ rule, path, what, message, hint }) => {
      const place = placeOf(draft, path, what);
      return report(rule, { message, hint, place, subject: identity.ref });
    });
    return { draft, identity, references, rejected, problems };
  };
}

/** The shape first; a field whose shape is wrong is not blamed for its form too. */
function* formFaults({ data }: Identity, row: KindRow | null, checkShape: ReturnType<typeof makeShapeCheck>): Generator<Fault> {
  const shape = checkShape(data, row);
  yield* shape;
  const isBlamed = isAtOrUnder(shape.map(({ path }) => path));
  for (const fault of formatFaults(data)) {
    // A wrong apiVersion of a known kind is told once, with the right one.
    if (fault.path[0] === 'apiVersion' && row !== null) continue;
    if (!isBlamed(fault.path)) yield fault;
  }
}

function* kindFaults({ kind, data }: Identity, row: KindRow | null, model: Model): Generator<Fault> {
  const apiVersion = field(data, 'apiVersion');
  if (row === null || row.kind !== kind) {
    const names = model.kinds.map((one) => one.kind);
    const near = row?.kind ?? nearest(kind, names);
    const message = `"${kind}" is not a known kind.`;
    const hint = near === null ? `Known kinds are ${names.join(', ')}.` : `Did you mean "${near}"?`;
    yield { rule: 'entity/unknown-kind', path: ['kind'], message, hint };
  }
  const { apiVersions = [] } = row ?? {};
  if (row !== null && apiVersions.length > 0 && typeof apiVersion === 'string' && apiVersion !== '' && !apiVersions.includes(apiVersion)) {
    const message = `The kind ${row.kind} has no apiVersion ${valueLabel(apiVersion).replace('the text ', '')}.`;
    yield { rule: 'entity/wrong-api-version', path: ['apiVersion'], message, hint: `Write "${apiVersions[0]}".` };
  }
}

/** A field that a failed placeholder left empty has its problem already. */
function withoutUnfilled(faults: Fault[], draft: Draft): Fault[] {
  if (draft.unfilled.length === 0) return faults;
  const isUnfilled = isAtOrUnder(draft.unfilled.map(({ path }) => path));
  return faults.filter(({ path }) => !isUnfilled(path));
}

/** Makes the question whether a path is one of those given or leads on from one. */
function isAtOrUnder(paths: readonly FieldPath[]): (path: FieldPath) => boolean {
  const known = new Set(paths.map((path) => JSON.stringify(path)));
  return (path) => path.some((_, index) => known.has(JSON.stringify(path.slice(0, index + 1))));
}

const LENIENT: readonly Fault['rule'][] = ['entity/misplaced-field', 'entity/unsafe-link'];
const isRejecting = ({ rule }: Fault) => !LENIENT.includes(rule);

/** Only the portal knows the schema of its own kinds, and would have its plugin reject what breaks it. */
function customFault(row: KindRow | null, faults: readonly Fault[]): string | null {
  return row?.custom === true ? (faults.find(isRejecting)?.message ?? null) : null;
}

/** Placeholders come before all checks; where Backstage would fetch what is not fetched here, only our own findings can judge. */
function rejection(draft: Draft, faults: readonly Fault[], verdict: () => string | null): string | null {
  const failed = draft.unfilled.find(({ reason }) => reason !== null);
  if (failed !== undefined) return failed.reason;
  return draft.unfilled.length === 0 ? verdict() : (faults.find(isRejecting)?.message ?? null);
}
