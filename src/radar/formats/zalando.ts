// Zalando's config.json: entries that name quadrant and ring by number. Format: zalando/tech-radar, docs/radar.js and docs/config.json.
import type { Place } from '../../lib/problem.ts';
import { readColor } from '../color.ts';
import { fromBottomRight } from '../defaults.ts';
import type { Draft, DraftEntry, DraftName } from '../draft.ts';
import { type Field, flagOf, isMapping, isMissing, listOf, textOf, valueField } from '../field.ts';
import { readLink } from '../links.ts';
import type { Report } from '../rules.ts';
import type { Movement } from '../types.ts';
import { type Format, readId, readReleaseDate, withinLimit } from './format.ts';

/** Names of Zalando's own page, used when the file has none: quadrants clockwise from the bottom right. */
const QUADRANTS = ['Languages', 'Infrastructure', 'Datastores', 'Data Management'];
const RINGS = ['ADOPT', 'TRIAL', 'ASSESS', 'HOLD'];

const MOVED = new Map<unknown, Movement>([
  [-1, 'out'],
  [0, 'none'],
  [1, 'in'],
  [2, 'new'],
]);

/** Reads what Zalando's page loads. */
export const zalando: Format = {
  name: 'Zalando',
  recognise: (input) => input.kind === 'file' && input.root !== null && input.root.get('entries').items().some(isZalandoEntry),
  read(input, report) {
    if (input.kind === 'folder' || input.root === null) return null;
    const { root } = input;
    const entries = withinLimit(root.get('entries').items(), (item) => item.place(), report);
    const date = readReleaseDate(root.get('date'), report);
    const quadrants = readNames(root.get('quadrants'), 'quadrants', QUADRANTS, report);
    const rings = readNames(root.get('rings'), 'rings', RINGS, report);
    return {
      title: textOf(root.get('title'), 'title', report),
      date,
      quadrants: fromBottomRight(quadrants),
      rings,
      entries: entries.map((item) => readEntry(item, { quadrants, rings, date }, report)),
      hasDescriptions: false,
      place: root.get('entries').keyPlace(),
    } satisfies Draft;
  },
};

/** Says whether an entry names its quadrant and ring by number, as only this format does. */
export function isZalandoEntry(item: Field): boolean {
  return isMapping(item.value) && typeof item.get('quadrant').value === 'number' && typeof item.get('ring').value === 'number';
}

function readNames(field: Field, what: string, defaults: readonly string[], report: Report): readonly DraftName[] {
  const items = listOf(field, what, report);
  if (items.length === 0) return defaults.map((name) => toName(name, null, null));
  return items.map((item) => toName(textOf(item.get('name'), 'name', report), readColor(item.get('color'), report), item.place()));
}

function toName(name: string, color: string | null, place: Place | null): DraftName {
  return { id: name, name, description: '', color, place };
}

interface Context {
  readonly quadrants: readonly DraftName[];
  readonly rings: readonly DraftName[];
  readonly date: string | null;
}

function readEntry(item: Field, { quadrants, rings, date }: Context, report: Report): DraftEntry {
  const label = item.get('label');
  const moved = item.get('moved');
  const movement = MOVED.get(moved.value);
  if (movement === undefined && !isMissing(moved)) {
    report('radar/invalid-field', { message: 'moved is none of -1, 0, 1 and 2.', place: moved.place() });
  }
  // The file says when it was released, not when the decisions in it were made, but for those that this release has changed.
  const decided = movement === undefined || movement === 'none' ? null : date;
  const link = item.get('link');
  return {
    id: readId([label], report),
    title: textOf(label, 'label', report),
    quadrant: byNumber(item.get('quadrant'), quadrants),
    description: '',
    decisions: [{ date: valueField(decided, item.place()), ring: byNumber(item.get('ring'), rings), text: '', moved: movement ?? 'none' }],
    statedRing: null,
    firstIsCurrent: true,
    related: [],
    links: isMissing(link) ? [] : readLink(link, '', report),
    tags: [],
    owner: null,
    active: flagOf(item.get('active'), 'active', report) ?? true,
    place: item.place(),
  };
}

/** Puts the name in place of its number; a number that is out of range stays and is reported as an unknown name. */
function byNumber(field: Field, names: readonly DraftName[]): Field {
  const name = typeof field.value === 'number' ? names[field.value] : undefined;
  return name === undefined ? field : valueField(name.id, field.place());
}
