// What MkDocs makes of docs sites: runs it once for each state of the files, and keeps the result in the temporary folder.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORIES, type Site } from './sites.ts';

export interface ReferenceNav {
  readonly title: string | null;
  readonly url: string | null;
  readonly page: boolean;
  readonly children: readonly ReferenceNav[];
}

/** One site as MkDocs makes it. */
export interface Reference {
  readonly error?: string;
  readonly pages: readonly { readonly url: string; readonly file: string; readonly title: string; readonly html: string }[];
  readonly nav: readonly ReferenceNav[];
}

const PROGRAM = new URL('build.py', import.meta.url).pathname;
const CACHE = join(tmpdir(), 'callboard-mkdocs');
/** Debian's Python has Debian's MkDocs; `MKDOCS_PYTHON` names another one. */
const PYTHON = process.env['MKDOCS_PYTHON'] ?? '/usr/bin/python3';

/** Returns the versions of what makes the reference; null when it is not installed. */
export function mkdocsVersion(): string | null {
  const code = 'import mkdocs, markdown, pymdownx, sys; print(mkdocs.__version__, markdown.__version__, pymdownx.__version__)';
  const run = spawnSync(PYTHON, ['-c', code], { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim() : null;
}

/** Builds sites with MkDocs, those of one repository in one go. */
export function buildReference(sites: readonly Site[], version: string): ReadonlyMap<string, Reference> {
  const asked = sites.map(({ name, repository, folder, docs, extensions }) => ({
    name,
    folder: join(REPOSITORIES, repository, folder),
    ...(docs !== undefined && { docs }),
    ...(extensions !== undefined && { extensions }),
  }));
  const input = JSON.stringify(asked);
  const state = createHash('sha256').update(version).update(input).update(readFileSync(PROGRAM));
  for (const repository of new Set(sites.map((site) => site.repository))) state.update(stateOf(join(REPOSITORIES, repository)));
  const file = join(CACHE, `${state.digest('hex')}.json`);
  if (!existsSync(file)) {
    const run = spawnSync(PYTHON, [PROGRAM], { input, encoding: 'utf8', maxBuffer: 1 << 30 });
    if (run.status !== 0) throw new Error(run.stderr);
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(file, run.stdout);
  }
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Reference>));
}

function stateOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${path} ${statSync(path).size} ${statSync(path).mtimeMs}`)
    .join('\n');
}
