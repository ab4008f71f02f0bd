// A workshop with hosts: repositories that lie behind a host of this machine, and pulls that never really wait.
import { join } from 'node:path';
import { tokenVariable } from '../../../src/config/git-address.ts';
import type { PullOptions } from '../../../src/sources/types.ts';
import { GIT_TEST_ENV } from '../../support/git.ts';
import { type Workshop, openWorkshop } from '../workshop.ts';
import { type ApiAnswer, type ApiRequest, type HostServer, type HostedRepository, serveHost } from './host-server.ts';

export interface DiscoveryShop extends Workshop {
  /** Pauses that pulls would have made, in seconds. */
  readonly waited: number[];
  /** Makes a repository with these files and returns what its host knows of it. */
  hosted(path: string, files: readonly string[], more?: Partial<HostedRepository>): HostedRepository;
  serve(api: (request: ApiRequest) => ApiAnswer, login?: string): Promise<HostServer>;
  /** Pulls with a token for a host, if one is given. */
  pullFrom(server: HostServer, sources: string, token?: string | null, options?: PullOptions): ReturnType<Workshop['pull']>;
}

/** Opens a workshop; its hosts end with it. */
export function openDiscoveryShop(): DiscoveryShop {
  const shop = openWorkshop();
  const servers: HostServer[] = [];
  const waited: number[] = [];
  const wait = async (seconds: number) => {
    waited.push(seconds);
  };
  return {
    ...shop,
    waited,
    hosted(path, files, more = {}) {
      const commit = shop.repository(path).commit(Object.fromEntries(files.map((file) => [file, `${path} ${file}`])));
      return { path, files, commit, ...more };
    },
    async serve(api, login) {
      const server = await serveHost({ folder: join(shop.folder, 'bare'), api, ...(login !== undefined && { login }) });
      servers.push(server);
      return server;
    },
    pullFrom: (server, sources, token = null, options = {}) =>
      shop.pull(sources, { env: { ...GIT_TEST_ENV, ...(token !== null && { [tokenVariable(server.host)]: token }) }, wait, ...options }),
    remove() {
      for (const server of servers) server.close();
      shop.remove();
    },
  };
}

/** Ids of the sources of a pull. */
export function idsOf({ snapshot }: Awaited<ReturnType<Workshop['pull']>>): string[] {
  return snapshot.sources.map(({ id }) => id);
}
