// A portal in a temporary folder for the tests of this room: repositories beside it, and pulls of whatever its sources say.
import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readConfig } from '../../src/config/config-fs.ts';
import type { ConfigFile, SourceSpec } from '../../src/config/types.ts';
import type { SourceFiles } from '../../src/lib/files.ts';
import { pull } from '../../src/sources/pull.ts';
import type { PullEvent, PullOptions, PullResult } from '../../src/sources/types.ts';
import { type BareRepository, GIT_TEST_ENV, makeRepository, temporaryFolder } from '../support/git.ts';

/** The time of every pull in the tests. */
export const NOW = '2025-06-01T12:00:00.000Z';

export interface Workshop {
  readonly folder: string;
  readonly cache: string;
  readonly lockFile: string;
  repository(name: string): BareRepository;
  /** Writes files below the folder. */
  write(files: Readonly<Record<string, string>>): void;
  /** Writes portal.yaml with these lines below `sources:` and reads it; throws when it is wrong. Repositories are taken whole unless told. */
  config(sources: string, more?: string): ConfigFile;
  /** Pulls a configuration of these sources. */
  pull(sources: string, options?: PullOptions): Promise<PullResult & { readonly events: PullEvent[] }>;
  remove(): void;
}

/** Lets a repository be taken whole where a test does not say what of it is wanted: most are about other things than the choice of files. */
function takeEverything(source: SourceSpec): SourceSpec {
  const chosen = source.docs !== null || !source.catalog.includes('catalog-info.yaml');
  return source.type !== 'git' || chosen ? source : { ...source, catalog: ['**', '**/.*', '**/.*/**'] };
}

export function openWorkshop(): Workshop {
  const temporary = temporaryFolder();
  const folder = temporary.path;
  const cache = join(folder, 'cache');
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  };
  const config = (sources: string, more = '') => {
    write({ 'portal.yaml': `title: Test\nsources:\n${sources}\n${more}` });
    const { value, problems } = readConfig(join(folder, 'portal.yaml'));
    if (value === null) throw new Error(JSON.stringify(problems));
    return { ...value, sources: value.sources.map(takeEverything) };
  };
  return {
    folder,
    cache,
    lockFile: join(folder, 'callboard.lock.json'),
    repository: (name) => makeRepository(join(folder, 'bare'), name),
    write,
    config,
    async pull(sources, options = {}) {
      const events: PullEvent[] = [];
      const result = await pull(config(sources), {
        cache,
        env: GIT_TEST_ENV,
        now: () => new Date(NOW),
        onEvent: (event) => events.push(event),
        ...options,
      });
      return { ...result, events };
    },
    remove: () => temporary.remove(),
  };
}

/** The files of a source as a record from path to text. */
export function contents(files: SourceFiles | undefined): Record<string, string> {
  return Object.fromEntries((files?.list() ?? []).map((path) => [path, Buffer.from(files?.readBytes(path) ?? []).toString()]));
}

/** Events as `type id`, without those that only say that a source has begun. */
export function told(events: readonly PullEvent[]): string[] {
  return events.flatMap((event) => (event.type === 'source-start' ? [] : [`${event.type} ${event.id}`])).sort();
}

/** Every file below a folder with its bytes as Latin-1, for searching. */
export function everything(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    return entry.isFile() ? [`${path}\n${readFileSync(path, 'latin1')}`] : [path];
  });
}

/** A `git` on the PATH that notes its arguments before it becomes the real one. */
export function spyOnGit(shop: Workshop): { readonly PATH: string; readonly args: () => string } {
  const log = join(shop.folder, 'arguments.txt');
  shop.write({ 'bin/git': `#!/bin/sh\nprintf '%s\\n' "$@" >> ${log}\nPATH=\${PATH#*:} exec git "$@"\n`, 'arguments.txt': '' });
  chmodSync(join(shop.folder, 'bin/git'), 0o755);
  return { PATH: `${join(shop.folder, 'bin')}:${GIT_TEST_ENV.PATH}`, args: () => readFileSync(log, 'utf8') };
}
