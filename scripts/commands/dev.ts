// callboard dev: a live site for the person who edits content. Folders and the configuration are watched; git sources stay as they were
// pulled at the start.
import { type FSWatcher, watch } from 'node:fs';
import { dev } from 'astro';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import { readConfig } from '../../src/config/config-fs.ts';
import { countProblems } from '../../src/lib/problem-formats.ts';
import type { Problem } from '../../src/lib/problem.ts';
import { type Snapshot, radarsIn } from '../../src/lib/snapshot.ts';
import { compilePortal } from '../../src/portal/compile.ts';
import { getPortal, setPortal } from '../../src/portal/current.ts';
import { publishedType } from '../../src/lib/file-types.ts';
import { publishedFiles } from '../../src/portal/publish-fs.ts';
import { createDrawer } from '../../src/sources/diagrams/draw.ts';
import { ROOT } from '../../src/render/bundle-files.ts';
import { pull } from '../../src/sources/pull.ts';
import { printBadConfig, printProblems } from '../report.ts';
import { keptFolder } from '../work-folder.ts';

interface Options {
  readonly config: string;
  readonly port: number;
}

/** Editors write a file in several steps; a change counts when nothing has happened for this long, in milliseconds. */
const PAUSE = 120;

/** Serves the site and shows each change of a folder or of the configuration. Returns 2 when the configuration cannot be used. */
export async function devCommand({ config: file, port }: Options): Promise<number> {
  let snapshot: Snapshot = { sources: [], radar: null };
  const faults = await load(false);
  if (faults !== null) return printBadConfig(faults, file);
  printProblems(getPortal().problems, snapshot);
  const { base } = getPortal();

  const live: Plugin = {
    name: 'callboard-live',
    configureServer(server) {
      server.middlewares.use(serveAssets(() => snapshot));
      watchContent(server);
    },
  };
  process.chdir(ROOT);
  const server = await dev({ root: ROOT, base, server: { port }, logLevel: 'warn', vite: { plugins: [live] } });
  console.log(`http://localhost:${server.address.port}${base}`);
  return new Promise(() => undefined);

  /** Reads everything again and hands it to the pages. Returns what is wrong with the configuration, or null. */
  async function load(offline: boolean): Promise<readonly Problem[] | null> {
    const { value: config, problems } = readConfig(file);
    if (config === null) return problems;
    const pulled = await pull(config, { offline });
    setPortal(
      await compilePortal(config, pulled.snapshot, {
        problems: [...problems, ...pulled.problems],
        cache: keptFolder(config, 'pages'),
        draw: createDrawer(config),
      }),
    );
    ({ snapshot } = pulled);
    return null;
  }

  /** Watches the folders of the snapshot and the configuration; what is watched changes with them. */
  function watchContent(vite: ViteDevServer): void {
    let watchers: FSWatcher[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const close = () => {
      for (const watcher of watchers) watcher.close();
    };
    const open = () => {
      close();
      const changed = () => {
        clearTimeout(timer);
        timer = setTimeout(() => void reload(), PAUSE);
      };
      watchers = [...watchedFolders(snapshot).map((folder) => watch(folder, { recursive: true }, changed)), watch(file, changed)];
    };
    const reload = async () => {
      const problems = await load(true);
      if (problems !== null) printBadConfig(problems, file);
      else console.log(`${new Date().toLocaleTimeString()}  ${countProblems(getPortal().problems)}`);
      open();
      // Astro keeps what getStaticPaths gave until it hears of new content.
      for (const environment of Object.values(vite.environments)) environment.hot.send('astro:content-changed', {});
      vite.ws.send({ type: 'full-reload' });
    };
    open();
    vite.httpServer?.on('close', close);
  }
}

function watchedFolders(snapshot: Snapshot): string[] {
  const folders = [...snapshot.sources, ...radarsIn(snapshot).map(({ source }) => source)].filter(
    (source) => source.origin.type === 'path',
  );
  return [...new Set(folders.map((source) => source.root))];
}

/** Serves images, downloads and the Markdown of docs from the snapshot. */
function serveAssets(snapshot: () => Snapshot): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = decodeURI((request.url ?? '').replace(/[?#].*$/s, ''));
    // Pages end with a slash: only what is a file is looked for.
    const file = path.endsWith('/') ? undefined : publishedFiles(getPortal(), snapshot()).find(({ address }) => address === path);
    const bytes = file?.read() ?? null;
    if (bytes === null) return next();
    response.setHeader(
      'content-type',
      publishedType(path) ?? (path.endsWith('.md') ? 'text/markdown; charset=utf-8' : 'application/octet-stream'),
    );
    response.end(bytes);
  };
}
