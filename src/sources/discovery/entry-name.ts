// Names of entries that find repositories: what an entry asks for in; the text by which the lock, the cache and messages call it out.
import { DEFAULT_HOSTS } from '../../config/discovery.ts';
import type { DiscoveryQuery } from '../../config/types.ts';

/** Returns the name of an entry: `github:acme`, with host and filters where they are not the usual ones. Another query has another name. */
export function entryName(query: DiscoveryQuery): string {
  const { service, host, owner, topics, names, archived, forks, subgroups } = query;
  const place = `${service.replace('-server', '')}:${host === DEFAULT_HOSTS[service] ? '' : `${host}/`}${owner}`;
  const filters = [
    topics.length > 0 && `topics=${topics.join(',')}`,
    names.length > 0 && `names=${names.join(',')}`,
    archived && 'archived',
    forks && 'forks',
    !subgroups && 'subgroups=false',
  ];
  return [place, ...filters.filter((filter) => filter !== false)].join(' ');
}
