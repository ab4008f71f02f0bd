// Questions to a host with everything that makes them safe and cheap: a question and a schema in, what the schema keeps of the answer out.
import type * as z from 'zod';
import { type Etags, NOTHING_KEPT } from './etags-fs.ts';
import { type GuardOptions, openGuard } from './guard.ts';
import { type PatienceOptions, withPatience } from './patience.ts';
import { refuse } from './refusal.ts';
import type { Ask } from './types.ts';

/** Headers that say how to go on. */
const KEPT_HEADERS = ['link', 'x-next-page', 'x-total-count'];

/**
 * Makes the function that asks a host. What a GET was answered before is asked for again only if it has changed; kept is what the schema
 * leaves of it alone, since hosts put more into their answers than should lie on a disk.
 */
export function openAsk(options: GuardOptions & PatienceOptions, etags: Etags = NOTHING_KEPT): Ask {
  const ask = withPatience(openGuard(options), options);
  return async <T>(question: Parameters<Ask>[0], schema: z.ZodType<T>) => {
    const get = (question.method ?? 'GET') === 'GET';
    const kept = get ? etags.find(question.url, schema) : null;
    const headers = { ...question.headers, ...(kept !== null && { 'if-none-match': kept.etag }) };
    const answer = await ask({ ...question, headers });
    if (answer.status === 304 && kept !== null) return { value: kept.value, headers: kept.headers };
    const page = { value: parseAnswer(answer.text, schema), headers: pick(answer.headers) };
    const etag = answer.headers.get('etag');
    if (get && answer.status === 200 && etag !== null) etags.keep(question.url, { etag, ...page });
    return page;
  };
}

function parseAnswer<T>(text: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw refuse({
      reason: 'the answer of the host cannot be understood',
      hint: 'Check that the host is of the kind that the entry says.',
    });
  }
}

function pick(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
