// The pages of one entity: what stands in its head, its tabs and its lists.
import type { Entity, Json } from '../catalog/types.ts';
import { drawNeighbourhood, type NeighbourPicture } from '../graph/neighbourhood.ts';
import { RELATION_ORDER, relationWords } from '../graph/relations.ts';
import { type Problem, compareText } from '../lib/problem.ts';
import { kindAddress } from './catalog-view.ts';
import { type ActivityView, type ChangeView, activityView, changeView, fileLinks } from './history-view.ts';
import { type EntityLinkView, type EntityRow, linkToRef, relatedLinks, rowOf } from './links.ts';
import { type ProblemView, groupId, problemView } from './problem-view.ts';
import { renderDescription } from './snippets.ts';
import { type TabView, entityTabs } from './tabs.ts';
import type { Portal } from './types.ts';

/** One fact in the head of an entity's page. */
export type Fact =
  | { readonly label: string; readonly links: readonly EntityLinkView[] }
  | { readonly label: string; readonly text: string; readonly href?: string | undefined }
  | { readonly label: string; readonly lifecycle: string };

/** What every tab of an entity has: its head and its tabs. */
export interface EntityHead {
  readonly ref: string;
  readonly title: string;
  readonly kind: string;
  readonly icon: string;
  readonly type: string | null;
  readonly namespace: string;
  readonly crumbs: readonly { readonly title: string; readonly href: string | null }[];
  readonly facts: readonly Fact[];
  readonly tags: readonly { readonly tag: string; readonly href: string }[];
  readonly tabs: readonly TabView[];
  /** The name and its parts, for search: `orderEvents_v2` is found by `order`, `events` and `v2`. */
  readonly names: string;
  /** Plain text, for search and for `<meta name=description>`. */
  readonly summary: string;
  readonly lifecycle: string | null;
  readonly owner: EntityLinkView | null;
  readonly system: EntityLinkView | null;
}

/** Makes the head of an entity's pages; `current` is the id of the tab that is shown. */
export function entityHead(portal: Portal, entity: Entity, current: string): EntityHead {
  const row = rowOf(portal, entity);
  return {
    ref: entity.ref,
    title: entity.title,
    kind: entity.kind,
    icon: row.icon,
    type: entity.type,
    namespace: entity.namespace,
    crumbs: crumbs(portal, entity),
    facts: facts(portal, entity),
    tags: entity.tags.map((tag) => ({
      tag,
      href: `${portal.addresses.href('/catalog/')}?${new URLSearchParams({ kind: entity.kind.toLowerCase(), tag })}`,
    })),
    tabs: entityTabs(portal, entity, current),
    names: nameParts(entity.name),
    summary: row.summary,
    lifecycle: entity.lifecycle,
    owner: row.owner,
    system: row.system,
  };
}

/** Lists a name, whole and in its parts: cut at hyphens, dots, underscores and where small letters meet capitals. */
export function nameParts(name: string): string {
  const parts = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[\s._-]+/);
  return [...new Set([name, ...parts])].filter(Boolean).join(' ');
}

/** A list of related entities. */
export interface RelationSection {
  readonly type: string;
  readonly title: string;
  readonly rows: readonly (EntityRow | EntityLinkView)[];
}

export interface EntityOverview {
  /** Sanitised HTML; empty without description. */
  readonly description: string;
  readonly pictures: { readonly wide: NeighbourPicture | null; readonly tall: NeighbourPicture | null };
  readonly sections: readonly RelationSection[];
  readonly links: readonly { readonly title: string; readonly href: string; readonly icon: string }[];
  readonly docs: {
    readonly title: string;
    readonly href: string;
    readonly count: number;
    readonly pages: readonly { title: string; href: string }[];
  } | null;
  readonly problems: readonly ProblemView[];
  /** Where all of them are: the tab of the entity, or the part of the problems page for a group. */
  readonly problemsHref: string;
  /** What Backstage would say; null when it accepts the entity. */
  readonly rejected: string | null;
  readonly labels: readonly (readonly [string, string])[];
  readonly annotations: readonly (readonly [string, string])[];
  readonly file: { readonly text: string; readonly href: string | null; readonly edit: string | null };
  /** When its file was last changed, and the year of its repository; null where no history is known. */
  readonly changed: ChangeView | null;
  readonly activity: ActivityView | null;
}

