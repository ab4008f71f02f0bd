// Writes the files of a commit to disk: a plan in, files in an empty folder out. Nothing of git's own checkout is used.
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diskFailure } from './disk-fs.ts';
import type { Git } from './git-fs.ts';
import type { PlannedFile } from './tree.ts';
import type { Failure, Outcome } from './types.ts';

/** Reads the planned files from a mirror and writes them below `root`, which must be empty. */
export async function extractFiles(
  git: Git,
  mirror: string,
  files: readonly PlannedFile[],
  root: string,
  seconds: number,
): Promise<Outcome<null>> {
  const writer = openWriter(files, root);
  const result = await git({
    args: ['cat-file', '--batch', '--buffer'],
    gitDir: mirror,
    input: files.map(({ oid }) => `${oid}\n`).join(''),
    seconds,
    onOutput: writer.take,
  });
  const unfinished = writer.end();
  if ('failure' in result) return result;
  return unfinished ? { failure: { reason: 'git ended before all files were read', mirror: true } } : { value: null };
}

/** Takes the answers of `git cat-file --batch` as they come: `<hash> blob <size>`, the bytes, a line feed, file after file. */
function openWriter(files: readonly PlannedFile[], root: string) {
  const folders = new Set([root]);
  let next = 0;
  let header = '';
  let file: number | null = null;
  let left = -1; // bytes of the open file, 0 for its line feed to come, -1 for a header to come

  function open(planned: PlannedFile): number {
    const path = join(root, planned.path);
    const folder = dirname(path);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    // "wx" fails on whatever is there already, a link before all.
    return openSync(path, 'wx', 0o644);
  }

  function close(): void {
    if (file !== null) closeSync(file);
    file = null;
  }

  function take(chunk: Buffer): Failure | null {
    for (let at = 0; at < chunk.length;) {
      if (left < 0) {
        const end = chunk.indexOf(10, at);
        header += chunk.toString('latin1', at, end < 0 ? chunk.length : end);
        if (end < 0) return null;
        at = end + 1;
        const planned = files[next++];
        if (planned === undefined || header !== `${planned.oid} blob ${planned.size}`)
          return { reason: 'a file of the repository cannot be read', mirror: true };
        header = '';
        left = planned.size;
        file = open(planned);
      } else if (left === 0) {
        at++;
        left = -1;
        close();
      } else if (file !== null) {
        const length = writeSync(file, chunk, at, Math.min(left, chunk.length - at));
        at += length;
        left -= length;
      }
    }
    return null;
  }

  return {
    take(chunk: Buffer): Failure | null {
      try {
        return take(chunk);
      } catch (error) {
        return diskFailure(error);
      }
    },
    /** Closes what is open and says whether files are missing. */
    end(): boolean {
      const unfinished = file !== null || next < files.length;
      close();
      return unfinished;
    },
  };
}
