// A GitHub App as access: its id and key in; a token for the repositories of one organisation, which ends after an hour, out.
import { createAppAuth } from '@octokit/auth-app';
import * as z from 'zod';
import type { Credentials, Environment, Outcome } from '../types.ts';
import { readAppKey } from './app-key-fs.ts';
import { openOctokit } from './github.ts';
import { isStatus, refusalIn } from './refusal.ts';
import type { Ask } from './types.ts';

/** User name that GitHub wants beside such a token. */
const APP_USER = 'x-access-token';
/** What of an answer the client reads is its own affair; none of it is kept. */
const anySchema = z.looseObject({});

/** Asks for a token of the App's installation in an organisation, or for a user. `ask` must add no token of its own. */
export async function installationToken(
  appId: string,
  owner: string,
  origin: string,
  ask: Ask,
  env: Environment,
): Promise<Outcome<Credentials>> {
  const key = readAppKey(env);
  if (key === null) {
    const hint = 'Set CALLBOARD_GITHUB_APP_PRIVATE_KEY, or CALLBOARD_GITHUB_APP_PRIVATE_KEY_FILE to the path of the key.';
    return { failure: { reason: 'the key of the GitHub App is missing', hint } };
  }
  if ('failure' in key) return key;
  const client = openOctokit({ origin, ask }, anySchema);
  const auth = createAppAuth({ appId, privateKey: key.value, request: client.request, log: client.log });
  let jwt: string;
  try {
    jwt = (await auth({ type: 'app' })).token;
  } catch {
    const hint = 'Take the PEM file that GitHub gave for the App as it is.';
    return { failure: { reason: 'the key of the GitHub App is no private key', hint } };
  }
  try {
    const installationId = await installationOf(client, owner, jwt);
    const { token } = await auth({ type: 'installation', installationId });
    return { value: { user: APP_USER, password: token } };
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal === null) throw error;
    if (!isStatus(error, 401, 403, 404)) return { failure: refusal };
    const hint = `Check the App's id and key, and that it is installed for "${owner}" with the right to read contents and metadata.`;
    return { failure: { reason: `the GitHub App was given no access (status ${refusal.status ?? 0})`, hint } };
  }
}

async function installationOf(client: ReturnType<typeof openOctokit>, owner: string, jwt: string): Promise<number> {
  const headers = { authorization: `Bearer ${jwt}` };
  try {
    return (await client.request('GET /orgs/{org}/installation', { org: owner, headers })).data.id;
  } catch (error) {
    if (!isStatus(error, 404)) throw error;
    return (await client.request('GET /users/{username}/installation', { username: owner, headers })).data.id;
  }
}
