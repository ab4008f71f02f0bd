// Entries that find repositories on a host: what portal.yaml may say of each host in; one checked shape for all of them out.
import * as z from 'zod';
import type { Fault } from './rules.ts';
import { text } from './text.ts';
import type { DiscoveryQuery, Service } from './types.ts';

const HOST = /^(?:[a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;
const NAME = /^~?[a-z\d_](?:[a-z\d_.-]{0,98}[a-z\d_-])?$/i;
const MAX_GROUPS = 20;

/** Returns what is wrong with the name of a host, or null. */
export const hostFault = (host: string): Fault | null =>
  HOST.test(host)
    ? null
    : {
        rule: 'config/invalid-host',
        message: 'The host is not the name of a host.',
        hint: 'Write it without protocol and path, e.g. "git.acme.example".',
      };

const ownerFault = (owner: string): Fault | null =>
  NAME.test(owner)
    ? null
    : {
        rule: 'config/invalid-owner',
        message: 'This is not a name that an organisation, user, workspace or project can have.',
        hint: 'Write the name that stands in the addresses of its repositories.',
      };

const groupFault = (group: string): Fault | null => {
  const parts = group.split('/');
  return parts.length > MAX_GROUPS ? ownerFault('') : (parts.map(ownerFault).find((fault) => fault !== null) ?? null);
};

const namesFault = (name: string): Fault | null =>
  name.trim() !== '' && name.length <= 200 && !/[\p{Cc}/]/u.test(name)
    ? null
    : { rule: 'config/wrong-type', message: 'This is not the name of a repository, nor a glob of names.', hint: 'Write it like "svc-*".' };

const topicFault = (topic: string): Fault | null =>
  /^[^\p{Cc}]{1,100}$/u.test(topic) ? null : { rule: 'config/wrong-type', message: 'The topic is empty or too long.' };

/** Hosts that an entry means when it names none. */
export const DEFAULT_HOSTS: Partial<Readonly<Record<Service, string>>> = {
  github: 'github.com',
  gitlab: 'gitlab.com',
  bitbucket: 'bitbucket.org',
};

const FILTERS = {
  names: z
    .array(text(namesFault))
    .min(1)
    .max(500)
    .meta({ description: 'Globs of the names of repositories to take. Default: all.', examples: [['svc-*']] })
    .optional(),
  archived: z.boolean().meta({ description: 'Take archived repositories, too. Default: false.' }).optional(),
  forks: z.boolean().meta({ description: 'Take forks, too. Default: false.' }).optional(),
};
const topics = z
  .array(text(topicFault))
  .min(1)
  .max(100)
  .meta({ description: 'Topics of which a repository must have at least one. Default: any repository.' })
  .optional();

const host = (description: string) => text(hostFault).meta({ description });
const owner = (description: string) => text(ownerFault).meta({ description });

/** A short form: the owner, after a host where one is needed or wanted. */
const short = (needsHost: boolean) =>
  text((value) => {
    const [first = '', second, ...more] = value.split('/');
    if (second === undefined && needsHost)
      return { rule: 'config/invalid-host', message: 'The host is missing.', hint: `Write the host first: "git.acme.example/${first}".` };
    return second === undefined ? ownerFault(first) : (hostFault(first) ?? ownerFault([second, ...more].join('/')));
  });

const githubSchema = z.strictObject({
  org: owner('Organisation or user whose repositories are taken.'),
  host: host('Host of a GitHub Enterprise Server. Default: github.com.').optional(),
  topics,
  ...FILTERS,
});
const gitlabSchema = z.strictObject({
  group: text(groupFault).meta({ description: 'Group whose projects are taken, with the groups above it.', examples: ['acme/platform'] }),
  host: host('Host of the GitLab. Default: gitlab.com.').optional(),
  topics,
  ...FILTERS,
  subgroups: z.boolean().meta({ description: 'Take the projects of groups below it, too. Default: true.' }).optional(),
});
const giteaSchema = z.strictObject({
  host: host('Host of the Gitea or Forgejo.'),
  org: owner('Organisation or user whose repositories are taken.'),
  topics,
  ...FILTERS,
});
const bitbucketSchema = z
  .strictObject({
    workspace: owner('Workspace of bitbucket.org whose repositories are taken.').optional(),
    host: host('Host of a Bitbucket Data Center.').optional(),
    project: owner('Key of the project on that host.').optional(),
    ...FILTERS,
  })
  .superRefine(({ workspace, host, project }, context) => {
    const cloud = workspace !== undefined && host === undefined && project === undefined;
    const server = workspace === undefined && host !== undefined && project !== undefined;
    if (cloud || server) return;
    const fault: Fault = {
      rule: 'config/source-kind',
      message: 'Bitbucket needs either a workspace of bitbucket.org, or a host and a project.',
      hint: 'Write "workspace: " and its name, or both "host: " and "project: ".',
    };
    context.addIssue({ code: 'custom', message: fault.message, params: fault });
  });

/** Keys of an entry that find repositories on a host, each with its object form. */
export const DISCOVERY_SCHEMAS = { github: githubSchema, gitlab: gitlabSchema, gitea: giteaSchema, bitbucket: bitbucketSchema } as const;

/** The same keys as fields of an entry: a short form or the object form. */
export const DISCOVERY_FIELDS = {
  github: z
    .union([short(false), githubSchema])
    .meta({ description: 'Repositories of an organisation or user on GitHub: its name, or more about them.', examples: ['acme'] })
    .optional(),
  gitlab: z
    .union([text(groupFault), gitlabSchema])
    .meta({ description: 'Projects of a group on GitLab: its path, or more about them.', examples: ['acme/platform'] })
    .optional(),
  gitea: z
    .union([short(true), giteaSchema])
    .meta({
      description: 'Repositories of an organisation or user on a Gitea or Forgejo: host and name, or more about them.',
      examples: ['git.acme.example/acme'],
    })
    .optional(),
  bitbucket: z
    .union([short(false), bitbucketSchema])
    .meta({ description: 'Repositories of a workspace, or project, on Bitbucket: its name, or more about them.', examples: ['acme'] })
    .optional(),
};

/** What an entry may say under the key of a host, in any of its forms. */
export type DiscoveryEntry = { readonly [Key in keyof typeof DISCOVERY_FIELDS]?: z.infer<(typeof DISCOVERY_FIELDS)[Key]> };

interface Parts {
  readonly host?: string | undefined;
  readonly org?: string;
  readonly group?: string;
  readonly workspace?: string | undefined;
  readonly project?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly archived?: boolean | undefined;
  readonly forks?: boolean | undefined;
  readonly subgroups?: boolean | undefined;
}

/** Returns what a checked entry asks of which host, with all defaults; null when it names no host. */
export function discoveryOf(entry: DiscoveryEntry): DiscoveryQuery | null {
  for (const key of ['github', 'gitlab', 'gitea', 'bitbucket'] as const) {
    const value = entry[key];
    if (value !== undefined) return queryOf(key, typeof value === 'string' ? partsOf(key, value) : value);
  }
  return null;
}

function partsOf(key: keyof DiscoveryEntry, value: string): Parts {
  if (key === 'gitlab') return { group: value };
  const slash = value.indexOf('/');
  return slash < 0 ? { org: value } : { host: value.slice(0, slash), org: value.slice(slash + 1) };
}

function queryOf(key: keyof DiscoveryEntry, parts: Parts): DiscoveryQuery {
  const service = key === 'bitbucket' && parts.host !== undefined ? 'bitbucket-server' : key;
  return {
    service,
    host: (parts.host ?? DEFAULT_HOSTS[service] ?? '').toLowerCase(),
    owner: parts.org ?? parts.group ?? parts.workspace ?? parts.project ?? '',
    topics: parts.topics ?? [],
    names: parts.names ?? [],
    archived: parts.archived ?? false,
    forks: parts.forks ?? false,
    subgroups: parts.subgroups ?? true,
  };
}
