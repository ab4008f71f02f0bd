// A file or folder of a source in, the radar in it and the problems with it out, whatever format it is written in.
import { extension, fileName, folderOf, resolveInside } from '../lib/paths.ts';
import { type Problem, compareProblems } from '../lib/problem.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';
import { assemble } from './assemble.ts';
import type { Format } from './formats/format.ts';
import { RADAR_FORMATS } from './formats.ts';
import { DATA_EXTENSIONS, type FolderInput, type RadarInput, openFile, openFolder } from './input.ts';
import { type Report, radarProblem } from './rules.ts';
import type { RadarResult } from './types.ts';

/** Most data files of a folder that are opened to find the one that is a radar. */
const MAX_CANDIDATES = 50;

/**
 * Reads the radar at a path of a source: a file in any known format, a folder of Markdown files, or a folder with one file that is a
 * radar; '' is the whole source. The format is told by its shape. Returns no radar, and says why, when there is none. No entry gets an id
 * that is `taken`.
 */
export function buildRadar(input: { source: SourceSnapshot; path: string; taken?: ReadonlySet<string> }): RadarResult {
  const problems: Problem[] = [];
  const report: Report = (rule, finding) => void problems.push(radarProblem(rule, finding));
  const found = findRadar(input.source, input.path, report);
  const draft = found?.format.read(found.input, report) ?? null;
  const radar = draft === null ? null : assemble(draft, report, input.taken);
  const sorted = problems.sort(compareProblems);
  // One field may be read for several decisions; once is enough to say what is wrong with it.
  return {
    radar,
    problems: sorted.filter((problem, index) => index === 0 || compareProblems(problem, sorted[index - 1] ?? problem) !== 0),
  };
}

interface Found {
  readonly input: RadarInput;
  readonly format: Format;
}

function findRadar({ id, files }: SourceSnapshot, configured: string, report: Report): Found | null {
  const path = resolveInside('', configured);
  if (path !== null && files.has(path)) {
    const input = openFile(id, files, path, report);
    if (input === null) return null;
    const format = RADAR_FORMATS.find((format) => format.recognise(input));
    if (format !== undefined) return { input, format };
    reportUnknown(id, path, 'The file is in no known radar format.', undefined, report);
    return null;
  }
  const folder = path === null ? null : openFolder(id, files, path);
  if (folder === null || folder.paths.length === 0) {
    report('radar/not-found', { message: 'The radar is neither a file nor a folder with files.', place: { source: id, path: configured } });
    return null;
  }
  const format = RADAR_FORMATS.find((format) => format.recognise(folder));
  return format === undefined ? findRadarFile(folder, report) : { input: folder, format };
}

/** Looks for the one file right in a folder that is a whole radar. */
function findRadarFile(folder: FolderInput, report: Report): Found | null {
  const candidates = folder.paths.filter((path) => folderOf(path) === folder.path && DATA_EXTENSIONS.has(extension(path)));
  const found: Found[] = [];
  for (const path of candidates.slice(0, MAX_CANDIDATES)) {
    const input = openFile(folder.source, folder.files, path, () => {});
    const format = input === null ? undefined : RADAR_FORMATS.find((format) => format.recognise(input));
    if (input !== null && format !== undefined) found.push({ input, format });
  }
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const [message, hint] =
    only === undefined
      ? ['No file of the folder is in a known radar format.', undefined]
      : ['The folder holds several radars.', `Configure one of them: ${found.map(({ input }) => fileName(input.path)).join(', ')}.`];
  reportUnknown(folder.source, folder.path, message, hint, report);
  return null;
}

function reportUnknown(source: string, path: string, message: string, hint: string | undefined, report: Report): void {
  const known = `Known are ${RADAR_FORMATS.map(({ name }) => name).join(', ')}.`;
  report('radar/unknown-format', { message, hint: hint ?? known, place: { source, path } });
}
