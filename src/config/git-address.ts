// The address of a git repository: text from portal.yaml in, checked parts out, with its password set apart.
import type { Fault } from './rules.ts';

/** A repository's address that is safe to hand to git. */
export interface GitAddress {
  /** What git is given. Never holds a password; a user name stays where git needs it. */
  readonly remote: string;
  /** What people are shown and files may hold: no user name, no password. */
  readonly shown: string;
  readonly protocol: 'https' | 'http' | 'ssh' | 'git' | 'file';
  /** Host in lower case, with its port if that is not the usual one; null for a file. */
  readonly host: string | null;
  /** Last part of the path, without `.git`. */
  readonly name: string;
  /** User name and password as written in the address; null without password. Never print, store or pass it as an argument. */
  readonly login: { readonly user: string; readonly password: string } | null;
}

type Checked = { readonly address: GitAddress } | { readonly fault: Fault };

const PROTOCOLS: Readonly<Record<string, GitAddress['protocol']>> = {
  'https:': 'https',
  'http:': 'http',
  'ssh:': 'ssh',
  'git:': 'git',
  'file:': 'file',
};
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const MAX_LENGTH = 2000;
const SPOKEN = 'Write https://host/path, ssh://user@host/path, user@host:path, git://host/path or file:///path.';

/**
 * Checks an address: https, ssh (also as `user@host:path`), git and file are spoken, http to this machine only. What git could take for an
 * option, a command (`ext::`) or another host than the one that is read here is refused. Faults never quote the address: it may hold a token.
 */
export function parseGitAddress(text: string): Checked {
  if (text === '' || text.length > MAX_LENGTH) return fault('is empty or too long');
  if (/[\s\p{C}\\]/u.test(text)) return fault('holds a space, a backslash or a control character');
  if (text.startsWith('-')) return fault('begins with "-", which is how options begin');
  if (/^[\w+.-]*::/.test(text)) return fault('names a remote helper ("::"), which could run any command');
  return /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? parseUrl(text) : parseShort(text);
}

/** Says whether a host, with or without port, is this machine: the only one that http is spoken with. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host.replace(/:\d+$/, ''));
}

/** Returns the variable of the environment that holds the token for a host: `git.acme.example:8443` gives `CALLBOARD_TOKEN_GIT_ACME_EXAMPLE_8443`. */
export function tokenVariable(host: string): string {
  return `CALLBOARD_TOKEN_${host.replace(/[^a-z\d]+/gi, '_').toUpperCase()}`;
}

function parseUrl(text: string): Checked {
  const url = URL.parse(text);
  const protocol = PROTOCOLS[url?.protocol ?? ''];
  if (url === null) return fault('cannot be parsed as a URL');
  if (protocol === undefined) return fault(`begins with "${url.protocol}//", which is not spoken`);
  if (url.search !== '' || url.hash !== '')
    return fault('holds "?" or "#"', 'Write the address as for `git clone`; a branch goes into `ref`.');
  if (protocol === 'file') return parseFile(url);
  if (!isHost(url.hostname)) return fault('has no valid host name');
  if (protocol === 'http' && !LOOPBACK.has(url.hostname))
    return fault('begins with "http://", which is spoken with this machine only', 'Use https://.');
  if (url.pathname.replaceAll('/', '') === '') return fault('names a host but no repository');
  if (decode(url.pathname) === null) return fault('has a path with encoded characters that no path has');
  const user = decode(url.username);
  const password = decode(url.password);
  if (user === null || password === null || (protocol === 'ssh' && user !== '' && !isUser(user)))
    return fault('has a user name that git could misread');
  const web = protocol === 'https' || protocol === 'http';
  // Over https the user name chooses among stored logins; with a password both travel another way.
  const keepsUser = user !== '' && (protocol === 'ssh' || (web && password === ''));
  const place = `${url.host.toLowerCase()}${url.pathname}`;
  return {
    address: {
      remote: `${protocol}://${keepsUser ? `${encodeURIComponent(user)}@` : ''}${place}`,
      shown: `${protocol}://${place}`,
      protocol,
      host: url.host.toLowerCase(),
      name: nameOf(url.pathname),
      login: web && password !== '' ? { user, password } : null,
    },
  };
}

function parseFile(url: URL): Checked {
  if (url.host !== '') return fault('names a host in a file address', 'Write three slashes: file:///path/to/repository.git');
  if (url.pathname === '/') return fault('names no folder');
  const text = `file://${url.pathname}`;
  return { address: { remote: text, shown: text, protocol: 'file', host: null, name: nameOf(url.pathname), login: null } };
}

/** The short form that git hosts offer for ssh: `git@host:owner/name.git`. Without a user it looks like a Windows path or a helper. */
function parseShort(text: string): Checked {
  const match = /^([^@:/]+)@([^@:/]+):(.+)$/.exec(text);
  if (match === null) return fault('is not an address that Callboard can read');
  const [, user = '', host = '', path = ''] = match;
  if (!isUser(user) || !isHost(host)) return fault('has no valid user or host name');
  if (path.startsWith('-') || path.includes('?') || path.includes('#')) return fault('has a path that git could misread');
  const lower = host.toLowerCase();
  return {
    address: {
      remote: `${user}@${lower}:${path}`,
      shown: `ssh://${lower}/${path.replace(/^\/+/, '')}`,
      protocol: 'ssh',
      host: lower,
      name: nameOf(path),
      login: null,
    },
  };
}

function fault(what: string, hint = SPOKEN): Checked {
  return { fault: { rule: 'config/invalid-git-address', message: `The address of the repository ${what}.`, hint } };
}

function isHost(host: string): boolean {
  return /^(?:[a-z\d](?:[a-z\d._-]{0,251}[a-z\d])?|\[[\da-f:.]+\])$/i.test(host);
}

function isUser(user: string): boolean {
  return /^\w[\w.-]*$/.test(user);
}

function decode(text: string): string | null {
  try {
    const decoded = decodeURIComponent(text);
    return /\p{Cc}/u.test(decoded) ? null : decoded;
  } catch {
    return null;
  }
}

function nameOf(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.git');
  const last = parts.at(-1) ?? '';
  return (decode(last) ?? last).replace(/\.git$/i, '');
}
