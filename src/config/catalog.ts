// The key `catalog` of portal.yaml: its definition, and the checked settings of the catalog's table made of it.
import * as z from 'zod';
import { BUILT_IN_COLUMNS, type ColumnSpec, type FieldColumn, type IndexPreset, type IndexSettings } from '../lib/catalog-columns.ts';
import { parseFieldPath } from '../lib/field-path.ts';
import { TEMPLATE_WORDS, fillTemplate, unknownWords } from '../lib/link-template.ts';
import { didYouMean } from '../lib/nearest.ts';
import type { Place } from '../lib/problem.ts';
import type { Fault } from './rules.ts';
import { text } from './text.ts';

const NAMES: readonly string[] = BUILT_IN_COLUMNS.map(({ id }) => id);
const MOST_COLUMNS = 20;
const MOST_PRESETS = 100;

const isName = (name: string): name is (typeof BUILT_IN_COLUMNS)[number]['id'] => NAMES.includes(name);

const nameFault = (name: string): Fault | null =>
  isName(name)
    ? null
    : {
        rule: 'config/unknown-column',
        message: `There is no column "${name}".`,
        hint: didYouMean(name, NAMES) ?? `Known are ${NAMES.join(', ')}; a column of your own has a label and a path.`,
      };

const labelFault = (label: string): Fault | null =>
  label.trim() !== '' && label.length <= 60 && !/\p{Cc}/u.test(label)
    ? null
    : { rule: 'config/wrong-type', message: 'The label is empty or longer than 60 characters.' };

const pathFault = (path: string): Fault | null =>
  parseFieldPath(path) === null
    ? {
        rule: 'config/invalid-column',
        message: `"${path.slice(0, 80)}" is no path to a field.`,
        hint: "Write it like spec.type, or metadata.annotations['acme.example/tier'] for names with dots or slashes.",
      }
    : null;

const EXAMPLE_WORDS = { value: 'https://a.example', name: 'a', namespace: 'a', kind: 'a', title: 'a', ref: 'a' };

function linkFault(link: string): Fault | null {
  const [word] = unknownWords(link);
  if (word !== undefined) {
    const hint = didYouMean(word, TEMPLATE_WORDS) ?? `Known are ${TEMPLATE_WORDS.map((one) => `{${one}}`).join(', ')}.`;
    return { rule: 'config/invalid-column', message: `A link has no word {${word.slice(0, 40)}}.`, hint };
  }
  if (link.length <= 1000 && fillTemplate(link, EXAMPLE_WORDS) !== null) return null;
  return {
    rule: 'config/invalid-column',
    message: 'The link is no address.',
    hint: 'Begin it with https://, with / for a page of the portal, or with {value} when the field holds an address.',
  };
}

const sortFault = (sort: string): Fault | null =>
  /^-?[^\p{Cc}]{1,60}$/u.test(sort)
    ? null
    : {
        rule: 'config/wrong-type',
        message: 'The order is no name of a column.',
        hint: 'Write it like "owner", or "-owner" for the other way round.',
      };

const kindFault = (kind: string): Fault | null =>
  /^[a-z\d]{1,63}$/i.test(kind)
    ? null
    : { rule: 'config/invalid-column', message: `"${kind.slice(0, 80)}" is no kind.`, hint: 'Write a kind such as "component".' };

const fieldSchema = z
  .strictObject({
    label: text(labelFault).meta({ description: 'Heading of the column.', examples: ['Tier'] }),
    path: text(pathFault).meta({
      description: 'Path to a field of the entity. relations.dependsOn gives the targets of a relation.',
      examples: ["metadata.annotations['acme.example/tier']", 'spec.profile.email', 'relations.dependsOn'],
    }),
    link: text(linkFault)
      .meta({
        description: 'Template of a link, with {value}, {name}, {namespace}, {kind}, {title}, {ref}.',
        examples: ['https://ci.acme.example/{name}'],
      })
      .optional(),
  })
  .meta({ description: 'A column that shows a field of the entities.' });

const columnsSchema = z
  .array(z.union([text(nameFault).meta({ examples: NAMES }), fieldSchema]))
  .min(1)
  .max(MOST_COLUMNS);

const PRESET_FIELDS = {
  columns: columnsSchema
    .meta({ description: `Columns of the table, in order: ${NAMES.join(', ')}, or a label and a path.`, examples: [['name', 'owner']] })
    .optional(),
  sort: text(sortFault)
    .meta({
      description: 'Column that the rows are ordered by, with a minus sign in front for the other way round. Default: name.',
      examples: ['-lifecycle'],
    })
    .optional(),
};

/** Defines how the table of the catalog looks. */
export const CATALOG_SCHEMA = z.strictObject({
  ...PRESET_FIELDS,
  presets: z
    .record(text(kindFault), z.strictObject(PRESET_FIELDS).meta({ description: 'Columns and order of one kind.' }))
    .refine((presets) => Object.keys(presets).length <= MOST_PRESETS, 'too many')
    .meta({ description: 'Columns and order by kind, in place of those above.' })
    .optional(),
});

type CatalogSpec = z.infer<typeof CATALOG_SCHEMA>;
type PresetSpec = Pick<CatalogSpec, 'columns' | 'sort'>;
type Path = readonly (string | number)[];
type PlaceOf = (path: Path, what?: 'key' | 'value') => Place;

/** Makes the settings of a part of the configuration that has passed the schema. */
export function indexSettings(spec: CatalogSpec | undefined, place: PlaceOf): IndexSettings {
  const presets = Object.entries(spec?.presets ?? {}).map(([kind, preset]) => {
    const path = ['catalog', 'presets', kind];
    return [kind.toLowerCase(), { ...presetOf(preset, path, place), place: place(path, 'key') }] as const;
  });
  return { ...presetOf(spec ?? {}, ['catalog'], place), presets: new Map(presets) };
}

function presetOf({ columns, sort }: PresetSpec, path: Path, place: PlaceOf): IndexPreset {
  return {
    columns: columns?.flatMap((column, index) => columnOf(column, place([...path, 'columns', index, 'path']))) ?? null,
    sort: sort ?? null,
  };
}

function columnOf(column: string | z.infer<typeof fieldSchema>, place: Place): ColumnSpec[] {
  if (typeof column === 'string') return isName(column) ? [column] : [];
  const field: FieldColumn = { label: column.label.trim(), path: column.path, link: column.link ?? null, place };
  return [field];
}
