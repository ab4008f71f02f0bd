// Runs git: arguments in; its output, or why it failed, out. The only place that starts a process.
import { type ChildProcess, spawn } from 'node:child_process';
import { onExit } from 'signal-exit';
import type { GitAddress } from '../config/git-address.ts';
import { GIT_SETTINGS, gitEnvironment, plainEnvironment } from './git-env.ts';
import { failureOf, startFailure, timeoutFailure } from './git-failure.ts';
import type { Environment, Failure, Grants, Outcome } from './types.ts';

const MAX_ERROR_TEXT = 64 * 1024;

export interface GitCall {
  /** The command and its arguments. Whatever comes from a configuration or a repository stands after `--`, or has been checked. */
  readonly args: readonly string[];
  /** Folder of the repository; none for a question to a remote. */
  readonly gitDir?: string;
  readonly input?: string;
  /** Settings for this call alone, `name=value`. */
  readonly settings?: readonly string[];
  /** Time the command may take before it is killed. */
  readonly seconds: number;
  /** Bytes of output that are kept; the command is killed when it writes more. */
  readonly maxOutput?: number;
  /** Takes the output as it comes; a failure it returns ends the command. Without it the output is collected. */
  readonly onOutput?: (chunk: Buffer) => Failure | null;
}

export interface GitOutput {
  readonly stdout: Buffer;
  /** Says that there was more output than was kept. */
  readonly truncated: boolean;
}

/** Runs one command of git on behalf of one repository. Never throws, never waits for a person, never shows a secret. */
export type Git = (call: GitCall) => Promise<Outcome<GitOutput>>;

/** Makes the function that runs git for one address, with the credentials of that address alone. */
export function openGit(address: GitAddress, environment: Environment, grants?: Grants): Git {
  const { env, secrets } = gitEnvironment(address, environment, grants);
  return (call) => run(call, env, secrets);
}

/** Settings and variables that send git elsewhere than its address says. */
const WAYS = '^(url\\..*\\.insteadof|https?\\.(.*\\.)?(proxy.*|curloptresolve))$';
const PROXY_VARIABLES = ['http_proxy', 'https_proxy', 'all_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'];

/** Says whether this machine tells git of proxies or other addresses, so that only git knows how a server is reached. */
export async function hasWaysOfItsOwn(environment: Environment): Promise<boolean> {
  if (PROXY_VARIABLES.some((name) => (environment[name] ?? '') !== '')) return true;
  const result = await run({ args: ['config', '--get-regexp', WAYS], seconds: 10 }, plainEnvironment(environment), []);
  // Nothing found ends with an error, and nothing printed.
  return 'value' in result && result.value.stdout.length > 0;
}

function run(call: GitCall, env: Record<string, string>, secrets: readonly string[]): Promise<Outcome<GitOutput>> {
  const { promise, resolve } = Promise.withResolvers<Outcome<GitOutput>>();
  // Without a folder git must not find the repository that the current folder may lie in: its settings are not ours.
  const settings = [...GIT_SETTINGS, ...(call.settings ?? [])].flatMap((setting) => ['-c', setting]);
  const args = ['--no-pager', `--git-dir=${call.gitDir ?? '/dev/null'}`, ...settings, ...call.args];
  const maxOutput = call.maxOutput ?? 1024 * 1024;
  // A session of its own has no terminal that ssh could ask on, and can be ended with all its children.
  const child = spawn('git', args, { env, stdio: ['pipe', 'pipe', 'pipe'], detached: process.platform !== 'win32', windowsHide: true });

  const chunks: Buffer[] = [];
  let size = 0;
  let stderr = '';
  let truncated = false;
  let failure: Failure | null = null;
  const stop = (why: Failure | null) => {
    failure ??= why;
    endAll(child);
  };
  // In its own session it would outlive a Ctrl-C, and go on writing to a mirror that is no longer locked.
  const forget = onExit(() => endAll(child));
  const timer = setTimeout(() => stop(timeoutFailure(call.seconds)), call.seconds * 1000);

  child.stdout.on('data', (chunk: Buffer) => {
    if (truncated || failure !== null) return;
    if (call.onOutput !== undefined) {
      const found = call.onOutput(chunk);
      if (found !== null) stop(found);
      return;
    }
    chunks.push(chunk.subarray(0, maxOutput - size));
    size += chunk.length;
    if (size <= maxOutput) return;
    truncated = true;
    stop(null);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    if (stderr.length < MAX_ERROR_TEXT) stderr += chunk.toString();
  });
  // A command that ends early closes its input: its exit says why.
  child.stdin.on('error', () => undefined);
  child.stdin.end(call.input ?? '');
  child.on('error', (error: NodeJS.ErrnoException) => (failure ??= startFailure(error.code ?? error.message)));
  child.on('close', (code) => {
    clearTimeout(timer);
    forget();
    if (failure === null && (code === 0 || truncated)) resolve({ value: { stdout: Buffer.concat(chunks), truncated } });
    else resolve({ failure: failure ?? failureOf(stderr, secrets) });
  });
  return promise;
}

/** Ends a command with the helpers it has started. */
function endAll(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
