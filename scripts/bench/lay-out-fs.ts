// The files of an organisation where a build finds them: repositories as folders, or as git repositories behind a server.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { commit, file, importInto } from '../bench-pull/fast-import.ts';
import { startServer } from '../bench-pull/server-process.ts';
import { portalFiles, portalItself, repositoriesOf } from './files.ts';
import { type Extent, writeFiles } from './files-fs.ts';
import type { BenchFile, Organisation } from './model.ts';

/** An organisation on disk. */
export interface Laid extends Extent {
  /** Path of portal.yaml. */
  readonly config: string;
  /** Writes some files of a repository anew; in git as its next commit. */
  change(repository: string, files: readonly BenchFile[]): Promise<void>;
  close(): void;
}

/** Writes an organisation below a folder, its repositories as folders. */
export function layFolders(folder: string, organisation: Organisation): Laid {
  return {
    ...writeFiles(folder, portalFiles(organisation)),
    config: join(folder, 'portal.yaml'),
    change: async (repository, files) => void writeFiles(join(folder, 'repos', repository), files),
    close: () => undefined,
  };
}

/** Writes an organisation below a folder, its repositories as bare git repositories that a server on this machine gives out. */
export async function layGit(folder: string, organisation: Organisation): Promise<Laid> {
  const host = join(folder, 'host');
  const bare = (name: string) => join(host, `${name}.git`);
  const empty = makeEmpty(folder);
  const extent = { files: 0, bytes: 0 };
  let commits = 1;
  const limit = pLimit(availableParallelism());
  mkdirSync(host);
  const repositories = repositoriesOf(organisation);
  await Promise.all(
    repositories.map(({ name, files }) =>
      limit(async () => {
        cpSync(empty, bare(name), { recursive: true });
        await importInto(bare(name), history(files(), extent));
      }),
    ),
  );
  const server = await startServer(host, true);
  const lines = repositories.map(({ name }) => `git: ${server.url}/${name}.git`);
  const portal = writeFiles(folder, portalItself(organisation, lines));
  return {
    files: extent.files + portal.files,
    bytes: extent.bytes + portal.bytes,
    config: join(folder, 'portal.yaml'),
    async change(repository, files) {
      commits++;
      await importInto(bare(repository), nextCommit(commits, files));
    },
    close: () => server.close(),
  };
}

/** Makes a bare repository without a commit: copying it is quicker than to make a thousand. */
function makeEmpty(folder: string): string {
  const empty = join(folder, 'empty.git');
  mkdirSync(folder, { recursive: true });
  execFileSync('git', ['init', '--bare', '--quiet', '--initial-branch=main', '--template=', empty]);
  for (const key of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant'])
    execFileSync('git', ['--git-dir', empty, 'config', key, 'true']);
  return empty;
}

function* history(files: Iterable<BenchFile>, extent: { files: number; bytes: number }): Generator<Uint8Array | string> {
  yield* commit(1, 'Begin');
  for (const { path, text } of files) {
    extent.files++;
    extent.bytes += Buffer.byteLength(text);
    yield* file(path, text);
  }
}

function* nextCommit(number: number, files: readonly BenchFile[]): Generator<Uint8Array | string> {
  yield* commit(number, 'Change some files', 'refs/heads/main^0');
  for (const { path, text } of files) yield* file(path, text);
}
