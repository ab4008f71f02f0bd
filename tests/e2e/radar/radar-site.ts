// The portal of `tests/support/radar-site.ts`, built once for the tests of a file and served.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { serveSite } from '../../support/serve-site.ts';

export interface RadarSite {
  readonly origin: string;
  readonly folder: string;
}

/** Builds and serves the site; both end with the tests of the file. */
export async function buildRadarSite(): Promise<RadarSite> {
  const parent = mkdtempSync(join(tmpdir(), 'callboard-radar-'));
  const folder = join(parent, 'dist');
  // Vitest's own variables would make Astro think that it is tested.
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
  const child = spawn(process.execPath, ['tests/support/radar-site.ts', folder], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The radars’ site could not be built: exit code ${code}.`);
  const site = await serveSite(folder);
  afterAll(async () => {
    await site.close();
    rmSync(parent, { recursive: true, force: true });
  });
  return { origin: site.origin, folder };
}
