// How to reach an owner: an entity in, its e-mail address and its links to chats and pages out.
import type { Entity } from '../catalog/types.ts';
import { isSafeUrl } from './profile.ts';

/** A way to reach somebody. */
export interface ContactView {
  readonly label: string;
  readonly href: string;
}

const MOST = 3;
const PLAIN_EMAIL = /^[^\s@<>]+@[^\s@<>]+$/;

/** Lists how to reach a group or a user: e-mail first, then links as its file has them. */
export function contactsOf(entity: Entity): ContactView[] {
  const profile = entity.data.spec?.['profile'];
  const email = typeof profile === 'object' && profile !== null && !Array.isArray(profile) ? profile['email'] : null;
  const mail = typeof email === 'string' && PLAIN_EMAIL.test(email) ? [{ label: email, href: `mailto:${email}` }] : [];
  const links = entity.links.flatMap(({ url, title }) => (isSafeUrl(url) ? [{ label: title ?? url, href: url }] : []));
  return [...mail, ...links].slice(0, MOST);
}
