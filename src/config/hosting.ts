// What portal.yaml says about the files that a host serves: the part of the schema, and the checked values with all defaults out.
import * as z from 'zod';
import type { HostingConfig } from './types.ts';

/** Defines the key `hosting`. */
export const HOSTING_SCHEMA = z.strictObject({
  compress: z
    .boolean()
    .meta({
      description: 'Whether text files have copies beside them that are compressed with Brotli and gzip. Default: false.',
      default: false,
    })
    .optional(),
  headers: z
    .boolean()
    .meta({
      description: 'Whether the site holds a file _headers, which Netlify and Cloudflare read. Default: false.',
      default: false,
    })
    .optional(),
});

/** Fills in the defaults of a part that has passed all checks. */
export function hostingOf({ compress = false, headers = false }: z.infer<typeof HOSTING_SCHEMA> = {}): HostingConfig {
  return { compress, headers };
}
