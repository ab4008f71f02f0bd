// callboard validate: checks files without building.
import { statSync } from 'node:fs';
import { readConfig } from '../../src/config/config-fs.ts';
import { EMPTY_CONFIG } from '../../src/config/empty.ts';
import { FORMATS, countProblems } from '../../src/lib/problem-formats.ts';
import type { Problem } from '../../src/lib/problem.ts';
import type { Snapshot } from '../../src/lib/snapshot.ts';
import { compilePortal } from '../../src/portal/compile.ts';
import { createDrawer } from '../../src/sources/diagrams/draw.ts';
import { pull } from '../../src/sources/pull.ts';
import { openFolders } from '../../src/sources/open-folders-fs.ts';
import { explainRule } from '../explain.ts';
import { isError, locateOnDisk, printBadConfig } from '../report.ts';

interface Options {
  readonly config: string;
  /** Whether the configuration was named, not taken by default. */
  readonly isNamed?: boolean;
  readonly format: string;
  readonly explain?: string;
}

/** What one repository cannot know: whether entities and pages of others exist, and what lies behind addresses. */
const NEEDS_ALL_SOURCES = new Set([
  'relation/unknown-target',
  'docs/unknown-address',
  'docs/unknown-entity',
  'radar/unknown-owner',
  'location/not-fetched',
  'placeholder/not-fetched',
]);

/** Checks repositories on their own, or everything that is configured. Returns 1 when there are errors, 2 when it could not run. */
export async function validateCommand(
  paths: readonly string[],
  { config: file, isNamed = false, format, explain }: Options,
): Promise<number> {
  if (explain !== undefined) return explainRule(explain);
  return paths.length > 0 ? validateFolders(paths, isNamed ? file : null, format) : validateAll(file, format);
}

/** Checks repositories; of a configuration that is named, only what it adds to the model and the catalog counts. */
async function validateFolders(paths: readonly string[], file: string | null, format: string): Promise<number> {
  const missing = paths.find((path) => !statSync(path, { throwIfNoEntry: false })?.isDirectory());
  if (missing !== undefined) {
    console.error(`${missing} is not a folder.`);
    return 2;
  }
  const read = file === null ? null : readConfig(file);
  if (read !== null && read.value === null) return printBadConfig(read.problems, file ?? '');
  const { kinds, relations, annotations, tools } = read?.value ?? EMPTY_CONFIG;
  const snapshot = openFolders(paths);
  const { problems } = await compilePortal({ ...EMPTY_CONFIG, kinds, relations, annotations, tools }, snapshot);
  const known = problems.filter((problem) => !NEEDS_ALL_SOURCES.has(problem.rule));
  return print(known, format, snapshot);
}

async function validateAll(file: string, format: string): Promise<number> {
  const { value: config, problems: configProblems } = readConfig(file);
  if (config === null) return printBadConfig(configProblems, file);
  const pulled = await pull(config);
  const found = [...configProblems, ...pulled.problems];
  const { problems } = await compilePortal(config, pulled.snapshot, { problems: found, draw: createDrawer(config) });
  return print(problems, format, pulled.snapshot);
}

/** Prints problems in a format to stdout and, for people, their count to stderr. Returns the exit code. */
function print(problems: readonly Problem[], format: string, snapshot: Snapshot): number {
  const text = FORMATS[format]?.(problems, locateOnDisk(snapshot)) ?? '';
  if (text !== '') console.log(text);
  if (format === 'pretty') console.error(`${problems.length === 0 ? '' : '\n'}${countProblems(problems)}`);
  return problems.some(isError) ? 1 : 0;
}
