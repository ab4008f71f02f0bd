// Callboard's own format: a folder with a Markdown file for each technology. Folders of AOE's technology radar can be read as they are.
//
//   radar/
//     radar.yaml        optional: title, date, quadrants: [{id, name, description, color}], rings: the same, from the inside out
//     kotlin.md         one technology; the file's name is its id; may lie in a folder below
//     2026-03-01/       optional, AOE's way: a release, named by its day or month
//       kotlin.md       what this release changes about it
//
// A technology's file has front matter and a body. The body is the description, in Markdown:
//
//   ---
//   title: Kotlin
//   quadrant: languages-and-frameworks      id or name
//   tags: [jvm]                             the rest is optional
//   owner: group:default/jvm-guild
//   related: [java]                         ids of other entries
//   links:
//     - { title: Home, url: https://kotlinlang.org }
//   featured: true                          or `active`; false: in lists only
//   packages: [kotlin, 'pkg:maven/org.jetbrains.kotlin*']     how it is known who uses it: names or patterns of packages,
//   match: [{ tag: kotlin }]                and tags, labels or annotations of entities
//   ring: adopt                             only without a history, or equal to its newest ring
//   history:                                in any order
//     - { date: 2026-03, ring: adopt, text: Ten services run on it. }
//     - { date: 2025-03-01, ring: trial }
//     - { date: 2027-03, ring: archive }    takes it off the radar
//   ---
//   The default for new services on the JVM.
//
// A file in a dated folder is one decision: its `ring` (the one before, if it names none) at the folder's date, with the body as its text.
// Its other fields replace what earlier files said; what it leaves out stays. Files without front matter are passed over when they are
// named README, about, index and the like. Movement is computed from the dates; only where
// there are none, as in a radar that came from another format, `moved: new | in | out | none` says it.
import { compareText } from '../../lib/problem.ts';
import { fileName, folderOf } from '../../lib/paths.ts';
import { parseDate } from '../dates.ts';
import type { DraftEntry } from '../draft.ts';
import { type MarkdownFile, readFrontMatter } from '../front-matter.ts';
import { type FolderInput, type RadarInput, openFolder, readText } from '../input.ts';
import type { Report } from '../rules.ts';
import { toSlug } from '../slug.ts';
import { type Format, withinLimit } from './format.ts';
import { type Revision, readMarkdownEntry } from './markdown-entry.ts';
import { findSettings, isSettings, readSettings } from './markdown-settings.ts';

/** Files beside the entries that are no entries, unless they have front matter. */
const OTHER_FILES = new Set(['readme', 'about', 'index', 'contributing', 'changelog', 'license', 'code_of_conduct', 'security']);
/** Most Markdown files that are read from one folder. */
const MAX_FILES = 5000;

/** Reads a folder of Markdown files. */
export const markdown: Format = {
  name: 'Callboard Markdown',
  recognise(input) {
    if (input.kind === 'file') return isSettings(input);
    return (
      findSettings(input) !== null || markdownFiles(input).some((path) => releaseOf(input, path) !== null || looksLikeEntry(input, path))
    );
  },
  read(input, report) {
    const folder = toFolder(input);
    const settings = readSettings(folder, report);
    return { ...settings, entries: readEntries(folder, report), hasDescriptions: true };
  },
};

/** The settings file stands for its folder, so that either can be configured. */
function toFolder(input: RadarInput): FolderInput {
  if (input.kind === 'folder') return input;
  return openFolder(input.source, input.files, folderOf(input.path));
}

function markdownFiles(input: FolderInput): readonly string[] {
  return input.paths.filter((path) => path.endsWith('.md'));
}

/** Returns the date of the folder a file lies in, or null when the folder is no release. */
function releaseOf(input: FolderInput, path: string): string | null {
  const folder = folderOf(path);
  return folder.length <= input.path.length ? null : parseDate(fileName(folder));
}

function looksLikeEntry(input: FolderInput, path: string): boolean {
  const read = input.files.readText(path);
  if (!('text' in read)) return false;
  const file = readFrontMatter(read.text, input.source, path, () => {});
  return file !== null && ['quadrant', 'ring', 'history'].some((name) => file.front.get(name).value !== undefined);
}

/** Brings together the files of each technology: first the undated one, then its revisions in order of their release. */
function readEntries(input: FolderInput, report: Report): readonly DraftEntry[] {
  const groups = new Map<string, Revision[]>();
  const paths = markdownFiles(input);
  if (paths.length > MAX_FILES) {
    report('radar/too-many-entries', {
      message: `The folder has ${paths.length} Markdown files; only the first ${MAX_FILES} are read.`,
      place: { source: input.source, path: paths[MAX_FILES] ?? input.path },
    });
  }
  for (const path of paths.slice(0, MAX_FILES)) {
    const release = releaseOf(input, path);
    const file = readFile(input, path, release, report);
    if (file === null) continue;
    const id = fileName(path).slice(0, -'.md'.length);
    const key = toSlug(id) || id;
    const group = groups.get(key) ?? [];
    // A second undated file of one name is an entry of its own, which is then reported as a duplicate.
    const isSecond = release === null && group.some((revision) => revision.release === null);
    if (isSecond) groups.set(`${key}/${path}`, [{ id, path, release, file }]);
    else groups.set(key, [...group, { id, path, release, file }]);
  }
  const entries = withinLimit([...groups.values()], ([first]) => ({ source: input.source, path: first?.path ?? input.path }), report);
  return entries.map((revisions) =>
    readMarkdownEntry(
      revisions.sort((a, b) => compareText(a.release ?? '', b.release ?? '')),
      input.source,
      report,
    ),
  );
}

function readFile(input: FolderInput, path: string, release: string | null, report: Report): MarkdownFile | null {
  const text = readText(input.source, input.files, path, report);
  const file = text === null ? null : readFrontMatter(text, input.source, path, report);
  if (file === null || file.hasFront) return file;
  if (OTHER_FILES.has(fileName(path).slice(0, -'.md'.length).toLowerCase())) return null;
  // A revision may consist of its text alone.
  if (release !== null) return file;
  report('radar/bad-front-matter', {
    message: 'The file has no front matter, so it is no entry of the radar.',
    hint: 'Start it with a line of three hyphens, then "quadrant: …".',
    place: { source: input.source, path, line: 1 },
  });
  return null;
}
