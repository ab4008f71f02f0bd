// The ways to reach the repositories of a folder, as rows: a folder in; the address of its repositories, and what git needs for it, out.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { tokenVariable } from '../../src/config/git-address.ts';
import type { Environment, PullResult } from '../../src/sources/types.ts';
import { GIT_TEST_ENV } from '../support/git.ts';
import { serveDaemon } from './git-daemon.ts';
import { serveRepositories } from './git-server.ts';
import { findSshd, serveSsh } from './ssh-server.ts';
import type { Workshop } from './workshop.ts';

const sshd = findSshd();

/** A way to the repositories of a folder: the address that their names are put behind, and what git needs to know. */
export interface Way {
  readonly base: string;
  readonly env: Environment;
  close(): void;
}

export interface Transport {
  readonly name: string;
  /** Says why it cannot be tried here; null when it can. */
  readonly missing: string | null;
  readonly open: (folder: string, shop: Workshop) => Promise<Way>;
}

/** Lists them; a row that cannot be tried here says why. */
export const TRANSPORTS: readonly Transport[] = [
  { name: 'file', missing: null, open: async (folder) => ({ base: `file://${folder}`, env: GIT_TEST_ENV, close: () => undefined }) },
  {
    name: 'http with a token',
    missing: null,
    async open(folder) {
      const server = await serveRepositories(folder, { login: 'bot:secret' });
      const env = { ...GIT_TEST_ENV, [tokenVariable(server.host)]: 'bot:secret' };
      return { base: `http://${server.host}`, env, close: () => server.close() };
    },
  },
  {
    name: 'git',
    missing: null,
    async open(folder) {
      const server = await serveDaemon(folder);
      return { base: `git://127.0.0.1:${server.port}`, env: GIT_TEST_ENV, close: () => server.close() };
    },
  },
  {
    name: 'ssh',
    missing: sshd === null ? 'there is no sshd' : null,
    async open(folder, shop) {
      const server = await serveSsh(sshd ?? '', shop.folder);
      return { base: `${server.url}${folder}`, env: server.env, close: () => server.close() };
    },
  },
];

export interface PullsOver {
  readonly folder: string;
  readonly shop: Workshop;
  /** Lines of the configuration in which `BASE` stands for the address. */
  readonly sources: readonly string[];
  /** Version of git's protocol: by version 0, a server hands out the tips of branches and tags alone. */
  readonly protocol?: '0' | '2';
  readonly times: number;
}

/** Pulls so many times, one after the other, into a cache of their own. */
export async function pullOver({ open }: Transport, { folder, shop, sources, protocol = '2', times }: PullsOver): Promise<PullResult[]> {
  const way = await open(folder, shop);
  try {
    const lines = sources.join('\n').replaceAll('BASE', way.base);
    const env = { ...way.env, GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'protocol.version', GIT_CONFIG_VALUE_0: protocol };
    const cache = mkdtempSync(join(shop.folder, 'cache-'));
    const results: PullResult[] = [];
    for (let time = 0; time < times; time++) results.push(await shop.pull(lines, { env, cache }));
    return results;
  } finally {
    way.close();
  }
}