/** Relations that the head already tells of, and those that group pages show in their own way. */
const IN_HEAD = new Set(['ownedBy', 'partOf', 'childOf', 'memberOf']);
const PEOPLE_OWN = new Set(['ownerOf', 'hasMember']);

const SECTION_TITLES: Readonly<Record<string, string>> = {
  providesApi: 'Provides',
  consumesApi: 'Consumes',
  dependsOn: 'Depends on',
  dependencyOf: 'Needed by',
  apiProvidedBy: 'Provided by',
  apiConsumedBy: 'Consumed by',
  hasPart: 'Parts',
  parentOf: 'Groups below',
  hasMember: 'Members',
  ownerOf: 'Owns',
};

const PAGES_SHOWN = 5;

/** Makes the overview of an entity. */
export function entityOverview(portal: Portal, entity: Entity): EntityOverview {
  const entry = portal.docsOf(entity.ref);
  return {
    description: renderDescription(portal, entity.description),
    pictures: {
      wide: drawNeighbourhood(portal.catalog, entity, 'wide'),
      tall: drawNeighbourhood(portal.catalog, entity, 'tall'),
    },
    sections: relationSections(portal, entity),
    links: entity.links.flatMap((link) =>
      isSafeUrl(link.url) ? { title: link.title ?? link.url, href: link.url, icon: link.icon ?? 'link' } : [],
    ),
    docs:
      entry === null
        ? null
        : {
            title: entry.site.title,
            href: portal.addresses.href(portal.docsAddressOf(entity.ref) ?? entry.site.address),
            count: entry.site.pages.length,
            pages: entry.site.pages.slice(0, PAGES_SHOWN).map((page) => ({ title: page.title, href: portal.addresses.href(page.address) })),
          },
    problems: concernsOf(portal, entity).map((problem) => problemView(portal, problem)),
    problemsHref: portal.addresses.href(
      entity.kind === 'Group' || entity.kind === 'User' ? `/problems/#${groupId(entity.ref)}` : portal.addresses.entity(entity, 'problems'),
    ),
    rejected: entity.rejected,
    labels: Object.entries(entity.labels).sort(([a], [b]) => compareText(a, b)),
    annotations: Object.entries(entity.annotations).sort(([a], [b]) => compareText(a, b)),
    file: entityFile(portal, entity),
    changed: changeView(portal, entity.place.source, entity.place.path),
    activity: activityView(portal, entity.place.source),
  };
}

/** Problems of an entity; for a group or user, of what they own as well. */
function concernsOf(portal: Portal, entity: Entity): Problem[] {
  const owns = ['Group', 'User'].includes(entity.kind) ? portal.catalog.related(entity.ref, 'ownerOf') : [];
  return [entity.ref, ...owns.map((target) => target.ref)].flatMap((ref) => portal.problemsOf(ref));
}

/** Lists an entity's relations by type, in the order of the relation table, custom ones last. */
export function relationSections(portal: Portal, entity: Entity, all = false): RelationSection[] {
  const people = ['group', 'user'].includes(entity.kind.toLowerCase());
  const types = [...new Set(entity.data.relations.map((relation) => relation.type))]
    .filter((type) => all || (!IN_HEAD.has(type) && !(people && PEOPLE_OWN.has(type))))
    .sort((a, b) => rank(a) - rank(b) || compareText(a, b));
  return types.map((type) => ({
    type,
    title: SECTION_TITLES[type] ?? capital(relationWords(type, portal.catalog.ownRelations)),
    rows: portal.catalog
      .related(entity.ref, type)
      .map((target) => (target.entity === null ? linkToRef(portal, target.ref) : rowOf(portal, target.entity))),
  }));
}

