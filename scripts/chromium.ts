// Finds a Chromium for the browser tests, or installs one: Debian's where apt-get may be used, else Playwright's own.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome'];

/** Returns the path of a Chromium, or null when there is none. `CHROMIUM_PATH` names one of your own. */
export function findChromium(): string | null {
  const candidates = [process.env['CHROMIUM_PATH'] ?? '', chromium.executablePath(), ...KNOWN];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}

/** Returns the path of a Chromium, installing one first when there is none; null when that fails, too. */
export function ensureChromium(): string | null {
  const found = findChromium();
  if (found !== null) return found;
  const run = (command: string, ...args: string[]) =>
    spawnSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  console.error('No Chromium was found: installing one for the browser tests.');
  if (process.getuid?.() === 0 && run('apt-get', 'update', '-qq'))
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium');
  if (findChromium() === null) run('npx', 'playwright-core', 'install', '--with-deps', 'chromium');
  return findChromium();
}
