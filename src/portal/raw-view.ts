// Text as it was written: entity files and API definitions, highlighted.
import type { Entity } from '../catalog/types.ts';
import { type HighlightOptions, escapeHtml } from '../docs/highlight.ts';
import type { Problem } from '../lib/problem.ts';
import { entityFile } from './entity-view.ts';
import { type EntityLinkView, linkTo } from './links.ts';
import type { Portal } from './types.ts';

export interface CodeView {
  readonly title: string;
  readonly href: string | null;
  /** Highlighted HTML of a whole figure. */
  readonly html: string;
}

/** An entity as written and as processed. Of long ones the beginning is shown. */
export interface RawView {
  readonly yaml: CutCode & { readonly notes: readonly LineNote[] };
  readonly json: CutCode;
  /** Other entities of the same file, in the order of the file, the first few; and how many more there are. */
  readonly beside: readonly EntityLinkView[];
  readonly moreBeside: number;
}

interface CutCode extends CodeView {
  /** Lines that are left out. */
  readonly hidden: number;
  /** Says whether the ends of long lines are left out. */
  readonly isShortened: boolean;
}

/** What is wrong with a line. */
export interface LineNote {
  readonly line: number;
  readonly severity: Problem['severity'];
  readonly message: string;
  /** Where the line stands on the page; null for a line that is left out. */
  readonly anchor: string | null;
}

/** Lines of one text that a page shows; definitions inside entities can be long, and have a page of their own. */
const MOST_LINES = 600;
/** Characters of a line that a page shows: as JSON, a definition is one line. */
const MOST_LETTERS = 2_000;
/** Entities of the same file that a page links to. */
const MOST_BESIDE = 24;

/** Shows an entity as written, with what is wrong at its lines, and as processed. */
export function rawView(portal: Portal, entity: Entity): RawView {
  const { text, startLine } = entity.source;
  const file = entityFile(portal, entity);
  const beside = portal.inFileOf(entity).filter((one) => one.ref !== entity.ref);
  const yaml = cutLines(text.trimEnd());
  const json = cutLines(JSON.stringify(entity.data, null, 2));
  const notes = lineNotes(portal, entity, startLine + yaml.count);
  const highlighted = new Set(notes.map(({ line }) => line - startLine + 1));
  const html = portal.highlighter.highlight(yaml.text, 'yaml', { highlighted, numbersFrom: startLine });
  return {
    yaml: {
      title: entity.place.path,
      href: file.href,
      html: figure(withNotes(html, startLine, notes)),
      hidden: yaml.hidden,
      isShortened: yaml.isShortened,
      notes,
    },
    json: {
      title: 'As processed',
      href: portal.addresses.href(entityJsonAddress(portal, entity)),
      html: codeFigure(portal, json.text, 'json', {}),
      hidden: json.hidden,
      isShortened: json.isShortened,
    },
    beside: beside.slice(0, MOST_BESIDE).map((one) => linkTo(portal, one)),
    moreBeside: Math.max(0, beside.length - MOST_BESIDE),
  };
}

