// The rules of portal.yaml.
import { reporter, type Rules } from '../lib/problem.ts';

/** Lists what can be wrong with a configuration. All are errors but one: nobody can build what is not asked for clearly. */
export const configRules = {
  'config/unreadable': {
    severity: 'error',
    meaning: 'The configuration is missing, too large or no text.',
    why: 'Without it nothing is known about the portal.',
  },
  'config/syntax': {
    severity: 'error',
    meaning: 'The configuration is not one YAML document.',
    why: 'A file that cannot be parsed says nothing.',
    wrong: 'title: Acme: Portal',
    right: "title: 'Acme: Portal'",
  },
  'config/unknown-key': {
    severity: 'error',
    meaning: 'A key is not one that Callboard knows.',
    why: 'A misspelt key would be passed over in silence, and the default taken.',
    wrong: 'sorces:\n  - path: org',
    right: 'sources:\n  - path: org',
  },
  'config/missing-key': {
    severity: 'error',
    meaning: 'A key that every portal needs is not there.',
    why: 'There is no sensible default for it.',
    wrong: 'sources:\n  - path: org',
    right: 'title: Acme Developer Portal\nsources:\n  - path: org',
  },
  'config/wrong-type': {
    severity: 'error',
    meaning: 'A value is of another type than its key needs, or empty.',
    why: 'Guessing what was meant would hide a slip.',
    wrong: 'catalog: all.yaml',
    right: 'catalog: [all.yaml]',
  },
  'config/invalid-site': {
    severity: 'error',
    meaning: 'The site is not the origin of a web address.',
    why: 'Canonical links are made from it.',
    wrong: 'site: portal.acme.example',
    right: 'site: https://portal.acme.example',
  },
  'config/invalid-base': {
    severity: 'error',
    meaning: 'The base is not a path that a site can be served under.',
    why: 'Every link of the site starts with it.',
    wrong: 'base: https://acme.example/portal',
    right: 'base: /portal/',
  },
  'config/source-kind': {
    severity: 'error',
    meaning: 'A source names no place, or more than one, or has a key that belongs to another kind of place.',
    why: 'Each entry is one source, from one place.',
    wrong: '- path: org\n  ref: main',
    right: '- git: https://git.acme.example/org.git\n  ref: main',
  },
  'config/unknown-column': {
    severity: 'error',
    meaning: 'The table of the catalog is to have a column that is not built in.',
    why: 'A misspelt one would be left out in silence.',
    wrong: 'columns: [name, ovner]',
    right: 'columns: [name, owner]',
  },
  'config/invalid-column': {
    severity: 'error',
    meaning: 'The path or link of a column of one’s own cannot be read, or a preset is for something that is no kind.',
    why: 'The column would stay empty, or its links would lead nowhere.',
    wrong: 'path: metadata.annotations.acme.example/tier',
    right: "path: metadata.annotations['acme.example/tier']",
  },
  'config/invalid-path': {
    severity: 'error',
    meaning: 'A path or glob is empty, leaves its source, or holds characters that no path has.',
    why: 'What lies outside a source is not the portal’s to publish.',
    wrong: 'docs: ../handbook',
    right: 'docs: handbook',
  },
  'config/invalid-git-address': {
    severity: 'error',
    meaning: 'A repository’s address is not one that Callboard speaks: https, ssh, git, or file.',
    why: 'Other addresses of git can run commands, and http can be read and changed on its way.',
    wrong: 'git: http://git.acme.example/payments.git',
    right: 'git: https://git.acme.example/payments.git',
  },
  'config/password-in-address': {
    severity: 'warning',
    meaning: 'A repository’s address holds a password or token.',
    why: 'The configuration is a file that many can read; tokens belong in the environment.',
    wrong: 'git: https://bot:secret@git.acme.example/payments.git',
    right: 'git: https://git.acme.example/payments.git # and CALLBOARD_TOKEN_GIT_ACME_EXAMPLE in the environment',
  },
  'config/invalid-host': {
    severity: 'error',
    meaning: 'A host is not the name of a host, or is missing where there is none by default.',
    why: 'Questions and tokens are sent to it, so it must be clear which one it is.',
    wrong: 'gitea: {host: "https://git.acme.example/", org: acme}',
    right: 'gitea: {host: git.acme.example, org: acme}',
  },
  'config/invalid-server': {
    severity: 'error',
    meaning: 'The address of a server for diagrams is not a plain web address, or is http outside of the local network.',
    why: 'The sources of all diagrams are sent to it, and http can be read and changed on its way.',
    wrong: 'docs: {diagrams: {kroki: "http://kroki.acme.example/"}}',
    right: 'docs: {diagrams: {kroki: "https://kroki.acme.example/"}}',
  },
  'config/invalid-owner': {
    severity: 'error',
    meaning: 'What should be an organisation, user, group, workspace or project is not a name.',
    why: 'Nothing can be found under it.',
    wrong: 'github: https://github.com/acme',
    right: 'github: acme',
  },
  'config/invalid-ref': {
    severity: 'error',
    meaning: 'A ref is neither a name that git allows for a branch or tag nor a full commit hash.',
    why: 'It can match nothing, and what looks like an option must never reach a command.',
    wrong: 'ref: --all',
    right: 'ref: main',
  },
  'config/invalid-id': {
    severity: 'error',
    meaning: 'The id of a source is not a plain name in lower case, or one that Callboard uses itself.',
    why: 'Ids stand in web addresses and in folder names.',
    wrong: 'id: Payments Team',
    right: 'id: payments-team',
  },
  'config/invalid-link': {
    severity: 'error',
    meaning: 'The address of a tool, or of what an annotation leads to, is not one of the web.',
    why: 'Pages would link to nowhere, or to a host that somebody else chooses.',
    wrong: 'link: "{value}"',
    right: 'link: https://wiki.acme.example/{value}',
  },
  'config/invalid-schema': {
    severity: 'error',
    meaning: 'The schema of a kind is missing or is not a JSON Schema.',
    why: 'Entities of the kind could not be checked.',
    wrong: 'schema: kinds/capabilty.json',
    right: 'schema: kinds/capability.json',
  },
  'config/duplicate-id': {
    severity: 'error',
    meaning: 'Two sources have the same id.',
    why: 'Each id is the address of one source.',
  },
} as const satisfies Rules;

/** Makes a problem of one of the rules above. */
export const reportConfig = reporter(configRules);

/** What a check says of a value it does not like; the place is added by who knows it. */
export interface Fault {
  readonly rule: keyof typeof configRules;
  readonly message: string;
  readonly hint?: string;
}
