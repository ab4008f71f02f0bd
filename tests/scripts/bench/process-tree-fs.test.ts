import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { watchProcess } from '../../../scripts/bench/process-tree-fs.ts';

/** Holds 150 MB for half a second, beside what Node itself needs. */
const HOLD = 'const held = Buffer.alloc(150e6, 1); setTimeout(() => held.length, 500)';
const OUTER = `${HOLD}; require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(HOLD)}])`;

async function usageOf(script: string) {
  const child = spawn(process.execPath, ['-e', script]);
  const watch = watchProcess(child.pid ?? 0);
  await new Promise((done) => child.once('exit', done));
  return watch.stop();
}

describe.skipIf(!existsSync('/proc/self/status'))('watchProcess', () => {
  test('adds up a process and those that it starts', async () => {
    const [one, two] = [await usageOf(HOLD), await usageOf(OUTER)];
    expect(one?.memory).toBeGreaterThan(150);
    expect(two?.memory).toBeGreaterThan(300);
  });

  test('counts the processor time of a process and of those that have ended before it', async () => {
    const busy = 'let sum = 0; while (process.cpuUsage().user < 500e3) for (let index = 0; index < 1e6; index++) sum += index;';
    const usage = await usageOf(
      `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(busy)}]); ${busy}; setTimeout(() => {}, 300)`,
    );
    expect(usage?.processor).toBeGreaterThan(0.75);
    expect(usage?.processor).toBeLessThan(5);
  });

  test('tells what was used at each moment', async () => {
    const child = spawn(process.execPath, ['-e', HOLD]);
    const watch = watchProcess(child.pid ?? 0);
    await new Promise((done) => child.once('exit', done));
    watch.stop();
    expect(watch.moments.length).toBeGreaterThan(5);
    expect(watch.moments.every(({ at, processor }, index) => at >= (watch.moments[index - 1]?.at ?? 0) && processor >= 0)).toBe(true);
    expect(Math.max(...watch.moments.map(({ memory }) => memory))).toBeGreaterThan(150);
  });

  test('says nothing of a process that is not there', () => {
    expect(watchProcess(2 ** 30).stop()).toBeNull();
  });
});
