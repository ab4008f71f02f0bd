// An MCP server without a definition: the `remotes` of its entity in, a model out that says where it answers.
import { get, list, text, words } from '../data.ts';
import { plainField } from '../pieces.ts';
import type { ApiModel, Field, Part } from '../types.ts';

/** Reads the remotes; null when there are none. */
export function readRemotes(remotes: unknown): ApiModel | null {
  const parts = remoteParts(remotes);
  if (parts.length === 0) return null;
  return { format: 'mcp', formatName: 'MCP server', title: null, version: null, description: '', facts: [], parts, groups: [] };
}

/** Makes the part that lists where a server answers. */
export function remoteParts(remotes: unknown): Part[] {
  const fields = list(remotes).flatMap((remote): Field[] => {
    const address = words(get(remote, 'url'));
    if (address === null) return [];
    const headers = list(get(remote, 'headers')).map((header) =>
      plainField(text(get(header, 'name')), ['header'], text(get(header, 'description'))),
    );
    const type = words(get(remote, 'type'));
    return [
      plainField(address, type === null ? [] : [type], '', { groups: headers.length === 0 ? [] : [{ label: null, fields: headers }] }),
    ];
  });
  return fields.length === 0 ? [] : [{ kind: 'fields', title: 'Remotes', fields }];
}
