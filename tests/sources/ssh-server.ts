// An sshd of our own for the length of a test: own keys, own settings, a high port. Nothing of the machine's ssh is used or changed.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { GIT_TEST_ENV } from '../support/git.ts';
import { serveProgram } from './git-daemon.ts';

/** Where the folder for separated privileges lies: sshd wants it when root starts it. */
const PRIVILEGE_FOLDER = '/run/sshd';

export interface SshServer {
  /** `ssh://user@127.0.0.1:port`. */
  readonly url: string;
  /** Variables for a git that may come in. */
  readonly env: Readonly<Record<string, string>>;
  /** Variables for one whose key is refused, and for one that does not know the host. */
  readonly refused: Readonly<Record<string, string>>;
  readonly stranger: Readonly<Record<string, string>>;
  close(): void;
}

/** Finds an sshd; it is in no user's PATH, and must be called by its full path. */
export function findSshd(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, 'sshd')).find((path) => existsSync(path)) ?? null;
}

/** Makes keys and settings in a new folder of `parent`, and starts a server; throws with what sshd says when it cannot run here. */
export async function serveSsh(sshd: string, parent: string): Promise<SshServer> {
  const folder = mkdtempSync(join(parent, 'ssh-'));
  const path = (name: string) => join(folder, name);
  const keys = Object.fromEntries(['host', 'user', 'other'].map((name) => [name, makeKey(path(name))]));
  writeFileSync(path('authorized_keys'), keys['user'] ?? '');
  writeFileSync(path('sshd_config'), settings(path('host'), path('authorized_keys')));
  if (userInfo().uid === 0) mkdirSync(PRIVILEGE_FOLDER, { recursive: true, mode: 0o755 });
  const check = spawnSync(sshd, ['-t', '-f', path('sshd_config')], { encoding: 'utf8' });
  if (check.status !== 0) throw new Error(`sshd does not run here: ${check.stderr.trim()}`);

  const server = await serveProgram(sshd, ['-i', '-f', path('sshd_config')], process.env);
  writeFileSync(path('known_hosts'), `[127.0.0.1]:${server.port} ${keys['host'] ?? ''}`);
  writeFileSync(path('no_hosts'), '');
  const variables = (identity: string, hosts: string) => ({ ...GIT_TEST_ENV, GIT_SSH_COMMAND: client(path(identity), path(hosts)) });
  return {
    url: `ssh://${userInfo().username}@127.0.0.1:${server.port}`,
    env: variables('user', 'known_hosts'),
    refused: variables('other', 'known_hosts'),
    stranger: variables('user', 'no_hosts'),
    close: () => server.close(),
  };
}

/** Makes a key and returns its public half. */
function makeKey(file: string): string {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'test', '-f', file]);
  return execFileSync('ssh-keygen', ['-y', '-f', file], { encoding: 'utf8' });
}

function settings(hostKey: string, authorizedKeys: string): string {
  return Object.entries({
    HostKey: hostKey,
    AuthorizedKeysFile: authorizedKeys,
    // The folder lies in /tmp, which everybody may write to.
    StrictModes: 'no',
    UsePAM: 'no',
    PasswordAuthentication: 'no',
    KbdInteractiveAuthentication: 'no',
    PermitRootLogin: 'prohibit-password',
    PidFile: 'none',
    AcceptEnv: 'GIT_PROTOCOL',
    SetEnv: 'GIT_CONFIG_GLOBAL=/dev/null',
  })
    .map(([key, value]) => `${key} ${value}\n`)
    .join('');
}

function client(identity: string, knownHosts: string): string {
  const options = [`UserKnownHostsFile=${knownHosts}`, 'GlobalKnownHostsFile=/dev/null', 'StrictHostKeyChecking=yes', 'BatchMode=yes'];
  return ['ssh', '-F', '/dev/null', '-i', identity, '-o', 'IdentitiesOnly=yes', ...options.flatMap((option) => ['-o', option])].join(' ');
}
