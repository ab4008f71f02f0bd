// Extenda's radar: a folder for each quadrant, and in it a YAML file for each technology with its `blip`s. Format: extenda/tech-radar, README.md.
//
//   radar/
//     data_management/
//       kafka.yaml
//
//   name: Kafka
//   blip:                          positions; a new one every time it moves
//     - { date: 2019-05-21, ring: ASSESS }
//     - { date: 2019-11-25, ring: ADOPT }      ADOPT, TRIAL, ASSESS, HOLD, or ARCHIVE: no longer on the radar
//   description: What it is.
//   rationale: Why it is where it is.
//   license: { open-source: { name: MIT, link: … } }      or `commercial: { company: … }`
//   related: [qa/semver.yaml]
//   tags: [streaming]
import { extension, fileName, folderOf } from '../../lib/paths.ts';
import type { DraftDecision, DraftEntry, DraftName } from '../draft.ts';
import { parseDate } from '../dates.ts';
import { type Field, isMapping, isMissing, listOf, textOf, valueField } from '../field.ts';
import { type FileInput, type FolderInput, openFile } from '../input.ts';
import type { Report } from '../rules.ts';
import { toSlug } from '../slug.ts';
import { type Format, reportMissingDate, withinLimit } from './format.ts';
import { readSettings } from './markdown-settings.ts';
import { readTags } from './markdown-entry.ts';

/** Most files that are opened to see whether a folder is in this format. */
const MAX_LOOKED_AT = 20;
/** Most files that are read. */
const MAX_FILES = 5000;

/** Reads a folder of YAML files with blips. */
export const blips: Format = {
  name: 'YAML blips',
  recognise(input) {
    return (
      input.kind === 'folder' &&
      blipFiles(input)
        .slice(0, MAX_LOOKED_AT)
        .some((path) => {
          const file = openFile(input.source, input.files, path, () => {});
          return file !== null && isBlip(file);
        })
    );
  },
  read(input, report) {
    if (input.kind === 'file') return null;
    const files = blipFiles(input)
      .slice(0, MAX_FILES)
      .flatMap((path) => openFile(input.source, input.files, path, report) ?? [])
      .filter(isBlip);
    const kept = withinLimit(files, ({ source, path }) => ({ source, path }), report);
    const ids = idsOf(kept);
    return {
      ...readSettings(input, report, quadrantsOf(kept)),
      entries: kept.flatMap(({ path, root }) => (root === null ? [] : [readEntry(path, root, ids, report)])),
      hasDescriptions: true,
    };
  },
};

/** Returns the YAML files in folders below: those of the folder itself belong to no quadrant. */
function blipFiles(input: FolderInput): readonly string[] {
  return input.paths.filter((path) => folderOf(path).length > input.path.length && ['.yaml', '.yml'].includes(extension(path)));
}

function isBlip({ root }: FileInput): boolean {
  return root !== null && isMapping(root.value) && Array.isArray(root.get('blip').value) && !isMissing(root.get('name'));
}

function quadrantOf(path: string): string {
  return fileName(folderOf(path));
}

function quadrantsOf(files: readonly FileInput[]): readonly DraftName[] {
  const folders = new Set(files.map(({ path }) => quadrantOf(path)));
  return [...folders].map((id) => ({ id, name: wordsOf(id), description: '', color: null, place: null }));
}

/** Writes the name of a folder as words: `data_management` is Data management, `ai` AI. */
function wordsOf(folder: string): string {
  const words = folder.replace(/[_-]+/g, ' ').trim();
  return words.length <= 2 ? words.toUpperCase() : words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Gives each file its id: its name, with that of its folder in front where another folder has one of the same name. */
function idsOf(files: readonly FileInput[]): ReadonlyMap<string, string> {
  const name = (path: string) => fileName(path).replace(/\.ya?ml$/, '');
  const first = new Map<string, string>();
  for (const { path } of files) if (!first.has(toSlug(name(path)))) first.set(toSlug(name(path)), path);
  return new Map(
    files.map(({ path }) => [path, first.get(toSlug(name(path))) === path ? name(path) : `${quadrantOf(path)}-${name(path)}`]),
  );
}

function readEntry(path: string, root: Field, ids: ReadonlyMap<string, string>, report: Report): DraftEntry {
  const rationale = textOf(root.get('rationale'), 'rationale', report);
  const description = [textOf(root.get('description'), 'description', report), licenseOf(root.get('license'), report)];
  return {
    id: ids.get(path),
    title: textOf(root.get('name'), 'name', report),
    quadrant: valueField(quadrantOf(path), root.place()),
    description: description.filter((part) => part !== '').join('\n\n'),
    decisions: readBlips(root.get('blip'), rationale, report),
    statedRing: null,
    firstIsCurrent: false,
    related: listOf(root.get('related'), 'related', report).map((field) => relatedId(field, path, ids)),
    links: [],
    tags: readTags(root.get('tags'), report),
    owner: null,
    active: true,
    place: root.place(),
  };
}

/** Reads the positions. The rationale says why the entry is where it is now, so it is the text of the newest. */
function readBlips(field: Field, rationale: string, report: Report): readonly DraftDecision[] {
  const items = listOf(field, 'blip', report).filter((item) => {
    if (isMapping(item.value)) return true;
    report('radar/invalid-field', { message: 'A blip is no mapping of date and ring.', place: item.place() });
    return false;
  });
  const dates = items.map((item) => parseDate(item.get('date').value) ?? '');
  const newest = dates.findLastIndex((date) => dates.every((other) => other <= date));
  return items.map((item, index) => {
    reportMissingDate(item, report);
    return { date: item.get('date'), ring: item.get('ring'), text: index === newest ? rationale : '', moved: null };
  });
}

/** Finds the id of a file that is named by its path from the radar's folder. */
function relatedId(field: Field, path: string, ids: ReadonlyMap<string, string>): Field {
  const base = folderOf(folderOf(path));
  const id = typeof field.value === 'string' ? ids.get(base === '' ? field.value : `${base}/${field.value}`) : undefined;
  return id === undefined ? field : valueField(id, field.place());
}

/** Writes what a file says of the licence as a line of Markdown. */
function licenseOf(field: Field, report: Report): string {
  const open = field.get('open-source');
  const name = textOf(open.get('name'), 'name', report);
  const link = textOf(open.get('link'), 'link', report);
  const company = textOf(field.get('commercial').get('company'), 'company', report);
  const more = [open, field.get('commercial')].map((one) => textOf(one.get('description'), 'description', report));
  const said = [
    name === '' ? '' : link === '' ? name : `[${name}](<${link.replace(/[<>\s]/g, encodeURIComponent)}>)`,
    company === '' ? '' : `commercial, ${company}`,
  ];
  const line = said.filter((part) => part !== '').join('; ');
  return [line === '' ? '' : `Licence: ${line}.`, ...more].filter((part) => part !== '').join('\n\n');
}
