// What pages show of other hosts: an address in; where the policy has to be open for it, if the configuration allows its host, out.
import { type PageState, spotOf } from './page-state.ts';

/** Only this machine is trusted over http. */
const THIS_MACHINE = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/** Returns the address in full when it may be shown; null for a host that is not allowed, and for what is no plain address of a host. */
export function allowedAddress(address: string, hosts: ReadonlySet<string>): URL | null {
  const url = URL.parse(address.startsWith('//') ? `https:${address}` : address);
  if (url === null || url.username !== '' || url.password !== '' || !hosts.has(url.host)) return null;
  return url.protocol === 'https:' || (url.protocol === 'http:' && THIS_MACHINE.test(url.hostname)) ? url : null;
}

/** Tells that a link stands in the place of something from another host. */
export function tellForbidden(address: string, node: Parameters<typeof spotOf>[0], { findings }: PageState): void {
  const host = URL.parse(address.startsWith('//') ? `https:${address}` : address)?.host ?? address;
  findings.push({
    rule: 'docs/remote-embed',
    message: `The page would show something from ${host.slice(0, MAX_HOST)}, which this portal does not allow: a link stands in its place.`,
    hint: 'Who runs the portal can allow the host with `docs.embeds` in portal.yaml.',
    spot: spotOf(node),
  });
}

const MAX_HOST = 200;
