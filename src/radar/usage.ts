// The fields `packages` and `match` of an entry in; how the use of a technology is known out.
import { type Field, isMapping, isMissing, listOf, textOf } from './field.ts';
import type { Report } from './rules.ts';
import type { EntryUsage, UsageMatch } from './types.ts';

/** Reads both fields; undefined when neither is there. */
export function readUsage(packages: Field, match: Field, report: Report): EntryUsage | undefined {
  if (isMissing(packages) && isMissing(match)) return undefined;
  return {
    packages: listOf(packages, 'packages', report).flatMap((item) => {
      const text = textOf(item, 'A package', report);
      return text === '' ? [] : [{ text, place: item.place() }];
    }),
    match: isMissing(match) ? null : listOf(match, 'match', report).flatMap((item) => readMatch(item, report)),
  };
}

/** `{tag: go}`, `{label: acme.example/db, value: postgres*}`, `{annotation: …}`; a bare text is a tag. */
function readMatch(item: Field, report: Report): UsageMatch[] {
  const place = item.place();
  if (!isMapping(item.value)) {
    const key = textOf(item, 'A match', report);
    return key === '' ? [] : [{ on: 'tag', key, value: null, place }];
  }
  const on = (['tag', 'label', 'annotation'] as const).find((name) => !isMissing(item.get(name)));
  const key = on === undefined ? '' : textOf(item.get(on), on, report);
  if (on === undefined || key === '') {
    report('radar/invalid-field', {
      message: 'A match names neither a tag nor a label nor an annotation.',
      hint: 'Write {tag: go}, {label: KEY, value: VALUE} or {annotation: KEY}.',
      place,
    });
    return [];
  }
  return [{ on, key, value: isMissing(item.get('value')) ? null : textOf(item.get('value'), 'value', report), place }];
}
