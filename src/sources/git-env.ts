// What git is told besides its arguments: an address and the environment in; git's own environment, settings and secrets out.
import { type GitAddress, tokenVariable } from '../config/git-address.ts';
import type { Credentials, Environment, Grants } from './types.ts';

/**
 * Settings that hold whatever the machine's git configuration says. That configuration is honoured otherwise, because it belongs to the
 * person who builds and says how servers are reached: credential helpers, proxies, certificates, `insteadOf`, `safe.directory`. Nothing
 * in a repository can change it, and nothing is checked out, so no hook or filter can run.
 */
export const GIT_SETTINGS: readonly string[] = [
  'protocol.ext.allow=never',
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.alternateRefsCommand=',
  // Old repositories hold objects that a strict check refuses; names are checked one by one when files are written.
  'transfer.fsckObjects=false',
  'fetch.fsckObjects=false',
  'fetch.prune=false',
  'fetch.pruneTags=false',
  'fetch.writeCommitGraph=false',
  'maintenance.auto=false',
  'gc.autoDetach=false',
  'gc.pruneExpire=now',
  'http.followRedirects=initial',
  // A server that sends nothing at all for a minute is given up.
  'http.lowSpeedLimit=1',
  'http.lowSpeedTime=60',
];

/** Variables of git that say how to reach a server. All others, `GIT_DIR` and `GIT_TRACE` before all, must not reach it. */
const KEPT =
  /^GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|SSH(?:_COMMAND|_VARIANT)?|ASKPASS|SSL_\w+|HTTP_\w+|PROXY_\w+|EXEC_PATH)$/;

const FIXED: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  LANGUAGE: '',
  GIT_TERMINAL_PROMPT: '0',
  GCM_INTERACTIVE: 'never',
  SSH_ASKPASS_REQUIRE: 'never',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  // What is missing in a mirror is fetched in one go, never file by file behind our back.
  GIT_NO_LAZY_FETCH: '1',
  // A delta can grow without bound when it is unpacked: one allocation may not.
  GIT_ALLOC_LIMIT: '1g',
};

/** Variables that hold a token for a host, beside the one made from its name. */
const TOKEN_VARIABLES: Readonly<Record<string, string>> = { 'github.com': 'GITHUB_TOKEN', 'gitlab.com': 'GITLAB_TOKEN' };
/** User name for hosts that look at the token alone: GitHub's name, which GitLab and Gitea take as well. */
const TOKEN_USER = 'x-access-token';
/** User names of hosts that want another one. */
const TOKEN_USERS: Readonly<Record<string, string>> = { 'bitbucket.org': 'x-token-auth' };

/**
 * Finds the credentials for an address: those written in it, else those that its owner's host has granted for this pull, else a token of
 * the environment. Tokens are used over https, and over http to this machine. Returns null when there are none: git then asks the helpers
 * that the machine has.
 */
export function credentialsFor(address: GitAddress, env: Environment, grants: Grants = new Map()): Credentials | null {
  if (address.login !== null) return { user: address.login.user || TOKEN_USER, password: address.login.password };
  if (address.host === null || (address.protocol !== 'https' && address.protocol !== 'http')) return null;
  const [, owner = ''] = /^https?:\/\/[^/]+\/+([^/]+)/.exec(address.shown) ?? [];
  return grants.get(grantKey(address.host, owner)) ?? tokenFor(address.host, env);
}

/** Returns the name under which the credentials for the repositories of an owner are granted. */
export function grantKey(host: string, owner: string): string {
  return `${host}/${owner}`.toLowerCase();
}

/** Lists the variables that may hold a token for a host, the one that counts first. */
export function tokenVariables(host: string): string[] {
  const common = Object.hasOwn(TOKEN_VARIABLES, host) ? TOKEN_VARIABLES[host] : undefined;
  return [tokenVariable(host), ...(common === undefined ? [] : [common])];
}

/** Finds the token for a host in the environment, which may be `user:token`; null when there is none. */
export function tokenFor(host: string, env: Environment): Credentials | null {
  const token = tokenVariables(host)
    .map((name) => (env[name] ?? '').trim())
    .find((value) => value !== '');
  if (token === undefined || /\p{Cc}/u.test(token)) return null;
  const colon = token.indexOf(':');
  const user = Object.hasOwn(TOKEN_USERS, host) ? TOKEN_USERS[host] : undefined;
  return colon > 0 ? { user: token.slice(0, colon), password: token.slice(colon + 1) } : { user: user ?? TOKEN_USER, password: token };
}

/**
 * Hands git the credentials of one host through its environment: a helper that is asked for that host alone, so that a redirect to another
 * host gets nothing, as it would with a fixed header. Helpers of the machine are not asked for it, and so cannot store the token.
 */
const HELPER = `!f() { test "$1" = get && printf 'username=%s\\npassword=%s\\n' "$CALLBOARD_GIT_USER" "$CALLBOARD_GIT_PASSWORD"; }; f`;

/** Returns the environment for git's commands that speak to nobody: what the machine says of git, without what would change its work. */
export function plainEnvironment(env: Environment): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    const passes = name.startsWith('GIT_') ? KEPT.test(name) : !name.startsWith('CALLBOARD_') && name !== 'SSH_ASKPASS';
    if (value !== undefined && passes) result[name] = value;
  }
  return Object.assign(result, FIXED);
}

/** Returns the environment for git's commands on one address, and the texts that must never be shown. */
export function gitEnvironment(
  address: GitAddress,
  env: Environment,
  grants: Grants = new Map(),
): { env: Record<string, string>; secrets: string[] } {
  const result = plainEnvironment(env);
  result['GIT_ALLOW_PROTOCOL'] = `https:ssh:git:file${address.protocol === 'http' ? ':http' : ''}`;
  if (result['GIT_SSH'] === undefined) result['GIT_SSH_COMMAND'] ??= 'ssh -o BatchMode=yes -o ConnectTimeout=20';
  const credentials = credentialsFor(address, env, grants);
  if (credentials === null) return { env: result, secrets: [] };
  const key = `credential.${address.protocol}://${address.host ?? ''}.helper`;
  const count = Number.parseInt(result['GIT_CONFIG_COUNT'] ?? '0', 10) || 0;
  for (const [index, value] of ['', HELPER].entries()) {
    result[`GIT_CONFIG_KEY_${count + index}`] = key;
    result[`GIT_CONFIG_VALUE_${count + index}`] = value;
  }
  result['GIT_CONFIG_COUNT'] = String(count + 2);
  result['CALLBOARD_GIT_USER'] = credentials.user;
  result['CALLBOARD_GIT_PASSWORD'] = credentials.password;
  const { user, password } = credentials;
  return { env: result, secrets: [Buffer.from(`${user}:${password}`).toString('base64'), password, encodeURIComponent(password)] };
}
