// Why a host did not answer as it should, in words for people: an error of the network, or a status, in; a refusal out.
import type { Refusal } from './types.ts';

interface Row extends Refusal {
  readonly codes: RegExp;
}

/** Codes of Node and its fetch, the most telling first. */
const NETWORK: readonly Row[] = [
  { codes: /^(?:ENOTFOUND|EAI_\w+)$/, reason: 'the host is not known', hint: 'Check the host and the network.' },
  {
    codes: /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/,
    reason: 'the host cannot be reached',
    hint: 'Check the network and that the host is up; behind a proxy, set NODE_USE_ENV_PROXY=1.',
  },
  {
    codes: /CERT|^(?:ERR_TLS_\w+|ERR_SSL_\w+|EPROTO|UNABLE_TO_\w+)$/,
    reason: 'the secure connection could not be made',
    hint: 'If the host uses an own certificate authority, name its file in NODE_EXTRA_CA_CERTS.',
  },
  { codes: /^(?:ECONNRESET|EPIPE|UND_ERR_\w+)$/, reason: 'the connection broke', passing: true },
];

/** Makes a refusal of an error of fetch; `seconds` is the time an answer may take. */
export function networkRefusal(error: unknown, seconds: number): Refusal {
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError' || name === 'AbortError')
    return { reason: `there was no answer within ${seconds} seconds`, hint: 'Try again later; if it stays so, ask who runs the host.' };
  const code = codeOf(error);
  const { codes: _, ...refusal } = NETWORK.find(({ codes }) => codes.test(code)) ?? { codes: /^$/, reason: 'the connection failed' };
  return refusal;
}

/** An error of fetch tells why in its cause, which may stand for several addresses that were tried. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  if (!(cause instanceof Error)) return '';
  const [first] = cause instanceof AggregateError ? cause.errors : [cause];
  return typeof first === 'object' && first !== null && 'code' in first ? String(first.code) : '';
}

const STATUSES: readonly (readonly [from: number, to: number, refusal: Refusal])[] = [
  [401, 401, { reason: 'access was refused' }],
  [403, 403, { reason: 'access was refused' }],
  [404, 404, { reason: 'there is no such name on the host, or it may not be read' }],
  [408, 408, { reason: 'the host took too long to read the question', passing: true }],
  [500, 599, { reason: 'the host reports an error of its own', passing: true }],
];

/** Makes a refusal of a status that is none of success; `hint` says how access is given. */
export function statusRefusal(status: number, hint: string): Refusal {
  const [, , refusal] = STATUSES.find(([from, to]) => status >= from && status <= to) ?? [
    0,
    0,
    { reason: 'the host did not answer as expected' },
  ];
  return { ...refusal, reason: `${refusal.reason} (status ${status})`, status, ...(status < 500 && { hint }) };
}
