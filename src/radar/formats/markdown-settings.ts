// The settings of a radar folder: radar.yaml, or the config.json of AOE's radar, in; title, quadrants and rings out.
import { didYouMean } from '../../lib/nearest.ts';
import { fileName } from '../../lib/paths.ts';
import { readColor } from '../color.ts';
import { DEFAULT_QUADRANTS, DEFAULT_RINGS } from '../defaults.ts';
import type { Draft, DraftName } from '../draft.ts';
import { type Field, isMapping, listOf, textOf } from '../field.ts';
import { type FileInput, type FolderInput, openFile } from '../input.ts';
import type { Report } from '../rules.ts';
import { readReleaseDate } from './format.ts';

const OWN_NAMES = ['radar.yaml', 'radar.yml'];
const AOE_NAME = 'config.json';
const FIELDS = ['title', 'date', 'quadrants', 'rings'];
const NAME_FIELDS = ['id', 'name', 'description', 'color'];

type Settings = Pick<Draft, 'title' | 'date' | 'quadrants' | 'rings' | 'place'>;

/** Says whether a file is the settings of a folder; a radar.yaml with entries is a whole radar in another format. */
export function isSettings(input: FileInput): boolean {
  const own = OWN_NAMES.includes(fileName(input.path));
  if (input.root === null || input.root.get('entries').value !== undefined) return false;
  if (own) return input.root.value === null || isMapping(input.root.value);
  return fileName(input.path) === AOE_NAME && ['quadrants', 'rings'].every((name) => Array.isArray(input.root?.get(name).value));
}

/** Returns the path of a folder's settings file, or null. One that cannot be parsed counts: the reader then says what is wrong with it. */
export function findSettings(folder: FolderInput): string | null {
  for (const name of [...OWN_NAMES, AOE_NAME]) {
    const path = folder.path === '' ? name : `${folder.path}/${name}`;
    if (!folder.files.has(path)) continue;
    const input = openFile(folder.source, folder.files, path, () => {});
    if (input === null ? name !== AOE_NAME : isSettings(input)) return path;
  }
  return null;
}

/** Reads the settings of a folder. What is not said has its default, so a folder without settings is fine. */
export function readSettings(folder: FolderInput, report: Report, defaults: readonly DraftName[] = DEFAULT_QUADRANTS): Settings {
  const path = findSettings(folder);
  const file = path === null ? null : openFile(folder.source, folder.files, path, report);
  const root = file?.root;
  const place = { source: folder.source, path: path ?? folder.path };
  if (root === null || root === undefined) return { title: '', date: null, quadrants: defaults, rings: DEFAULT_RINGS, place };
  const own = fileName(place.path) !== AOE_NAME;
  if (own) checkFields(root, FIELDS, 'radar.yaml', report);
  return {
    title: textOf(own ? root.get('title') : root.get('labels').get('title'), 'title', report),
    date: own ? readReleaseDate(root.get('date'), report) : null,
    quadrants: readNames(root.get('quadrants'), 'quadrants', own, report) ?? defaults,
    rings: readNames(root.get('rings'), 'rings', own, report) ?? DEFAULT_RINGS,
    place: { ...place, line: 1 },
  };
}

/** Reads quadrants or rings: mappings, or bare names. AOE says `title` for `name`. Returns null when none are said. */
function readNames(field: Field, what: string, own: boolean, report: Report): readonly DraftName[] | null {
  const items = listOf(field, what, report);
  if (items.length === 0) return null;
  return items.map((item) => {
    if (!isMapping(item.value)) {
      const name = textOf(item, what, report);
      return { id: name, name, description: '', color: null, place: item.place() };
    }
    if (own) checkFields(item, NAME_FIELDS, `an item of ${what}`, report);
    const name = textOf(item.get(own ? 'name' : 'title'), 'name', report);
    const id = textOf(item.get('id'), 'id', report) || name;
    return {
      id,
      name,
      description: textOf(item.get('description'), 'description', report),
      color: readColor(item.get('color'), report),
      place: item.place(),
    };
  });
}

function checkFields(field: Field, known: readonly string[], where: string, report: Report): void {
  for (const name of isMapping(field.value) ? Object.keys(field.value) : []) {
    if (known.includes(name)) continue;
    report('radar/unknown-field', {
      message: `"${name}" is no field of ${where}.`,
      hint: didYouMean(name, known) ?? `Known are ${known.join(', ')}.`,
      place: field.get(name).keyPlace(),
    });
  }
}
