// Real bare repositories in a temporary folder: files in, commits and addresses out.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The files of a commit by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** One entry of a tree as git stores it, with any name and mode. */
export interface RawEntry {
  readonly mode: string;
  readonly name: string | Uint8Array;
  readonly oid: string;
}

/** A bare repository. */
export interface BareRepository {
  readonly folder: string;
  /** Its `file://` address. */
  readonly url: string;
  /** Runs git on it and returns what it prints, without the line feed at the end. */
  git(args: readonly string[], input?: string | Uint8Array): string;
  /** Makes a commit that holds exactly these files on a branch (`main` unless told) and returns its hash. */
  commit(files: Files, branch?: string): string;
  /** Writes a blob and returns its hash. */
  blob(content: string | Uint8Array): string;
  /** Writes a tree without any check, in the order given, and returns its hash. */
  tree(entries: readonly RawEntry[]): string;
  /** Makes a commit of a tree on a branch (`main` unless told) and returns its hash. */
  commitTree(tree: string, branch?: string): string;
}

/** The environment for git in tests: nothing of the machine's settings, and fixed names and dates. */
export const GIT_TEST_ENV = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
} as const;

const AUTHOR = {
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.org',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.org',
  GIT_AUTHOR_DATE: '2025-01-02T03:04:05Z',
  GIT_COMMITTER_DATE: '2025-01-02T03:04:05Z',
};

/** Makes a temporary folder; call `remove` when done. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'callboard-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Makes an empty bare repository `<name>.git` in a folder. */
export function makeRepository(parent: string, name: string): BareRepository {
  const folder = join(parent, `${name}.git`);
  mkdirSync(folder, { recursive: true });
  const git = (args: readonly string[], input?: string | Uint8Array) =>
    execFileSync('git', ['-c', 'core.protectNTFS=false', '-c', 'core.protectHFS=false', ...args], {
      cwd: folder,
      env: { ...GIT_TEST_ENV, ...AUTHOR },
      input: input ?? '',
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 256 * 1024 * 1024,
    })
      .toString()
      .replace(/\n$/, '');
  git(['init', '--bare', '--quiet', '--initial-branch=main', '.']);

  const commitTree = (tree: string, branch = 'main') => {
    const parents = git(['for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`]);
    const commit = git(['commit-tree', tree, '-m', 'Change files', ...(parents === '' ? [] : ['-p', parents])]);
    git(['update-ref', `refs/heads/${branch}`, commit]);
    return commit;
  };

  return {
    folder,
    url: pathToFileURL(folder).href,
    git,
    commit(files, branch = 'main') {
      git(
        ['fast-import', '--quiet', '--force'],
        importStream(files, branch, git(['for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`])),
      );
      return git(['rev-parse', `refs/heads/${branch}`]);
    },
    blob: (content) => git(['hash-object', '-w', '--stdin'], content),
    tree(entries) {
      const parts = entries.flatMap(({ mode, name, oid }) => [
        Buffer.from(`${mode} `),
        Buffer.from(name),
        Buffer.from([0]),
        Buffer.from(oid, 'hex'),
      ]);
      return git(['hash-object', '-t', 'tree', '--literally', '-w', '--stdin'], Buffer.concat(parts));
    },
    commitTree,
  };
}

/** The stream of `git fast-import` for one commit: one process, however many files. */
function importStream(files: Files, branch: string, parent: string): Buffer {
  const who = 'Test <test@example.org> 1735787045 +0000';
  const parts: Uint8Array[] = [Buffer.from(`commit refs/heads/${branch}\nauthor ${who}\ncommitter ${who}\n`), ...data('Change files')];
  parts.push(Buffer.from(`${parent === '' ? '' : `from ${parent}\n`}deleteall\n`));
  for (const [path, content] of Object.entries(files))
    parts.push(Buffer.from(`M 100644 inline ${JSON.stringify(path)}\n`), ...data(content));
  return Buffer.concat(parts);
}

function data(content: string | Uint8Array): Buffer[] {
  return [Buffer.from(`data ${Buffer.byteLength(content)}\n`), Buffer.from(content), Buffer.from('\n')];
}
