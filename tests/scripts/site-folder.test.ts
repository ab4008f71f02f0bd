// The folder of a site is the old one or the new one at every moment, also for those who were killed.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EXCHANGES, type Exchange, clearUp, folderOfNext, putInPlace } from '../../scripts/site-folder.ts';

let work: string;
let site: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'site-folder-'));
  site = join(work, 'dist');
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

function make(folder: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), text);
}
const home = () => readFileSync(join(site, 'index.html'), 'utf8');

/** Number of a process that has ended. */
const DEAD = spawnSync(process.execPath, ['--version']).pid;
const beside = (what: string, host: string, pid: number) => `${site}.${what}-${host}-${pid}`;

/** Says whether this machine has a way to exchange folders. */
function works({ command, args }: Exchange): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'exchange-'));
  const [a, b] = [join(folder, 'a'), join(folder, 'b')];
  make(a, 'a');
  make(b, 'b');
  const { status } = spawnSync(command, [...args, a, b], { stdio: 'ignore' });
  const swapped = status === 0 && readFileSync(join(a, 'index.html'), 'utf8') === 'b';
  rmSync(folder, { recursive: true });
  return swapped;
}

const WAYS = [
  ...EXCHANGES.map((exchange) => ({
    way: `in one step by ${exchange.command}`,
    exchanges: [exchange],
    atomic: true,
    here: works(exchange),
  })),
  { way: 'in two steps', exchanges: [], atomic: false, here: true },
];

describe.each(WAYS)('putInPlace(next, site) $way', ({ exchanges, atomic, here }) => {
  test.skipIf(!here)('puts a new site in the place of none, then of the old one, and leaves nothing behind', async () => {
    make(folderOfNext(site), 'first');
    await putInPlace(folderOfNext(site), site, exchanges);
    expect(home()).toBe('first');
    writeFileSync(join(site, 'gone.html'), '');
    make(folderOfNext(site), 'second');
    await putInPlace(folderOfNext(site), site, exchanges);
    expect(home()).toBe('second');
    expect(readdirSync(site)).toEqual(['index.html']);
    expect(readdirSync(work)).toEqual(['dist']);
  });

  test.skipIf(!here)('leaves one whole site when it is killed, and the next one clears up', { timeout: 120_000 }, async () => {
    let missing = 0;
    for (let round = 0; round < 40; round++) {
      await killSoon(exchanges, round);
      if (!existsSync(site)) missing++;
      clearUp(site);
      const texts = new Set(readdirSync(site).map((name) => readFileSync(join(site, name), 'utf8')));
      expect(readdirSync(site)).toHaveLength(12);
      expect([...texts]).toHaveLength(1);
      expect(readdirSync(work)).toEqual(['dist']);
    }
    if (atomic) expect(missing, 'rounds that left no site').toBe(0);
  });
});

/** Lets a process put sites in place for a while, and kills it with all that it has started. */
async function killSoon(exchanges: readonly Exchange[], round: number): Promise<void> {
  const child = spawn(process.execPath, ['tests/support/swap-forever.ts', site, JSON.stringify(exchanges)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  await once(child.stdout, 'data');
  child.stdout.resume();
  await pause((round * 7.3) % 23);
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await closed;
}

describe('putInPlace(next, site)', () => {
  test('leaves the old site where it is when the new one cannot take its place', async () => {
    make(site, 'old');
    await expect(putInPlace(join(work, 'nothing'), site)).rejects.toThrow('ENOENT');
    expect(home()).toBe('old');
    expect(readdirSync(work)).toEqual(['dist']);
  });

  test('takes the place of a link and leaves what it leads to alone', async () => {
    make(join(work, 'elsewhere'), 'old');
    symlinkSync(join(work, 'elsewhere'), site);
    make(folderOfNext(site), 'new');
    await putInPlace(folderOfNext(site), site);
    expect(home()).toBe('new');
    expect(readFileSync(join(work, 'elsewhere/index.html'), 'utf8')).toBe('old');
  });
});

describe('clearUp(site)', () => {
  test('puts an old site back whose build was killed between two steps', () => {
    make(beside('old', hostname(), DEAD), 'old');
    make(beside('building', hostname(), DEAD), 'new');
    clearUp(site);
    expect(home()).toBe('old');
    expect(readdirSync(work)).toEqual(['dist']);
  });

  test.each([
    ['a build that was killed', () => beside('building', hostname(), DEAD)],
    ['its search index', () => `${beside('building', hostname(), DEAD)}.search.texts`],
    ['an old site', () => beside('old', hostname(), DEAD)],
    ['a process that had our number', () => beside('building', hostname(), process.pid)],
  ])('removes what is left of %s', (_, name) => {
    make(site, 'old');
    make(name(), 'left');
    clearUp(site);
    expect(readdirSync(work)).toEqual(['dist']);
    expect(home()).toBe('old');
  });

  test('removes what another machine left long ago', () => {
    const folder = beside('building', 'a-1.example', 7);
    make(folder, 'left');
    utimesSync(folder, 1, 1);
    clearUp(site);
    expect(readdirSync(work)).toEqual([]);
  });

  test.each([
    ['a build that runs', () => beside('building', hostname(), process.ppid)],
    ['a build of another machine', () => beside('building', 'a-1.example', DEAD)],
    ['something else', () => `${site}.building-blocks`],
    ['another site', () => join(work, `other.building-${hostname()}-${DEAD}`)],
  ])('leaves %s alone', (_, name) => {
    const folder = name();
    make(folder, 'kept');
    clearUp(site);
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  test('does nothing where there is no folder yet', () => {
    clearUp(join(work, 'not/there/dist'));
    expect(readdirSync(work)).toEqual([]);
  });
});
