// callboard validate: checks files without building.
import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { readConfig } from '../../src/config/config-fs.ts';
import { diskFiles } from '../../src/lib/files-fs.ts';
import { FORMATS, countProblems } from '../../src/lib/problem-formats.ts';
import type { Problem } from '../../src/lib/problem.ts';
import type { Snapshot } from '../../src/lib/snapshot.ts';
import { compilePortal } from '../../src/portal/compile.ts';
import { pull } from '../../src/sources/pull.ts';
import { isError, locateOnDisk, printBadConfig } from '../report.ts';

interface Options {
  readonly config: string;
  readonly format: string;
}

/** What one repository cannot know: whether entities and pages of others exist. */
const NEEDS_ALL_SOURCES = new Set(['relation/unknown-target', 'docs/unknown-entity', 'radar/unknown-owner']);

/** Checks repositories on their own, or everything that is configured. Returns 1 when there are errors, 2 when a path is no folder. */
export async function validateCommand(paths: readonly string[], { config: file, format }: Options): Promise<number> {
  const alone = paths.length > 0;
  const missing = paths.find((path) => !statSync(path, { throwIfNoEntry: false })?.isDirectory());
  if (missing !== undefined) {
    console.error(`${missing} is not a folder.`);
    return 2;
  }
  const { value: config, problems: configProblems } = alone ? { value: BARE_CONFIG, problems: [] } : readConfig(file);
  if (config === null) return printBadConfig(configProblems, file);
  const pulled = 'folder' in config ? await pull(config) : { snapshot: snapshotOf(paths), problems: [] };
  const portal = await compilePortal(config, pulled.snapshot, { problems: [...configProblems, ...pulled.problems] });
  const problems = portal.problems.filter((problem) => !(alone && NEEDS_ALL_SOURCES.has(problem.rule)));
  print(problems, format, pulled.snapshot);
  return problems.some(isError) ? 1 : 0;
}

const BARE_CONFIG = { title: 'Validation', site: null, base: '/', sources: [], radar: null, radarPlace: null };

function snapshotOf(paths: readonly string[]): Snapshot {
  const sources = paths.map((path, index) => {
    const root = resolve(path);
    const id = `${basename(root)}${index === 0 ? '' : `-${index + 1}`}`;
    const origin = { type: 'path', path } as const;
    return { id, origin, root, files: diskFiles(root), catalog: ['catalog-info.yaml', 'catalog-info.yml'], docs: null, stale: null };
  });
  return { sources, radar: null };
}

function print(problems: readonly Problem[], format: string, snapshot: Snapshot): void {
  const text = FORMATS[format]?.(problems, locateOnDisk(snapshot)) ?? '';
  if (text !== '') console.log(text);
  if (format === 'pretty') console.error(`${problems.length === 0 ? '' : '\n'}${countProblems(problems)}`);
}
