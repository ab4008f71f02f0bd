// Text values of the schema: one of our checks in; a string of zod that carries our rule when it is at fault out.
import * as z from 'zod';
import type { Fault } from './rules.ts';

/** Makes a string that one of our checks looks at; its fault becomes an issue that carries the rule. */
export function text(check: (value: string) => Fault | null) {
  return z.string().superRefine((value, context) => {
    const found = check(value);
    if (found !== null) context.addIssue({ code: 'custom', message: found.message, params: found });
  });
}
