// QIWI's radar: CSV in sections that `===` divides, or a folder of such files, one for each release. Format: qiwi/tech-radar, js/*.csv.
//
//   title
//   QIWI JS Tech Radar
//   ===
//   date
//   2021-06-21
//   ===
//   quadrant, alias        what entries may call a quadrant
//   q1,       lang
//   ===
//   quadrant, title        clockwise from the top right
//   q1,       Languages and frameworks
//   ===
//   name,       quadrant, ring,  description       and, if need be, moved: -1, 0, 1
//   TypeScript, lang,     Adopt, JavaScript with types
import { compareText } from '../../lib/problem.ts';
import { extension, folderOf } from '../../lib/paths.ts';
import { DEFAULT_RINGS } from '../defaults.ts';
import type { Draft, DraftDecision, DraftEntry, DraftName } from '../draft.ts';
import { type Field, isMissing, textOf, valueField } from '../field.ts';
import { type CsvRow, type FileInput, type FolderInput, type RadarInput, openFile, recordsOf } from '../input.ts';
import type { Report } from '../rules.ts';
import { toSlug } from '../slug.ts';
import type { Movement } from '../types.ts';
import { type Format, namesOf, readId, readReleaseDate, withinLimit } from './format.ts';

const BORDER = '===';
/** Most releases that are read from one folder. */
const MAX_RELEASES = 50;

const MOVED = new Map<string, Movement>([
  ['-1', 'out'],
  ['0', 'none'],
  ['1', 'in'],
]);

/** Reads CSV in sections. */
export const sections: Format = {
  name: 'CSV in sections',
  recognise(input) {
    if (input.kind === 'file') return isSectioned(input);
    const files = sectionedFiles(input);
    const titles = new Set(files.map((file) => toSlug(readRelease(file, () => {}).title)));
    // Files with titles of their own are different radars.
    return files.length > 1 && titles.size === 1;
  },
  read(input, report) {
    const releases = filesOf(input)
      .map((file) => readRelease(file, report))
      .sort((a, b) => compareText(a.date ?? '', b.date ?? ''));
    const newest = releases.at(-1);
    if (newest === undefined) return null;
    const { title, date, quadrants, rings, place } = newest;
    const entries = releases.length === 1 ? newest.records.map((record) => readEntry(record, report)) : joinReleases(releases, report);
    return { title, date, quadrants, rings, entries, hasDescriptions: true, place } satisfies Draft;
  },
};

interface Release extends Pick<Draft, 'title' | 'date' | 'quadrants' | 'rings' | 'place'> {
  readonly records: readonly Field[];
}

function filesOf(input: RadarInput): readonly FileInput[] {
  return input.kind === 'file' ? [input] : sectionedFiles(input);
}

/** Returns the files right in a folder that are in this format, or none when one of its CSV files is not. */
function sectionedFiles(folder: FolderInput): readonly FileInput[] {
  const paths = folder.paths.filter((path) => folderOf(path) === folder.path && extension(path) === '.csv');
  const files = paths.slice(0, MAX_RELEASES).map((path) => openFile(folder.source, folder.files, path, () => {}));
  return files.every((file) => file !== null && isSectioned(file)) ? files.flatMap((file) => file ?? []) : [];
}

function isSectioned({ rows }: FileInput): boolean {
  return rows !== null && sectionsOf(rows).length > 1 && sectionsOf(rows).some(isEntries);
}

function sectionsOf(rows: readonly CsvRow[]): readonly (readonly CsvRow[])[] {
  const found: CsvRow[][] = [[]];
  for (const row of rows) {
    if (row.cells[0] === BORDER && row.cells.slice(1).every((cell) => cell === '')) found.push([]);
    else found.at(-1)?.push(row);
  }
  return found;
}

function headerOf([first]: readonly CsvRow[]): readonly string[] {
  return (first?.cells ?? []).map((cell) => cell.toLowerCase()).filter((cell) => cell !== '');
}

