// callboard validate: checks files without building.
import { statSync } from 'node:fs';
import { readConfig } from '../../src/config/config-fs.ts';
import { FORMATS, countProblems } from '../../src/lib/problem-formats.ts';
import type { Problem } from '../../src/lib/problem.ts';
import type { Snapshot } from '../../src/lib/snapshot.ts';
import { compilePortal } from '../../src/portal/compile.ts';
import { pull } from '../../src/sources/pull.ts';
import { openFolders } from '../../src/sources/open-folders-fs.ts';
import { explainRule } from '../explain.ts';
import { isError, locateOnDisk, printBadConfig } from '../report.ts';

interface Options {
  readonly config: string;
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
export async function validateCommand(paths: readonly string[], { config: file, format, explain }: Options): Promise<number> {
  if (explain !== undefined) return explainRule(explain);
  return paths.length > 0 ? validateFolders(paths, format) : validateAll(file, format);
}

async function validateFolders(paths: readonly string[], format: string): Promise<number> {
  const missing = paths.find((path) => !statSync(path, { throwIfNoEntry: false })?.isDirectory());
  if (missing !== undefined) {
    console.error(`${missing} is not a folder.`);
    return 2;
  }
  const snapshot = openFolders(paths);
  const nothing = { sources: [], reading: [], tools: new Map(), annotations: [], kinds: [], relations: [] };
  const config = { title: 'Validation', site: null, base: '/', history: false, radar: null, radarPlace: null, ...nothing };
  const { problems } = await compilePortal(config, snapshot);
  const known = problems.filter((problem) => !NEEDS_ALL_SOURCES.has(problem.rule));
  return print(known, format, snapshot);
}

async function validateAll(file: string, format: string): Promise<number> {
  const { value: config, problems: configProblems } = readConfig(file);
  if (config === null) return printBadConfig(configProblems, file);
  const pulled = await pull(config);
  const { problems } = await compilePortal(config, pulled.snapshot, { problems: [...configProblems, ...pulled.problems] });
  return print(problems, format, pulled.snapshot);
}

/** Prints problems in a format to stdout and, for people, their count to stderr. Returns the exit code. */
function print(problems: readonly Problem[], format: string, snapshot: Snapshot): number {
  const text = FORMATS[format]?.(problems, locateOnDisk(snapshot)) ?? '';
  if (text !== '') console.log(text);
  if (format === 'pretty') console.error(`${problems.length === 0 ? '' : '\n'}${countProblems(problems)}`);
  return problems.some(isError) ? 1 : 0;
}
