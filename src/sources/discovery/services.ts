// The kinds of hosts whose repositories can be listed: a row for each, with where its API lies and how a token is shown to it.
import type { Service } from '../../config/types.ts';
import { isLoopback } from '../../config/git-address.ts';
import type { Credentials } from '../types.ts';
import type { Job, Lister } from './types.ts';

interface Row {
  /** Returns the host of the API. */
  readonly apiHost: (host: string) => string;
  /** Returns the value of the header that carries a token. */
  readonly authorization: (credentials: Credentials) => string;
  /** Loads the code that asks it, which is not needed where nothing is listed. */
  readonly open: () => Promise<(job: Job) => Lister>;
}

const same = (host: string) => host;
const bearer = ({ password }: Credentials) => `Bearer ${password}`;
/** User names that say no more than that a token follows. */
const NO_USERS = new Set(['x-access-token', 'x-token-auth', 'oauth2']);
const basicOrBearer = (credentials: Credentials) =>
  NO_USERS.has(credentials.user)
    ? bearer(credentials)
    : `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`;

const SERVICES: Readonly<Record<Service, Row>> = {
  github: {
    apiHost: (host) => (host === 'github.com' || host.endsWith('.ghe.com') ? `api.${host}` : host),
    authorization: bearer,
    open: async () => (await import('./github.ts')).openGithub,
  },
  gitlab: { apiHost: same, authorization: bearer, open: async () => (await import('./gitlab.ts')).openGitlab },
  gitea: {
    apiHost: same,
    authorization: ({ password }) => `token ${password}`,
    open: async () => (await import('./gitea.ts')).openGitea,
  },
  bitbucket: {
    apiHost: (host) => (host === 'bitbucket.org' ? 'api.bitbucket.org' : host),
    authorization: basicOrBearer,
    open: async () => (await import('./bitbucket.ts')).openBitbucket,
  },
  'bitbucket-server': {
    apiHost: same,
    authorization: basicOrBearer,
    open: async () => (await import('./bitbucket-server.ts')).openBitbucketServer,
  },
};

/** Returns the row of a kind of host. */
export function serviceOf(service: Service): Row {
  return SERVICES[service];
}

/** Returns scheme, host and port of the API of a host. http is spoken to this machine alone. */
export function apiOrigin(service: Service, host: string): string {
  const api = SERVICES[service].apiHost(host);
  return new URL(`${isLoopback(api) ? 'http' : 'https'}://${api}`).origin;
}