function rank(type: string): number {
  const index = RELATION_ORDER.indexOf(type);
  return index < 0 ? RELATION_ORDER.length : index;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What an entity is part of, outermost first: domain, system, parent component, or parent groups. Cycles end the walk. */
function crumbs(portal: Portal, entity: Entity): EntityHead['crumbs'] {
  const trail: { title: string; href: string | null }[] = [];
  const seen = new Set([entity.ref]);
  for (let current: Entity | null = entity; current !== null && trail.length < 6;) {
    const { ref }: Entity = current;
    const parent: Entity | undefined = ['partOf', 'childOf']
      .flatMap((type) => portal.catalog.related(ref, type))
      .flatMap((target) => target.entity ?? [])
      .find((one) => !seen.has(one.ref));
    if (parent === undefined) break;
    seen.add(parent.ref);
    trail.unshift({ title: parent.title, href: portal.addresses.href(portal.addresses.entity(parent)) });
    current = parent;
  }
  const { plural, kind } = portal.kindRow(entity.kind);
  const list = portal.addresses.href(kindAddress(kind));
  return [...trail, { title: entity.type ?? plural, href: list }];
}

/** The row of facts, from a table: a fact without value is left out. */
function facts(portal: Portal, entity: Entity): Fact[] {
  const related = (type: string, kind: string) => relatedLinks(portal, entity.ref, type).filter((link) => link.ref.startsWith(`${kind}:`));
  const systems = related('partOf', 'system');
  const domains = [
    ...related('partOf', 'domain'),
    ...systems.flatMap((system) => relatedLinks(portal, system.ref, 'partOf').filter((link) => link.ref.startsWith('domain:'))),
  ];
  const profile = objectAt(entity.data.spec?.['profile']);
  const email = profile === null ? null : textAt(profile['email']);
  const rows: (Fact | null)[] = [
    linkFact('Owner', relatedLinks(portal, entity.ref, 'ownedBy')),
    linkFact('System', systems),
    linkFact('Domain', domains),
    linkFact('Part of', [...related('partOf', 'component')]),
    linkFact('Parent', relatedLinks(portal, entity.ref, 'childOf')),
    linkFact('Member of', relatedLinks(portal, entity.ref, 'memberOf')),
    entity.lifecycle === null ? null : { label: 'Lifecycle', lifecycle: entity.lifecycle },
    entity.type === null ? null : { label: 'Type', text: entity.type },
    email === null ? null : { label: 'E-mail', text: email, href: /^[^\s@<>]+@[^\s@<>]+$/.test(email) ? `mailto:${email}` : undefined },
    entity.namespace === 'default' ? null : { label: 'Namespace', text: entity.namespace },
  ];
  return rows.filter((row) => row !== null);
}

function linkFact(label: string, links: readonly EntityLinkView[]): Fact | null {
  return links.length === 0 ? null : { label, links };
}

function objectAt(value: Json | undefined): { [key: string]: Json } | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}

function textAt(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Where an entity is written: words for people, and the links to look at and edit it where they are known. */
export function entityFile(portal: Portal, entity: Entity): EntityOverview['file'] {
  const { href, place } = problemView(portal, { rule: '', severity: 'info', message: '', place: entity.place });
  const { view, edit } = fileLinks(entity);
  return { text: place ?? '', href: href ?? view, edit };
}

/** Schemes that a link of an entity may have; `javascript:` and `data:` are what must not pass. */
const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:', 'slack:', 'msteams:', 'ssh:', 'git:', 'ftp:', 'xmpp:', 'matrix:']);

/** Says whether a link from a file may be followed from a page. */
export function isSafeUrl(url: string): boolean {
  return URL.canParse(url) && SAFE_SCHEMES.has(new URL(url).protocol);
}
