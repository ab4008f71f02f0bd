// Errors of the network, as Node's fetch tells them, in words for people.
import { describe, expect, test } from 'vitest';
import { networkRefusal } from '../../../src/sources/discovery/reasons.ts';

const withCode = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) });

describe('networkRefusal(error, seconds)', () => {
  test.each([
    ['ENOTFOUND', 'the host is not known', false],
    ['EAI_AGAIN', 'the host is not known', false],
    ['ECONNREFUSED', 'the host cannot be reached', false],
    ['UND_ERR_CONNECT_TIMEOUT', 'the host cannot be reached', false],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'the secure connection could not be made', false],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'the secure connection could not be made', false],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'the secure connection could not be made', false],
    ['CERT_HAS_EXPIRED', 'the secure connection could not be made', false],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'the secure connection could not be made', false],
    ['EPROTO', 'the secure connection could not be made', false],
    ['ECONNRESET', 'the connection broke', true],
    ['UND_ERR_SOCKET', 'the connection broke', true],
    ['ESTRANGE', 'the connection failed', false],
  ])('of %s is "%s"', (code, reason, passing) => {
    const refusal = networkRefusal(withCode(code), 60);
    expect([refusal.reason, refusal.passing ?? false]).toEqual([reason, passing]);
  });

  test('looks at the first of several addresses that were tried', () => {
    const cause = new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]);
    expect(networkRefusal(new TypeError('fetch failed', { cause }), 60).reason).toBe('the host cannot be reached');
  });

  test('names the time that an answer may take', () => {
    expect(networkRefusal(new DOMException('x', 'TimeoutError'), 60).reason).toBe('there was no answer within 60 seconds');
  });
});
