// Asks a host which repositories an entry stands for: the entry in; those with a catalog file, with their commits, out.
import pLimit from 'p-limit';
import type { DiscoverySpec } from '../../config/types.ts';
import { isCommitHash } from '../../config/git-ref.ts';
import { compareText } from '../../lib/problem.ts';
import { grantKey } from '../git-env.ts';
import type { Outcome, PullContext } from '../types.ts';
import { accessHint, findAccess, limitHint } from './access.ts';
import { cloneAddress } from './address.ts';
import { openAsk } from './ask.ts';
import { openEtags } from './etags-fs.ts';
import { refusalIn } from './refusal.ts';
import { askedPaths, selects } from './select.ts';
import { apiOrigin, serviceOf } from './services.ts';
import type { Ask, Job, Listed, Lister, Taken } from './types.ts';

/** What a host has told. */
export interface Fresh {
  /** Sorted by address. */
  readonly taken: readonly Taken[];
  /** Names of repositories whose address cannot be used. */
  readonly unsafe: readonly string[];
  readonly cutOff: boolean;
}

/** A host that may be asked. */
export interface Host extends Job {
  /** Removes answers that were not needed this time. */
  readonly tidy: () => void;
  /** Ends everything that is under way. */
  readonly end: () => void;
}

/** Repositories that are looked into at the same time. */
const LOOKS = 8;

/** Opens the way to a host, with its token; credentials that git would not find by itself are granted for this pull. */
export async function openHost(spec: DiscoverySpec, context: PullContext, folder: string): Promise<Outcome<Host>> {
  const { limits, env, now, wait } = context;
  const origin = apiOrigin(spec.service, spec.host);
  const end = new AbortController();
  const deadline = AbortSignal.any([end.signal, AbortSignal.timeout(limits.listSeconds * 1000)]);
  const etags = openEtags(folder);
  const open = (authorization: string | null, authorized: boolean, keep = true): Ask => {
    const hints = { hint: accessHint(spec.host, authorized), limitHint: limitHint(spec.host, authorized) };
    const options = { origin, authorization, seconds: limits.askSeconds, deadline, waitSeconds: limits.waitSeconds, now, wait, ...hints };
    return openAsk(options, keep ? etags : undefined);
  };
  const access = await findAccess(spec, origin, open(null, true, false), env);
  if ('failure' in access) return access;
  const { credentials, granted } = access.value;
  if (granted && credentials !== null) context.grants.set(grantKey(spec.host, spec.owner), credentials);
  const authorization = credentials === null ? null : serviceOf(spec.service).authorization(credentials);
  const authorized = authorization !== null;
  const ask = open(authorization, authorized);
  return {
    value: { query: spec, origin, ask, authorized, paths: askedPaths(spec.catalog), tidy: () => etags.tidy(), end: () => end.abort() },
  };
}

/** Lists the repositories. A host that does not answer as it should is a failure, never less than the whole list. */
export async function listFresh(job: Host): Promise<Outcome<Fresh>> {
  try {
    const lister = (await serviceOf(job.query.service).open())(job);
    const { repositories, cutOff } = await lister.list();
    const looked = await lookInto(repositories.filter(selects(job.query)), lister, job);
    return { value: { ...take(looked, job.query.host), cutOff } };
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal === null) throw error;
    return { failure: refusal };
  } finally {
    // What is still asked or waited for after a refusal would keep the process alive.
    job.end();
  }
}

async function lookInto(repositories: readonly Listed[], { look }: Lister, { paths }: Job): Promise<Listed[]> {
  if (look === undefined || paths.length === 0) return [...repositories];
  const limit = pLimit(LOOKS);
  try {
    return await Promise.all(repositories.map((one) => limit(async () => (one.catalog === null ? { ...one, ...(await look(one)) } : one))));
  } finally {
    // After a refusal nothing more is asked.
    limit.clearQueue();
  }
}

/** Takes those that may hold a catalog and whose address lies on the host, each once. */
function take(repositories: readonly Listed[], host: string): Omit<Fresh, 'cutOff'> {
  const taken = new Map<string, Taken>();
  const unsafe: string[] = [];
  for (const { name, addresses, commit, catalog } of repositories) {
    if (catalog === false) continue;
    const address = cloneAddress(addresses, host);
    if (address === null) unsafe.push(name);
    else taken.set(address.shown, { url: address.shown, id: null, commit: commitOf(commit), sure: catalog === true });
  }
  return { taken: [...taken.values()].sort((a, b) => compareText(a.url, b.url)), unsafe };
}

function commitOf(told: string | null): string | null {
  const commit = (told ?? '').toLowerCase();
  return isCommitHash(commit) ? commit : null;
}
