// What requests can be tried with: a definition and the hosts that may be asked in; one document that names no other server out.
import { bundle } from '../bundle.ts';
import { type Data, data, entries, get, isData, list, text } from '../data.ts';
import type { Workspace } from '../document.ts';
import type { Trial } from '../types.ts';
import { METHODS } from './operation.ts';

/** Values of the variables of one server that are looked at. */
const MAX_ADDRESSES = 50;

const PASTE = 'Paste a token that you have got elsewhere.';

/** Makes the document; null when the definition names no server that may be asked. */
export function makeTrial(workspace: Workspace, hosts: readonly string[]): Trial | null {
  if (hosts.length === 0) return null;
  const whole = bundle(workspace);
  if (whole === null) return null;
  const origins = new Set<string>();
  const isOpen = (server: unknown): boolean => {
    const found = originsOf(server).filter((origin) => hosts.includes(origin.slice(origin.indexOf('//') + 2)));
    for (const origin of found) origins.add(origin);
    return found.length > 0;
  };
  const document = typeof whole['swagger'] === 'string' ? openSwagger(whole, isOpen) : openServers(whole, isOpen);
  if (document === null) return null;
  const { paths, leftOut } = openPaths(document['paths'], isOpen);
  return { definition: JSON.stringify({ ...document, paths }), origins: [...origins].sort(), leftOut };
}

/** Lists the origins that a server stands for: a variable in its address stands for every value that it may have. */
function originsOf(server: unknown): string[] {
  let addresses = [text(get(server, 'url'))];
  for (const [name, variable] of entries(get(server, 'variables'))) {
    const values = [...new Set([get(variable, 'default'), ...list(get(variable, 'enum'))].map(text))];
    addresses = addresses.flatMap((one) => (one.includes(`{${name}}`) ? values.map((value) => one.replaceAll(`{${name}}`, value)) : [one]));
    addresses = addresses.slice(0, MAX_ADDRESSES);
  }
  return addresses.flatMap((address) => {
    const url = /^https?:\/\//i.test(address) ? URL.parse(address) : null;
    return url === null || url.username !== '' || url.password !== '' ? [] : [url.origin];
  });
}

type IsOpen = (server: unknown) => boolean;

function openServers(whole: Data, isOpen: IsOpen): Record<string, unknown> | null {
  const servers = list(whole['servers']).filter(isOpen);
  if (servers.length === 0) return null;
  const components = data(whole['components']);
  const schemes = Object.entries(data(components['securitySchemes'])).map(([name, scheme]) => [
    name,
    isSignIn(scheme) ? { type: 'http', scheme: 'bearer', description: PASTE } : scheme,
  ]);
  return { ...whole, servers, components: { ...components, securitySchemes: Object.fromEntries(schemes) } };
}

function openSwagger(whole: Data, isOpen: IsOpen): Record<string, unknown> | null {
  const written = list(whole['schemes']).map(text);
  const schemes = (written.length === 0 ? ['https'] : written).filter((scheme) => isOpen({ url: `${scheme}://${text(whole['host'])}` }));
  if (schemes.length === 0) return null;
  const definitions = Object.entries(data(whole['securityDefinitions'])).map(([name, scheme]) => [
    name,
    isSignIn(scheme) ? { type: 'apiKey', in: 'header', name: 'Authorization', description: `${PASTE} Write "Bearer" before it.` } : scheme,
  ]);
  return { ...whole, schemes, securityDefinitions: Object.fromEntries(definitions) };
}

/** Schemes that lead over the pages of others: those cannot come back here. */
function isSignIn(scheme: unknown): boolean {
  return ['oauth2', 'openIdConnect'].includes(text(get(scheme, 'type')));
}

/** Leaves out operations that have servers of their own of which none may be asked. */
function openPaths(paths: unknown, isOpen: IsOpen): { paths: Record<string, unknown>; leftOut: number } {
  let leftOut = 0;
  const isShut = (node: unknown) => Array.isArray(get(node, 'servers')) && !list(get(node, 'servers')).some(isOpen);
  const opened = Object.entries(data(paths)).map(([path, item]): [string, unknown] => {
    if (!isData(item)) return [path, item];
    const isPathShut = isShut(item);
    const kept = Object.entries(item).flatMap(([key, value]): [string, unknown][] => {
      if (key === 'servers') return isPathShut ? [] : [[key, list(value).filter(isOpen)]];
      if (!METHODS.includes(key)) return [[key, value]];
      const hasOwn = Array.isArray(get(value, 'servers'));
      if (hasOwn ? isShut(value) : isPathShut) {
        leftOut++;
        return [];
      }
      return [[key, hasOwn ? { ...data(value), servers: list(get(value, 'servers')).filter(isOpen) } : value]];
    });
    return [path, Object.fromEntries(kept)];
  });
  return { paths: Object.fromEntries(opened), leftOut };
}
