// A path of a source in; a folder, or a file parsed as far as every format needs it, out.
import { CsvError, parse } from 'csv-parse/sync';
import type { SourceFiles, Unreadable } from '../lib/files.ts';
import { extension } from '../lib/paths.ts';
import type { Place } from '../lib/problem.ts';
import { parseYaml } from '../lib/yaml.ts';
import { type Field, documentField, valueField } from './field.ts';
import type { Report } from './rules.ts';

/** The files a radar may be made of. */
export interface FolderInput {
  readonly kind: 'folder';
  readonly source: string;
  readonly files: SourceFiles;
  /** Empty for the whole source. */
  readonly path: string;
  /** Paths below the folder, sorted; none inside hidden folders. */
  readonly paths: readonly string[];
}

/** One line of a CSV file, which may stretch over several lines of text. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** One file: `root` holds what a YAML or JSON file says, `records` one mapping for each record of a CSV file, `rows` the same as written. */
export interface FileInput {
  readonly kind: 'file';
  readonly source: string;
  readonly files: SourceFiles;
  readonly path: string;
  readonly root: Field | null;
  readonly records: readonly Field[] | null;
  readonly rows: readonly CsvRow[] | null;
}

export type RadarInput = FolderInput | FileInput;

/** Endings of files that a radar can be written in, apart from Markdown. */
export const DATA_EXTENSIONS: ReadonlySet<string> = new Set(['.json', '.yaml', '.yml', '.csv']);

const UNREADABLE: Record<Unreadable, string> = {
  missing: 'The file is not there.',
  'too-large': 'The file is too large to be read.',
  'not-text': 'The file is not text in UTF-8 or UTF-16.',
};

/** Lists a folder of a source. */
export function openFolder(source: string, files: SourceFiles, path: string): FolderInput {
  const prefix = path === '' ? '' : `${path}/`;
  const paths = files.list().filter(
    (file) =>
      file.startsWith(prefix) &&
      !file
        .slice(prefix.length)
        .split('/')
        .some((part) => part.startsWith('.')),
  );
  return { kind: 'folder', source, files, path, paths };
}

/** Reads and parses one file. Returns null, with a problem, when it cannot be read or parsed. */
export function openFile(source: string, files: SourceFiles, path: string, report: Report): FileInput | null {
  const text = readText(source, files, path, report);
  if (text === null) return null;
  const input = { kind: 'file', source, files, path, root: null, records: null, rows: null } as const;
  if (extension(path) === '.csv') {
    const rows = parseCsv(text, { source, path }, report);
    return rows && { ...input, rows, records: recordsOf(rows, { source, path }) };
  }
  if (!DATA_EXTENSIONS.has(extension(path))) return input;
  const { documents, errors } = parseYaml(text);
  const [error] = errors;
  const [document] = documents;
  if (error !== undefined || document === undefined) {
    const place = { source, path, line: error?.line ?? 1, column: error?.column ?? 1 };
    report('radar/bad-syntax', { message: `The file cannot be parsed: ${error?.reason ?? 'it is empty'}.`, place });
    return null;
  }
  return { ...input, root: documentField(document, source, path) };
}

/** Reads the text of a file. Returns null, with a problem, when there is none. */
export function readText(source: string, files: SourceFiles, path: string, report: Report): string | null {
  const read = files.readText(path);
  if ('text' in read) return read.text;
  report('radar/unreadable-file', { message: UNREADABLE[read.unreadable], place: { source, path } });
  return null;
}

/** Parses CSV into rows, each with the line where it starts. */
function parseCsv(text: string, file: Place, report: Report): readonly CsvRow[] | null {
  const lines: number[] = [];
  let end = 0;
  const noteLine = (record: string[], info: { lines: number }) => {
    end = info.lines;
    lines.push(end - lineEnds(record));
    return record;
  };
  try {
    const rows = parse(text, {
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: noteLine,
    });
    return rows.map((cells, index) => ({ cells, line: lines[index] ?? 1 }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quote that is never closed swallows the rest of the file: what helps is the record it starts in.
    report('radar/bad-syntax', {
      message: `The file cannot be parsed: ${error.message.split(':', 1)[0]}.`,
      place: { ...file, line: end + 1 },
    });
    return null;
  }
}

/** Makes one mapping of each row but the first, which has the names of the columns: keys in lower case. */
export function recordsOf([header, ...rows]: readonly CsvRow[], file: Place): readonly Field[] {
  const names = (header?.cells ?? []).map((name) => name.toLowerCase());
  return rows.map(({ cells, line }) =>
    valueField(Object.fromEntries(names.map((name, column) => [name, cells[column] ?? ''])), { ...file, line }),
  );
}

/** Counts the line ends inside a record's fields: the parser knows only the line on which a record ends. */
function lineEnds(record: readonly string[]): number {
  return record.reduce((sum, field) => sum + field.split('\n').length - 1, 0);
}
