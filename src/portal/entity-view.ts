// The pages of one entity: what stands in its head, its tabs and its lists.
import type { Entity } from '../catalog/types.ts';
import { drawNeighbourhood, type NeighbourPicture } from '../graph/neighbourhood.ts';
import { compareText } from '../lib/problem.ts';
import { isBackstageKind } from './kinds.ts';
import { kindAddress } from './catalog-view.ts';
import { type ActivityView, type ChangeView, activityView, changeView, fileLinks } from './history-view.ts';
import { concernsOf } from './concerns.ts';
import { type Contact, contacts } from './contact.ts';
import { type EntityLinkView, relatedLinks, rowOf } from './links.ts';
import { perEntity } from './per-entity.ts';
import { type Notice, entityNotices } from './notices.ts';
import { type LinkView, emailOf, safeLinks } from './profile.ts';
import { type RelationSection, relationSections } from './relation-view.ts';
import { type Lesson, lessons } from './teaching.ts';
import type { ToolGroupView } from './tools/tools.ts';
import { type ProblemView, problemView } from './problem-view.ts';
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
  /** Plain text, for `<meta name=description>`. */
  readonly summary: string;
  readonly lifecycle: string | null;
  readonly owner: EntityLinkView | null;
  readonly system: EntityLinkView | null;
}

/** Makes the head of an entity's pages; `current` is the id of the tab that is shown, null for a page that is none. */
export function entityHead(portal: Portal, entity: Entity, current: string | null): EntityHead {
  return { ...headOf(portal, entity), tabs: entityTabs(portal, entity, current) };
}

const headOf = perEntity((portal, entity): Omit<EntityHead, 'tabs'> => {
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
    summary: row.summary,
    lifecycle: entity.lifecycle,
    owner: row.owner,
    system: row.system,
  };
});

export interface EntityOverview {
  /** Sanitised HTML; empty without description. */
  readonly description: string;
  readonly pictures: { readonly wide: NeighbourPicture | null; readonly tall: NeighbourPicture | null };
  readonly sections: readonly RelationSection[];
  readonly links: readonly LinkView[];
  readonly tools: readonly ToolGroupView[];
  readonly contacts: readonly Contact[];
  readonly notices: readonly Notice[];
  readonly lessons: readonly Lesson[];
  readonly docs: {
    readonly title: string;
    readonly href: string;
    readonly count: number;
    readonly pages: readonly { title: string; href: string }[];
  } | null;
  readonly problems: readonly ProblemView[];
  /** Where all of them are. */
  readonly problemsHref: string;
  /** What a kind of the portal's own says in its spec, as far as it is plain. */
  readonly fields: readonly (readonly [string, string])[];
  readonly labels: readonly (readonly [string, string])[];
  /** Those that no tool stands for. */
  readonly annotations: readonly (readonly [string, string])[];
  readonly file: { readonly text: string; readonly href: string | null; readonly edit: string | null };
  /** When its file was last changed, and the year of its repository; null where no history is known. */
  readonly changed: ChangeView | null;
  readonly activity: ActivityView | null;
}

const PAGES_SHOWN = 5;

/** Draws what stands next to an entity, for wide and for narrow screens. */
export function entityPictures(portal: Portal, entity: Entity): EntityOverview['pictures'] {
  return { wide: drawNeighbourhood(portal.catalog, entity, 'wide'), tall: drawNeighbourhood(portal.catalog, entity, 'tall') };
}

/** Makes the overview of an entity. */
export function entityOverview(portal: Portal, entity: Entity): EntityOverview {
  const entry = portal.docsOf(entity.ref);
  return {
    description: renderDescription(portal, entity.description),
    pictures: entityPictures(portal, entity),
    sections: relationSections(portal, entity),
    links: safeLinks(entity),
    tools: portal.tools.of(entity),
    contacts: contacts(portal, entity),
    notices: entityNotices(portal, entity),
    lessons: lessons(portal, entity),
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
    problemsHref: portal.addresses.href(portal.addresses.entity(entity, 'problems')),
    fields: ownFields(entity),
    labels: Object.entries(entity.labels).sort(([a], [b]) => compareText(a, b)),
    annotations: Object.entries(entity.annotations)
      .filter(([key]) => !portal.tools.knows(key))
      .sort(([a], [b]) => compareText(a, b)),
    file: entityFile(portal, entity),
    changed: changeView(portal, entity.place.source, entity.place.path),
    activity: activityView(portal, entity.place.source),
  };
}

/** Fields that the head of the page tells of. */
const SHOWN_FIELDS = new Set(['owner', 'type', 'lifecycle', 'system', 'domain']);
const MOST_FIELDS = 20;

function ownFields(entity: Entity): (readonly [string, string])[] {
  if (isBackstageKind(entity.kind)) return [];
  const links = new Set(entity.data.relations.map((relation) => relation.targetRef));
  return Object.entries(entity.data.spec ?? {})
    .filter(([name, value]) => !SHOWN_FIELDS.has(name) && ['string', 'number', 'boolean'].includes(typeof value))
    .map(([name, value]) => [name, typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)] as const)
    .filter(
      ([, value]) =>
        value.length <= 200 && ![...links].some((ref) => ref === value.toLowerCase() || ref.endsWith(`/${value.toLowerCase()}`)),
    )
    .slice(0, MOST_FIELDS);
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
  const email = emailOf(entity);
  const rows: (Fact | null)[] = [
    linkFact('Owner', relatedLinks(portal, entity.ref, 'ownedBy')),
    linkFact('System', systems),
    linkFact('Domain', domains),
    linkFact('Part of', [...related('partOf', 'component')]),
    linkFact('Parent', relatedLinks(portal, entity.ref, 'childOf')),
    linkFact('Member of', relatedLinks(portal, entity.ref, 'memberOf')),
    entity.lifecycle === null ? null : { label: 'Lifecycle', lifecycle: entity.lifecycle },
    entity.type === null ? null : { label: 'Type', text: entity.type },
    email === null ? null : { label: 'E-mail', text: email, href: `mailto:${email}` },
    entity.namespace === 'default' ? null : { label: 'Namespace', text: entity.namespace },
  ];
  return rows.filter((row) => row !== null);
}

function linkFact(label: string, links: readonly EntityLinkView[]): Fact | null {
  return links.length === 0 ? null : { label, links };
}

/** Where an entity is written: words for people, and the links to look at and edit it where they are known. */
export function entityFile(portal: Portal, entity: Entity): EntityOverview['file'] {
  const { href, place } = problemView(portal, { rule: '', severity: 'info', message: '', place: entity.place });
  const { view, edit } = fileLinks(entity);
  return { text: place ?? '', href: href ?? view, edit };
}
