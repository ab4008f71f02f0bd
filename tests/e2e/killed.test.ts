// A build that is killed leaves the old site or the new one, and the next build goes on as if nothing had happened.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { isImmutable } from '../../src/deploy/caching.ts';
import { callboard, hashTree } from '../support/callboard.ts';

const BUILD_TIME = 180_000;

let work = '';
let duration = 0;
let killed = 0;
const at = (path: string) => join(work, path);
/** What each version of the portal gives. */
const sites: ReadonlyMap<string, string>[] = [];

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'callboard-killed-'));
  for (const version of [0, 1]) {
    writePortal(version);
    const { code, stderr } = await build(`wanted-${version}`);
    expect(code, stderr).toBe(0);
    sites.push(hashTree(at(`wanted-${version}`)));
  }
  writePortal(0);
  const start = performance.now();
  await build('dist');
  duration = performance.now() - start;
}, BUILD_TIME);
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Writes a portal in which two versions share some pages and differ in others. */
function writePortal(version: number): void {
  mkdirSync(at('repository/docs'), { recursive: true });
  writeFileSync(at('portal.yaml'), 'title: Killed\nsources:\n  - path: repository\n');
  const entities = Array.from({ length: 30 }, (_, number) => {
    const owner = `team-${(number + version) % 3}`;
    return `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: part-${number}\n  annotations: {backstage.io/techdocs-ref: dir:.}\nspec: {type: service, lifecycle: production, owner: ${owner}}\n`;
  });
  writeFileSync(at('repository/catalog-info.yaml'), entities.join('---\n'));
  writeFileSync(at('repository/docs/index.md'), `# Version ${version}\n`);
  writeFileSync(at('repository/docs/same.md'), '# The same\n');
}

const ARGUMENTS = (out: string) => ['build', '--config', at('portal.yaml'), '--out', at(out)];
const build = (out: string) => callboard(ARGUMENTS(out), { CALLBOARD_CACHE: at('cache') });

/** Starts a build and kills it, with all processes that it has started, as soon as a moment has come. */
async function buildAndKill(come: () => boolean | Promise<boolean>): Promise<void> {
  const child = spawn(process.execPath, ['scripts/callboard.ts', ...ARGUMENTS('dist')], {
    detached: true,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], CALLBOARD_CACHE: at('cache') },
    stdio: 'ignore',
  });
  let ended = false;
  const closed = once(child, 'close').then(() => (ended = true));
  while (!ended && !(await come())) await pause(1);
  if (!ended) {
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    killed++;
  }
  await closed;
}

const names = () => readdirSync(work).filter((name) => name.startsWith('dist'));
const identity = () => statSync(at('dist')).ino;

const MOMENTS: readonly (readonly [when: string, moment: () => () => boolean | Promise<boolean>])[] = [
  ...[0.2, 0.4, 0.55, 0.7, 0.8, 0.88, 0.94, 0.98, 1].map(
    (part) => [`after ${part} of its time`, () => () => pause(duration * part).then(() => true)] as const,
  ),
  ['when it begins to write pages', () => () => names().some((name) => existsSync(at(`${name}/_astro`)) && name !== 'dist')],
  ['when it writes the search index', () => () => names().some((name) => existsSync(at(`${name}/pagefind`)) && name !== 'dist')],
  [
    'when the new site has just come',
    () => {
      const before = identity();
      return () => identity() !== before;
    },
  ],
];

describe('callboard build, killed', () => {
  test.each(MOMENTS)('%s, leaves the old site or the new one', { timeout: BUILD_TIME }, async (_, moment) => {
    const before = hashTree(at('dist'));
    const next = same(before, sites[0] ?? new Map()) ? 1 : 0;
    writePortal(next);
    await buildAndKill(moment());
    const after = hashTree(at('dist'));
    expect(
      [before, sites[next]].some((site) => site !== undefined && same(after, site)),
      'the old site or the new one',
    ).toBe(true);
  });

  test('and run again to its end gives the new site, with nothing left beside it', { timeout: BUILD_TIME }, async () => {
    writePortal(1);
    const { code, stderr } = await build('dist');
    expect(code, stderr).toBe(0);
    expect(same(hashTree(at('dist')), sites[1] ?? new Map())).toBe(true);
    expect(names()).toEqual(['dist']);
  });

  test('was in the middle of its work, and the two sites differ in some pages', () => {
    expect(killed).toBeGreaterThan(MOMENTS.length / 2);
    const [one = new Map<string, string>(), two = new Map<string, string>()] = sites;
    const kept = [...one].filter(([path, hash]) => two.get(path) === hash).length;
    expect(kept).toBeGreaterThan(10);
    expect(same(one, two)).toBe(false);
  });
});

test('files that may be kept for ever have other names where they have another content', () => {
  const [one = new Map<string, string>(), two = new Map<string, string>()] = sites;
  for (const other of [two, hashTree(inject('dist'))]) {
    const kept = [...one].filter(([path]) => isImmutable(path));
    const both = kept.filter(([path]) => other.has(path));
    expect(both.length).toBeGreaterThan(10);
    expect(kept.length).toBeGreaterThan(both.length);
    expect(both.filter(([path, hash]) => other.get(path) !== hash)).toEqual([]);
  }
});

function same(one: ReadonlyMap<string, string>, two: ReadonlyMap<string, string>): boolean {
  return one.size === two.size && [...one].every(([path, hash]) => two.get(path) === hash);
}
