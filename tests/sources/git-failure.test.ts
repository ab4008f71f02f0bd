// Why git failed: its texts, as it and its helpers write them, and what is made of them.
import { describe, expect, test } from 'vitest';
import { failureOf } from '../../src/sources/git-failure.ts';

describe('failureOf(stderr, secrets)', () => {
  test.each([
    ["fatal: repository 'https://github.com/a/b/' not found", 'there is no such repository, or it may not be read'],
    [
      "remote: Repository not found.\nfatal: repository 'https://github.com/a/b/' not found",
      'there is no such repository, or it may not be read',
    ],
    [
      "fatal: '/srv/x.git' does not appear to be a git repository\nfatal: Could not read from remote repository.",
      'there is no such repository, or it may not be read',
    ],
    [
      'remote: The project you were looking for could not be found.\nfatal: Could not read',
      'there is no such repository, or it may not be read',
    ],
    ["fatal: could not read Username for 'https://github.com': terminal prompts disabled", 'access was refused'],
    ["remote: HTTP Basic: Access denied\nfatal: Authentication failed for 'https://gitlab.com/a/b/'", 'access was refused'],
    ['fatal: remote error: access denied or repository not exported: /x.git', 'there is no such repository, or it may not be read'],
    ['git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.', 'access was refused'],
    ["fatal: unable to access 'https://x/': The requested URL returned error: 403", 'access was refused'],
    ["fatal: unable to access 'https://x/': The requested URL returned error: 502", 'the server did not answer as a git server does'],
    ['fatal: https://x/info/refs not valid: is this a git repository?', 'the server did not answer as a git server does'],
    ["fatal: unable to access 'https://x/': Could not resolve host: x", 'the host is not known'],
    ['ssh: Could not resolve hostname x: Name or service not known', 'the host is not known'],
    ['fatal: unable to look up x (port 9418) (Name or service not known)', 'the host is not known'],
    ["fatal: unable to access 'https://x/': SSL certificate problem: self-signed certificate", 'the secure connection could not be made'],
    [
      "fatal: unable to access 'https://x/': server certificate verification failed. CAfile: none",
      'the secure connection could not be made',
    ],
    [
      "fatal: unable to access 'https://x/': Failed to connect to x port 443 after 1 ms: Couldn't connect to server",
      'the host cannot be reached',
    ],
    ['ssh: connect to host x port 22: Connection refused', 'the host cannot be reached'],
    ['Host key verification failed.\nfatal: Could not read from remote repository.', 'the host is not known to ssh'],
    ['fatal: write error: No space left on device', 'the disk is full'],
    ["fatal: transport 'ext' not allowed", 'git was sent to an address that is not spoken'],
    ["fatal: detected dubious ownership in repository at '/srv/x'", 'git refuses a repository that belongs to another user'],
    ['fatal: remote error: upload-pack: not our ref 0000', 'the server does not have the commit'],
    ['error: Server does not allow request for unadvertised object 0000', 'the server does not hand out commits by their hash'],
    ["fatal: couldn't find remote ref refs/heads/x", 'the branch or tag is not there'],
    ['error: RPC failed; curl 56 Recv failure: Connection reset by peer\nfatal: early EOF', 'the connection broke'],
    ['fatal: unable to update url base from redirection:\n  asked for: https://x', 'the server redirects elsewhere'],
    ["fatal: Unable to create '/x/shallow.lock': File exists.", 'the copy of the repository on this machine was damaged'],
    ['fatal: something new at https://bot:t0k@x/ with t0k', 'git says: something new at https://x/ with ***'],
    ['warning: x\nerror: the \u001b[31mreason', 'git says: the  [31mreason'],
    ['', 'git failed without saying why'],
  ])('of %j', (stderr, reason) => {
    expect(failureOf(stderr, ['t0k']).reason).toBe(reason);
  });

  test('takes no time for a long text', () => {
    const start = performance.now();
    for (const piece of ["repository '", 'Remote branch ', 'packfile ', 'object file ', "transport '"])
      failureOf(piece.repeat((64 * 1024) / piece.length), []);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
