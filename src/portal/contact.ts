// Whom to ask about an entity: its owners, and how they can be reached.
import type { Entity } from '../catalog/types.ts';
import { emailOf, safeLinks } from './profile.ts';
import { type EntityLinkView, linkToRef } from './links.ts';
import type { Portal } from './types.ts';

export interface Contact {
  readonly owner: EntityLinkView;
  readonly email: string | null;
  /** Chats and the like. */
  readonly links: readonly { readonly title: string; readonly href: string; readonly icon: string }[];
}

const CHAT = /\b(?:chat|slack|teams|mattermost|zulip|discord|matrix|irc)\b/i;

/** Lists the owners of an entity and how to reach them. */
export function contacts(portal: Portal, entity: Entity): Contact[] {
  return portal.catalog.related(entity.ref, 'ownedBy').map(({ ref, entity: owner }) => ({
    owner: linkToRef(portal, ref),
    email: owner === null ? null : emailOf(owner),
    links: owner === null ? [] : chatLinks(portal, owner),
  }));
}

/** Links of a group to where it talks: those that call themselves a chat, and those that annotations lead to. */
export function chatLinks(portal: Portal, owner: Entity): Contact['links'] {
  const written = safeLinks(owner).filter(
    ({ icon, href, title, type }) => CHAT.test(`${icon} ${type} ${new URL(href).protocol} ${new URL(href).host}`) || title.startsWith('#'),
  );
  const lines = portal.tools.of(owner).find((group) => group.title === 'Chat')?.lines ?? [];
  const annotated = lines.flatMap((line) =>
    line.links.flatMap(({ href }) => (href === null ? [] : { title: line.label, href, icon: 'chat' })),
  );
  return [...written.map(({ title, href }) => ({ title, href, icon: 'chat' })), ...annotated];
}
