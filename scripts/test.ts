// All tests, in the order in which they fail fastest: format and lint, types, unit tests, a build of the example, browser tests.
// The last line counts them all: `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.ts';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** What is read of Vitest's report. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const folder = mkdtempSync(join(tmpdir(), 'callboard-test-'));
const dist = join(folder, 'dist');
const total: Count = { passed: 0, failed: 0, skipped: 0 };

/** Runs a command as one test. */
function check(name: string, command: string, ...args: string[]): boolean {
  console.log(`\n> ${name}`);
  const passed = spawnSync(command, args, { stdio: 'inherit' }).status === 0;
  add({ passed: Number(passed), failed: Number(!passed), skipped: 0 });
  return passed;
}

/** Runs a set of tests and counts each of them; a run that breaks off counts as one failure. */
function suite(name: string, ...args: string[]): void {
  console.log(`\n> ${name}`);
  const report = join(folder, `${name}.json`);
  const { status } = spawnSync('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...args], {
    stdio: 'inherit',
    env: { ...process.env, CALLBOARD_DIST: dist },
  });
  try {
    const result = JSON.parse(readFileSync(report, 'utf8')) as Report;
    const count = { passed: result.numPassedTests, failed: result.numFailedTests, skipped: result.numPendingTests };
    sayUnsteady(result);
    add(status !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count);
  } catch {
    add({ passed: 0, failed: 1, skipped: 0 });
  }
}

/** Names the tests that failed and passed when they were run once more: nobody shall grow used to them. */
function sayUnsteady({ testResults }: Report): void {
  for (const { fullName, status, failureMessages } of testResults.flatMap(({ assertionResults }) => assertionResults)) {
    if (status === 'passed' && failureMessages.length > 0) console.log(`Passed only when run again: ${fullName}\n${failureMessages[0]}`);
  }
}

function add(count: Count): void {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
}

check('format', 'prettier', '--check', '--log-level', 'warn', '.');
check('lint', 'oxlint', '--deny-warnings');
check('types', 'astro', 'check', '--minimumFailingSeverity', 'hint');
suite('unit');
if (check('build', 'node', 'scripts/callboard.ts', 'build', '--out', dist)) {
  if (ensureChromium() === null) {
    console.error('There is no Chromium, and none could be installed: set CHROMIUM_PATH to one.');
    total.failed++;
  } else suite('browser', '--config', 'vitest.e2e.config.ts');
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;
