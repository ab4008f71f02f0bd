// Before all browser tests: serves the built site that CALLBOARD_DIST names (default: dist) and tells the tests where.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serveSite } from '../support/serve-site.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the served site, without a slash at its end. */
    readonly origin: string;
    /** Folder of the built site. */
    readonly dist: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dist = resolve(process.env['CALLBOARD_DIST'] ?? 'dist');
  if (!existsSync(join(dist, 'index.html'))) throw new Error(`There is no site in ${dist}. Build one first: npm run build`);
  const site = await serveSite(dist);
  project.provide('dist', dist);
  project.provide('origin', site.origin);
  return () => site.close();
}
