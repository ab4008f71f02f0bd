// Backstage's TechRadarLoaderResponse, as JSON or YAML: quadrants, rings and entries with a timeline.
// Shape: backstage/community-plugins, workspaces/tech-radar/plugins/tech-radar-common/src/schema.ts.
import { readColor } from '../color.ts';
import { fromBottomRight } from '../defaults.ts';
import type { Draft, DraftDecision, DraftEntry, DraftName } from '../draft.ts';
import { type Field, isMapping, isMissing, listOf, textOf } from '../field.ts';
import { readLink, readLinks } from '../links.ts';
import type { Report } from '../rules.ts';
import type { Link, Movement } from '../types.ts';
import { type Format, readId, reportMissingDate, withinLimit } from './format.ts';
import { isZalandoEntry } from './zalando.ts';

const MOVED = new Map<unknown, Movement>([
  [-1, 'out'],
  [0, 'none'],
  [1, 'in'],
]);

/** Reads what Backstage's tech radar plugin loads. */
export const backstage: Format = {
  name: 'Backstage',
  recognise(input) {
    if (input.kind === 'folder' || input.root === null) return false;
    const { root } = input;
    const entries = root.get('entries');
    return ['quadrants', 'rings', 'entries'].every((name) => Array.isArray(root.get(name).value)) && !entries.items().some(isZalandoEntry);
  },
  read(input, report) {
    if (input.kind === 'folder' || input.root === null) return null;
    const { root } = input;
    const entries = withinLimit(root.get('entries').items(), (item) => item.place(), report);
    return {
      title: textOf(root.get('title'), 'title', report),
      date: null,
      quadrants: fromBottomRight(
        root
          .get('quadrants')
          .items()
          .map((item) => readName(item, report)),
      ),
      rings: root
        .get('rings')
        .items()
        .map((item) => readName(item, report)),
      entries: entries.flatMap((item) => readEntry(item, report)),
      hasDescriptions: true,
      place: root.get('entries').keyPlace(),
    } satisfies Draft;
  },
};

function readName(item: Field, report: Report): DraftName {
  const name = textOf(item.get('name'), 'name', report);
  return {
    id: textOf(item.get('id'), 'id', report) || name,
    name,
    description: textOf(item.get('description'), 'description', report),
    color: readColor(item.get('color'), report),
    place: item.place(),
  };
}

function readEntry(item: Field, report: Report): readonly DraftEntry[] {
  if (!isMapping(item.value)) {
    report('radar/invalid-field', { message: 'An entry is no mapping of fields.', place: item.place() });
    return [];
  }
  const title = textOf(item.get('title'), 'title', report);
  const decisions = listOf(item.get('timeline'), 'timeline', report).map((decision) => readDecision(decision, report));
  return [
    {
      id: readId([item.get('id'), item.get('key'), item.get('title')], report),
      title,
      quadrant: item.get('quadrant'),
      description: textOf(item.get('description'), 'description', report),
      decisions,
      statedRing: null,
      firstIsCurrent: true,
      related: [],
      links: readAllLinks(item, report),
      tags: [],
      owner: null,
      active: true,
      place: item.place(),
    },
  ];
}

function readDecision(item: Field, report: Report): DraftDecision {
  reportMissingDate(item, report);
  const moved = item.get('moved');
  const stated = MOVED.get(moved.value) ?? null;
  if (stated === null && !isMissing(moved)) {
    report('radar/invalid-field', { message: 'moved is none of -1, 0 and 1.', place: moved.place() });
  }
  return { date: item.get('date'), ring: item.get('ringId'), text: textOf(item.get('description'), 'description', report), moved: stated };
}

/** Joins `links` and the older `url`, which many files fill with `#` because it was once required. */
function readAllLinks(item: Field, report: Report): readonly Link[] {
  const links = readLinks(item.get('links'), report);
  const url = item.get('url');
  if (isMissing(url) || url.value === '#' || links.some((link) => link.url === url.value)) return links;
  return [...links, ...readLink(url, '', report)];
}
