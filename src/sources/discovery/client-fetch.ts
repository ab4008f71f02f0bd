// Our way of asking as the `fetch` that clients of hosts take: they speak as they are used to, and never hold a token.
import type * as z from 'zod';
import type { Ask } from './types.ts';

/** Makes a fetch that answers with what the schema leaves of an answer; a refusal is thrown through the client. */
export function clientFetch(ask: Ask, schema: z.ZodType): typeof fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const body = typeof init?.body === 'string' ? init.body : undefined;
    const page = await ask({ url, method: init?.method, headers: Object.fromEntries(new Headers(init?.headers)), body }, schema);
    return Response.json(page.value, { headers: page.headers });
  };
}
