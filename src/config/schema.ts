// The definition of portal.yaml: what is checked on load and what the JSON Schema for editors is made from.
import * as z from 'zod';
import { APIS_SCHEMA } from './apis.ts';
import { CATALOG_SCHEMA } from './catalog.ts';
import { DISCOVERY_FIELDS, hostFault } from './discovery.ts';
import { DOCS_SCHEMA, embedFault } from './docs.ts';
import { parseGitAddress } from './git-address.ts';
import { refFault } from './git-ref.ts';
import { HOSTING_SCHEMA } from './hosting.ts';
import { MODEL_FIELDS } from './model.ts';
import { RADAR_SCHEMA } from './radars.ts';
import type { Fault } from './rules.ts';
import { baseFault, insideFault, localPathFault, siteFault } from './values.ts';
import { ID_PATTERN, idFault } from './source-id.ts';
import { TECHNOLOGIES_SCHEMA } from './technologies.ts';
import { text } from './text.ts';

const titleFault = (title: string): Fault | null =>
  title.trim() === '' ? { rule: 'config/wrong-type', message: 'The title is empty.', hint: 'Write the name of the portal.' } : null;

const addressFault = (address: string): Fault | null => {
  const parsed = parseGitAddress(address);
  return 'fault' in parsed ? parsed.fault : null;
};

const sourceSchema = z
  .strictObject({
    path: text(localPathFault)
      .meta({
        description: 'A folder, relative to this file. With * or other glob characters, each matching folder is one source.',
        examples: ['org', 'example/*'],
      })
      .optional(),
    git: text(addressFault)
      .meta({
        description:
          'Address of a git repository: https, ssh (also user@host:path), git or file. Tokens belong in the environment, not here.',
        examples: ['https://git.acme.example/payments.git'],
      })
      .optional(),
    ...DISCOVERY_FIELDS,
    ref: text(refFault)
      .meta({ description: "Branch, tag or full commit hash of a git source. Default: the remote's HEAD.", examples: ['main'] })
      .optional(),
    catalog: z
      .array(text(insideFault))
      .min(1)
      .max(500)
      .meta({ description: 'Globs of the entity files. Default: catalog-info.yaml or catalog-info.yml at the root.' })
      .optional(),
    id: text(idFault)
      .meta({
        description: "Name of the source in addresses and messages. Default: the repository's or folder's name, made unique.",
        pattern: ID_PATTERN.source,
      })
      .optional(),
    docs: text(insideFault)
      .meta({
        description: 'Folder of a docs site (mkdocs.yml or bare Markdown) that no entity names; . for the root.',
        examples: ['handbook'],
      })
      .optional(),
  })
  .meta({
    description: 'One place that files come from: a folder, a git repository, or the repositories of a host.',
    oneOf: ['path', 'git', ...Object.keys(DISCOVERY_FIELDS)].map((key) => ({ required: [key] })),
    dependencies: { ref: ['git'] },
  });

/** Defines what may be read by plain web address, in the words of Backstage's `backend.reading`. */
const READING_SCHEMA = z.strictObject({
  allow: z
    .array(
      z.strictObject({
        host: text(hostFault).meta({
          description: 'Host, with its port if that is not the usual one.',
          examples: ['schemas.acme.example'],
        }),
        paths: z
          .array(z.string().startsWith('/'))
          .min(1)
          .meta({ description: 'Beginnings of paths. Default: all.', examples: [['/apis/']] })
          .optional(),
      }),
    )
    .meta({ description: 'Hosts, each with the beginnings of paths.' }),
});

/** Defines the whole of `portal.yaml`. Unknown keys are errors everywhere. */
export const portalSchema = z
  .strictObject({
    title: text(titleFault).meta({
      description: 'Name of the portal, shown on every page.',
      minLength: 1,
      examples: ['Acme Developer Portal'],
    }),
    site: text(siteFault)
      .meta({ description: 'Origin the site is served from, for canonical links.', examples: ['https://portal.acme.example'] })
      .optional(),
    base: text(baseFault)
      .meta({ description: 'Path prefix the site is served under. Default: /.', default: '/', examples: ['/portal/'] })
      .optional(),
    sources: z.array(sourceSchema).min(1).max(10_000).meta({ description: 'Where the files come from, in order.' }),
    reading: READING_SCHEMA.meta({
      description: 'Web addresses that entity files may name and that no source holds: they are read over https.',
    }).optional(),
    apis: APIS_SCHEMA.meta({ description: 'What pages of APIs may do beyond showing their definitions.' }).optional(),
    docs: DOCS_SCHEMA.meta({ description: 'What docs pages may show beyond the files of their repositories.' }).optional(),
    history: z
      .boolean()
      .meta({
        description: 'Whether pages say when their files were last changed, from the history of git sources. Default: true.',
        default: true,
      })
      .optional(),
    hosting: HOSTING_SCHEMA.meta({ description: 'What the site holds for the server that hosts it.' }).optional(),
    catalog: CATALOG_SCHEMA.meta({ description: 'Columns and order of the table of the catalog.' }).optional(),
    radar: RADAR_SCHEMA.meta({ description: 'The tech radar: its folder or file, or a list of several radars.' }).optional(),
    technologies: TECHNOLOGIES_SCHEMA.meta({
      description: 'How it is known who uses the entries of the radar, by their ids, where the radar does not say it itself.',
    }).optional(),
    ...MODEL_FIELDS,
  })
  .superRefine(({ site, docs }, context) => {
    for (const [index, host] of (docs?.embeds ?? []).entries()) {
      const found = embedFault(host, site);
      if (found !== null) context.addIssue({ code: 'custom', message: found.message, params: found, path: ['docs', 'embeds', index] });
    }
  })
  .meta({ title: 'Callboard portal.yaml', description: 'What a Callboard portal is made of.' });

/** A configuration that has passed the schema; defaults are not filled in. */
export type PortalSpec = z.infer<typeof portalSchema>;
export type PortalSourceSpec = z.infer<typeof sourceSchema>;
