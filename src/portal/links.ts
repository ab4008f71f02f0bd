// Links to entities as pages draw them: a ref in, its title, icon and address out.
import { perEntity } from './per-entity.ts';
import type { Portal } from './types.ts';

/** A link to an entity; `href` is null when nothing defines it. */
export interface EntityLinkView {
  readonly ref: string;
  readonly title: string;
  readonly icon: string;
  readonly href: string | null;
}

/** Makes the link to an entity that exists. */
export const linkTo = perEntity((portal, entity): EntityLinkView => ({
  ref: entity.ref,
  title: entity.title,
  icon: portal.kindRow(entity.kind).icon,
  href: portal.addresses.href(portal.addresses.entity(entity)),
}));

/** Makes the link to a full ref, whether or not it exists. A missing one shows its name, with namespace unless that is `default`. */
export function linkToRef(portal: Portal, ref: string): EntityLinkView {
  const entity = portal.catalog.get(ref);
  if (entity !== null) return linkTo(portal, entity);
  const [, kind = '', namespace = '', name = ref] = /^([^:]*):([^/]*)\/(.*)$/s.exec(ref) ?? [];
  return { ref, title: namespace === 'default' ? name : `${namespace}/${name}`, icon: portal.kindRow(kind).icon, href: null };
}

/** Links to the targets of one relation, in the catalog's order. */
export function relatedLinks(portal: Portal, ref: string, type: string): EntityLinkView[] {
  return portal.catalog.related(ref, type).map((target) => linkToRef(portal, target.ref));
}

/** A row about an entity in a list: the link and what is said beside it. */
export interface EntityRow extends EntityLinkView {
  /** Plain text, first sentence of the description. */
  readonly summary: string;
  readonly kind: string;
  readonly type: string | null;
  readonly lifecycle: string | null;
  readonly owner: EntityLinkView | null;
  readonly system: EntityLinkView | null;
  readonly tags: readonly string[];
  /** Count of problems at error and warning level. */
  readonly problems: number;
}

/** Makes the row of an entity that exists. */
export const rowOf = perEntity((portal, entity): EntityRow => {
  const partOf = portal.catalog.related(entity.ref, 'partOf');
  const system = partOf.find((target) => target.ref.startsWith('system:')) ?? partOf[0];
  const owner = portal.catalog.related(entity.ref, 'ownedBy')[0];
  return {
    ...linkTo(portal, entity),
    summary: plainSummary(entity.description),
    kind: entity.kind,
    type: entity.type,
    lifecycle: entity.lifecycle,
    owner: owner === undefined ? null : linkToRef(portal, owner.ref),
    system: system === undefined ? null : linkToRef(portal, system.ref),
    tags: entity.tags,
    problems: portal.problemsOf(entity.ref).filter((problem) => problem.severity !== 'info').length,
  };
});

/** Cuts a Markdown description down to one line of plain text of so many characters. */
export function plainSummary(markdown: string, most = 160): string {
  const paragraph = markdown.trim().split(/\n\s*\n/, 1)[0] ?? '';
  const text = paragraph
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#>]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most - 2);
  return `${text.slice(0, end < 0 ? most - 2 : end).trimEnd()}…`;
}
