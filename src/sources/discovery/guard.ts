// One question to the one host that may be asked: a question in; its answer, read to the end within bounds, out. Throws a refusal.
import { networkRefusal } from './reasons.ts';
import { refusalIn, refuse } from './refusal.ts';
import type { Answer, Question } from './types.ts';

export interface GuardOptions {
  /** Scheme, host and port of everything that is asked. */
  readonly origin: string;
  /** Value of the header that carries the token; null for none. */
  readonly authorization: string | null;
  /** Time for one answer. */
  readonly seconds: number;
  /** Ends everything, however far it is. */
  readonly deadline: AbortSignal;
}

/** Bytes of one answer: a page of a hundred repositories has less than one million. */
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_HOPS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Makes the function that asks one host. The token goes to its origin alone: a redirect, or a link to a next page, to another one is refused. */
export function openGuard(options: GuardOptions): (question: Question) => Promise<Answer> {
  return async (question) => {
    let url = question.url;
    for (let hop = 0; hop <= MAX_HOPS; hop++) {
      if (URL.parse(url)?.origin !== options.origin) throw refuse(elsewhere());
      const answer = await askOnce({ ...question, url }, options);
      if (!REDIRECTS.has(answer.status)) return answer;
      const next = URL.parse(answer.headers.get('location') ?? '', url);
      if (next === null || (question.method ?? 'GET') !== 'GET') throw refuse(elsewhere());
      url = next.href;
    }
    throw refuse({ reason: 'the host redirects again and again' });
  };
}

function elsewhere() {
  return { reason: 'the host sends elsewhere', hint: 'Write the host it sends to, if that is yours, too.' };
}

async function askOnce(question: Question, { authorization, seconds, deadline }: GuardOptions): Promise<Answer> {
  try {
    const response = await fetch(question.url, {
      method: question.method ?? 'GET',
      headers: {
        accept: 'application/json',
        'user-agent': 'callboard',
        ...question.headers,
        ...(authorization !== null && { authorization }),
      },
      redirect: 'manual',
      signal: AbortSignal.any([deadline, AbortSignal.timeout(seconds * 1000)]),
      ...(question.body !== undefined && { body: question.body }),
    });
    return { status: response.status, headers: response.headers, text: await readText(response) };
  } catch (error) {
    throw refusalIn(error) === null ? refuse(networkRefusal(error, seconds)) : error;
  }
}

/** Reads a body piece by piece, as it is after unpacking, so that a small answer cannot become a large one unseen. */
async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the connection.
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) throw refuse({ reason: `an answer of the host is larger than ${MAX_BYTES / 1024 / 1024} MB` });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
