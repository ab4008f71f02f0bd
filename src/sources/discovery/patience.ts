// Asks again where that helps, and waits as long as the host wants: a function that asks once in, one with patience out.
import { statusRefusal } from './reasons.ts';
import { refusalIn, refuse } from './refusal.ts';
import type { Answer, Question, Refusal } from './types.ts';

export interface PatienceOptions {
  /** Time that all pauses of one question may take. */
  readonly waitSeconds: number;
  readonly now: () => Date;
  readonly wait: (seconds: number, end: AbortSignal) => Promise<void>;
  /** Ends every pause. */
  readonly deadline: AbortSignal;
  /** What gives access, for people. */
  readonly hint: string;
  /** What raises the limit of requests, for people. */
  readonly limitHint: string;
}

const MAX_RETRIES = 4;
/** Names under which hosts tell when their limit begins anew, in seconds since 1970, and how much is left until then. */
const RESET = ['x-ratelimit-reset', 'ratelimit-reset'];
const REMAINING = ['x-ratelimit-remaining', 'ratelimit-remaining'];

/** Adds patience: errors of the host and broken connections are tried again after pauses that grow, limits after the time the host names. */
export function withPatience(
  ask: (question: Question) => Promise<Answer>,
  options: PatienceOptions,
): (question: Question) => Promise<Answer> {
  return async (question) => {
    let left = options.waitSeconds;
    for (let attempt = 0; ; attempt++) {
      const result = await attemptTo(ask, question, options);
      if ('answer' in result) return result.answer;
      const pause = result.pause ?? 2 ** attempt;
      if (!result.again || attempt >= MAX_RETRIES || pause > left) throw refuse(result.refusal);
      left -= pause;
      // A pause that is cut short ends in the next attempt, which is not made then.
      await options.wait(pause, options.deadline).catch(() => undefined);
      if (options.deadline.aborted) throw refuse(result.refusal);
    }
  };
}

type Attempt =
  | { readonly answer: Answer }
  /** `pause` is what the host asks for, in seconds; null when it does not say. */
  | { readonly refusal: Refusal; readonly again: boolean; readonly pause: number | null };

async function attemptTo(ask: (question: Question) => Promise<Answer>, question: Question, options: PatienceOptions): Promise<Attempt> {
  let answer: Answer;
  try {
    answer = await ask(question);
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal === null) throw error;
    return { refusal, again: refusal.passing === true, pause: null };
  }
  const now = options.now().getTime();
  const pause = pauseOf(answer.headers, now);
  if (isLimit(answer)) return { refusal: limitRefusal(answer.status, pause, now, options.limitHint), again: true, pause };
  if (answer.status < 400) return { answer };
  const refusal = statusRefusal(answer.status, options.hint);
  return { refusal, again: refusal.passing === true, pause };
}

/** GitHub says so with 403, too, and for GraphQL even with 200. */
function isLimit({ status, headers, text }: Answer): boolean {
  const exhausted = REMAINING.some((name) => headers.get(name) === '0');
  if (status === 429) return true;
  if (status === 403) return exhausted || headers.has('retry-after') || /\brate limit/i.test(text.slice(0, 1000));
  return status === 200 && exhausted && /"type"\s*:\s*"RATE_LIMITED"/.test(text.slice(0, 10_000));
}

function limitRefusal(status: number, pause: number | null, now: number, hint: string): Refusal {
  const until = pause === null ? 'for now' : `until ${new Date(now + pause * 1000).toISOString()}`;
  return { reason: `the host allows no more requests ${until}`, hint, status };
}

/** The seconds that a host wants to be left alone: told as such, as a date, or as the time at which its limit begins anew. */
function pauseOf(headers: Headers, now: number): number | null {
  const after = headers.get('retry-after');
  if (after !== null && /^\d{1,9}$/.test(after)) return Number(after);
  const date = after === null ? Number.NaN : Date.parse(after);
  if (!Number.isNaN(date)) return Math.max(0, Math.ceil((date - now) / 1000));
  if (!REMAINING.some((name) => headers.get(name) === '0')) return null;
  const reset = RESET.map((name) => headers.get(name)).find((value) => value !== null && /^\d{1,10}$/.test(value));
  // One second more, so that its clock has passed the time.
  return reset === undefined || reset === null ? null : Math.max(0, Math.ceil(Number(reset) - now / 1000) + 1);
}
