// The key of a GitHub App: the environment in; the text of the key, or why there is none, out.
import { readFileSync } from 'node:fs';
import type { Environment, Outcome } from '../types.ts';

const MAX_KEY = 64 * 1024;

/** Reads the key from the environment, or from the file that it names. Null when neither is set. */
export function readAppKey(env: Environment): Outcome<string> | null {
  const text = (env['CALLBOARD_GITHUB_APP_PRIVATE_KEY'] ?? '').trim();
  // Variables that can hold one line only are given line breaks as \n.
  if (text !== '') return { value: text.replaceAll('\\n', '\n') };
  const file = (env['CALLBOARD_GITHUB_APP_PRIVATE_KEY_FILE'] ?? '').trim();
  if (file === '') return null;
  try {
    return { value: readFileSync(file, 'utf8').slice(0, MAX_KEY) };
  } catch {
    const hint = 'Check the path in CALLBOARD_GITHUB_APP_PRIVATE_KEY_FILE, and that the file may be read.';
    return { failure: { reason: 'the file with the key of the GitHub App cannot be read', hint } };
  }
}
