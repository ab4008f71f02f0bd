// The reference of one API, as its pages draw it: the entity and the page in; an index and the items with their HTML out.
import type { ApiModel, Content, Fact, Item, Part } from '../apis/types.ts';
import type { Entity } from '../catalog/types.ts';
import { escapeHtml } from '../docs/highlight.ts';
import { drawFields, drawMarkdown, drawPieces, drawShape, type Drawing } from './api-html.ts';
import { type ApiPage, planPages } from './api-pages.ts';
import { plural } from './frame.ts';
import { type ProblemView, problemView } from './problem-view.ts';
import type { Portal } from './types.ts';

/** A link of the index. */
export interface IndexItem {
  readonly id: string;
  readonly badge: string | null;
  readonly title: string;
  /** The title as safe HTML that may break after its parts. */
  readonly broken: string;
  readonly summary: string;
  readonly href: string;
  readonly deprecated: boolean;
}

export interface IndexGroup {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly count: string;
  readonly items: readonly IndexItem[];
  /** Pages of the group, when it has several. */
  readonly pages: readonly { readonly title: string; readonly href: string; readonly current: boolean }[];
}

export interface FactView {
  readonly label: string;
  readonly html: string;
}

export interface PartView {
  readonly title: string;
  readonly marks: readonly string[];
  /** Safe HTML. */
  readonly html: string;
  readonly contents: readonly ContentView[];
}

export interface ContentView {
  readonly type: string;
  readonly html: string;
  readonly examples: readonly ExampleView[];
}

export interface ExampleView {
  readonly title: string;
  readonly html: string;
}

export interface ItemView {
  readonly id: string;
  readonly badge: string | null;
  readonly title: string;
  readonly does: boolean;
  /** Safe HTML of one line; empty for none. */
  readonly summary: string;
  readonly description: string;
  /** Safe HTML of why it is deprecated; null when it is not. */
  readonly deprecated: string | null;
  readonly facts: readonly FactView[];
  readonly parts: readonly PartView[];
}

export interface SectionView {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly items: readonly ItemView[];
}

export interface ReferenceView {
  /** `OpenAPI 3.1.0 · version 4.2.0 · 13 operations · 21 types`. */
  readonly what: string;
  readonly title: string | null;
  readonly description: string;
  readonly facts: readonly FactView[];
  readonly parts: readonly PartView[];
  readonly problems: readonly ProblemView[];
  readonly index: readonly IndexGroup[];
  readonly sections: readonly SectionView[];
  /** Whether this page only leads to those that hold the items. */
  readonly isOverview: boolean;
  readonly first: string;
  readonly previous: { readonly title: string; readonly href: string } | null;
  readonly next: { readonly title: string; readonly href: string } | null;
}

/** Items of a group that the overview of a large API lists; of more, it lists the pages. */
const MOST_TYPES_LISTED = 300;

/** Address of a page of the reference. */
export function referenceAddress(portal: Portal, entity: Entity, part = ''): string {
  return `${portal.addresses.entity(entity, 'definition')}${part === '' ? '' : `${part}/`}`;
}

/** Makes the function that links to an item of an API by its id. */
export function itemAddress(portal: Portal, entity: Entity, model: ApiModel): (id: string) => string {
  const { partOf } = planPages(model);
  return (id) => `${referenceAddress(portal, entity, partOf.get(id) ?? '')}#${id}`;
}

/** Lists the pages of a reference beside its first one. */
export function referenceParts(portal: Portal): { readonly entity: Entity; readonly part: string }[] {
  return [...portal.apis].flatMap(([ref, { model }]) => {
    const entity = portal.catalog.get(ref);
    return model === null || entity === null ? [] : planPages(model).pages.map(({ part }) => ({ entity, part }));
  });
}

/** Makes the view of one page; null when the API has no reference. */
export function referenceView(portal: Portal, entity: Entity, part = ''): ReferenceView | null {
  const entry = portal.apis.get(entity.ref);
  const model = entry?.model ?? null;
  if (entry === undefined || model === null) return null;
  const { pages } = planPages(model);
  const page = pages.find((one) => one.part === part) ?? null;
  const address = itemAddress(portal, entity, model);
  const here = referenceAddress(portal, entity, part);
  const drawing: Drawing = {
    portal,
    hrefOf: (id) => {
      const found = address(id);
      return found.startsWith(`${here}#`) ? found.slice(here.length) : portal.addresses.href(found);
    },
  };
  const at = page === null ? -1 : pages.indexOf(page);
  const link = (one: ApiPage | undefined) =>
    one === undefined ? null : { title: pageTitle(one), href: portal.addresses.href(referenceAddress(portal, entity, one.part)) };
  const isOverview = pages.length > 0 && page === null;
  return {
    what: [model.formatName, model.version === null ? '' : `version ${model.version}`, ...countItems(model)]
      .filter((word) => word !== '')
      .join(' · '),
    title: page === null ? model.title : pageTitle(page),
    description: page === null ? drawMarkdown(portal, model.description) : '',
    facts: page === null ? drawFacts(model.facts, drawing) : [],
    parts: page === null ? model.parts.map((one) => drawPart(one, drawing)) : [],
    problems: page === null ? entry.problems.map((problem) => problemView(portal, problem)) : [],
    index: indexOf(model, page, entity, drawing),
    sections: isOverview ? [] : sectionsOf(model, page, drawing),
    isOverview,
    first: portal.addresses.href(referenceAddress(portal, entity)),
    previous: at < 0 ? null : link(pages[at - 1]),
    next: isOverview ? link(pages[0]) : at < 0 ? null : link(pages[at + 1]),
  };
}

