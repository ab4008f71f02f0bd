// What an entity's file says for people, made safe: links and e-mail addresses.
import type { Entity } from '../catalog/types.ts';

export interface LinkView {
  readonly title: string;
  readonly href: string;
  readonly icon: string;
  readonly type: string;
}

/** Schemes that a link of an entity may have; `javascript:` and `data:` are what must not pass. */
const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:', 'slack:', 'msteams:', 'ssh:', 'git:', 'ftp:', 'xmpp:', 'matrix:']);

/** Icons for links that name none, by the host or scheme they lead to. */
const ICONS: readonly (readonly [pattern: RegExp, icon: string])[] = [
  [/^mailto:/, 'email'],
  [/^tel:/, 'phone'],
  [/^(?:slack|msteams|xmpp|matrix):|\b(?:slack|chat|teams|mattermost|discord)\./, 'chat'],
  [/\b(?:grafana|kibana|datadoghq|newrelic|prometheus|dashboard|metrics)\b/, 'dashboard'],
  [/\b(?:github|gitlab|bitbucket|git|gitea|codeberg)\b/, 'git'],
  [/\b(?:jira|tickets?|youtrack|linear)\b/, 'ticket'],
  [/\b(?:sentry|rollbar|bugsnag)\b/, 'bug'],
  [/\b(?:pagerduty|opsgenie|statuspage|status)\b/, 'bell'],
  [/\b(?:wiki|confluence|docs|notion|readthedocs)\b/, 'docs'],
];

/** Says whether a link from a file may be followed from a page. */
export function isSafeUrl(url: string): boolean {
  return URL.canParse(url) && SAFE_SCHEMES.has(new URL(url).protocol);
}

/** Lists the links of an entity that may be followed; an icon is chosen for those that have none. */
export function safeLinks(entity: Entity): LinkView[] {
  return entity.links.flatMap(({ url, title, icon, type }) =>
    isSafeUrl(url) ? { title: title ?? url, href: url, icon: icon ?? iconFor(url), type: type ?? '' } : [],
  );
}

function iconFor(url: string): string {
  const { protocol, host } = new URL(url);
  return ICONS.find(([pattern]) => pattern.test(protocol + host))?.[1] ?? 'link';
}

/** Returns the e-mail address of a group or user, null when there is none or it is none. */
export function emailOf(entity: Entity): string | null {
  const profile = entity.data.spec?.['profile'];
  const email = typeof profile === 'object' && profile !== null && !Array.isArray(profile) ? profile['email'] : null;
  return typeof email === 'string' && /^[^\s@<>?&]+@[^\s@<>?&]+$/.test(email) ? email : null;
}
