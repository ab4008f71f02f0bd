// What portal.yaml may add to the model: tools, annotations, kinds and relations of a company's own.
import * as z from 'zod';
import { ICON_NAMES } from '../lib/icon-names.ts';
import { didYouMean } from '../lib/nearest.ts';
import { TOOL_BASES } from '../lib/tool-bases.ts';
import type { Fault } from './rules.ts';
import { text } from './text.ts';
import { localPathFault } from './values.ts';

const KIND = /^[a-zA-Z][a-z0-9A-Z]{0,62}$/;
const WORD = /^[a-zA-Z][a-zA-Z0-9_]{0,62}$/;
const KEY = /^(?:[a-z0-9.-]{1,253}\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

const wrong = (message: string, hint?: string): Fault => ({ rule: 'config/wrong-type', message, ...(hint !== undefined && { hint }) });

/** Text for people: one line that is neither empty nor long. */
const words = text((value) =>
  value.trim() !== '' && value.length <= 100 && !/\p{Cc}/u.test(value) ? null : wrong('The text is empty, too long, or more than a line.'),
);

const matching = (pattern: RegExp, fault: Fault) => text((value) => (pattern.test(value) ? null : fault));
const kindName = matching(KIND, wrong('This is not the name of a kind.', 'Write letters and digits, like "Capability".'));
const relationName = matching(WORD, wrong('This is not a name.', 'Write letters and digits, like "realises".'));

const iconFault = (icon: string): Fault | null =>
  (ICON_NAMES as readonly string[]).includes(icon)
    ? null
    : wrong(`There is no icon "${icon}".`, didYouMean(icon, ICON_NAMES) ?? `Known are ${ICON_NAMES.join(', ')}.`);

/** Returns what is wrong with the address of a tool, or null. */
function toolFault(address: string): Fault | null {
  const url = URL.parse(address);
  const isWeb = url !== null && /^https?:\/\/[^\s{}]+$/i.test(address) && url.username === '' && url.password === '';
  if (isWeb && url.search === '' && url.hash === '') return null;
  return {
    rule: 'config/invalid-link',
    message: 'This is not the address of a tool.',
    hint: 'Write where it is found, like "https://jira.acme.example", without query and password.',
  };
}

/** Returns what is wrong with the template of a link, or null: the value may choose a page of a host, but never the host. */
function linkFault(link: string): Fault | null {
  const invalid = (message: string, hint: string): Fault => ({ rule: 'config/invalid-link', message, hint });
  const [, origin = ''] = /^(https?:\/\/[^/?#]*)/i.exec(link) ?? [];
  if (origin === '' || origin.includes('{') || URL.parse(link.replaceAll('{value}', 'x')) === null || /@/.test(origin)) {
    return invalid('The link is not the address of a page on one host.', 'Write it like "https://wiki.acme.example/{value}".');
  }
  const unknown = /\{(?!value\})/.test(link);
  if (unknown || !link.includes('{value}')) {
    return invalid('The link needs the place of the value, and nothing else in braces.', 'Write {value} where the value belongs.');
  }
  return null;
}

const toolSchema = text(toolFault).meta({ description: 'Where the tool is found.' });
/** Defines where tools are found. */
export const TOOLS_SCHEMA = z
  .strictObject(
    Object.fromEntries(Object.keys(TOOL_BASES).map((name) => [name, toolSchema.optional()])) as Record<
      keyof typeof TOOL_BASES,
      z.ZodOptional<typeof toolSchema>
    >,
  )
  .meta({ description: 'Addresses of the tools that annotations lead to, by name.', examples: [{ jira: 'https://jira.acme.example' }] });

const ANNOTATION_SCHEMA = z.strictObject({
  key: matching(KEY, wrong('This is not the key of an annotation.', 'Write it like "acme.example/app-code".')).meta({
    description: 'Key of the annotation.',
    examples: ['acme.example/app-code'],
  }),
  label: words.meta({ description: 'What it is, in words.' }),
  group: words.meta({ description: 'Group under which pages show it. Default: Other.', examples: ['Dashboards'] }).optional(),
  link: text(linkFault)
    .meta({ description: 'Where it leads; {value} stands for the value.', examples: ['https://cmdb.acme.example/apps/{value}'] })
    .optional(),
});

const KIND_SCHEMA = z.strictObject({
  kind: kindName.meta({ description: 'Name of the kind, as entity files write it.', examples: ['Capability'] }),
  plural: words.meta({ description: 'Heading of its lists. Default: the name with an s.', examples: ['Capabilities'] }).optional(),
  icon: text(iconFault)
    .meta({ description: 'Name of its icon.', examples: ['layers'] })
    .optional(),
  apiVersions: z.array(words).min(1).max(20).meta({ description: 'The apiVersions it may be written with. Default: any.' }).optional(),
  schema: text(localPathFault)
    .meta({ description: 'File with the JSON Schema of its spec, relative to this file.', examples: ['kinds/capability.json'] })
    .optional(),
});

const RELATION_SCHEMA = z.strictObject({
  field: relationName.meta({
    description: 'Field of spec that names the other entities: one reference or a list.',
    examples: ['realises'],
  }),
  kinds: z.array(kindName).min(1).max(50).meta({ description: 'Kinds that have the field.' }),
  targets: z
    .array(kindName)
    .min(1)
    .max(50)
    .meta({ description: 'Kinds it leads to. With one, references need not say their kind. Default: any.' })
    .optional(),
  relation: relationName.meta({ description: 'Relation from who has the field. Default: the name of the field.' }).optional(),
  reverse: relationName.meta({ description: 'The same relation from the other end.', examples: ['realisedBy'] }),
  words: z
    .array(words)
    .superRefine((both, context) => {
      const params = wrong('A relation has two words.', 'Write the words from both ends, like [realises, realised by].');
      if (both.length !== 2) context.addIssue({ code: 'custom', message: params.message, params });
    })
    .meta({ description: 'What the relation is called from both ends.', minItems: 2, maxItems: 2, examples: [['realises', 'realised by']] })
    .optional(),
});

/** What is added to the schema of `portal.yaml`. */
export const MODEL_FIELDS = {
  tools: TOOLS_SCHEMA.optional(),
  annotations: z.array(ANNOTATION_SCHEMA).max(500).meta({ description: 'Annotations of your own, and what they lead to.' }).optional(),
  kinds: z.array(KIND_SCHEMA).max(50).meta({ description: 'Kinds of entities of your own.' }).optional(),
  relations: z.array(RELATION_SCHEMA).max(100).meta({ description: 'Relations of your own, between any kinds.' }).optional(),
};