function cutLines(text: string): Pick<CutCode, 'hidden' | 'isShortened'> & { readonly text: string; readonly count: number } {
  const lines = text.split('\n');
  const shown = lines.slice(0, MOST_LINES);
  const short = shown.map((line) => (line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS)}…` : line));
  return {
    text: short.join('\n'),
    count: shown.length,
    hidden: lines.length - shown.length,
    isShortened: shown.some((line) => line.length > MOST_LETTERS),
  };
}

function lineNotes(portal: Portal, entity: Entity, end: number): LineNote[] {
  return portal.problemsOf(entity.ref).flatMap(({ place, severity, message }) => {
    if (place?.source !== entity.place.source || place.path !== entity.place.path || place.line === undefined) return [];
    const { line } = place;
    if (line < entity.source.startLine) return [];
    return { line, severity, message, anchor: line < end ? `L${line}` : null };
  });
}

/** Gives each line the id of its number in the file, and puts what is wrong below it. */
function withNotes(html: string, startLine: number, notes: readonly LineNote[]): string {
  const byLine = Map.groupBy(notes, (note) => note.line);
  const below = (line: number) =>
    (byLine.get(line) ?? []).map(({ severity, message }) => `<em class="line-note line-note-${severity}">${escapeHtml(message)}</em>`);
  // The notes are blocks: the line break stands before them, so that none is left over.
  return html
    .split('\n')
    .map((line, index) => `${line.replace(' data-line=', ` id="L${startLine + index}" data-line=`)}\n${below(startLine + index).join('')}`)
    .join('')
    .replace(/\n$/, '');
}

/** Languages that pages of entities show; the compiler loads them once. */
export const RAW_LANGUAGES: readonly string[] = ['yaml', 'json', 'graphql', 'proto', 'typescript', 'bash'];

/** Draws code as a figure that can be scrolled by keyboard. */
function codeFigure(portal: Portal, code: string, language: string, options: HighlightOptions): string {
  return figure(portal.highlighter.highlight(code, language, options));
}

function figure(html: string): string {
  return `<figure class="code"><pre tabindex="0"><code>${html}</code></pre></figure>`;
}

/** Address of an entity's JSON, `/api/catalog/entities/by-name/<kind>/<namespace>/<name>.json`. */
export function entityJsonAddress(portal: Portal, entity: Entity): string {
  const { namespace, kind, name } = portal.addresses.parts(entity);
  return `/api/catalog/entities/by-name/${kind}/${namespace}/${name}.json`;
}

/** Language of a definition by API type, and the ending of its download. Types without a row are told by their first character. */
const LANGUAGES: Readonly<Record<string, readonly [language: string, extension: string]>> = {
  graphql: ['graphql', 'graphql'],
  grpc: ['proto', 'proto'],
  trpc: ['typescript', 'ts'],
};

export interface DefinitionView extends CodeView {
  readonly type: string;
  readonly lines: number;
  /** How many of them are shown. */
  readonly shown: number;
  /** Whether the text is cut off. */
  readonly isCut: boolean;
}

/** Lines and characters of a definition that a page shows; of more, the download has the rest. */
const MAX_LINES = 5_000;
const MAX_TEXT = 400_000;

/** Shows the definition of an API as written; null when it has none. */
export function definitionView(portal: Portal, entity: Entity): DefinitionView | null {
  const definition = entity.data.spec?.['definition'];
  if (typeof definition !== 'string') return null;
  const [language, extension] = languageOf(entity, definition);
  const all = definition.trimEnd().split('\n');
  const text = all.slice(0, MAX_LINES).join('\n').slice(0, MAX_TEXT);
  return {
    title: `${entity.name}.${extension}`,
    href: portal.addresses.href(definitionAddress(portal, entity, extension)),
    type: entity.type ?? 'API',
    lines: all.length,
    shown: text.split('\n').length,
    isCut: text.length < definition.trimEnd().length,
    html: codeFigure(portal, text, language, { lineIds: 'L', numbersFrom: 1 }),
  };
}

/** Says whether the text of a definition has a page of its own: where a reference takes its place. */
export function hasSourcePage(portal: Portal, entity: Entity): boolean {
  return typeof entity.data.spec?.['definition'] === 'string' && (portal.apis.get(entity.ref)?.model ?? null) !== null;
}

/** Links to the text of a definition: its page, and the file to download. Null when there is none. */
export function definitionSourceLink(portal: Portal, entity: Entity): { title: string; page: string; href: string } | null {
  const definition = entity.data.spec?.['definition'];
  if (typeof definition !== 'string') return null;
  const [, extension] = languageOf(entity, definition);
  return {
    title: `${entity.name}.${extension}`,
    page: portal.addresses.href(`${portal.addresses.entity(entity, 'definition')}source/`),
    href: portal.addresses.href(definitionAddress(portal, entity, extension)),
  };
}

function languageOf(entity: Entity, definition: string): readonly [string, string] {
  const known = entity.type === null || !Object.hasOwn(LANGUAGES, entity.type) ? undefined : LANGUAGES[entity.type];
  return known ?? (/^\s*[{[]/.test(definition) ? ['json', 'json'] : ['yaml', 'yaml']);
}

function definitionAddress(portal: Portal, entity: Entity, extension: string): string {
  const { namespace, kind, name } = portal.addresses.parts(entity);
  return `/api/definitions/${namespace}/${kind}/${name}.${extension}.txt`;
}

/** Definitions as files to download. Plain text whatever they are, so that no browser runs one. */
export function definitionFiles(portal: Portal): { readonly path: string; readonly text: string }[] {
  return portal.catalog.entities.flatMap((entity) => {
    const definition = entity.data.spec?.['definition'];
    if (typeof definition !== 'string') return [];
    const address = definitionAddress(portal, entity, languageOf(entity, definition)[1]);
    return { path: address.slice('/api/definitions/'.length, -'.txt'.length), text: definition };
  });
}
