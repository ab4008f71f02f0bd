// The files of one technology in, oldest first; the draft of its entry out.
import { didYouMean } from '../../lib/nearest.ts';
import { parseDate } from '../dates.ts';
import type { DraftDecision, DraftEntry } from '../draft.ts';
import { type Field, flagOf, isMapping, isMissing, listOf, textOf, valueField } from '../field.ts';
import type { MarkdownFile } from '../front-matter.ts';
import { readLinks } from '../links.ts';
import type { Report } from '../rules.ts';
import type { Movement } from '../types.ts';
import { readUsage } from '../usage.ts';
import { reportMissingDate } from './format.ts';

const FIELDS = [
  'title',
  'quadrant',
  'ring',
  'moved',
  'tags',
  'owner',
  'links',
  'related',
  'featured',
  'active',
  'history',
  'packages',
  'match',
];
const MOVEMENTS: readonly Movement[] = ['new', 'in', 'out', 'none'];

/** One file about a technology. */
export interface Revision {
  /** The file's name without ending. */
  readonly id: string;
  readonly path: string;
  /** Date of the folder it lies in; null for the file of the technology itself. */
  readonly release: string | null;
  readonly file: MarkdownFile;
}

/** Joins the files of one technology, given oldest first: later ones replace only what they say. At least one is needed. */
export function readMarkdownEntry(revisions: readonly Revision[], source: string, report: Report): DraftEntry {
  for (const { file } of revisions) checkFields(file.front, report);
  const newest = [...revisions].reverse();
  const nothing = valueField(undefined, { source, path: newest[0]?.path ?? '', line: 1 });
  const field = (name: string) => newest.map(({ file }) => file.front.get(name)).find((said) => !isMissing(said)) ?? nothing;
  const place = newest[0]?.file.front.place() ?? nothing.place();
  const base = revisions.find(({ release }) => release === null);
  // AOE shows the newest text; a file of the technology itself says what it is, and revisions say why they were made.
  const described = base !== undefined && base.file.body !== '' ? base : newest.find(({ file }) => file.body !== '');
  return {
    id: revisions[0]?.id,
    title: textOf(field('title'), 'title', report),
    quadrant: field('quadrant'),
    description: described?.file.body ?? '',
    decisions: readDecisions(revisions, described, report),
    // Beside dated revisions it is the ring the entry started in, which nothing contradicts.
    statedRing: revisions.length === 1 && !isMissing(field('history')) ? field('ring') : null,
    firstIsCurrent: false,
    related: listOf(field('related'), 'related', report),
    links: readLinks(field('links'), report),
    tags: readTags(field('tags'), report),
    owner: textOf(field('owner'), 'owner', report) || null,
    active: (flagOf(field('active'), 'active', report) ?? true) && (flagOf(field('featured'), 'featured', report) ?? true),
    usage: readUsage(field('packages'), field('match'), report),
    place,
  };
}

function checkFields(front: Field, report: Report): void {
  for (const name of isMapping(front.value) ? Object.keys(front.value) : []) {
    if (FIELDS.includes(name)) continue;
    report('radar/unknown-field', {
      message: `"${name}" is no field of an entry.`,
      hint: didYouMean(name, FIELDS) ?? `Known are ${FIELDS.join(', ')}.`,
      place: front.get(name).keyPlace(),
    });
  }
}

function readMoved(field: Field, report: Report): Movement | null {
  const said = textOf(field, 'moved', report);
  const found = MOVEMENTS.find((movement) => movement === said) ?? null;
  if (found === null && said !== '') {
    report('radar/invalid-field', {
      message: `The movement "${said}" is not known.`,
      hint: 'Known are new, in, out and none.',
      place: field.place(),
    });
  }
  return found;
}

/** Reads tags, each once. */
export function readTags(field: Field, report: Report): readonly string[] {
  const tags = listOf(field, 'tags', report).map((tag) => textOf(tag, 'A tag', report));
  return [...new Set(tags)].filter((tag) => tag !== '');
}

/** Collects the histories and the dated files. The text that serves as description is not said a second time. */
function readDecisions(revisions: readonly Revision[], described: Revision | undefined, report: Report): readonly DraftDecision[] {
  const decisions: DraftDecision[] = [];
  let ring: Field | undefined;
  for (const revision of revisions) {
    const { front, body } = revision.file;
    const history = readHistory(front.get('history'), report);
    decisions.push(...history);
    const said = front.get('ring');
    if (!isMissing(said)) ring = said;
    else ring = newestRing(history) ?? ring ?? said;
    if (revision.release !== null) {
      const date = valueField(revision.release, front.place());
      decisions.push({ date, ring, text: revision === described ? '' : body, moved: readMoved(front.get('moved'), report) });
    } else if (history.length === 0 && !isMissing(said)) {
      decisions.push({ date: valueField(undefined, front.place()), ring: said, text: '', moved: readMoved(front.get('moved'), report) });
    }
  }
  return decisions;
}

function readHistory(field: Field, report: Report): readonly DraftDecision[] {
  return listOf(field, 'history', report).flatMap((item) => {
    if (!isMapping(item.value)) {
      report('radar/invalid-field', { message: 'A decision is no mapping of date, ring and text.', place: item.place() });
      return [];
    }
    reportMissingDate(item, report);
    return [
      {
        date: item.get('date'),
        ring: item.get('ring'),
        text: textOf(item.get('text'), 'text', report),
        moved: readMoved(item.get('moved'), report),
      },
    ];
  });
}

function newestRing(history: readonly DraftDecision[]): Field | undefined {
  let newest: DraftDecision | undefined;
  for (const decision of history) {
    if (newest === undefined || dateOf(decision) > dateOf(newest)) newest = decision;
  }
  return newest?.ring;
}

function dateOf(decision: DraftDecision): string {
  return parseDate(decision.date.value) ?? '';
}
