// Access to a host: the environment in; the credentials that its API and git are given out.
import type { DiscoveryQuery } from '../../config/types.ts';
import { tokenVariable } from '../../config/git-address.ts';
import { tokenFor, tokenVariables } from '../git-env.ts';
import type { Credentials, Environment, Outcome } from '../types.ts';
import type { Ask } from './types.ts';

/**
 * Finds the credentials for the repositories of an owner: a token of the host's own variable, else one that a GitHub App is given, else
 * one of a common variable. `granted` says that git does not find them in the environment. `ask` must add no token of its own.
 */
export async function findAccess(
  { service, host, owner }: Pick<DiscoveryQuery, 'service' | 'host' | 'owner'>,
  origin: string,
  ask: Ask,
  env: Environment,
): Promise<Outcome<{ readonly credentials: Credentials | null; readonly granted: boolean }>> {
  const own = (env[tokenVariable(host)] ?? '').trim() !== '';
  const appId = service === 'github' && !own ? appIdFor(host, env) : null;
  if (appId === null) return { value: { credentials: tokenFor(host, env), granted: false } };
  // Loaded where an App is used alone.
  const { installationToken } = await import('./github-app.ts');
  const token = await installationToken(appId, owner, origin, ask, env);
  return 'failure' in token ? token : { value: { credentials: token.value, granted: true } };
}

/** Returns the id of the App that is configured for a host, github.com unless another one is named; null for none. */
function appIdFor(host: string, env: Environment): string | null {
  const id = (env['CALLBOARD_GITHUB_APP_ID'] ?? '').trim();
  const itsHost = (env['CALLBOARD_GITHUB_APP_HOST'] ?? '').trim().toLowerCase() || 'github.com';
  return id !== '' && itsHost === host ? id : null;
}

/** Says how access is given. */
export function accessHint(host: string, authorized: boolean): string {
  const [first = '', ...others] = tokenVariables(host);
  const names = [first, ...others].join(' or ');
  return authorized
    ? `Check the name, and that the token in ${names} is valid and may read the repositories.`
    : `Check the name; if it is not open to everybody, set ${names} to a token that may read the repositories.`;
}

/** Says how more requests are allowed. */
export function limitHint(host: string, authorized: boolean): string {
  return authorized ? 'Wait until then, or pull less often.' : `Set ${tokenVariables(host).join(' or ')}: with a token more is allowed.`;
}
