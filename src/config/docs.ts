// What portal.yaml says about docs: the part of the schema, its checks, and the checked values with all defaults out.
import * as z from 'zod';
import type { Place } from '../lib/problem.ts';
import { hostFault } from './discovery.ts';
import type { Fault } from './rules.ts';
import { text } from './text.ts';
import type { DiagramServer, DocsConfig } from './types.ts';

const MAX_URL = 1000;
/** Endings of names that lead into a local network, and addresses that do. */
const LOCAL_NAME = /^[^.[]+$|\.(?:localhost|local|internal|intranet|lan|home|corp|private|svc|home\.arpa|test)$/;
const LOCAL_ADDRESS =
  /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)[\d.]+$|^\[(?:::1|f[cd][\da-f]{2}:[\da-f:]+|fe80:[\da-f:]+)\]$/;

/** Returns what is wrong with the address of a server that draws diagrams, or null: http is for the local network alone. */
export function serverFault(address: string): Fault | null {
  const url = address.length > MAX_URL ? null : URL.parse(address);
  if (url === null || !/^https?:\/\//i.test(address) || url.search !== '' || url.hash !== '') {
    return invalidServer('The server is not a plain web address.', 'Write it with its protocol: https://kroki.acme.example.');
  }
  if (url.username !== '' || url.password !== '') {
    return invalidServer('The address of the server holds a login.', 'Name a server that needs none, or put one before it that logs in.');
  }
  if (url.protocol === 'https:' || LOCAL_NAME.test(url.hostname) || LOCAL_ADDRESS.test(url.hostname)) return null;
  return invalidServer(
    'The server is asked over http, though it is not in the local network.',
    'Write https://, or name it by its local name or address.',
  );
}

function invalidServer(message: string, hint: string): Fault {
  return { rule: 'config/invalid-server', message, hint };
}

/** Defines the key `docs`. */
export const DOCS_SCHEMA = z.strictObject({
  diagrams: z
    .strictObject({
      kroki: text(serverFault)
        .meta({
          description: 'Address of a Kroki server, which draws PlantUML, D2, Structurizr, BPMN and many more.',
          examples: ['https://kroki.acme.example'],
        })
        .optional(),
      plantuml: text(serverFault)
        .meta({
          description: 'Address of a PlantUML server. It draws PlantUML also where there is a Kroki server.',
          examples: ['http://localhost:8080'],
        })
        .optional(),
    })
    .meta({ description: 'Servers that draw diagrams while the site is built. Readers never ask them.' })
    .optional(),
  embeds: z
    .array(text(hostFault))
    .max(100)
    .meta({
      description: 'Hosts whose pages, videos and sound docs pages may show. Default: none, so that links stand in their place.',
      examples: [['www.youtube-nocookie.com']],
    })
    .optional(),
});

/** Says what is wrong with a host to embed from when it is the portal's own: its frames could act as the portal. */
export function embedFault(host: string, site: string | undefined): Fault | null {
  if (site === undefined || URL.parse(site)?.host !== host.toLowerCase()) return null;
  return {
    rule: 'config/invalid-host',
    message: `Pages of "${host}" cannot be shown in pages of the same host.`,
    hint: 'Link to them instead.',
  };
}

/** Fills in the defaults of a part that has passed all checks; `place` says where a key of it stands. */
export function docsOf(spec: z.infer<typeof DOCS_SCHEMA> = {}, place: (path: readonly string[]) => Place): DocsConfig {
  const { kroki, plantuml } = spec.diagrams ?? {};
  const server = (kind: DiagramServer['kind'], address: string | undefined): DiagramServer[] =>
    address === undefined ? [] : [{ kind, url: address.replace(/\/+$/, ''), place: place(['diagrams', kind]) }];
  return {
    servers: [...server('plantuml', plantuml), ...server('kroki', kroki)],
    embeds: [...new Set((spec.embeds ?? []).map((host) => host.toLowerCase()))].sort(),
  };
}
