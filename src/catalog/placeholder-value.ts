// The value of one placeholder: what it says and where it stands in; the content of the file it names out, or why there is none.
import type { Unreadable } from '../lib/files.ts';
import { locateUrl } from '../lib/git-host.ts';
import { folderOf } from '../lib/paths.ts';
import type { Place, Problem } from '../lib/problem.ts';
import type { Snapshot, SourceSnapshot } from '../lib/snapshot.ts';
import { parseYaml } from '../lib/yaml.ts';
import type { EntityFile } from './draft.ts';
import { shorten, toJson } from './json.ts';
import { report } from './rules.ts';
import { type Suggest, suggestFile } from './suggest.ts';
import { resolveTarget, contentHint } from './target.ts';
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
export function makeFiller(snapshot: Snapshot, suggest: Suggest): Filler {
  const texts = new Map<string, { text: string } | { unreadable: Unreadable }>();
  const spent = new Map<string, number>();

  function read(source: SourceSnapshot, path: string) {
    const key = `${source.id}\0${path}`;
    const known = texts.get(key) ?? source.files.readText(path);
    texts.set(key, known);
    return known;
  }

  return (key, written, file) => {
    const shown = typeof written === 'string' ? shorten(written, 160) : '';
    const fail = (rule: Rule, message: string, reason: string | null, hint?: string): PlaceholderValue => ({
      problem: (place) => report(rule, { message, hint, place }),
      reason: reason === null ? null : `Placeholder ${key} ${reason}`,
    });

    if (typeof written !== 'string') {
      const reason = 'expected a string value parameter, in the form of an absolute URL or a relative path';
      return fail('placeholder/syntax', `${key} takes one path or address, written as text.`, reason);
    }
    const target = resolveTarget(written, file, snapshot);
    if (target.at === 'nowhere') return fail('placeholder/missing', `${key} names "${shown}", which is no file.`, couldNotRead(shown, 'not found'));
    if (target.at === 'outside') {
      const message = `${key} names "${shown}", which lies outside the repository.`;
      return fail('placeholder/outside', message, couldNotRead(shown, 'not found'), 'Put the file into the repository.');
    }
    if (target.at === 'web') {
      const message = `${key} names ${shown}, which belongs to no source of the portal and is not fetched.`;
      // Backstage reads the hosts it knows, and no others unless they are allowed.
      const refusal = `NotAllowedError: Reading from '${shown}' is not allowed`;
      return fail('placeholder/not-fetched', message, locateUrl(target.url) === null ? couldNotRead(shown, refusal) : null, contentHint(written));
    }
    const { source, path } = target;
    const content = read(source, path);
    if ('unreadable' in content) return unreadable(content.unreadable);
    const total = (spent.get(file.source.id) ?? 0) + content.text.length;
    if (total > MAX_TEXT_OF_SOURCE) {
      return fail('placeholder/too-large', 'The placeholders of this source bring in more than 256 MB in all.', null);
    }
    spent.set(file.source.id, total);
    const value = RESOLVERS[key]?.(content.text) ?? 'is not known';
    if (typeof value !== 'string') return value;
    return fail('placeholder/syntax', `${key} names "${shown}", which ${value}.`, `failed to read data at ${shown}, it ${value}`);

    function unreadable(why: Unreadable): PlaceholderValue {
      if (why === 'too-large') return fail('placeholder/too-large', `${key} names "${shown}", which is larger than 5 MB.`, null);
      if (why === 'not-text') return fail('placeholder/syntax', `${key} names "${shown}", which is no text file.`, null);
      const near = suggestFile(path, folderOf(file.path), source.files.list(), suggest);
      const hint = near === null ? undefined : `Did you mean "${near}"?`;
      return fail('placeholder/missing', `${key} names "${shown}", but there is no such file.`, couldNotRead(shown, 'not found'), hint);
    }
  };
}

const couldNotRead = (target: string, why: string) => `could not read location ${target}, ${why}`;

function readJson(text: string): { value: Json } | string {
  try {
    const value = toJson(JSON.parse(text), budget(text));
    return value === undefined ? 'is nested too deep' : { value };
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
  const value = toJson(document.value, budget(text));
  return value === undefined ? 'becomes too large when its aliases are filled in' : { value };
}

/** Data without aliases is never larger than its text; a little room lets small files repeat themselves. */
export function budget(text: string): number {
  return 100_000 + 2 * text.length;
}
