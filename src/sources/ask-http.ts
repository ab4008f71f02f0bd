// Asks a git server over HTTP where a ref stands, in one request and without starting git: an address and a ref in; a commit, or null for
// whatever git had better ask itself, out. Source: https://git-scm.com/docs/protocol-v2 (ls-refs), https://git-scm.com/docs/http-protocol.
import type { GitAddress } from '../config/git-address.ts';
import { isCommitHash } from '../config/git-ref.ts';
import { credentialsFor } from './git-env.ts';
import { type Target, chooseRef, namesOf } from './git-remote.ts';
import type { Credentials, Environment, Limits, PullContext } from './types.ts';

const MAX_ANSWER = 4 * 1024 * 1024;
const FLUSH = '0000';
const DELIMITER = '0001';

/** What a question over HTTP needs to know of the pull. */
interface Asking {
  readonly env: Environment;
  readonly limits: Limits;
  readonly grants: PullContext['grants'];
  /** Hosts that have asked for a login; the one of the address is added when it does. */
  readonly asksForLogin: Set<string>;
}

/**
 * Asks for the refs that a name may mean. Only a plain answer counts: with a redirect, a refusal, another protocol version or no answer in
 * time, null is returned and git asks, which knows credential helpers and says what is wrong. A login is shown to who asks for one.
 */
export async function askOverHttp(address: GitAddress, ref: string | null, asking: Asking): Promise<Target | null> {
  if (ref !== null && isCommitHash(ref)) return null;
  const names = namesOf(ref);
  const answer = await ask(address, asking, {
    path: '/git-upload-pack',
    method: 'POST',
    type: 'application/x-git-upload-pack-result',
    headers: { 'content-type': 'application/x-git-upload-pack-request' },
    body: question(names),
  });
  const lines = answer === null ? null : parsePackets(answer);
  return lines === null ? null : chooseRef(lines.map(toLine).join('\n'), names);
}

/**
 * Says whether a server answers with something else than git speaks, such as a page for people. Git takes that for a repository without
 * commits. False for whatever cannot be told.
 */
export async function isNoGitServer(address: GitAddress, asking: Asking): Promise<boolean> {
  const html = await ask(address, asking, { path: '/info/refs?service=git-upload-pack', method: 'GET', type: 'text/html' });
  return html !== null;
}

/** Asks a server once what it can do: whether it sends commits without their files. False for whatever git had better find out itself. */
export async function canFilter(address: GitAddress, asking: Asking): Promise<boolean> {
  const answer = await ask(address, asking, {
    path: '/info/refs?service=git-upload-pack',
    method: 'GET',
    type: 'application/x-git-upload-pack-advertisement',
  });
  return answer !== null && /fetch=[^\n]*\bfilter\b/.test(answer.toString('latin1'));
}

interface Request {
  readonly path: string;
  readonly method: string;
  /** Content type of a plain answer. */
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function ask(address: GitAddress, { env, limits, grants, asksForLogin }: Asking, request: Request): Promise<Buffer | null> {
  if (address.protocol !== 'https' && address.protocol !== 'http') return null;
  const credentials = credentialsFor(address, env, grants);
  // A user name without password is for git's helpers.
  if (credentials === null && address.remote.includes('@')) return null;
  const host = address.host ?? '';
  try {
    let response = await send(address, request, asksForLogin.has(host) ? credentials : null, limits);
    if (response.status === 401 && credentials !== null && !asksForLogin.has(host)) {
      await response.body?.cancel();
      asksForLogin.add(host);
      response = await send(address, request, credentials, limits);
    }
    if (response.status === 200 && response.headers.get('content-type')?.split(';')[0] === request.type) return await readBounded(response);
    await response.body?.cancel();
    return null;
  } catch {
    return null;
  }
}

function send(address: GitAddress, request: Request, login: Credentials | null, limits: Limits): Promise<Response> {
  const { path, method, headers, body } = request;
  return fetch(`${address.remote.replace(/\/+$/, '')}${path}`, {
    method,
    redirect: 'manual',
    signal: AbortSignal.timeout(limits.askSeconds * 1000),
    headers: {
      'git-protocol': 'version=2',
      'user-agent': 'git/callboard',
      ...headers,
      ...(login !== null && { authorization: `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}` }),
    },
    ...(body !== undefined && { body }),
  });
}

function question(names: readonly string[]): string {
  // Objects that tags stand for come with the tag, not under a name of their own.
  const prefixes = new Set(names.map((name) => name.replace(/\^\{\}$/, '')));
  const asked = [...prefixes].map((name) => packet(`ref-prefix ${name}\n`)).join('');
  return `${packet('command=ls-refs\n')}${packet('agent=git/callboard\n')}${DELIMITER}${packet('peel\n')}${asked}${FLUSH}`;
}

function packet(text: string): string {
  return (Buffer.byteLength(text) + 4).toString(16).padStart(4, '0') + text;
}

async function readBounded(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_ANSWER) throw new Error('The answer is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Takes an answer apart; null when it is none, or not whole. */
export function parsePackets(answer: Buffer): string[] | null {
  const lines: string[] = [];
  for (let at = 0; at < answer.length;) {
    const length = Number.parseInt(answer.toString('latin1', at, at + 4), 16);
    if (length === 0) return lines;
    if (!(length > 4) || at + length > answer.length) return null;
    lines.push(answer.toString('utf8', at + 4, at + length).replace(/\n$/, ''));
    at += length;
  }
  return null;
}

/** `<hash> <name> peeled:<hash>` as `git ls-remote` says it: a line for the name, and one for the commit that a tag stands for. */
function toLine(line: string): string {
  const [oid = '', name = '', ...attributes] = line.split(' ');
  const peeled = attributes.find((attribute) => attribute.startsWith('peeled:'))?.slice('peeled:'.length);
  return `${oid}\t${name}${peeled === undefined ? '' : `\n${peeled}\t${name}^{}`}`;
}
