// Problems as pages draw them: with the words for their place, a link to the file where its host is known, and their owner.
import { hostLinks } from '../lib/git-host.ts';
import { type Problem, type Severity, compareText } from '../lib/problem.ts';
import type { Origin } from '../lib/snapshot.ts';
import { type EntityLinkView, linkTo, linkToRef } from './links.ts';
import type { Portal } from './types.ts';

export interface ProblemView {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string | null;
  /** `source/path:line:column`; null for a problem without place. */
  readonly place: string | null;
  /** The line on its git host; null where the host is not known. */
  readonly href: string | null;
  readonly subject: EntityLinkView | null;
}

/** Problems of one owner, and their entities. */
export interface ProblemGroup {
  /** Null for problems that belong to no owned entity. */
  readonly owner: EntityLinkView | null;
  readonly title: string;
  /** Fragment id, unique on the page. */
  readonly id: string;
  readonly problems: readonly ProblemView[];
  readonly counts: Readonly<Record<Severity, number>>;
}

/** Makes the view of one problem. */
export function problemView(portal: Portal, problem: Problem): ProblemView {
  const { place } = problem;
  const origin = place === undefined ? undefined : portal.originOf(place.source);
  return {
    rule: problem.rule,
    severity: problem.severity,
    message: problem.message,
    hint: problem.hint ?? null,
    place: place === undefined ? null : placeText(place.source, place.path, place.line, place.column),
    href: origin === undefined || place === undefined ? null : viewLink(origin, place.path, place.line),
    subject: problem.subject === undefined ? null : linkToRef(portal, problem.subject),
  };
}

function viewLink(origin: Origin, path: string, line: number | undefined): string | null {
  return hostLinks(origin)?.view(path, line) ?? null;
}

function placeText(source: string, path: string, line?: number, column?: number): string {
  return [`${source}/${path}`, line, column].filter((part) => part !== undefined).join(':');
}

/** Groups all problems by the owner of what they are about; the group with most errors comes first, the ownerless one last. */
export function problemGroups(portal: Portal): ProblemGroup[] {
  const byOwner = Map.groupBy(portal.problems, (problem) => ownerOf(portal, problem.subject) ?? '');
  return [...byOwner]
    .map(([ref, problems]) => toGroup(portal, ref, problems))
    .sort(
      (a, b) =>
        Number(a.owner === null) - Number(b.owner === null) ||
        b.counts.error - a.counts.error ||
        b.counts.warning - a.counts.warning ||
        compareText(a.title, b.title),
    );
}

function toGroup(portal: Portal, ref: string, problems: readonly Problem[]): ProblemGroup {
  const owner = ref === '' ? null : linkToRef(portal, ref);
  const counts = { error: 0, warning: 0, info: 0 };
  for (const problem of problems) counts[problem.severity]++;
  return {
    owner,
    title: owner?.title ?? 'Without an owner',
    id: groupId(ref),
    problems: problems.map((problem) => problemView(portal, problem)),
    counts,
  };
}

/** Fragment id of an owner's part of the problems page. */
export function groupId(ref: string): string {
  return ref === '' ? 'without-owner' : ref.replace(/[^a-z0-9]+/g, '-');
}

/** Ref of who answers for an entity: a group or user answers for itself, anything else has an owner. Null when nobody known does. */
function ownerOf(portal: Portal, subject: string | undefined): string | null {
  if (subject === undefined) return null;
  if (/^(?:group|user):/.test(subject)) return portal.catalog.get(subject) === null ? null : subject;
  const owner = portal.catalog.related(subject, 'ownedBy').find((target) => target.entity !== null);
  return owner?.ref ?? null;
}

/** Teams by number of problems, for the home page. */
export function attention(portal: Portal): { readonly owner: EntityLinkView; readonly problems: number; readonly href: string }[] {
  return problemGroups(portal).flatMap((group) => {
    const entity = group.owner === null ? null : portal.catalog.get(group.owner.ref);
    const count = group.counts.error + group.counts.warning;
    if (entity === null || count === 0) return [];
    return { owner: linkTo(portal, entity), problems: count, href: `${portal.addresses.href('/problems/')}#${group.id}` };
  });
}
