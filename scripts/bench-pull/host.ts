// A host of repositories: made-up histories in; bare repositories in a folder, served over HTTP by a process of its own, out.
import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { importInto } from './fast-import.ts';
import { type Load, changeOf, historyOf, repositoryName } from './repositories.ts';
import { type Server, startServer } from './server-process.ts';

/** A server of made-up repositories. */
export interface Host extends Server {
  readonly names: readonly string[];
  /** Adds a commit to the first so many repositories. */
  change(repositories: number): Promise<void>;
}

/** How a host serves. */
export interface Serving {
  /** Says whether it sends parts of a repository. */
  readonly filter: boolean;
  /** Says whether it answers questions for refs from memory, as large hosts do; else git is started for each. */
  readonly refCache: boolean;
}

/** Makes the repositories of a load below a folder and serves them. */
export async function openHost(folder: string, load: Load, { filter, refCache }: Serving): Promise<Host> {
  const names = Array.from({ length: load.repositories }, (_, index) => repositoryName(index));
  const limit = pLimit(availableParallelism());
  await Promise.all(
    names.map((name) =>
      limit(async () => {
        const bare = join(folder, `${name}.git`);
        execFileSync('git', ['init', '--bare', '--quiet', '--initial-branch=main', '--template=', bare]);
        for (const key of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant'])
          execFileSync('git', ['--git-dir', bare, 'config', key, String(filter)]);
        await importInto(bare, historyOf(name, load));
      }),
    ),
  );
  return {
    ...(await startServer(folder, refCache)),
    names,
    async change(repositories) {
      for (const name of names.slice(0, repositories)) await importInto(join(folder, `${name}.git`), changeOf(name));
    },
  };
}
