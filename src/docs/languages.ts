// Names of code languages: what authors write behind ``` in, the name of Shiki's grammar out.
import { bundledLanguages } from 'shiki/langs';

/** Names that Pygments or habit know and Shiki does not; null is plain text. */
const OTHER_NAMES = new Map<string, string | null>([
  ['golang', 'go'],
  ['py3', 'python'],
  ['python3', 'python'],
  ['pycon', 'python'],
  ['terminal', 'shellsession'],
  ['bash-session', 'shellsession'],
  ['shell-session', 'shellsession'],
  ['cmd', 'bat'],
  ['conf', 'ini'],
  ['cfg', 'ini'],
  ['env', 'dotenv'],
  ['jinja2', 'jinja'],
  ['make', 'makefile'],
  ['html+jinja', 'jinja-html'],
  ['js+jinja', 'jinja'],
  ['postgres', 'sql'],
  ['protobuf3', 'protobuf'],
  ['text', null],
  ['txt', null],
  ['plain', null],
  ['plaintext', null],
  ['none', null],
  ['output', null],
]);

/** Returns the name under which Shiki has the grammar of a language, or null for plain text and unknown languages. */
export function grammarName(language: string): string | null {
  const name = language.toLowerCase();
  const known = OTHER_NAMES.get(name);
  if (known !== undefined) return known;
  return Object.hasOwn(bundledLanguages, name) ? name : null;
}