/** Counts what an API can do and what it has: `13 operations`, `21 types`. */
export function countItems(model: ApiModel): string[] {
  const items = model.groups.flatMap((group) => group.items);
  const does = items.filter((item) => item.does).length;
  const has = items.length - does;
  return [...(does === 0 ? [] : [plural(does, 'operation')]), ...(has === 0 ? [] : [plural(has, 'type')])];
}

/** Counts the operations of an API; null where its definition could not be read or is not there. */
export function operationCount(portal: Portal, ref: string): number | null {
  const model = portal.apis.get(ref)?.model ?? null;
  return model === null ? null : model.groups.reduce((sum, { items }) => sum + items.filter((item) => item.does).length, 0);
}

/** Returns what one page of a reference is called. */
export function pageTitle({ group, number, of, items }: ApiPage): string {
  if (of === 1) return group.title;
  return `${group.title} ${number} of ${of}${items[0]?.does === false ? `, ${items[0].title} to ${items.at(-1)?.title}` : ''}`;
}

/** The index lists every item; on a page of a large API only its own, and elsewhere the pages. */
function indexOf(model: ApiModel, page: ApiPage | null, entity: Entity, drawing: Drawing): IndexGroup[] {
  const { pages } = planPages(model);
  return model.groups.map((group) => {
    const own = pages.filter((one) => one.group === group);
    const isHere = page === null || page.group === group;
    const isShort = pages.length === 0 || group.items[0]?.does === true || group.items.length <= MOST_TYPES_LISTED;
    // A badge that all of a group have says nothing that its title does not; methods of HTTP are read with their paths.
    const telling = new Set(group.items.map(({ badge }) => badge)).size > 1 || /^[A-Z]+$/.test(group.items[0]?.badge ?? '');
    const items = !isHere ? [] : page !== null ? page.items : isShort ? group.items : [];
    return {
      id: group.id,
      title: group.title,
      href: drawing.hrefOf(group.id),
      count: group.items.length.toLocaleString('en-US'),
      items: items.map(({ id, badge, title, summary, deprecated }) => ({
        id,
        badge: telling ? badge : null,
        title,
        broken: breakable(title),
        summary,
        href: drawing.hrefOf(id),
        deprecated: deprecated !== null,
      })),
      pages:
        own.length < 2 || (page === null && isShort) || !isHere
          ? []
          : own.map((one) => ({
              title: one.items[0]?.does === true ? `Page ${one.number}` : `${one.items[0]?.title} – ${one.items.at(-1)?.title}`,
              href: drawing.portal.addresses.href(referenceAddress(drawing.portal, entity, one.part)),
              current: one === page,
            })),
    };
  });
}

/** Lets long paths and names break where people would. */
function breakable(title: string): string {
  return escapeHtml(title).replace(/([/._}])(?=[^/._}])|([a-z])(?=[A-Z])/g, '$1$2<wbr>');
}

function sectionsOf(model: ApiModel, page: ApiPage | null, drawing: Drawing): SectionView[] {
  const groups = page === null ? model.groups : [{ ...page.group, items: page.items }];
  return groups.map(({ id, title, description, items }) => ({
    id,
    title,
    description: drawMarkdown(drawing.portal, description),
    items: items.map((item) => drawItem(item, drawing)),
  }));
}

function drawItem(item: Item, drawing: Drawing): ItemView {
  const { portal } = drawing;
  return {
    id: item.id,
    badge: item.badge,
    title: item.title,
    does: item.does,
    summary: item.summary === item.description ? '' : drawMarkdown(portal, item.summary),
    description: drawMarkdown(portal, item.description),
    deprecated: item.deprecated === null ? null : drawMarkdown(portal, item.deprecated),
    facts: drawFacts(item.facts, drawing),
    parts: item.parts.map((part) => drawPart(part, drawing)),
  };
}

function drawFacts(facts: readonly Fact[], drawing: Drawing): FactView[] {
  return facts.map(({ label, values }) => ({ label, html: values.map((value) => `<span>${drawPieces(value, drawing)}</span>`).join(' ') }));
}

function drawPart(part: Part, drawing: Drawing): PartView {
  if (part.kind === 'code') return { title: part.title, marks: [], html: figure(drawing.portal, part.text, part.language), contents: [] };
  if (part.kind === 'fields') {
    const [root] = part.fields;
    // A named schema is one field without a name: what it holds stands open.
    const html = part.fields.length === 1 && root?.name === '' ? drawShape(root, drawing) : drawFields(part.fields, drawing);
    return { title: part.title, marks: [], html, contents: [] };
  }
  return {
    title: part.title,
    marks: part.marks,
    html: drawMarkdown(drawing.portal, part.description) + drawFields(part.fields, drawing),
    contents: part.contents.map((content) => drawContent(content, drawing)),
  };
}

function drawContent({ type, shape, examples }: Content, drawing: Drawing): ContentView {
  return {
    type,
    html: shape === null ? '' : drawShape(shape, drawing),
    examples: examples.map(({ title, language, text, generated }) => {
      const name = generated ? 'Example, made up from the schema' : title === '' ? 'Example' : `Example: ${title}`;
      return { title: name, html: figure(drawing.portal, text, language) };
    }),
  };
}

/** Draws code as a figure that can be scrolled by keyboard. */
function figure(portal: Portal, code: string, language: string): string {
  return `<figure class="code"><pre tabindex="0"><code>${portal.highlighter.highlight(code, language)}</code></pre></figure>`;
}
