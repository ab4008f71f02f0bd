// What portal.yaml says about APIs: the part of the schema, and the checked values with all defaults out.
import * as z from 'zod';
import { hostFault } from './discovery.ts';
import { text } from './text.ts';
import type { ApisConfig } from './types.ts';

/** Defines the key `apis`. */
export const APIS_SCHEMA = z.strictObject({
  try: z
    .array(text(hostFault))
    .max(1_000)
    .meta({
      description:
        'Hosts that requests may be sent to from the pages of APIs, each with its port if that is not the usual one. Default: none.',
      examples: [['api.test.acme.example']],
    })
    .optional(),
});

/** Fills in the defaults of a part that has passed all checks. */
export function apisOf(spec: z.infer<typeof APIS_SCHEMA> = {}): ApisConfig {
  return { tryHosts: [...new Set((spec.try ?? []).map((host) => host.toLowerCase()))].sort() };
}
