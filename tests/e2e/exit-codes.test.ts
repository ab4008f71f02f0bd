// What the commands tell their callers: 0 done, 1 files have errors, 2 could not run. Errors go to stderr, results to stdout.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callboard } from '../support/callboard.ts';

const ENTITY =
  'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: NAME }\nspec: { type: service, lifecycle: production, owner: team }\n';
const TEAM = 'apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: { name: team }\nspec: { type: team, children: [] }\n';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'callboard-codes-'));
  for (const [name, entity] of [
    ['good', 'shop'],
    ['bad', 'not a name'],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'catalog-info.yaml'), `${ENTITY.replace('NAME', JSON.stringify(entity))}---\n${TEAM}`);
    writeFileSync(join(folder, `${name}.yaml`), `title: ${name}\nsources:\n  - path: ${name}\n`);
  }
});
/** A portal with a kind of its own, and repositories that have entities of it. */
beforeAll(() => {
  const port = (code: string) => `apiVersion: acme.example/v1\nkind: Port\nmetadata: { name: holm }\nspec: { code: ${code} }\n`;
  writeFileSync(join(folder, 'port.json'), '{"required": ["code"], "properties": {"code": {"pattern": "^[A-Z]{3}$"}}}');
  writeFileSync(
    join(folder, 'good-model.yaml'),
    'title: Model\nsources: [{ path: good }]\nkinds: [{ kind: Port, apiVersions: [acme.example/v1], schema: port.json }]\n',
  );
  for (const [name, code] of [
    ['good-port', 'HOL'],
    ['bad-port', 'holm'],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'catalog-info.yaml'), port(code));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  { args: ['--help'], code: 0, stdout: /Usage: callboard/ },
  { args: ['--version'], code: 0, stdout: /^\d+\.\d+\.\d+\n$/ },
  { args: ['validate', '--config', 'good.yaml'], code: 0 },
  { args: ['validate', 'good'], code: 0 },
  { args: ['validate', 'bad-port'], code: 0 },
  { args: ['validate', 'bad-port', '--config', 'good-model.yaml'], code: 1, either: /code/ },
  { args: ['validate', 'good-port', '--config', 'good-model.yaml'], code: 0 },
  { args: ['validate', 'good-port', '--config', 'nowhere.yaml'], code: 2, stderr: /nowhere\.yaml/ },
  { args: ['validate', 'bad'], code: 1, either: /entity\/invalid-name/ },
  { args: ['validate', '--config', 'bad.yaml'], code: 1, either: /entity\/invalid-name/ },
  { args: ['validate', '--config', 'nowhere.yaml'], code: 2, stderr: /nowhere\.yaml/ },
  { args: ['validate', '--format', 'rhyme'], code: 2, stderr: /rhyme/ },
  { args: ['build', '--config', 'nowhere.yaml'], code: 2, stderr: /nowhere\.yaml/ },
  { args: ['build', '--no-such-option'], code: 2, stderr: /--no-such-option/ },
  { args: ['preview', '--out', 'nowhere'], code: 2, stderr: /nowhere/ },
  { args: ['pul'], code: 2, stderr: /pul/ },
])('callboard $args ends with $code', async ({ args, code, stdout = /^/, stderr = /^/, either = /^/ }) => {
  const inFolder = args.map((arg) => (/^(?:good|bad|nowhere)/.test(arg) ? join(folder, arg) : arg));
  const ran = await callboard(inFolder, { CALLBOARD_CACHE: join(folder, 'cache') });
  expect(ran.code, ran.stderr).toBe(code);
  expect(ran.stdout).toMatch(stdout);
  expect(ran.stderr).toMatch(stderr);
  expect(ran.stdout + ran.stderr).toMatch(either);
  if (code === 2) expect(ran.stdout).toBe('');
});
