// The value of one placeholder: what it says and where it stands in; the content of the file it names out, or why there is none.
import type { Unreadable } from '../lib/files.ts';
import { locateUrl } from '../lib/git-host.ts';
import { folderOf } from '../lib/paths.ts';
import type { Place, Problem } from '../lib/problem.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';
import { parseYaml } from '../lib/yaml.ts';
import type { EntityFile } from './draft.ts';
import { shorten, toJson } from './json.ts';
import { report } from './rules.ts';
import { type Suggest, suggestFile } from './suggest.ts';
import { type Resolve, type Target, contentHint } from './target.ts';
import type { Json } from './types.ts';

/** Text that the placeholders of one source may bring in, in characters. */
const MAX_TEXT_OF_SOURCE = 256 * 1024 * 1024;

/** The content, or the problem (once its place is known) with the reason Backstage would give for rejecting the entity. */
export type PlaceholderValue = { readonly value: Json } | { readonly problem: (place: Place) => Problem; readonly reason: string | null };

/** Finds the value of a placeholder: its key with the dollar sign, what is written behind it, and the file it is written in. */
export type Filler = (key: string, written: Json, file: EntityFile) => PlaceholderValue;

/** How the text of a file becomes the value of a field; a string says why it does not. */
export const RESOLVERS: Readonly<Record<string, (text: string) => { value: Json } | string>> = {
  $text: (text) => ({ value: text }),
  $json: readJson,
  $yaml: readYaml,
};

type Rule = 'placeholder/missing' | 'placeholder/outside' | 'placeholder/too-large' | 'placeholder/syntax' | 'placeholder/not-fetched';

/** Makes the filler of one build: each file is read once, and what one source brings in is bounded. */
export function makeFiller(resolve: Resolve, suggest: Suggest): Filler {
  const read = makeReader();
  const spent = new Map<string, number>();

  return (key, written, file) => {
    if (typeof written !== 'string') {
      const reason = 'expected a string value parameter, in the form of an absolute URL or a relative path';
      return fail(key, 'placeholder/syntax', 'takes one path or address, written as text', reason);
    }
    const shown = shorten(written, 160);
    const target = resolve(written, file);
    if (target.at !== 'source') return failElsewhere(key, shown, target);
    const content = read(target.source, target.path);
    if ('unreadable' in content) {
      const near =
        content.unreadable === 'missing' ? suggestFile(target.path, folderOf(file.path), target.source.files.list(), suggest) : null;
      return failUnreadable(key, shown, content.unreadable, near);
    }
    const total = (spent.get(file.source.id) ?? 0) + content.text.length;
    if (total > MAX_TEXT_OF_SOURCE) return fail(key, 'placeholder/too-large', 'is left empty: this source already filled in 256 MB', null);
    spent.set(file.source.id, total);
    const value = RESOLVERS[key]?.(content.text) ?? 'is not known';
    if (typeof value !== 'string') return value;
    return fail(key, 'placeholder/syntax', `names "${shown}", which ${value}`, `failed to read data at ${shown}, it ${value}`);
  };
}

function makeReader(): (source: SourceSnapshot, path: string) => { text: string } | { unreadable: Unreadable } {
  const texts = new Map<string, { text: string } | { unreadable: Unreadable }>();
  return (source, path) => {
    const key = `${source.id}\0${path}`;
    const content = texts.get(key) ?? source.files.readText(path);
    texts.set(key, content);
    return content;
  };
}

/** Makes a failure; the message goes on from the key of the placeholder, and so does Backstage's reason. */
function fail(key: string, rule: Rule, message: string, reason: string | null, hint?: string): PlaceholderValue {
  return {
    problem: (place) => report(rule, { message: `${key} ${message}.`, hint, place }),
    reason: reason === null ? null : `Placeholder ${key} ${reason}`,
  };
}

function failElsewhere(key: string, shown: string, target: Exclude<Target, { at: 'source' }>): PlaceholderValue {
  if (target.at === 'nowhere')
    return fail(key, 'placeholder/missing', `names "${shown}", which is no file`, couldNotRead(shown, 'not found'));
  if (target.at === 'outside') {
    const message = `names "${shown}", which lies outside the repository`;
    return fail(key, 'placeholder/outside', message, couldNotRead(shown, 'not found'), 'Put the file into the repository.');
  }
  // Backstage reads the hosts it knows, and no others unless they are allowed.
  const isKnown = locateUrl(target.url) !== null;
  const reason = isKnown ? null : couldNotRead(shown, `NotAllowedError: Reading from '${shown}' is not allowed`);
  const message = `names ${shown}, which belongs to no source of the portal and is not fetched`;
  return fail(key, 'placeholder/not-fetched', message, reason, contentHint(target.url));
}

function failUnreadable(key: string, shown: string, why: Unreadable, near: string | null): PlaceholderValue {
  if (why === 'too-large') return fail(key, 'placeholder/too-large', `names "${shown}", which is larger than 5 MB`, null);
  if (why === 'not-text') return fail(key, 'placeholder/syntax', `names "${shown}", which is no text file`, null);
  const hint = near === null ? undefined : `Did you mean "${near}"?`;
  return fail(key, 'placeholder/missing', `names "${shown}", but there is no such file`, couldNotRead(shown, 'not found'), hint);
}

const couldNotRead = (target: string, why: string) => `could not read location ${target}, ${why}`;

function readJson(text: string): { value: Json } | string {
  try {
    const value = toJson(JSON.parse(text), maxText(text));
    return value === undefined ? 'holds too many values' : { value };
  } catch {
    return 'is not valid JSON';
  }
}

function readYaml(text: string): { value: Json } | string {
  const { documents, errors } = parseYaml(text);
  const [error] = errors;
  if (error !== undefined) return `is not valid YAML: ${error.reason} in line ${error.line}`;
  const [document] = documents;
  if (documents.length !== 1 || document === undefined) return `holds ${documents.length} documents instead of one`;
  const value = toJson(document.value, maxText(text));
  return value === undefined ? 'holds too many values once its aliases are filled in' : { value };
}

/** Text that the data of a file may hold: without aliases never more than the file; a little room lets small files repeat themselves. */
export function maxText(text: string): number {
  return 100_000 + 2 * text.length;
}
