// callboard dev: a live site for the person who edits content. Folders are watched; git sources stay as they were pulled.
import { type FSWatcher, watch } from 'node:fs';
import { dev } from 'astro';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import { readConfig } from '../../src/config/config-fs.ts';
import type { ConfigFile } from '../../src/config/types.ts';
import { countProblems } from '../../src/lib/problem-formats.ts';
import type { Snapshot } from '../../src/lib/snapshot.ts';
import { compilePortal } from '../../src/portal/compile.ts';
import { getPortal, setPortal } from '../../src/portal/current.ts';
import { readAsset } from '../../src/portal/publish-fs.ts';
import { pull } from '../../src/sources/pull.ts';
import { ROOT } from '../render.ts';
import { printBadConfig, printProblems } from '../report.ts';

interface Options {
  readonly config: string;
  readonly port: number;
}

/** Editors write a file in several steps; a change counts when nothing has happened for this long, in milliseconds. */
const PAUSE = 120;

/** Serves the site and shows each change of a folder or of the configuration. Returns 2 when the configuration cannot be used. */
export async function devCommand({ config: file, port }: Options): Promise<number> {
  const { value: config, problems } = readConfig(file);
  if (config === null) return printBadConfig(problems, file);
  let snapshot = await load(config);
  printProblems(getPortal().problems, snapshot);

  const server = await dev({
    root: ROOT,
    base: config.base,
    server: { port },
    logLevel: 'warn',
    vite: { plugins: [livePlugin(() => snapshot, reload)] },
  });
  console.log(`http://localhost:${server.address.port}${config.base}`);
  return new Promise(() => undefined);

  async function reload(): Promise<void> {
    const next = readConfig(file);
    if (next.value === null) return void printBadConfig(next.problems, file);
    snapshot = await load(next.value);
    console.log(`${new Date().toLocaleTimeString()}  ${countProblems(getPortal().problems)}`);
  }
}

async function load(config: ConfigFile): Promise<Snapshot> {
  const pulled = await pull(config);
  setPortal(await compilePortal(config, pulled.snapshot, { problems: pulled.problems }));
  return pulled.snapshot;
}

/** Serves images of docs from the snapshot, and reloads open pages when a watched folder has changed. */
function livePlugin(snapshot: () => Snapshot, reload: () => Promise<void>): Plugin {
  return {
    name: 'callboard-live',
    configureServer(server) {
      server.middlewares.use(assets(snapshot));
      watchFolders(server, snapshot, reload);
    },
  };
}

function assets(snapshot: () => Snapshot): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = decodeURIComponent((request.url ?? '').replace(/[?#].*$/s, ''));
    const asset = getPortal()
      .docs.flatMap((entry) => entry.site.assets)
      .find((one) => one.address === path);
    const bytes = asset === undefined ? null : readAsset(snapshot(), asset);
    if (bytes === null) return next();
    if (path.endsWith('.svg')) response.setHeader('content-type', 'image/svg+xml');
    response.end(bytes);
  };
}

function watchFolders(server: ViteDevServer, snapshot: () => Snapshot, reload: () => Promise<void>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      reload()
        .then(() => {
          for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll();
          server.ws.send({ type: 'full-reload' });
        })
        .catch((error: unknown) => console.error(error));
    }, PAUSE);
  };
  const roots = [...snapshot().sources, ...(snapshot().radar ? [snapshot().radar?.source] : [])].flatMap((source) =>
    source?.origin.type === 'path' ? source.root : [],
  );
  const watchers: FSWatcher[] = [...new Set(roots)].map((root) => watch(root, { recursive: true }, changed));
  server.httpServer?.on('close', () => {
    for (const watcher of watchers) watcher.close();
  });
}
