// A site to measure: a built folder served on a free port, or an organisation made up and built first.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { portalFiles } from '../bench/files.ts';
import { writeFiles } from '../bench/files-fs.ts';
import type { Size } from '../bench/model.ts';
import { planOrganisation } from '../bench/plan.ts';
import { runBuild } from '../bench/run.ts';

/** Makes up an organisation in a folder and builds it. Returns the folder of the site. */
export async function buildSite(size: Size, work: string, signal: AbortSignal): Promise<string> {
  writeFiles(join(work, 'portal'), portalFiles(planOrganisation(size)));
  await runBuild({ config: join(work, 'portal/portal.yaml'), work }, signal);
  return join(work, 'dist');
}

/** Serves a folder until it is closed. */
export async function serveFolder(folder: string): Promise<{ readonly origin: string; readonly close: () => void }> {
  const serve = sirv(folder, { etag: true });
  const server = createServer((request, response) => serve(request, response, () => void response.writeHead(404).end()));
  await new Promise<void>((done, fail) => {
    server.on('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
