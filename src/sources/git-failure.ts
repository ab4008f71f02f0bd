// Why git failed, in words for people: its error text in; a reason and a hint out.
import { scrub } from './secrets.ts';
import type { Failure } from './types.ts';

interface Row extends Failure {
  readonly pattern: RegExp;
}

const LATER_HINT = 'Try again later; if it stays so, ask who runs the host.';
const ACCESS_HINT = 'Check the address, and that the token, helper or ssh key of this machine may read the repository.';

/** Texts of git, curl and ssh, the most telling first. Patterns are plain, so that a long text costs no time. */
const FAILURES: readonly Row[] = [
  {
    pattern: /No space left on device|Disk quota exceeded/i,
    reason: 'the disk is full',
    hint: 'Make room where .callboard (or CALLBOARD_CACHE) lies.',
  },
  {
    pattern: /dubious ownership/i,
    reason: 'git refuses a repository that belongs to another user',
    hint: 'Allow it with `git config --global --add safe.directory PATH`.',
  },
  {
    pattern: /Host key verification failed/i,
    reason: 'the host is not known to ssh',
    hint: 'Add its key to known_hosts, e.g. with ssh-keyscan.',
  },
  {
    pattern: /transport '[^']*' not allowed/i,
    reason: 'git was sent to an address that is not spoken',
    hint: 'Only https, ssh, git and file are; look for `insteadOf` in the git configuration.',
  },
  {
    pattern: /unadvertised object/i,
    reason: 'the server does not hand out commits by their hash',
    hint: 'Name a branch or tag instead.',
    commit: 'unadvertised',
  },
  { pattern: /not our ref/i, reason: 'the server does not have the commit', hint: 'Check `ref`.', commit: 'unknown' },
  { pattern: /couldn't find remote ref|Remote branch .{1,300} not found/i, reason: 'the branch or tag is not there', hint: 'Check `ref`.' },
  {
    pattern:
      /could not read (?:Username|Password)|Authentication failed|Permission denied|Access denied(?! or repository)|HTTP (?:401|403)|error: 40[13]/i,
    reason: 'access was refused',
    hint: ACCESS_HINT,
  },
  {
    pattern:
      /repository '?[^\n]{0,2000} not found|does not appear to be a git repository|repository does not exist|access denied or repository not exported|HTTP 404|error: 404|project you were looking for could not be found/i,
    reason: 'there is no such repository, or it may not be read',
    hint: ACCESS_HINT,
  },
  {
    pattern:
      /Could not resolve (?:host|proxy)|Name or service not known|nodename nor servname|unable to look up|Temporary failure in name resolution/i,
    reason: 'the host is not known',
    hint: 'Check the address and the network.',
  },
  {
    pattern: /certificate|SSL_ERROR|SSL routines|gnutls_handshake|TLS (?:connect|alert|connection)|schannel/i,
    reason: 'the secure connection could not be made',
    hint: 'If the host uses an own certificate authority, name it with `git config http.sslCAInfo` or GIT_SSL_CAINFO.',
  },
  {
    pattern:
      /Connection refused|Failed to connect|Couldn't connect|Connection timed out|Operation timed out|Network is unreachable|No route to host/i,
    reason: 'the host cannot be reached',
    passing: true,
    hint: 'Check the network and that the host is up.',
  },
  {
    pattern: /unable to update url base from redirection|redirect|Protocol "[^"]{1,40}" not supported/i,
    reason: 'the server redirects elsewhere',
    hint: 'Write the address it redirects to.',
  },
  {
    pattern: /HTTP 429|error: 429/i,
    reason: 'the host has been asked too often',
    hint: 'Try again later; with a token, hosts answer more questions.',
    passing: true,
  },
  {
    pattern: /Connection reset|early EOF|hung up unexpectedly|unexpected disconnect|transfer closed|Operation too slow/i,
    reason: 'the connection broke',
    hint: LATER_HINT,
    passing: true,
  },
  {
    pattern:
      /not valid: is this a git repository|invalid server response|protocol error|bad (?:line length|pack header)|HTTP 5\d\d|error: 5\d\d|RPC failed/i,
    reason: 'the server did not answer as a git server does',
    hint: LATER_HINT,
    passing: true,
  },
  {
    pattern: /shallow file has changed/i,
    reason: 'another program changed the copy of the repository on this machine',
    hint: LATER_HINT,
    passing: true,
  },
  {
    pattern:
      /shallow\.lock|index\.lock|\.lock': File exists|bad object|object file .{1,300} is (?:empty|corrupt)|packfile .{1,300} (?:cannot|is far|does not)|not a git repository|unable to read tree|mismatched algorithms|missing (?:blob|tree|commit)|invalid object/i,
    reason: 'the copy of the repository on this machine was damaged',
    mirror: true,
  },
  { pattern: /Could not read from remote repository/i, reason: 'the repository could not be read', hint: ACCESS_HINT },
];

/** Finds the reason in what git wrote to its error output; an unknown text gives its first telling line, without secrets. */
export function failureOf(stderr: string, secrets: readonly string[]): Failure {
  const row = FAILURES.find(({ pattern }) => pattern.test(stderr));
  if (row !== undefined) {
    const { pattern: _, ...failure } = row;
    return failure;
  }
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((candidate) => /^(?:fatal|error):/.test(candidate)) ?? lines[0] ?? '';
  const text = scrub(line.replace(/^(?:fatal|error): /, ''), secrets);
  return { reason: text === '' ? 'git failed without saying why' : `git says: ${text}` };
}

/** Says that a command took longer than it may. */
export function timeoutFailure(seconds: number): Failure {
  return { reason: `there was no answer within ${seconds} seconds`, hint: LATER_HINT };
}

/** Says that what answers is no git server. */
export function noGitServer(): Failure {
  return {
    reason: 'the server did not answer as a git server does',
    hint: 'Check the address; a page for people, such as a login, is no repository.',
  };
}

/** Says that git itself could not be started. */
export function startFailure(code: string): Failure {
  return code === 'ENOENT'
    ? { reason: 'git is not installed', hint: 'Install git 2.31 or newer, so that `git` is found on the PATH.' }
    : { reason: `git could not be started (${code})` };
}
