// ThoughtWorks' Build Your Own Radar: CSV, or the same records as a JSON list. Format: thoughtworks/build-your-own-radar, README.md.
import { DEFAULT_RINGS } from '../defaults.ts';
import type { DraftEntry, DraftName } from '../draft.ts';
import { type Field, flagOf, isMissing, textOf, valueField } from '../field.ts';
import type { FileInput } from '../input.ts';
import type { Report } from '../rules.ts';
import type { Movement } from '../types.ts';
import { type Format, namesOf, readId, withinLimit } from './format.ts';

/** The quadrants of ThoughtWorks' own radar, each in the corner where it is drawn there. */
const QUADRANTS = ['Tools', 'Languages & Frameworks', 'Platforms', 'Techniques'].map((name): DraftName => ({
  id: name,
  name,
  description: '',
  color: null,
  place: null,
}));

const STATUS = new Map<string, Movement>([
  ['new', 'new'],
  ['moved in', 'in'],
  ['moved out', 'out'],
  ['no change', 'none'],
]);

/** Reads a CSV file with the columns name, ring, quadrant. */
export const thoughtworksCsv: Format = thoughtworks('ThoughtWorks CSV', (input) => input.records ?? []);

/** Reads a JSON list of objects with the fields name, ring, quadrant. */
export const thoughtworksJson: Format = thoughtworks('ThoughtWorks JSON', (input) => input.root?.items() ?? []);

function thoughtworks(name: string, recordsOf: (input: FileInput) => readonly Field[]): Format {
  return {
    name,
    recognise: (input) => input.kind === 'file' && recordsOf(input).some(isRecord),
    read(input, report) {
      if (input.kind === 'folder') return null;
      const records = withinLimit(recordsOf(input), (record) => record.place(), report);
      return {
        title: '',
        date: null,
        quadrants: namesOf(records, 'quadrant', QUADRANTS),
        rings: namesOf(records, 'ring', DEFAULT_RINGS),
        entries: records.map((record) => readEntry(record, report)),
        hasDescriptions: true,
        place: { source: input.source, path: input.path, line: 1 },
      };
    },
  };
}

function isRecord(record: Field): boolean {
  return ['name', 'ring', 'quadrant'].every((name) => typeof record.get(name).value === 'string');
}

function readEntry(record: Field, report: Report): DraftEntry {
  const moved = readMovement(record, report);
  const name = record.get('name');
  return {
    id: readId([name], report),
    title: textOf(name, 'name', report),
    quadrant: record.get('quadrant'),
    description: textOf(record.get('description'), 'description', report),
    decisions: [{ date: valueField(undefined, record.place()), ring: record.get('ring'), text: '', moved }],
    statedRing: null,
    firstIsCurrent: true,
    related: [],
    links: [],
    tags: [],
    owner: null,
    active: true,
    place: record.place(),
  };
}

/** Reads `status`, or the older `isNew`; CSV columns come in lower case. */
function readMovement(record: Field, report: Report): Movement {
  const status = record.get('status');
  if (isMissing(status)) {
    const isNew = isMissing(record.get('isnew')) ? record.get('isNew') : record.get('isnew');
    return flagOf(isNew, 'isNew', report) === true ? 'new' : 'none';
  }
  const said = textOf(status, 'status', report);
  const movement = STATUS.get(said.toLowerCase());
  if (movement !== undefined) return movement;
  report('radar/invalid-field', {
    message: `The status "${said}" is not known.`,
    hint: 'Known are New, Moved In, Moved Out and No Change.',
    place: status.place(),
  });
  return 'none';
}
