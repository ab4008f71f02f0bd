// Addresses that a host hands out for its repositories: untrusted texts in; an address on that very host, or null, out.
import { type GitAddress, parseGitAddress } from '../../config/git-address.ts';

/** User name of all these hosts over ssh. */
const SSH_USER = 'git';

/** Returns the first address that lies on the host: over https, to this machine over http, or over ssh whatever its port. */
export function cloneAddress(texts: readonly string[], host: string): GitAddress | null {
  for (const text of texts) {
    const parsed = parseGitAddress(text);
    // The user name in it, if any, is that of whoever asked for the list.
    const address = 'fault' in parsed ? null : plainAddress(parsed.address.shown);
    if (address !== null && isOn(address, host)) return address;
  }
  return null;
}

/** Returns an address as it was shown with what git needs to use it; null when it is none. */
function plainAddress(shown: string): GitAddress | null {
  const parsed = parseGitAddress(shown.replace(/^ssh:\/\/(?![^/]*@)/, `ssh://${SSH_USER}@`));
  return 'fault' in parsed ? null : parsed.address;
}

function isOn({ protocol, host }: GitAddress, wanted: string): boolean {
  if (protocol === 'ssh') return host !== null && withoutPort(host) === withoutPort(wanted);
  return (protocol === 'https' || protocol === 'http') && host === wanted;
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}