function isEntries(section: readonly CsvRow[]): boolean {
  const header = headerOf(section);
  return ['name', 'quadrant', 'ring'].every((name) => header.includes(name));
}

function readRelease(file: FileInput, report: Report): Release {
  const { source, path } = file;
  const place = { source, path, line: 1 };
  const parts = sectionsOf(file.rows ?? []);
  const part = (...header: readonly string[]) => parts.find((section) => headerOf(section).join() === header.join()) ?? [];
  // What stands alone under its name may hold commas.
  const single = (name: string) => {
    const row = part(name)[1];
    return valueField(row?.cells.filter((cell) => cell !== '').join(', '), { ...place, line: row?.line ?? 1 });
  };
  const aliases = recordsOf(part('quadrant', 'alias'), place);
  const quadrants = recordsOf(part('quadrant', 'title'), place).map((record): DraftName => {
    const id = textOf(record.get('quadrant'), 'quadrant', report);
    const own = aliases.filter((alias) => alias.get('quadrant').value === record.get('quadrant').value);
    return {
      id,
      name: textOf(record.get('title'), 'title', report),
      description: '',
      color: null,
      aliases: own.map((alias) => textOf(alias.get('alias'), 'alias', report)),
      place: record.place(),
    };
  });
  const records = withinLimit(recordsOf(parts.find(isEntries) ?? [], place), (record) => record.place(), report);
  return {
    title: textOf(single('title'), 'title', report),
    date: readReleaseDate(single('date'), report),
    quadrants: quadrants.length > 0 ? quadrants : namesOf(records, 'quadrant', []),
    rings: namesOf(records, 'ring', DEFAULT_RINGS),
    records,
    place,
  };
}

/** Reads an entry of a single file: it says where the entry stands, and not since when. */
function readEntry(record: Field, report: Report): DraftEntry {
  const said = record.get('moved');
  const moved = MOVED.get(textOf(said, 'moved', report));
  if (moved === undefined && !isMissing(said)) {
    report('radar/invalid-field', { message: 'moved is none of -1, 0 and 1.', place: said.place() });
  }
  return toDraft(record, [decisionOf(record, null, moved ?? 'none')], report);
}

function decisionOf(record: Field, date: string | null, moved: Movement | null): DraftDecision {
  return { date: valueField(date, record.place()), ring: record.get('ring'), text: '', moved };
}

function toDraft(record: Field, decisions: readonly DraftDecision[], report: Report): DraftEntry {
  const name = record.get('name');
  return {
    id: readId([name], report),
    title: textOf(name, 'name', report),
    quadrant: record.get('quadrant'),
    description: textOf(record.get('description'), 'description', report),
    decisions,
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

/** Follows each entry through the releases, given oldest first: it comes, changes its ring, and is gone where a file no longer has it. */
function joinReleases(releases: readonly Release[], report: Report): readonly DraftEntry[] {
  const found = new Map<string, { record: Field; ring: string | null; decisions: DraftDecision[] }>();
  for (const { date, records } of releases) {
    const present = new Set<string>();
    for (const record of records) {
      const name = toSlug(String(record.get('name').value));
      // A name that a file has twice is two entries, as it is in a file alone.
      let key = name;
      for (let number = 2; present.has(key); number++) key = `${name}#${number}`;
      present.add(key);
      const entry = found.get(key) ?? { record, ring: null, decisions: [] };
      found.set(key, entry);
      const ring = toSlug(String(record.get('ring').value));
      if (ring !== entry.ring) entry.decisions.unshift(decisionOf(record, date, null));
      entry.record = record;
      entry.ring = ring;
    }
    for (const [key, entry] of found) {
      if (present.has(key) || entry.ring === null) continue;
      entry.ring = null;
      const place = entry.record.place();
      entry.decisions.unshift({ date: valueField(date, place), ring: valueField('', place), text: '', leaves: true, moved: null });
    }
  }
  const entries = withinLimit([...found.values()], ({ record }) => record.place(), report);
  return entries.map(({ record, decisions }) => toDraft(record, decisions, report));
}
