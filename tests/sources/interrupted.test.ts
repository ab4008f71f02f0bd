// Pulls that are killed at any moment: the next one succeeds by itself, gives what an undisturbed one gives, and leaves no rubbish.
import { lutimesSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBytes } from '../../scripts/bench-pull/bytes.ts';
import { createRandom } from '../../scripts/bench/random.ts';
import type { BareRepository } from '../support/git.ts';
import { type SourcePrint, fingerprint } from './fingerprint.ts';
import { silence, slowedTo } from './git-faults.ts';
import { type GitServer, serveRepositories } from './git-server.ts';
import { processesOf, startPull } from './pull-process.ts';
import { type Workshop, openWorkshop } from './workshop.ts';

const REPOSITORIES = ['a', 'b', 'c'];
/** A pull takes a second and more at this speed, so that a kill meets work in all its parts. */
const BYTES_PER_SECOND = 200_000;
/** Pulls are killed within so many milliseconds from their first request on. */
const LONGEST = 800;
/** Two days: whatever is kept for a while is kept no longer. */
const LATER = 2 * 24 * 60 * 60;

let shop: Workshop;
let repositories: BareRepository[];
let server: GitServer;
/** While the server is slow, says of each request whether it gets an answer at all; null while the server is not slow. */
let requested: (() => boolean) | null;
beforeEach(async () => {
  shop = openWorkshop();
  repositories = REPOSITORIES.map((name) => shop.repository(name));
  commitAll('first');
  requested = null;
  server = await serveRepositories(join(shop.folder, 'bare'), {
    fault: () => {
      if (requested === null) return null;
      return requested() ? slowedTo(BYTES_PER_SECOND) : silence;
    },
  });
  shop.config(sources());
});
afterEach(() => {
  server.close();
  shop.remove();
});

function commitAll(version: string): string[] {
  return repositories.map((repository, index) => repository.commit(siteOf(REPOSITORIES[index] ?? '', version)));
}

function sources(): string {
  return REPOSITORIES.map((name) => `  - git: http://${server.host}/${name}.git`).join('\n');
}

/** A docs site that cannot be compressed, in files of many sizes. */
function siteOf(name: string, version: string): Record<string, string | Uint8Array> {
  const random = createRandom(`${name}/${version}`);
  const bytes = openBytes(`${name}/${version}`);
  const pictures = Array.from({ length: 12 }, (_, index): [string, Uint8Array] => [`docs/img/${index}.png`, bytes(random.int(10, 12_000))]);
  const pages = Array.from({ length: 150 }, (_, index): [string, string] => [
    `docs/${index % 5}/page-${index}.md`,
    `# ${version} ${index}\n`,
  ]);
  return {
    'catalog-info.yaml': `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\n  annotations: { backstage.io/techdocs-ref: 'dir:.' }\n`,
    'mkdocs.yml': `site_name: ${version}\n`,
    'docs/index.md': `# ${name}\n`,
    ...Object.fromEntries([...pictures, ...pages]),
  };
}

/**
 * Starts a pull and kills it so many milliseconds after its first request; returns whether it had not ended by itself.
 * The one request that is never answered keeps the pull from ending before, on the fastest machine too.
 */
async function killedPull(signal: NodeJS.Signals, after: number, unanswered?: number): Promise<boolean> {
  const begun = Promise.withResolvers<void>();
  let count = 0;
  requested = () => {
    begun.resolve();
    return count++ !== unanswered;
  };
  const { ended, kill } = startPull(shop.folder, shop.cache);
  await Promise.race([begun.promise, ended]);
  await Promise.race([wait(after), ended]);
  kill(signal);
  const whole = await ended;
  requested = null;
  return !whole;
}

/** Makes what lies in the cache, or some of it, look as if it had been left alone for two days. */
function age(kinds = /^/): void {
  const then = Date.now() / 1000 - LATER;
  for (const path of cached().filter((one) => kinds.test(one))) {
    try {
      lutimesSync(join(shop.cache, path), then, then);
    } catch {
      // A pull beside has just removed it.
    }
  }
}

function cached(): string[] {
  try {
    return readdirSync(shop.cache, { recursive: true, encoding: 'utf8' });
  } catch {
    // Nothing has been written yet, or a folder has just gone.
    return [];
  }
}

/** What no pull may leave: locks, temporary files of git, half of a copy. */
const RUBBISH = /(?:^|\/)(?:tmp_|new-|incoming-|\.tmp)[^/]*$|\.(?:lock|tmp|json\.\d+)$/;
/** The exception: notes of a few bytes that were not yet in their place. Nothing looks for them. */
const HALF_NOTES = /\.json\.\d+$/;

function rubbish(): string[] {
  return [...cached(), ...readdirSync(shop.folder)].filter((path) => RUBBISH.test(path) && !HALF_NOTES.test(path));
}

async function undisturbed(cache: string): Promise<SourcePrint[]> {
  // By the clock, which also says how old the rubbish is.
  const { snapshot, problems } = await shop.pull(sources(), { cache, now: () => new Date() });
  expect(problems).toEqual([]);
  return fingerprint(snapshot);
}

const KILLS: readonly NodeJS.Signals[] = ['SIGKILL', 'SIGINT', 'SIGINT', 'SIGKILL'];

let print: SourcePrint[] | null = null;
/** What a pull gives that nothing has ever disturbed: the same in all tests. */
async function wanted(): Promise<SourcePrint[]> {
  return (print ??= await undisturbed(join(shop.folder, 'other')));
}

describe('pull(config) after pulls that were killed', () => {
  test.each(['1', '2', '3'])('gives what it gives undisturbed, by itself (seed %s)', async (seed) => {
    const random = createRandom(`kill/${seed}`);
    let hits = 0;
    for (const [index, signal] of KILLS.entries()) {
      if (index === 2) commitAll('second');
      // Each pull asks for each repository at least once.
      if (await killedPull(signal, random.int(0, LONGEST), random.int(0, REPOSITORIES.length - 1))) hits++;
      await expect.poll(() => processesOf(shop.folder)).toEqual([]);
      age();
    }
    // A kill that comes too late proves nothing.
    expect(hits).toBe(KILLS.length);
    expect(await undisturbed(shop.cache)).toEqual(await wanted());
    // Whoever has work to do with a repository tidies up there.
    commitAll('third');
    await undisturbed(shop.cache);
    expect(rubbish()).toEqual([]);
  });

  test('disturbs none that runs beside them', async () => {
    const random = createRandom('beside');
    for (const version of ['second', 'third', 'fourth']) {
      const commits = commitAll(version);
      // The locks of the dead look old at once: nobody waits for them.
      const killed = killedPull('SIGKILL', random.int(0, LONGEST / 2)).then(() => age(/\.lock$/));
      const beside = await undisturbed(shop.cache);
      await killed;
      expect(beside.map(({ commit }) => commit)).toEqual(commits);
      expect(await undisturbed(shop.cache)).toEqual(beside);
    }
    commitAll('last');
    await undisturbed(shop.cache);
    expect(rubbish()).toEqual([]);
  });
});
