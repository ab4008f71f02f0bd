// Asks a git server over HTTP where a ref stands, in one request and without starting git: an address and a ref in; a commit, or null for
// whatever git had better ask itself, out. Source: https://git-scm.com/docs/protocol-v2 (ls-refs), https://git-scm.com/docs/http-protocol.
import type { GitAddress } from '../config/git-address.ts';
import { isCommitHash } from '../config/git-ref.ts';
import { type Credentials, credentialsFor } from './git-env.ts';
import { type Target, chooseRef, namesOf } from './git-remote.ts';
import type { Environment, Limits } from './types.ts';

const MAX_ANSWER = 4 * 1024 * 1024;
const FLUSH = '0000';
const DELIMITER = '0001';

/** What a question over HTTP needs to know of the pull. */
interface Asking {
  readonly env: Environment;
  readonly limits: Limits;
  /** Hosts that have asked for a login; the one of the address is added when it does. */
  readonly asksForLogin: Set<string>;
}

/**
 * Asks for the refs that a name may mean. Only a plain answer counts: with a redirect, a refusal, another protocol version or no answer in
 * time, null is returned and git asks, which knows credential helpers and says what is wrong. A login is shown to who asks for one.
 */
export async function askOverHttp(address: GitAddress, ref: string | null, asking: Asking): Promise<Target | null> {
  const { env, asksForLogin } = asking;
  if ((address.protocol !== 'https' && address.protocol !== 'http') || (ref !== null && isCommitHash(ref))) return null;
  const credentials = credentialsFor(address, env);
  // A user name without password is for git's helpers.
  if (credentials === null && address.remote.includes('@')) return null;
  const host = address.host ?? '';
  const names = namesOf(ref);
  try {
    let response = await post(address, names, asksForLogin.has(host) ? credentials : null, asking.limits);
    if (response.status === 401 && credentials !== null && !asksForLogin.has(host)) {
      await response.body?.cancel();
      asksForLogin.add(host);
      response = await post(address, names, credentials, asking.limits);
    }
    if (response.status !== 200 || response.headers.get('content-type') !== 'application/x-git-upload-pack-result') {
      await response.body?.cancel();
      return null;
    }
    const lines = parsePackets(await readBounded(response));
    return lines === null ? null : chooseRef(lines.map(toLine).join('\n'), names);
  } catch {
    return null;
  }
}

function post(address: GitAddress, names: readonly string[], login: Credentials | null, limits: Limits): Promise<Response> {
  return fetch(`${address.remote.replace(/\/+$/, '')}/git-upload-pack`, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(limits.askSeconds * 1000),
    headers: {
      'content-type': 'application/x-git-upload-pack-request',
      accept: 'application/x-git-upload-pack-result',
      'git-protocol': 'version=2',
      'user-agent': 'git/callboard',
      ...(login !== null && { authorization: `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}` }),
    },
    body: question(names),
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
